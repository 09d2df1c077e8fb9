/** Lays a reference image out on the area that the camera will see of it, and says how near each pixel is. */
import { type Canvas, createCanvas, type Image } from '@napi-rs/canvas'
import { type GuidedLines, type Plane, type Region, resizePlane } from '../../pixels/plane.ts'
import type { ImageReading } from './read-image.ts'

/** Pixels of the frame that the camera sees during the shot, from the frame's left upper corner; holds the frame. */
export interface Area {
  left: number
  top: number
  width: number
  height: number
}

export interface Composition {
  picture: Canvas
  /** Of the picture's size: 0 to 1. */
  nearness: Plane
  sky: GuidedLines
  /** Set before a blurred copy of itself, for its shape is not the frame's. */
  isFramed: boolean
}

/** Beyond this ratio of the two aspects, filling the frame would cut too much of the image away. */
const mostCrop = 1.6
/** Shares of the frame that a framed image may fill. */
const [framedWidth, framedHeight] = [0.84, 0.84]
/** Nearness of the blurred surroundings and of the framed image's edge; what is in the image stands out by `relief`. */
const [surroundings, card, relief] = [0.2, 0.62, 0.3]

/** Whether the image stands framed in a film of this size: its orientation differs, or its shape by too much. */
export function needsFrame(imageAspect: number, frameAspect: number): boolean {
  const turned = (imageAspect > 1.02 && frameAspect < 0.98) || (imageAspect < 0.98 && frameAspect > 1.02)
  return turned || imageAspect / frameAspect > mostCrop || frameAspect / imageAspect > mostCrop
}

/** `density`: pixels of the picture for one of the frame. */
export function compose(
  image: Image | Canvas,
  reading: ImageReading,
  frame: { width: number; height: number },
  area: Area,
  density: number,
): Composition {
  const width = Math.ceil(area.width * density)
  const height = Math.ceil(area.height * density)
  const picture = createCanvas(width, height)
  const brush = picture.getContext('2d')
  brush.imageSmoothingQuality = 'high'
  const scale = Math.max(width / image.width, height / image.height)
  const [wide, high] = [image.width * scale, image.height * scale]
  const focus = reading.figure
  const focusX = focus ? (focus.left + focus.right) / 2 : 0.5
  const focusY = focus ? (focus.top + focus.bottom) / 2 : 0.5
  const left = Math.min(0, Math.max(width - wide, width / 2 - wide * focusX))
  const top = Math.min(0, Math.max(height - high, height / 2 - high * focusY))
  brush.drawImage(image, left, top, wide, high)
  if (needsFrame(image.width / image.height, frame.width / frame.height)) {
    blur(picture)
    return framed(image, reading, picture, frame, area, density)
  }
  const region = {
    left: (-left / wide) * reading.width,
    top: (-top / high) * reading.height,
    width: (width / wide) * reading.width,
    height: (height / high) * reading.height,
  }
  return { picture, ...planesOf(reading, width, height, region), isFramed: false }
}

function planesOf(reading: ImageReading, width: number, height: number, region?: Region) {
  const of = (plane: Plane) => resizePlane(plane, reading.width, reading.height, width, height, region)
  return { nearness: of(reading.nearness), sky: { slope: of(reading.sky.slope), offset: of(reading.sky.offset) } }
}

/** Drawn very small and large again in steps, which blurs at no cost, and darkened. */
function blur(picture: Canvas): void {
  const small = createCanvas(Math.max(2, Math.round(picture.width / 48)), Math.max(2, Math.round(picture.height / 48)))
  const middle = createCanvas(small.width * 6, small.height * 6)
  for (const [from, to] of [
    [picture, small],
    [small, middle],
    [middle, picture],
  ] as const) {
    const brush = to.getContext('2d')
    brush.imageSmoothingQuality = 'high'
    brush.drawImage(from, 0, 0, to.width, to.height)
  }
  const brush = picture.getContext('2d')
  brush.fillStyle = 'rgba(12,14,26,0.34)'
  brush.fillRect(0, 0, picture.width, picture.height)
}

/** The whole image in the middle of the frame, with rounded corners, a light rim and a soft shadow. */
function framed(
  image: Image | Canvas,
  reading: ImageReading,
  picture: Canvas,
  frame: { width: number; height: number },
  area: Area,
  density: number,
): Composition {
  const fit = Math.min((frame.width * framedWidth) / image.width, (frame.height * framedHeight) / image.height)
  const [wide, high] = [Math.round(image.width * fit * density), Math.round(image.height * fit * density)]
  const left = Math.round((frame.width / 2 - area.left) * density - wide / 2)
  const top = Math.round((frame.height * 0.49 - area.top) * density - high / 2)
  const edge = Math.min(wide, high)
  const brush = picture.getContext('2d')
  const outline = (by: number) => {
    brush.beginPath()
    brush.roundRect(left - by, top - by, wide + by * 2, high + by * 2, edge * 0.025 + by)
  }
  brush.save()
  brush.shadowColor = 'rgba(4,6,16,0.62)'
  brush.shadowBlur = edge * 0.09
  brush.shadowOffsetY = edge * 0.03
  brush.fillStyle = '#f6f3ec'
  outline(edge * 0.009)
  brush.fill()
  brush.restore()
  brush.save()
  outline(0)
  brush.clip()
  brush.drawImage(image, left, top, wide, high)
  brush.restore()
  return { picture, ...cardPlanes(reading, picture, { left, top, width: wide, height: high }), isFramed: true }
}

/** The card's edge is of one distance, so that it stays straight; what is inside has depth. */
function cardPlanes(reading: ImageReading, { width, height }: Canvas, card_: Region) {
  const inside = planesOf(reading, card_.width, card_.height)
  const nearness = new Float32Array(width * height).fill(surroundings)
  const sky = { slope: new Float32Array(width * height), offset: new Float32Array(width * height) }
  const margin = Math.round(Math.min(card_.width, card_.height) * 0.04)
  const soft = Math.min(card_.width, card_.height) * 0.16
  for (let y = -margin; y < card_.height + margin; y++) {
    for (let x = -margin; x < card_.width + margin; x++) {
      const index = (card_.top + y) * width + card_.left + x
      const inset = Math.min(x, y, card_.width - 1 - x, card_.height - 1 - y)
      const share = Math.min(1, Math.max(0, inset / soft))
      const at = y * card_.width + x
      nearness[index] = card + (inset > 0 ? (inside.nearness[at]! - 0.5) * relief * share * (2 - share) : 0)
      if (inset < 0) continue
      sky.slope[index] = inside.sky.slope[at]!
      sky.offset[index] = inside.sky.offset[at]!
    }
  }
  return { nearness, sky }
}
