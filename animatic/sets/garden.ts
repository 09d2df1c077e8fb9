/** A park in bloom: hedges, flower beds, a fence and tall trees. */

import { paintClouds } from './paint/cloud.ts'
import { paintFence } from './paint/fence.ts'
import { foregroundGrass, grassColours, grassScatter, wildflowers } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf, paintFlowerBush } from './paint/tree.ts'
import type { Place, SetOrder } from './place.ts'

export function paintGarden(order: SetOrder): Place {
  const { width, height, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.58
  const grass = grassColours[season]
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.14,
        colour: '#6f9a78',
        crest: horizon - unit * 0.14,
        foot: horizon - unit * 0.02,
        bottom: horizon + unit * 0.06,
        feature: width * 0.16,
        ruggedness: 0.3,
        distance: 0.62,
      }),
      treeRow(order, {
        depth: 0.26,
        ground: horizon + unit * 0.02,
        tall: unit * 0.27,
        density: 10,
        distance: 0.48,
        paint: paintBroadleaf,
      }),
      treeRow(order, {
        depth: 0.42,
        ground: horizon + unit * 0.05,
        tall: unit * 0.4,
        density: 3.4,
        sway: 3,
        distance: 0.26,
        paint: paintBroadleaf,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.05,
        far: grass.far,
        near: grass.near,
        scatter: grassScatter(order, {
          count: 300,
          sizes: [0.008, 0.032],
          colour: grass.blade,
          blossoms: wildflowers,
        }),
      }),
      paintFence(order, {
        depth: 0.66,
        y: horizon + unit * 0.1,
        tall: unit * 0.09,
        kind: 'pickets',
        colour: '#fbf7ee',
        distance: 0.18,
      }),
      treeRow(order, {
        depth: 0.72,
        ground: horizon + unit * 0.115,
        tall: unit * 0.09,
        density: 9,
        distance: 0.12,
        paint: paintFlowerBush,
      }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.12)],
    medium: 'ground',
    horizon,
    floor: height * 0.86,
    dust: season === 'winter' ? 'snow' : 'grass',
  }
}
