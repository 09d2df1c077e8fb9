/** High mountains: snowy peaks behind each other, an alp with firs and rocks. */

import { lit, sides } from './light.ts'
import { snowCap } from './paint/caps.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { foregroundGrass, paintTuft } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintRock } from './paint/rock.ts'
import { paintSky } from './paint/sky.ts'
import { paintConifer } from './paint/tree.ts'
import type { Place, SetOrder } from './place.ts'

export function paintMountain(order: SetOrder): Place {
  const { width, height, light, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.6
  const winter = season === 'winter'
  const blade = winter ? '#c3cfdc' : '#6f8f4e'
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ridgeBand(order, {
        depth: 0.06,
        colour: '#8a9cc4',
        crest: horizon - unit * 0.5,
        foot: horizon - unit * 0.12,
        bottom: horizon,
        feature: width * 0.44,
        ruggedness: 0.85,
        distance: 0.82,
        decorate: snowCap(order, { share: 0.42, distance: 0.6 }),
      }),
      ...paintClouds(order, horizon).slice(0, 1),
      ridgeBand(order, {
        depth: 0.14,
        colour: '#64789f',
        crest: horizon - unit * 0.38,
        foot: horizon - unit * 0.04,
        bottom: horizon + unit * 0.04,
        feature: width * 0.38,
        ruggedness: 0.85,
        distance: 0.62,
        decorate: snowCap(order, { share: winter ? 0.6 : 0.3, distance: 0.45 }),
      }),
      ridgeBand(order, {
        depth: 0.28,
        colour: winter ? '#aebccd' : '#55725f',
        crest: horizon - unit * 0.13,
        foot: horizon + unit * 0.03,
        bottom: horizon + unit * 0.16,
        feature: width * 0.4,
        ruggedness: 0.5,
        distance: 0.42,
      }),
      treeRow(order, {
        depth: 0.36,
        ground: horizon + unit * 0.04,
        tall: unit * 0.15,
        density: 24,
        distance: 0.36,
        paint: paintConifer,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.04,
        far: winter ? '#edf3fa' : '#9cb070',
        near: winter ? '#d3dfec' : '#6d8a4c',
        scatter: {
          count: 210,
          paint(target, x, y, share, own) {
            if (own() < 0.14)
              return paintRock(
                target,
                x,
                y,
                unit * (0.012 + share * 0.05 * own()),
                sides(hex('#8d8f99'), light, 0.3 * (1 - share)),
                own,
              )
            paintTuft(target, x, y, unit * (0.01 + share * 0.026), lit(hex(blade), light, 0.25 * (1 - share)), own, 5)
            if (winter || own() < 0.75) return
            target.fillStyle = css(lit(hex('#f4e04d'), light, 0))
            target.fillRect(x, y - unit * 0.012, unit * 0.005, unit * 0.005)
          },
        },
      }),
    ],
    foreground: [foregroundGrass(order, blade, 0.1)],
    medium: 'ground',
    horizon,
    floor: height * 0.85,
    dust: winter ? 'snow' : 'dust',
  }
}
