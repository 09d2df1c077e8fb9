/** Mars: rust-red plains, table mountains and boulders under a butterscotch sky. */
import { createCanvas } from '@napi-rs/canvas'
import { type Light, lit, sides } from './light.ts'
import { css, hex, mix } from './paint/colour.ts'
import { drifting } from './paint/drift.ts'
import { groundBand, ridgeBand } from './paint/land.ts'
import { paintRock } from './paint/rock.ts'
import { paintSky } from './paint/sky.ts'
import type { Layer, Place, SetOrder } from './place.ts'

/** From the zenith down, by day. */
const dustySky = ['#9a5a3c', '#c07a4e', '#dca070', '#f0c898'] as const

export function paintMars(order: SetOrder): Place {
  const { width, height } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.58
  const mars: SetOrder = { ...order, light: dusty(order.light) }
  const { light } = mars
  const ridge = (depth: number, colour: string, high: number, low: number, ruggedness: number, distance: number) =>
    ridgeBand(mars, {
      depth,
      colour,
      crest: horizon - unit * high,
      foot: horizon + unit * low,
      bottom: horizon + unit * (low + 0.1),
      feature: width * (0.3 + depth),
      ruggedness,
      distance,
    })
  return {
    backdrop: [
      ...paintSky(mars, horizon),
      ridge(0.06, '#a85c3c', 0.24, 0.02, 0.66, 0.86),
      ridge(0.14, '#b4623c', 0.12, 0.03, 0.5, 0.6),
      ridge(0.28, '#bc6a40', 0.04, 0.07, 0.2, 0.36),
    ],
    ground: [
      groundBand(mars, {
        depth: 1,
        top: horizon + unit * 0.07,
        far: '#cf8052',
        near: '#a4552f',
        scatter: {
          count: 190,
          paint(target, x, y, share, own) {
            if (own() < 0.42) {
              const size = unit * (0.004 + share * 0.026 * own())
              paintRock(target, x, y, size, sides(hex('#8a4a30'), light, 0.15), own)
              return
            }
            target.strokeStyle = css(lit(hex('#8f4426'), light, 0.1), 0.3)
            target.lineWidth = unit * 0.003 * (0.5 + share)
            const long = unit * (0.03 + share * 0.12)
            target.beginPath()
            target.moveTo(x - long, y)
            target.quadraticCurveTo(x, y - long * 0.12, x + long, y)
            target.stroke()
          },
        },
      }),
    ],
    foreground: [blownDust(mars, horizon)],
    medium: 'ground',
    light,
    horizon,
    floor: height * 0.86,
    dust: 'dust',
  }
}

/** Veils of dust that the thin wind carries along the ground. */
function blownDust({ width, height, light, random }: SetOrder, horizon: number): Layer {
  const picture = createCanvas(Math.round(width * 0.4), Math.round(height * 0.08))
  const target = picture.getContext('2d')
  const [wide, high] = [picture.width, picture.height]
  target.translate(wide / 2, high / 2)
  target.scale(1, high / wide)
  const veil = target.createRadialGradient(0, 0, 0, 0, 0, wide / 2)
  veil.addColorStop(0, css(lit(hex('#e8b088'), light, 0.3), 0.5))
  veil.addColorStop(1, css(lit(hex('#e8b088'), light, 0.3), 0))
  target.fillStyle = veil
  target.fillRect(-wide / 2, -wide / 2, wide, wide)
  const veils = Array.from({ length: 7 }, () => ({
    picture,
    x: random() * width * 2,
    y: horizon + height * (0.06 + random() * 0.3),
    alpha: 0.25 + random() * 0.4,
  }))
  return drifting(veils, { width, span: width * 2, depth: 1.05, pace: width * 0.07 })
}

/** Fine dust fills the thin air: the sky is its colour, the darker the less sun there is. */
function dusty(light: Light): Light {
  const share = 0.82 - light.darkness * 0.6
  return {
    ...light,
    sky: light.sky.map((own, index) => mix(own, hex(dustySky[index] ?? '#dca070'), share)),
    haze: mix(light.haze, hex('#d89a6c'), 0.8 - light.darkness * 0.5),
    cloud: { ...light.cloud, cover: 0 },
  }
}
