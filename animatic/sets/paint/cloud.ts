/** Clouds: heaps lit from above that drift with the wind, streaks of ice high up, and the roof of cloud that brings rain. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Random } from '../../random.ts'
import type { Weather } from '../../script/shot-plan.ts'
import type { Layer, SetOrder } from '../place.ts'
import { paintBolts } from '../weather/lightning.ts'
import { type Colour, css, darken, mix } from './colour.ts'

/** Banks of cloud at several distances; how many and how thick follows the weather. */
export function paintClouds(order: SetOrder, horizon: number): Layer[] {
  const { light, weather } = order
  const wind = weather === 'wind' || weather === 'storm' ? 34 : 9
  const { cover } = light.cloud
  const far = { top: 0.42, bottom: 0.86, size: 0.15, count: 4 + cover * 6, depth: 0.04, wind, horizon }
  const near = { top: 0.24, bottom: 0.58, size: 0.3, count: 1.5 + cover * 6, depth: 0.09, wind: wind * 1.8, horizon }
  if (weather === 'fog') return []
  const roof = cloudRoof(order, horizon, wind)
  if (roof.length > 0) return [cloudBank(order, far), ...roof]
  return [streaks(order, horizon), cloudBank(order, far), cloudBank(order, near)]
}

interface BankOrder {
  /** Shares of the sky's height. */
  top: number
  bottom: number
  /** Share of the frame's smaller side. */
  size: number
  count: number
  depth: number
  /** Pixels a second at a frame of 1280 pixels. */
  wind: number
  horizon: number
}

/** Each cloud is a small picture of its own: a whole band of sky is mostly empty, and costs as if it were full. */
function cloudBank(order: SetOrder, bank: BankOrder): Layer {
  const { width, height, random } = order
  const size = bank.size * Math.min(width, height)
  const span = width * 1.6
  const clouds = Array.from({ length: Math.round(bank.count) }, (_, index) => {
    const share = random()
    return {
      // What is nearer the horizon is further away.
      picture: paintCloud(order, size * (0.55 + random() * 0.75) * (1.15 - share * 0.4)),
      x: ((index + random() * 0.8) / bank.count) * span,
      y: bank.horizon * (bank.top + share * (bank.bottom - bank.top)),
      alpha: 0.8 + random() * 0.2,
    }
  })
  const pace = (bank.wind * width) / 1280
  return drifting(clouds, { width, span, depth: bank.depth, pace })
}

interface Drift {
  width: number
  /** Pixels after which the clouds come round again. */
  span: number
  depth: number
  /** Pixels a second. */
  pace: number
}

function drifting(
  clouds: readonly { picture: Canvas; x: number; y: number; alpha: number }[],
  { width, span, depth, pace }: Drift,
): Layer {
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt(view, depth)
      target.setTransform(scale, 0, 0, scale, left, top)
      target.imageSmoothingQuality = 'low'
      for (const { picture, x, y, alpha } of clouds) {
        const passed = x - view.scroll * depth - seconds * pace
        const shown = ((((passed + picture.width) % span) + span) % span) - picture.width
        if (shown > width * 1.1) continue
        target.globalAlpha = alpha
        target.drawImage(picture, shown, y - picture.height / 1.5)
      }
      target.globalAlpha = 1
      target.resetTransform()
    },
  }
}

/** One heap of cloud, `width` pixels wide, its flat underside two thirds down the picture. */
export function paintCloud(order: SetOrder, width: number): Canvas {
  const lobes = cloudLobes(order.random, width)
  const base = width * 0.5
  const canvas = createCanvas(Math.ceil(width * 1.3), Math.ceil(base * 1.5))
  const target = canvas.getContext('2d')
  const { light, shade } = order.light.cloud
  target.translate(canvas.width / 2, base)
  for (const { x, y, radius } of lobes) softDisc(target, x, y, radius, css(light, 0.96), 0.86)
  target.globalCompositeOperation = 'source-atop'
  // The lobes behind are in the shade of those in front, which catch the light at their upper left.
  for (const { x, y, radius } of lobes) {
    softDisc(target, x + radius * 0.2, y + radius * 0.45, radius * 1.05, css(shade, 0.5), 0.1)
    softDisc(target, x - radius * 0.12, y - radius * 0.2, radius * 0.86, css(light, 0.92), 0.2)
  }
  const under = target.createLinearGradient(0, -base * 0.6, 0, base * 0.2)
  under.addColorStop(0, css(shade, 0))
  under.addColorStop(1, css(shade, 0.9))
  target.fillStyle = under
  target.fillRect(-canvas.width / 2, -base, canvas.width, canvas.height)
  target.globalCompositeOperation = 'destination-out'
  const foot = target.createLinearGradient(0, 0, 0, base * 0.2)
  foot.addColorStop(0, 'rgba(0,0,0,0)')
  foot.addColorStop(1, 'rgba(0,0,0,1)')
  target.fillStyle = foot
  target.fillRect(-canvas.width / 2, 0, canvas.width, base)
  return canvas
}

