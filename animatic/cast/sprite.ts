/** A drawing made ready to move: rasterised, trimmed to what is painted, recoloured and lit. */
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import type { Garment } from '../script/shot-plan.ts'
import type { Light } from '../sets/light.ts'
import { css } from '../sets/paint/colour.ts'
import { withBody } from './body.ts'
import { wear } from './clothes.ts'
import { drawnFacing, levelTurn } from './facing.ts'
import { readDrawing } from './read-drawing.ts'
import { recolour } from './recolour.ts'
import { waterShare } from './waterline.ts'

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
/** The turn, in radians, that levels it, and the share of its breadth seen from the side. */
const boards: Readonly<Record<string, { turn: number; flat: number }>> = {
  skateboard: { turn: 0.8, flat: 0.4 },
  surfboard: { turn: 0.83, flat: 0.4 },
  snowboard: { turn: 0.9, flat: 0.4 },
  skis: { turn: 0.5, flat: 1 },
}
/** Alpha below which a pixel counts as empty. */
const emptyAlpha = 24

export interface SpriteOrder {
  drawing: string
  /** Pixels. */
  height: number
  /** A CSS colour to dress the drawing in. */
  colour?: string
  /** Clothes to put on a person. */
  wears?: readonly Garment[] | undefined
  light: Light
  /** People drawn as a bust are given legs. */
  isPerson?: boolean
  /** Somebody stands on it: a board drawn upright is laid on the ground, as long as it was tall. */
  isLaid?: boolean
  /** `asleep` lies down, with its head where it faces; `seated` is lower where the drawing can sit. */
  posture?: 'asleep' | 'seated' | undefined
}

/** Throws when the set has no such drawing. */
export async function makeSprite(order: SpriteOrder): Promise<Sprite> {
  const { drawing, height, colour, light, isPerson = false, isLaid = false } = order
  const size = Math.round(height * sharpness)
  const image = await loadImage(await readDrawing(drawing, size))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  const plain = trim(canvas)
  const upright = withBody(plain, drawing, isPerson)
  if (order.wears) wear(upright, drawing, order.wears)
  const laid = isLaid ? laidDown(upright, drawing) : undefined
  const trimmed = laid ?? inPosture(upright, plain, order)
  if (colour) recolour(trimmed, colour, waterShare(drawing))
  shade(trimmed, light)
  const shown = height / (laid ? laid.width : upright.height)
  return {
    picture: trimmed,
    width: trimmed.width * shown,
    height: trimmed.height * shown,
    drawnFacing: drawnFacing(drawing),
    levelTurn: levelTurn(drawing),
  }
}

/** Of a four-legged one that lies down: the share of its height that its legs, drawn under it, no longer take. */
const tuckedLegs = 0.27

function inPosture(upright: Canvas, plain: Canvas, { drawing, isPerson = false, posture }: SpriteOrder): Canvas {
  if (posture === 'seated') return withBody(plain, drawing, isPerson, true)
  if (posture !== 'asleep') return upright
  const { width, height } = upright
  if (width > height * 0.85) {
    const lying = createCanvas(width, Math.round(height * (1 - tuckedLegs)))
    lying.getContext('2d').drawImage(upright, 0, 0)
    return trim(lying)
  }
  const lying = createCanvas(height, width)
  const brush = lying.getContext('2d')
  brush.translate(height / 2, width / 2)
  brush.rotate((drawnFacing(drawing) * Math.PI) / 2)
  brush.drawImage(upright, -width / 2, -height / 2)
  return lying
}

/** Turns a slanted board level and looks along it; undefined for what is no board. */
function laidDown(picture: Canvas, drawing: string): Canvas | undefined {
  const board = boards[drawing]
  if (!board) return undefined
  const size = Math.ceil(Math.hypot(picture.width, picture.height))
  const canvas = createCanvas(size, size)
  const brush = canvas.getContext('2d')
  brush.translate(size / 2, size / 2)
  brush.scale(1, board.flat)
  brush.rotate(board.turn)
  brush.drawImage(picture, -picture.width / 2, -picture.height / 2)
  return trim(canvas)
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
  rim(picture, light)
}

/** The light that runs along what looks up, wherever the drawing faces. */
function rim(picture: Canvas, light: Light): void {
  const { width, height } = picture
  const edge = createCanvas(width, height)
  const brush = edge.getContext('2d')
  brush.drawImage(picture, 0, 0)
  brush.globalCompositeOperation = 'destination-out'
  brush.drawImage(picture, 0, Math.max(1, height * 0.014))
  brush.globalCompositeOperation = 'source-in'
  brush.fillStyle = css(light.sun.glow)
  brush.fillRect(0, 0, width, height)
  const target = picture.getContext('2d')
  target.globalCompositeOperation = 'lighter'
  target.globalAlpha = 0.1 + 0.24 * light.sun.strength
  target.drawImage(edge, 0, 0)
  target.globalAlpha = 1
  target.globalCompositeOperation = 'source-over'
}
