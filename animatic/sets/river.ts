/** A wide river before wooded hills. */

import { paintClouds } from './paint/cloud.ts'
import { foregroundGrass, ridgeBand, treeRow } from './paint/land.ts'
import { paintSky } from './paint/sky.ts'
import { eitherOf } from './paint/standing.ts'
import { paintBroadleaf, paintConifer } from './paint/tree.ts'
import type { Place, SetOrder } from './place.ts'

export function paintRiver(order: SetOrder): Place {
  const { width, height, season } = order
  const horizon = height * 0.52
  const shore = height * 0.575
  const bank = season === 'winter' ? '#c8d3df' : '#4f7350'
  const unit = Math.min(width, height)
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.12,
        colour: '#6d7fa8',
        crest: horizon - unit * 0.26,
        foot: horizon - unit * 0.02,
        bottom: shore,
        feature: width * 0.42,
        ruggedness: 0.72,
        distance: 0.82,
      }),
      ridgeBand(order, {
        depth: 0.22,
        colour: '#5a7a86',
        crest: horizon - unit * 0.13,
        foot: horizon + unit * 0.01,
        bottom: shore,
        feature: width * 0.34,
        ruggedness: 0.45,
        distance: 0.58,
      }),
      treeRow(order, {
        depth: 0.34,
        ground: shore - unit * 0.018,
        tall: unit * 0.17,
        density: 34,
        distance: 0.42,
        paint: paintConifer,
      }),
      ridgeBand(order, {
        depth: 0.42,
        colour: bank,
        crest: shore - unit * 0.03,
        foot: shore,
        bottom: shore + 4,
        feature: width * 0.3,
        ruggedness: 0.2,
        distance: 0.3,
      }),
      treeRow(order, {
        depth: 0.45,
        ground: shore,
        tall: unit * 0.23,
        density: 11,
        sway: 2,
        distance: 0.22,
        paint: eitherOf(paintConifer, paintBroadleaf),
      }),
    ],
    water: {
      top: shore,
      colour: '#3f6f92',
      roughness: order.weather === 'storm' || order.weather === 'wind' ? 0.6 : 0.22,
    },
    ground: [],
    foreground: [foregroundGrass(order, season === 'winter' ? '#8b98a4' : '#4d7a45', 0.13)],
    medium: 'water',
    horizon,
    floor: height * 0.83,
    dust: 'splash',
  }
}
