/** Clouds as heaps of soft lobes, lit from above, drifting with the wind. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Random } from '../../random.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css } from './colour.ts'

/** Banks of cloud at two distances; how many follows the weather. */
export function paintClouds(order: SetOrder, horizon: number): Layer[] {
  const { light, weather } = order
  const wind = weather === 'wind' || weather === 'storm' ? 34 : 9
  return [
    cloudBank(order, {
      top: 0.34,
      bottom: 0.86,
      size: 0.13,
      count: 5 + light.cloud.cover * 7,
      depth: 0.04,
      wind,
      horizon,
    }),
    cloudBank(order, {
      top: 0.06,
      bottom: 0.5,
      size: 0.26,
      count: 2 + light.cloud.cover * 6,
      depth: 0.09,
      wind: wind * 1.8,
      horizon,
    }),
  ]
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
  const clouds = Array.from({ length: Math.round(bank.count) }, (_, index) => ({
    picture: paintCloud(order, size * (0.6 + random() * 0.8)),
    x: ((index + random() * 0.8) / bank.count) * span,
    y: bank.horizon * (bank.top + random() * (bank.bottom - bank.top)),
    alpha: 0.72 + random() * 0.24,
  }))
  const pace = (bank.wind * width) / 1280
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt(view, bank.depth)
      target.setTransform(scale, 0, 0, scale, left, top)
      target.imageSmoothingQuality = 'low'
      for (const { picture, x, y, alpha } of clouds) {
        const passed = x - view.scroll * bank.depth - seconds * pace
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

/** One cloud, `width` pixels wide, its flat underside two thirds down the picture. */
export function paintCloud(order: SetOrder, width: number): Canvas {
  const lobes = cloudLobes(order.random, width)
  const height = width * 0.5
  const canvas = createCanvas(Math.ceil(width * 1.3), Math.ceil(height * 1.5))
  const target = canvas.getContext('2d')
  const { light, shade } = order.light.cloud
  for (const { dx, dy, radius } of lobes) {
    const cx = canvas.width / 2 + dx
    const cy = height - dy
    const soft = target.createRadialGradient(cx - radius * 0.2, cy - radius * 0.35, radius * 0.1, cx, cy, radius)
    soft.addColorStop(0, css(light, 0.95))
    soft.addColorStop(0.55, css(light, 0.8))
    soft.addColorStop(1, css(light, 0))
    target.fillStyle = soft
    target.beginPath()
    target.arc(cx, cy, radius, 0, Math.PI * 2)
    target.fill()
  }
  target.globalCompositeOperation = 'source-atop'
  const under = target.createLinearGradient(0, height * 0.25, 0, height * 1.15)
  under.addColorStop(0, css(shade, 0))
  under.addColorStop(1, css(shade, 0.9))
  target.fillStyle = under
  target.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

function cloudLobes(random: Random, width: number): { dx: number; dy: number; radius: number }[] {
  const count = 14
  return Array.from({ length: count }, (_, index) => {
    const along = (index + 0.5) / count - 0.5
    const dome = Math.sqrt(Math.max(0, 1 - (along * 2) ** 2))
    const radius = width * (0.07 + 0.11 * dome * (0.6 + random() * 0.6))
    return { dx: along * width * 0.92, dy: radius * (0.3 + random() * 0.5) + dome * random() * width * 0.12, radius }
  })
}
