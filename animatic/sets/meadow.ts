/** An open meadow with hills, a few trees and flowers; the place for a prompt that names none. */

import { paintClouds } from './paint/cloud.ts'
import { foregroundGrass, grassColours, grassScatter, wildflowers } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf, paintBush } from './paint/tree.ts'
import type { Place, SetOrder } from './place.ts'

export function paintMeadow(order: SetOrder): Place {
  const { width, height, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.56
  const grass = grassColours[season]
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.1,
        colour: '#7d93b8',
        crest: horizon - unit * 0.17,
        foot: horizon - unit * 0.01,
        bottom: horizon + unit * 0.1,
        feature: width * 0.5,
        ruggedness: 0.55,
        distance: 0.85,
      }),
      ridgeBand(order, {
        depth: 0.2,
        colour: season === 'winter' ? '#c9d6e4' : '#7fa070',
        crest: horizon - unit * 0.1,
        foot: horizon + unit * 0.02,
        bottom: horizon + unit * 0.14,
        feature: width * 0.6,
        ruggedness: 0.15,
        distance: 0.6,
      }),
      treeRow(order, {
        depth: 0.28,
        ground: horizon + unit * 0.02,
        tall: unit * 0.1,
        density: 20,
        distance: 0.5,
        paint: paintBroadleaf,
      }),
      ridgeBand(order, {
        depth: 0.38,
        colour: grass.far,
        crest: horizon - unit * 0.025,
        foot: horizon + unit * 0.055,
        bottom: horizon + unit * 0.24,
        feature: width * 0.7,
        ruggedness: 0.1,
        distance: 0.34,
      }),
      treeRow(order, {
        depth: 0.46,
        ground: horizon + unit * 0.06,
        tall: unit * 0.3,
        density: 3.4,
        sway: 3,
        distance: 0.24,
        paint: paintBroadleaf,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.07,
        far: grass.far,
        near: grass.near,
        scatter: grassScatter(order, { count: 420, sizes: [0.008, 0.04], colour: grass.blade, blossoms: wildflowers }),
      }),
      treeRow(order, {
        depth: 0.8,
        ground: horizon + unit * 0.12,
        tall: unit * 0.07,
        density: 3,
        distance: 0.24,
        paint: paintBush,
      }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.13)],
    medium: 'ground',
    horizon,
    floor: height * 0.84,
    dust: season === 'winter' ? 'snow' : 'grass',
  }
}
