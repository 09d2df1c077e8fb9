/** Winter country: white hills, laden firs, soft blue shadows. The season is winter, whatever the month. */
import { lit } from './light.ts'
import { snowCap } from './paint/caps.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintSky } from './paint/sky.ts'
import { paintConifer } from './paint/tree.ts'
import type { Place, SetOrder } from './place.ts'

export function paintSnow(order: SetOrder): Place {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  // Whatever the month, this place is under snow.
  const white = { ...order, season: 'winter' } as const
  const horizon = height * 0.57
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.1,
        colour: '#8fa3c6',
        crest: horizon - unit * 0.26,
        foot: horizon,
        bottom: horizon + unit * 0.03,
        feature: width * 0.42,
        ruggedness: 0.75,
        distance: 0.72,
        decorate: snowCap(order, { share: 0.6, distance: 0.5 }),
      }),
      ridgeBand(order, {
        depth: 0.2,
        colour: '#cbd9ea',
        crest: horizon - unit * 0.09,
        foot: horizon + unit * 0.03,
        bottom: horizon + unit * 0.14,
        feature: width * 0.6,
        ruggedness: 0.15,
        distance: 0.4,
      }),
      treeRow(white, {
        depth: 0.28,
        ground: horizon + unit * 0.02,
        tall: unit * 0.13,
        density: 22,
        distance: 0.5,
        paint: paintConifer,
      }),
      ridgeBand(order, {
        depth: 0.38,
        colour: '#e2ebf6',
        crest: horizon - unit * 0.01,
        foot: horizon + unit * 0.06,
        bottom: horizon + unit * 0.22,
        feature: width * 0.7,
        ruggedness: 0.1,
        distance: 0.24,
      }),
      treeRow(white, {
        depth: 0.46,
        ground: horizon + unit * 0.075,
        tall: unit * 0.32,
        density: 4.5,
        sway: 2,
        distance: 0.22,
        paint: paintConifer,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.08,
        far: '#f4f8fd',
        near: '#dfe9f5',
        scatter: {
          count: 90,
          paint(target, x, y, share, own) {
            const reach = unit * (0.02 + share * 0.1)
            target.fillStyle = css(lit(hex(own() < 0.6 ? '#bfd2ea' : '#ffffff'), light, 0.1), 0.3)
            target.beginPath()
            target.ellipse(x, y, reach, reach * 0.13, 0, 0, Math.PI * 2)
            target.fill()
          },
        },
      }),
    ],
    foreground: [
      ridgeBand(order, {
        depth: 1.5,
        colour: '#d3e0f0',
        crest: height * 0.93,
        foot: height * 1.03,
        bottom: height * 1.2,
        feature: width * 0.8,
        ruggedness: 0.1,
        distance: 0.02,
      }),
    ],
    medium: 'ground',
    horizon,
    floor: height * 0.85,
    dust: 'snow',
  }
}
