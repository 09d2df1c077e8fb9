/** Clouds: heaps lit from above that drift with the wind, streaks of ice high up, and the roof of cloud that brings rain. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import type { Layer, SetOrder } from '../place.ts'
import { cloudRoof } from './cloud-roof.ts'
import { css } from './colour.ts'
import { drifting } from './drift.ts'
import { softDisc } from './shapes.ts'

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
