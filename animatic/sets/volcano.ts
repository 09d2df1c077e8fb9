/** A volcano at work: glowing streams on its flanks, smoke lit from below, embers over black rock. */
import { sides } from './light.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex, mix } from './paint/colour.ts'
import { groundBand, ridgeBand } from './paint/land.ts'
import { type Cone, hot, lava, paintCone, paintEruption, paintSmoke } from './paint/lava.ts'
import { paintSparks } from './paint/puffs.ts'
import { paintRock } from './paint/rock.ts'
import { placeAlike, scenery } from './paint/scenery.ts'
import { paintSky } from './paint/sky.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintVolcano(order: SetOrder): Place {
  const { width, height, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.6
  // Ash in the air warms and dims whatever the hour is.
  const light = {
    ...order.light,
    haze: mix(order.light.haze, hex('#c9705a'), 0.4),
    ambient: mix(order.light.ambient, hex('#ffcfae'), 0.3),
    sky: order.light.sky.map((colour, index) => mix(colour, hex(index < 2 ? '#4a4360' : '#f09a6a'), 0.32)),
  }
  const ashen = { ...order, light }
  const tall = Math.min(height * 0.36, unit * 0.56)
  const cone: Cone = {
    x: width * (random() < 0.5 ? 0.3 : 0.7),
    peak: horizon - tall,
    foot: horizon + unit * 0.05,
    half: tall * 1.25,
    mouth: tall * 0.13,
  }
  return {
    backdrop: [
      ...paintSky(ashen, horizon),
      ...paintClouds(ashen, horizon).slice(0, 1),
      paintSmoke(ashen, cone),
      ridgeBand(ashen, {
        depth: 0.1,
        colour: '#6b5a70',
        crest: horizon - unit * 0.18,
        foot: horizon,
        bottom: horizon + unit * 0.05,
        feature: width * 0.3,
        ruggedness: 0.7,
        distance: 0.75,
      }),
      paintCone(ashen, cone),
      paintEruption(ashen, cone),
      ridgeBand(ashen, {
        depth: 0.3,
        colour: '#4a3d46',
        crest: horizon - unit * 0.05,
        foot: horizon + unit * 0.06,
        bottom: horizon + unit * 0.2,
        feature: width * 0.3,
        ruggedness: 0.65,
        distance: 0.4,
      }),
      ridgeBand(ashen, {
        depth: 0.46,
        colour: '#3a3038',
        crest: horizon + unit * 0.02,
        foot: horizon + unit * 0.1,
        bottom: horizon + unit * 0.24,
        feature: width * 0.22,
        ruggedness: 0.72,
        distance: 0.2,
      }),
    ],
    ground: [
      groundBand(ashen, {
        depth: 1,
        top: horizon + unit * 0.1,
        far: order.season === 'winter' ? '#8d8890' : '#5c4a4c',
        near: order.season === 'winter' ? '#6d6870' : '#352b30',
        scatter: {
          count: 150,
          paint(target, x, y, share, own) {
            const size = unit * (0.006 + share * 0.028 * own())
            paintRock(target, x, y, size, sides(hex('#51454c'), light, 0.1), own)
          },
        },
      }),
      cracks(ashen, horizon + unit * 0.15),
    ],
    foreground: [
      paintSparks(ashen, {
        depth: 1.1,
        top: height * 0.05,
        bottom: height,
        colour: lava,
        count: 44,
        size: unit * 0.007,
        pace: 0.12,
      }),
    ],
    medium: 'ground',
    light,
    horizon,
    floor: height * 0.86,
    dust: 'dust',
  }
}

/** Cracks in the ground with fire in them, and a lava stream along its far edge. */
function cracks(order: SetOrder, top: number): Layer {
  const { height, random } = order
  const unit = Math.min(order.width, height)
  return scenery(order, { depth: 1, top: top - unit * 0.06, bottom: height * 1.05, span: 2 }, (band) => {
    for (let index = 0; index < 13; index++) {
      const share = 0.05 + (index / 13) ** 1.4 * 0.95
      const y = top + share * (height * 0.98 - top)
      const long = unit * (0.1 + share * 0.2)
      placeAlike(band, random, random() * band.period, long * 1.4, (at, own) => {
        const points = Array.from({ length: 8 }, (_, step) => [
          at + (step / 7 - 0.5) * long * 2,
          y + (own() - 0.5) * long * 0.13,
        ])
        for (const [colour, alpha, wide] of [
          [lava, 0.14, 9],
          [hex('#ff5a22'), 0.75, 2.2],
          [hot, 0.85, 0.8],
        ] as const) {
          band.target.strokeStyle = css(colour, alpha)
          band.target.lineWidth = unit * 0.002 * wide * (0.4 + share)
          band.target.lineCap = 'round'
          band.target.lineJoin = 'round'
          band.target.beginPath()
          for (const [x = 0, high = 0] of points) band.target.lineTo(x, high)
          band.target.stroke()
        }
      })
    }
  })
}
