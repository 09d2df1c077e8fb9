/** Dunes one behind the other, table mountains, cacti and a hard sun. */
import { lit, sides } from './light.ts'
import { paintCactus } from './paint/cactus.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintRock } from './paint/rock.ts'
import { paintSky } from './paint/sky.ts'
import type { Place, SetOrder } from './place.ts'

export function paintDesert(order: SetOrder): Place {
  const { width, height } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.58
  const light = order.light
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(
        { ...order, light: { ...light, cloud: { ...light.cloud, cover: light.cloud.cover * 0.4 } } },
        horizon,
      ).slice(1),
      ridgeBand(order, {
        depth: 0.08,
        colour: '#b9806a',
        crest: horizon - unit * 0.2,
        foot: horizon + unit * 0.05,
        bottom: horizon + unit * 0.06,
        feature: width * 0.3,
        ruggedness: 0.62,
        distance: 0.72,
      }),
      ridgeBand(order, {
        depth: 0.18,
        colour: '#d99a5e',
        crest: horizon - unit * 0.07,
        foot: horizon + unit * 0.03,
        bottom: horizon + unit * 0.12,
        feature: width * 0.7,
        ruggedness: 0.1,
        distance: 0.5,
      }),
      ridgeBand(order, {
        depth: 0.34,
        colour: '#e0a566',
        crest: horizon - unit * 0.01,
        foot: horizon + unit * 0.09,
        bottom: horizon + unit * 0.2,
        feature: width * 0.8,
        ruggedness: 0.08,
        distance: 0.3,
      }),
      treeRow(order, {
        depth: 0.46,
        ground: horizon + unit * 0.09,
        tall: unit * 0.2,
        density: 3,
        distance: 0.25,
        paint: paintCactus,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.1,
        far: '#efc07e',
        near: '#d9995a',
        scatter: {
          count: 150,
          paint(target, x, y, share, own) {
            if (own() < 0.12)
              return paintRock(target, x, y, unit * (0.006 + share * 0.022), sides(hex('#a8744f'), light, 0.2), own)
            target.strokeStyle = css(lit(hex('#c4844a'), light, 0.1), 0.3)
            target.lineWidth = unit * 0.003 * (0.5 + share)
            const long = unit * (0.04 + share * 0.13)
            target.beginPath()
            target.moveTo(x - long, y)
            target.quadraticCurveTo(x, y - long * 0.14, x + long, y)
            target.stroke()
          },
        },
      }),
      treeRow(order, {
        depth: 0.85,
        ground: height * 0.72,
        tall: unit * 0.3,
        density: 1,
        distance: 0.1,
        paint: paintCactus,
      }),
    ],
    foreground: [],
    medium: 'ground',
    horizon,
    floor: height * 0.86,
    dust: 'dust',
  }
}
