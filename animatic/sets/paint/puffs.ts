/** Smoke, spray and mist: one soft puff painted once, many copies of it rising or drifting. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import { scattered } from '../../random.ts'
import type { Layer, SetOrder } from '../place.ts'
import { type Colour, css } from './colour.ts'

export function paintPuff(colour: Colour, radius = 48): Canvas {
  const canvas = createCanvas(radius * 2, radius * 2)
  const brush = canvas.getContext('2d')
  const shade = brush.createRadialGradient(radius, radius, 0, radius, radius, radius)
  shade.addColorStop(0, css(colour, 0.85))
  shade.addColorStop(0.5, css(colour, 0.4))
  shade.addColorStop(1, css(colour, 0))
  brush.fillStyle = shade
  brush.fillRect(0, 0, radius * 2, radius * 2)
  return canvas
}

export interface PlumeOrder {
  /** Pixels: where it rises from and how far. */
  y: number
  rise: number
  /** Pixels it is wide at its foot and at its top, and how far the wind takes it. */
  foot: number
  spread: number
  drift: number
  count: number
  /** Seconds one puff takes from the foot to the top. */
  seconds: number
  alpha: number
}

/** Draws a column of puffs over x = 0; for `pinned`. */
export function drawPlume(target: SKRSContext2D, puff: Canvas, order: PlumeOrder, seconds: number): void {
  const { y, rise, foot, spread, drift, count, alpha } = order
  target.imageSmoothingQuality = 'low'
  for (let index = 0; index < count; index++) {
    const age = (seconds / order.seconds + (index + scattered(index, 3) * 0.6) / count) % 1
    const size = foot * (0.6 + scattered(index, 1) * 0.5) + (spread - foot) * age
    const x = drift * age ** 1.4 + (scattered(index, 2) - 0.5) * size * 0.7 + Math.sin(seconds + index) * size * 0.05
    target.globalAlpha = alpha * Math.min(1, age * 6) * (1 - age) ** 0.8
    target.drawImage(puff, x - size / 2, y - rise * age - size / 2, size, size)
  }
  target.globalAlpha = 1
}

export interface MistOrder {
  depth: number
  /** Pixels from the frame's top, and of one bank's height. */
  y: number
  tall: number
  colour: Colour
  alpha: number
  count: number
}

/** Low banks of mist that drift across the frame. */
export function paintMist({ width, random }: SetOrder, { depth, y, tall, colour, alpha, count }: MistOrder): Layer {
  const puff = paintPuff(colour)
  const span = width * 2
  const banks = Array.from({ length: count }, (_, index) => ({
    x: ((index + random()) / count) * span,
    y: y + (random() - 0.5) * tall * 0.7,
    long: tall * (3 + random() * 4),
    pace: width * (0.008 + random() * 0.014),
    tall: tall * (0.7 + random() * 0.6),
  }))
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt(view, depth)
      target.setTransform(scale, 0, 0, scale, left, top)
      target.imageSmoothingQuality = 'low'
      target.globalAlpha = alpha
      for (const bank of banks) {
        const passed = bank.x + bank.pace * seconds - view.scroll * depth + bank.long
        const x = (((passed % span) + span) % span) - bank.long
        if (x < width * 1.2) target.drawImage(puff, x, bank.y - bank.tall / 2, bank.long, bank.tall)
      }
      target.globalAlpha = 1
      target.resetTransform()
    },
  }
}

export interface SparkOrder {
  depth: number
  /** Pixels from the frame's top that they move between. */
  top: number
  bottom: number
  colour: Colour
  count: number
  /** Pixels across. */
  size: number
  /** Heights of the space travelled in a second: up when positive. */
  pace: number
}

/** Points of light that wander: embers, fireflies, pollen in a sunbeam. */
export function paintSparks({ width }: SetOrder, order: SparkOrder): Layer {
  const { depth, top, bottom, colour, count, size, pace } = order
  const puff = paintPuff(colour, 12)
  const span = width * 1.3
  return {
    draw(target, view, seconds) {
      const { scale, left, top: shift } = projectionAt(view, depth)
      target.setTransform(scale, 0, 0, scale, left, shift)
      target.imageSmoothingQuality = 'low'
      for (let index = 0; index < count; index++) {
        const turn = scattered(index, 4) * 6.28
        const passed = scattered(index, 5) * span - view.scroll * depth
        const x = (((passed % span) + span) % span) - width * 0.15 + Math.sin(seconds * 0.7 + turn) * width * 0.02
        const risen = (((seconds * pace * (0.5 + scattered(index, 6)) + scattered(index, 7)) % 1) + 1) % 1
        const across = size * (0.5 + scattered(index, 8))
        target.globalAlpha = Math.max(0, 0.55 + 0.45 * Math.sin(seconds * 2.2 + turn * 3))
        target.drawImage(puff, x - across, bottom - (bottom - top) * risen - across, across * 2, across * 2)
      }
      target.globalAlpha = 1
      target.resetTransform()
    },
  }
}