/** A disc of one colour whose outer part, from the share `firm` of its radius, fades away. */
function softDisc(target: SKRSContext2D, x: number, y: number, radius: number, colour: string, firm: number): void {
  const soft = target.createRadialGradient(x, y, radius * firm, x, y, radius)
  soft.addColorStop(0, colour)
  soft.addColorStop(1, colour.replace(/[\d.]+\)$/, '0)'))
  target.fillStyle = soft
  target.beginPath()
  target.arc(x, y, radius, 0, Math.PI * 2)
  target.fill()
}

/** Heaps along a level base, the tallest near the middle; those at the back come first. */
function cloudLobes(random: Random, width: number): { x: number; y: number; radius: number }[] {
  const peak = (random() - 0.5) * 0.5
  const rows = [
    { count: 7, lift: 0.17, size: 0.12 },
    { count: 8, lift: 0.02, size: 0.11 },
  ]
  return rows.flatMap(({ count, lift, size }) =>
    Array.from({ length: count }, (_, index) => {
      const along = (index + 0.5 + (random() - 0.5) * 0.5) / count - 0.5
      const dome = Math.max(0, 1 - Math.abs((along * 2 - peak) / (1 + Math.abs(peak))) ** 1.7)
      const radius = width * size * (0.45 + dome * (0.55 + random() * 0.35))
      return {
        x: along * width * 0.94,
        y: -radius * (lift > 0.1 ? 0.45 : 0.12) - width * lift * dome * (0.7 + random() * 0.5),
        radius,
      }
    }),
  )
}

/** Thin streaks of ice cloud high over everything. */
function streaks(order: SetOrder, horizon: number): Layer {
  const { width, random, light } = order
  const span = width * 1.5
  const clouds = Array.from({ length: 4 }, (_, index) => {
    const long = width * (0.3 + random() * 0.25)
    const picture = createCanvas(Math.ceil(long), Math.ceil(long * 0.18))
    const brush = picture.getContext('2d')
    brush.lineCap = 'round'
    for (let hair = 0; hair < 16; hair++) {
      const [from, y] = [random() * long * 0.5, picture.height * (0.2 + random() * 0.6)]
      const reach = long * (0.2 + random() * 0.28)
      const fade = brush.createLinearGradient(from, 0, from + reach, 0)
      for (const [stop, alpha] of [
        [0, 0],
        [0.4, 0.2],
        [1, 0],
      ] as const)
        fade.addColorStop(stop, css(light.cloud.light, alpha))
      brush.strokeStyle = fade
      brush.lineWidth = picture.height * (0.03 + random() * 0.09)
      brush.beginPath()
      brush.moveTo(from, y)
      brush.quadraticCurveTo(from + reach * 0.5, y - picture.height * 0.12, from + reach, y - picture.height * 0.02)
      brush.stroke()
    }
    return { picture, x: ((index + random()) / 4) * span, y: horizon * (0.12 + random() * 0.4), alpha: 0.9 }
  })
  return drifting(clouds, { width, span, depth: 0.02, pace: width * 0.003 })
}

/** How dark the roof of cloud is, and how much of the sky it leaves open. */
const roofs: Partial<Record<Weather, { gloom: number; alpha: number; low: number }>> = {
  cloudy: { gloom: 0, alpha: 0.8, low: 0.6 },
  snow: { gloom: 0.02, alpha: 0.85, low: 0.66 },
  rain: { gloom: 0.14, alpha: 1, low: 0.72 },
  storm: { gloom: 0.36, alpha: 1, low: 0.8 },
}

/** Low cloud in long rolls, dark beneath, that covers the sky from its top down. */
function cloudRoof(order: SetOrder, horizon: number, wind: number): Layer[] {
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
