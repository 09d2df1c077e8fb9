/** A drawing made ready to move: rasterised, trimmed to what is painted, recoloured and lit. */
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import type { Light } from '../sets/light.ts'
import { css } from '../sets/paint/colour.ts'
import { withBody } from './body.ts'
import { drawnFacing, levelTurn } from './facing.ts'
import { readDrawing } from './read-drawing.ts'
import { recolour } from './recolour.ts'

export interface Sprite {
  /** Trimmed, so that the lowest pixel is what touches the ground. */
  picture: Canvas
  /** For a moving picture: the one at a moment, of the same size as `picture`. */
  pictureAt?(seconds: number): Canvas
  /** Pixels, as it is to be shown at scale 1; the picture itself holds more, for zooming in. */
  width: number
  height: number
  /** -1 when the picture looks left, 1 when it looks right. */
  drawnFacing: 1 | -1
  /** Radians that bring a slanted picture level. */
  levelTurn: number
}

/** Painted pixels for each pixel shown, so that moves towards the subject stay sharp. */
const sharpness = 1.3
/** Alpha below which a pixel counts as empty. */
const emptyAlpha = 24

export interface SpriteOrder {
  drawing: string
  /** Pixels. */
  height: number
  /** A CSS colour to dress the drawing in. */
  colour?: string
  light: Light
  /** People drawn as a bust are given legs. */
  isPerson?: boolean
}

/** Throws when the set has no such drawing. */
export async function makeSprite({ drawing, height, colour, light, isPerson = false }: SpriteOrder): Promise<Sprite> {
  const size = Math.round(height * sharpness)
  const image = await loadImage(await readDrawing(drawing, size))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  const trimmed = withBody(trim(canvas), drawing, isPerson)
  if (colour) recolour(trimmed, colour)
  shade(trimmed, light)
  const shown = height / trimmed.height
  return {
    picture: trimmed,
    width: trimmed.width * shown,
    height,
    drawnFacing: drawnFacing(drawing),
    levelTurn: levelTurn(drawing),
  }
}

/** Cuts away the empty border. */
export function trim(canvas: Canvas): Canvas {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) < emptyAlpha) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  if (right < 0) return canvas
  const trimmed = createCanvas(right - left + 1, bottom - top + 1)
  trimmed.getContext('2d').drawImage(canvas, -left, -top)
  return trimmed
}

/** Lays the place's light over the drawing: the air's tint, a warm top and a cooler underside. */
export function shade(picture: Canvas, light: Light): void {
  const { width, height } = picture
  const target = picture.getContext('2d')
  target.globalCompositeOperation = 'source-atop'
  const night = light.sky[1] ?? light.haze
  const shadow = target.createLinearGradient(0, 0, 0, height)
  shadow.addColorStop(0, css(night, light.darkness * 0.26))
  shadow.addColorStop(1, css(night, 0.1 + light.darkness * 0.34))
  target.fillStyle = shadow
  target.fillRect(0, 0, width, height)
  const warm = target.createLinearGradient(0, 0, 0, height * 0.7)
  warm.addColorStop(0, css(light.sun.glow, 0.16 * light.sun.strength))
  warm.addColorStop(1, css(light.sun.glow, 0))
  target.fillStyle = warm
  target.fillRect(0, 0, width, height)
  target.globalCompositeOperation = 'source-over'
}
