/** Reference images as moving plates: each pans and grows slowly, and the next fades in over it. */
import { type Canvas, createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { type Random, scattered } from '../random.ts'

export interface PlateOrder {
  /** Paths of PNG, JPEG or WebP files. */
  images: readonly string[]
  width: number
  height: number
  /** Seconds of the whole film. */
  seconds: number
  random: Random
}

export interface PlateShow {
  draw(target: SKRSContext2D, seconds: number): void
}

interface Plate {
  picture: Canvas
  /** A different orientation stands framed before a blurred copy of itself. */
  behind?: Canvas
  zoomIn: boolean
  /** Direction of the drift, each -1 to 1. */
  towardsX: number
  towardsY: number
}

const fadeSeconds = 0.9
/** How far a plate grows over its time, and how much larger than the frame it is painted for that. */
const growth = 0.14
const reserve = 1 + growth
/** Beyond this ratio of the two aspects, filling the frame would cut too much of the image away. */
const mostCrop = 1.75

/** Reads all images. Throws when one cannot be decoded. */
export async function preparePlates({ images, width, height, seconds, random }: PlateOrder): Promise<PlateShow> {
  const plates: Plate[] = []
  for (const path of images) plates.push(makePlate(await loadImage(path), width, height, random))
  const span = seconds / Math.max(1, plates.length)
  return {
    draw(target, at) {
      const index = Math.min(plates.length - 1, Math.floor(at / span))
      const into = at - index * span
      const [current, before] = [plates[index], plates[index - 1]]
      if (before && into < fadeSeconds) {
        drawPlate(target, before, (into + span) / (span + fadeSeconds), at)
        target.globalAlpha = into / fadeSeconds
      }
      if (current) drawPlate(target, current, into / (span + fadeSeconds), at)
      target.globalAlpha = 1
      drawMotes(target, at)
    },
  }
}

function makePlate(image: Image, width: number, height: number, random: Random): Plate {
  const ratio = image.width / image.height / (width / height)
  const move = { zoomIn: random() < 0.6, towardsX: random() * 2 - 1, towardsY: random() * 2 - 1 }
  const covering = cover(image, Math.ceil(width * reserve), Math.ceil(height * reserve))
  if (ratio < mostCrop && ratio > 1 / mostCrop) return { picture: covering, ...move }
  const fit = Math.min((width * 0.9) / image.width, (height * 0.86) / image.height)
  return { picture: frameOf(image, image.width * fit, image.height * fit), behind: blurred(covering), ...move }
}

/** Fills the size and is cut at the sides, never stretched. */
function cover(image: Image, width: number, height: number): Canvas {
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.imageSmoothingQuality = 'high'
  const scale = Math.max(width / image.width, height / image.height)
  const [wide, high] = [image.width * scale, image.height * scale]
  brush.drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high)
  return canvas
}

/** Drawn very small and large again, which blurs at no cost, and darkened. */
function blurred(picture: Canvas): Canvas {
  const small = createCanvas(Math.max(2, Math.round(picture.width / 40)), Math.max(2, Math.round(picture.height / 40)))
  const shrink = small.getContext('2d')
  shrink.imageSmoothingQuality = 'high'
  shrink.drawImage(picture, 0, 0, small.width, small.height)
  const canvas = createCanvas(picture.width, picture.height)
  const brush = canvas.getContext('2d')
  brush.imageSmoothingQuality = 'high'
  brush.drawImage(small, 0, 0, canvas.width, canvas.height)
  brush.fillStyle = 'rgba(12,14,28,0.38)'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

function frameOf(image: Image, width: number, height: number): Canvas {
  const edge = Math.round(Math.min(width, height) * 0.05)
  const canvas = createCanvas(Math.round(width) + edge * 2, Math.round(height) + edge * 2)
  const brush = canvas.getContext('2d')
  brush.imageSmoothingQuality = 'high'
  brush.save()
  brush.shadowColor = 'rgba(6,8,20,0.6)'
  brush.shadowBlur = edge * 0.8
  brush.fillStyle = '#0b0d18'
  brush.beginPath()
  brush.roundRect(edge, edge, width, height, edge * 0.4)
  brush.fill()
  brush.restore()
  brush.beginPath()
  brush.roundRect(edge, edge, width, height, edge * 0.4)
  brush.clip()
  brush.drawImage(image, edge, edge, width, height)
  return canvas
}

function drawPlate(target: SKRSContext2D, plate: Plate, share: number, seconds: number): void {
  const { width, height } = target.canvas
  const eased = 0.25 * share + 0.75 * share * share * (3 - 2 * share)
  const grown = plate.zoomIn ? eased : 1 - eased
  target.imageSmoothingQuality = 'medium'
  if (!plate.behind) {
    const scale = (1 + growth * grown) / reserve
    // The drift uses most of what the plate overlaps the frame by, so no edge comes in.
    const [slackX, slackY] = [(plate.picture.width * scale - width) / 2, (plate.picture.height * scale - height) / 2]
    drawAbout(target, plate.picture, scale, plate.towardsX * slackX * 0.9, plate.towardsY * slackY * 0.9)
    return
  }
  drawAbout(target, plate.behind, 1.02 + 0.08 * grown - 0.02, 0, 0)
  drawAbout(
    target,
    plate.picture,
    0.94 + 0.08 * grown,
    width * 0.006 * Math.sin(seconds * 0.6),
    height * 0.006 * Math.sin(seconds * 0.8),
  )
}

function drawAbout(target: SKRSContext2D, picture: Canvas, scale: number, dx: number, dy: number): void {
  const { width, height } = target.canvas
  const [wide, high] = [picture.width * scale, picture.height * scale]
  target.drawImage(picture, (width - wide) / 2 + dx, (height - high) / 2 + dy, wide, high)
}

/** Specks of dust in the light, which give a still image depth. */
function drawMotes(target: SKRSContext2D, seconds: number): void {
  const { width, height } = target.canvas
  target.fillStyle = '#fff6e0'
  for (let index = 0; index < 26; index++) {
    const x = (scattered(index, 1) + seconds * (0.006 + scattered(index, 3) * 0.012)) % 1
    const y = (scattered(index, 2) + 1 - ((seconds * (0.004 + scattered(index, 4) * 0.012)) % 1)) % 1
    target.globalAlpha = 0.1 + 0.2 * (0.5 + 0.5 * Math.sin(seconds * (0.7 + scattered(index, 5)) + index))
    target.beginPath()
    target.arc(x * width, y * height, Math.min(width, height) * (0.0014 + scattered(index, 6) * 0.0036), 0, Math.PI * 2)
    target.fill()
  }
  target.globalAlpha = 1
}
