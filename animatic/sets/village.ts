/** A village of gabled cottages along a lane, hills behind. */

import { lit, sides } from './light.ts'
import { paintClouds } from './paint/cloud.ts'
import { hex } from './paint/colour.ts'
import { paintCottage } from './paint/cottage.ts'
import { paintFence } from './paint/fence.ts'
import { foregroundGrass, grassColours, paintTuft } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintRock } from './paint/rock.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf, paintFlowerBush } from './paint/tree.ts'
import type { Place, SetOrder } from './place.ts'

export function paintVillage(order: SetOrder): Place {
  const { width, height, light, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.57
  const grass = grassColours[season]
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.1,
        colour: '#7f95b0',
        crest: horizon - unit * 0.2,
        foot: horizon - unit * 0.02,
        bottom: horizon + unit * 0.05,
        feature: width * 0.5,
        ruggedness: 0.5,
        distance: 0.78,
      }),
      ridgeBand(order, {
        depth: 0.2,
        colour: grass.far,
        crest: horizon - unit * 0.1,
        foot: horizon + unit * 0.02,
        bottom: horizon + unit * 0.14,
        feature: width * 0.6,
        ruggedness: 0.2,
        distance: 0.52,
      }),
      treeRow(order, {
        depth: 0.3,
        ground: horizon + unit * 0.02,
        tall: unit * 0.11,
        density: 9,
        distance: 0.45,
        paint: paintCottage,
      }),
      treeRow(order, {
        depth: 0.36,
        ground: horizon + unit * 0.04,
        tall: unit * 0.15,
        density: 12,
        distance: 0.4,
        paint: paintBroadleaf,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.05,
        far: grass.far,
        near: season === 'winter' ? '#dbe5f0' : '#c2a87c',
        scatter: {
          count: 200,
          paint(target, x, y, share, own) {
            if (share > 0.5)
              return paintRock(
                target,
                x,
                y,
                unit * (0.004 + share * 0.012 * own()),
                sides(hex('#b09a7c'), light, 0.05),
                own,
              )
            paintTuft(target, x, y, unit * (0.01 + share * 0.02), lit(hex(grass.blade), light, 0.2), own, 5)
          },
        },
      }),
      treeRow(order, {
        depth: 0.62,
        ground: horizon + unit * 0.12,
        tall: unit * 0.3,
        density: 3.6,
        distance: 0.14,
        paint: paintCottage,
      }),
      paintFence(order, {
        depth: 0.66,
        y: horizon + unit * 0.135,
        tall: unit * 0.05,
        kind: 'pickets',
        colour: '#f4ecdc',
        distance: 0.14,
      }),
      treeRow(order, {
        depth: 0.7,
        ground: horizon + unit * 0.135,
        tall: unit * 0.07,
        density: 11,
        distance: 0.12,
        paint: paintFlowerBush,
      }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.1)],
    medium: 'ground',
    horizon,
    floor: height * 0.86,
    dust: season === 'winter' ? 'snow' : 'dust',
  }
}
