/** A clip as a moving drawing, in the light of its shot: cut out, or as a framed picture. */
import { type Canvas, createCanvas, type ImageData } from '@napi-rs/canvas'
import type { Light } from '../../sets/light.ts'
import { type Sprite, shade } from '../sprite.ts'
import type { PlayedClip } from './play-clip.ts'

/** `height` in pixels, of the subject or of the framed picture. */
export function clipSprite(clip: PlayedClip, height: number, light: Light): Sprite {
  const picture = clip.isCutOut ? createCanvas(clip.width, clip.height) : cardOf(clip)
  const pictureAt = clip.isCutOut ? bare(clip, picture, light) : framed(clip, picture)
  pictureAt(0)
  const width = (height * picture.width) / picture.height
  return { picture, pictureAt, width, height, drawnFacing: clip.facing, levelTurn: 0 }
}

/** Puts the picture of a moment on a canvas of the clip's size; calls `after` when it is another than before. */
function player(clip: PlayedClip, canvas: Canvas, after: () => void): (seconds: number) => void {
  const { width, height, order, stepsPerSecond } = clip
  const brush = canvas.getContext('2d')
  const image: ImageData = brush.createImageData(width, height)
  const bytes = width * height * 4
  let shown = -1
  return (seconds) => {
    const step = Math.floor(Math.max(0, seconds) * stepsPerSecond + 1e-6) % order.length
    const nth = order[step] ?? 0
    if (nth === shown) return
    shown = nth
    image.data.set(new Uint8Array(clip.pictures, nth * bytes, bytes))
    brush.putImageData(image, 0, 0)
    after()
  }
}

function bare(clip: PlayedClip, canvas: Canvas, light: Light): (seconds: number) => Canvas {
  const play = player(clip, canvas, () => shade(canvas, light))
  return (seconds) => {
    play(seconds)
    return canvas
  }
}

/** Shares of the picture's smaller side. */
const [margin, rim, corner] = [0.1, 0.022, 0.06]

function cardOf({ width, height }: PlayedClip): Canvas {
  const edge = Math.round(Math.min(width, height) * margin)
  return createCanvas(width + edge * 2, height + edge * 2)
}

/** Rounded, with a light rim and a soft shadow, which are drawn once. */
function framed(clip: PlayedClip, canvas: Canvas): (seconds: number) => Canvas {
  const { width, height } = clip
  const side = Math.min(width, height)
  const edge = Math.round(side * margin)
  const brush = canvas.getContext('2d')
  const outline = (target: typeof brush, by: number) => {
    target.beginPath()
    target.roundRect(edge - by, edge - by, width + by * 2, height + by * 2, side * corner + by)
  }
  brush.save()
  brush.shadowColor = 'rgba(8,10,26,0.55)'
  brush.shadowBlur = edge * 0.8
  brush.shadowOffsetY = edge * 0.22
  brush.fillStyle = '#fffdf8'
  outline(brush, side * rim)
  brush.fill()
  brush.restore()
  outline(brush, 0)
  brush.clip()
  const content = createCanvas(width, height)
  const play = player(clip, content, () => brush.drawImage(content, edge, edge))
  return (seconds) => {
    play(seconds)
    return canvas
  }
}
