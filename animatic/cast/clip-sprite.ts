/** A clip as a moving drawing: cut out where that is possible, else a framed picture. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { type Clip, type ClipOrder, readClip } from './clip.ts'
import type { Sprite } from './sprite.ts'

export interface ClipSprite {
  sprite: Sprite
  isCutOut: boolean
}

/** `height` in pixels. Throws when the clip cannot be decoded. */
export async function makeClipSprite(order: ClipOrder, height: number): Promise<ClipSprite> {
  const clip = await readClip(order)
  const pictureAt = clip.isCutOut ? clip.pictureAt : framed(clip)
  const picture = pictureAt(0)
  const width = (height * picture.width) / picture.height
  return { isCutOut: clip.isCutOut, sprite: { picture, pictureAt, width, height, drawnFacing: 1, levelTurn: 0 } }
}

/** Rounded, with a light rim and a soft shadow; one frame's canvas serves all. */
function framed(clip: Clip): (seconds: number) => Canvas {
  const edge = Math.round(clip.height * 0.07)
  const corner = clip.height * 0.06
  const canvas = createCanvas(clip.width + edge * 2, clip.height + edge * 2)
  const brush = canvas.getContext('2d')
  return (seconds) => {
    brush.clearRect(0, 0, canvas.width, canvas.height)
    brush.save()
    brush.shadowColor = 'rgba(10,12,30,0.5)'
    brush.shadowBlur = edge * 0.8
    brush.shadowOffsetY = edge * 0.25
    brush.fillStyle = '#fffdf8'
    brush.beginPath()
    brush.roundRect(edge * 0.7, edge * 0.7, clip.width + edge * 0.6, clip.height + edge * 0.6, corner)
    brush.fill()
    brush.restore()
    brush.save()
    brush.beginPath()
    brush.roundRect(edge, edge, clip.width, clip.height, corner * 0.8)
    brush.clip()
    brush.drawImage(clip.pictureAt(seconds), edge, edge)
    brush.restore()
    return canvas
  }
}
