/** The roof of cloud that brings rain and snow, and the bolts that break from it in a storm. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import type { Weather } from '../../script/shot-plan.ts'
import type { Layer, SetOrder } from '../place.ts'
import { paintBolts } from '../weather/lightning.ts'
import { type Colour, css, darken, mix } from './colour.ts'
import { drifting } from './drift.ts'
import { softDisc } from './shapes.ts'

/** How dark the roof of cloud is, and how much of the sky it leaves open. */
const roofs: Partial<Record<Weather, { gloom: number; alpha: number; low: number }>> = {
  cloudy: { gloom: 0, alpha: 0.8, low: 0.6 },
  snow: { gloom: 0.02, alpha: 0.85, low: 0.66 },
  rain: { gloom: 0.14, alpha: 1, low: 0.72 },
  storm: { gloom: 0.36, alpha: 1, low: 0.8 },
}

/** Low cloud in long rolls, dark beneath, that covers the sky from its top down. */
export function cloudRoof(order: SetOrder, horizon: number, wind: number): Layer[] {
  const { width, light, random, weather } = order
  const roof = roofs[weather]
  if (!roof) return []
  const low = horizon * roof.low
  const [bright, dark] = [darken(light.cloud.light, roof.gloom * 0.8), darken(light.cloud.shade, roof.gloom)]
  const ceiling = createCanvas(8, Math.ceil(low))
  const brush = ceiling.getContext('2d')
  const base = brush.createLinearGradient(0, 0, 0, low)
  for (const [stop, alpha] of [
    [0, 1],
    [0.45, 0.8],
    [0.85, 0],
  ] as const)
    base.addColorStop(stop, css(mix(dark, bright, 0.35), alpha * roof.alpha))
  brush.fillStyle = base
  brush.fillRect(0, 0, 8, low)
  const rows = 5
  const span = width * 1.7
  // The rolls further away are lower in the picture, flatter and shorter.
  const rolls = Array.from({ length: rows }, (_, row) => rows - 1 - row).flatMap((row) => {
    const count = 4 + row
    return Array.from({ length: count }, (_, index) => ({
      picture: paintRolls(random, width * (0.62 - row * 0.07), low * (0.34 - row * 0.045), [bright, dark]),
      x: ((index + random() * 0.8) / count) * span,
      y: low * (0.2 + (row / rows) * 0.8) + (random() - 0.5) * low * 0.06,
      alpha: roof.alpha,
    }))
  })
  return [
    { draw: (target) => target.drawImage(ceiling, 0, 0, width, low) },
    drifting(rolls, { width, span, depth: 0.09, pace: (wind * width) / 1280 }),
    ...(weather === 'storm' ? [paintBolts(order, horizon)] : []),
  ]
}

/** A few rolls over each other, soft all round, in a picture of its own. */
function paintRolls(random: Random, long: number, high: number, [bright, dark]: readonly [Colour, Colour]): Canvas {
  const canvas = createCanvas(Math.ceil(long), Math.ceil(high))
  const brush = canvas.getContext('2d')
  for (let roll = 0; roll < 5; roll++) {
    const [across, tall] = [long * (0.2 + random() * 0.12), high * (0.24 + random() * 0.1)]
    const x = across + random() * (long - across * 2)
    const y = tall + random() * (high - tall * 2)
    softRoll(brush, x, y, across, tall, css(dark, 0.55))
    softRoll(brush, x - across * 0.08, y - tall * 0.3, across * 0.86, tall * 0.6, css(mix(dark, bright, random()), 0.7))
  }
  return canvas
}

function softRoll(target: SKRSContext2D, x: number, y: number, long: number, high: number, colour: string): void {
  target.save()
  target.translate(x, y)
  target.scale(1, high / long)
  softDisc(target, 0, 0, long, colour, 0.25)
  target.restore()
}
