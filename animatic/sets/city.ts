/** A city street: a skyline in the haze, houses with lit windows, a road with lamps. Wet roads shine. */
import { lit } from './light.ts'
import { paintBuilding } from './paint/building.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { paintRoad } from './paint/road.ts'
import { paintSky } from './paint/sky.ts'
import { paintStrip } from './paint/strip.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const fronts = ['#b8655a', '#c98a5e', '#8a7f9a', '#6f8aa8', '#a89a80', '#7a9a8a', '#b57f93']
const towers = ['#7f8fb0', '#8a97b5', '#75869f', '#93a0b8']

export function paintCity(order: SetOrder): Place {
  const { width, height } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.62
  const kerb = height * 0.7
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      skyline(order, {
        depth: 0.1,
        low: unit * 0.14,
        high: unit * 0.46,
        wide: unit * 0.085,
        ground: horizon,
        distance: 0.78,
        colours: towers,
      }),
      skyline(order, {
        depth: 0.24,
        low: unit * 0.12,
        high: unit * 0.36,
        wide: unit * 0.12,
        ground: horizon + unit * 0.02,
        distance: 0.5,
        colours: towers,
      }),
      skyline(order, {
        depth: 0.6,
        low: unit * 0.2,
        high: unit * 0.42,
        wide: unit * 0.26,
        ground: kerb,
        distance: 0.14,
        colours: fronts,
      }),
    ],
    ground: [...paintRoad(order, { top: kerb, pavement: unit * 0.05 }), lamps(order, kerb)],
    foreground: [],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: order.weather === 'rain' || order.weather === 'storm' ? 'splash' : order.weather === 'snow' ? 'snow' : 'none',
  }
}

interface SkylineOrder {
  depth: number
  /** Pixels: the lowest and highest building, and the usual width of one. */
  low: number
  high: number
  wide: number
  ground: number
  distance: number
  colours: readonly string[]
}

function skyline(order: SetOrder, { depth, low, high, wide, ground, distance, colours }: SkylineOrder): Layer {
  const { width, random } = order
  const count = Math.max(4, Math.round((width * 1.7) / wide))
  return paintStrip({ depth, period: width * 1.7, top: ground - high * 1.12, height: high * 1.12 + 3 }, (band) => {
    const step = band.period / count
    for (let index = 0; index < count; index++) {
      const tall = low + (high - low) * random() ** 1.6
      paintBuilding(band, {
        x: index * step,
        ground: band.height,
        width: step * (0.96 + random() * 0.05),
        height: tall,
        colour: hex(colours[Math.floor(random() * colours.length)] ?? '#8a97b5'),
        distance,
        order,
      })
    }
  })
}

function lamps({ width, height, light, random }: SetOrder, kerb: number): Layer {
  const unit = Math.min(width, height)
  const tall = unit * 0.3
  return paintStrip({ depth: 0.86, period: width * 1.5, top: kerb - tall * 1.7, height: tall * 2 }, (band) => {
    const { target } = band
    const foot = tall * 1.7 + unit * 0.018
    const count = 3
    const start = random() * band.period
    for (let index = 0; index < count; index++) {
      band.place(start + (index * band.period) / count, tall * 0.6, (x) => {
        target.strokeStyle = css(lit(hex('#2e3440'), light, 0.05))
        target.lineWidth = unit * 0.009
        target.lineCap = 'round'
        target.beginPath()
        target.moveTo(x, foot)
        target.lineTo(x, foot - tall)
        target.quadraticCurveTo(x, foot - tall * 1.08, x + tall * 0.13, foot - tall * 1.06)
        target.stroke()
        const on = light.darkness > 0.3
        if (on) {
          const shine = target.createRadialGradient(
            x + tall * 0.14,
            foot - tall * 1.03,
            0,
            x + tall * 0.14,
            foot - tall * 1.03,
            tall * 0.5,
          )
          shine.addColorStop(0, 'rgba(255,222,150,0.75)')
          shine.addColorStop(0.2, 'rgba(255,210,130,0.3)')
          shine.addColorStop(1, 'rgba(255,200,110,0)')
          target.fillStyle = shine
          target.fillRect(x - tall, foot - tall * 1.6, tall * 2, tall * 2)
        }
        target.fillStyle = on ? '#fff3c9' : css(lit(hex('#d8dce4'), light, 0))
        target.beginPath()
        target.ellipse(x + tall * 0.15, foot - tall * 1.04, unit * 0.018, unit * 0.009, 0, 0, Math.PI * 2)
        target.fill()
      })
    }
  })
}
