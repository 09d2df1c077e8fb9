/** A still lake under high mountains. */

import { snowCap } from './paint/caps.ts'
import { paintClouds } from './paint/cloud.ts'
import { ridgeBand, treeRow } from './paint/land.ts'
import { paintMist } from './paint/puffs.ts'
import { paintReeds } from './paint/reeds.ts'
import { paintSky } from './paint/sky.ts'
import { paintConifer } from './paint/tree.ts'
import { wooded } from './paint/woods.ts'
import type { Place, SetOrder } from './place.ts'

export function paintLake(order: SetOrder): Place {
  const { width, height, light, weather } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.5
  const shore = height * 0.54
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.1,
        colour: '#7488b5',
        crest: horizon - unit * 0.4,
        foot: horizon - unit * 0.08,
        bottom: shore,
        feature: width * 0.5,
        ruggedness: 0.8,
        distance: 0.72,
        decorate: snowCap(order, { share: 0.32, distance: 0.5 }),
      }),
      ridgeBand(order, {
        depth: 0.2,
        colour: '#4f7180',
        crest: horizon - unit * 0.17,
        foot: horizon,
        bottom: shore,
        feature: width * 0.36,
        ruggedness: 0.6,
        distance: 0.5,
        above: unit * 0.05,
        decorate: wooded(order, { tall: unit * 0.035, distance: 0.54 }),
      }),
      paintMist(order, {
        depth: 0.3,
        y: shore - unit * 0.02,
        tall: unit * 0.06,
        colour: light.haze,
        alpha: 0.4,
        count: 6,
      }),
      treeRow(order, {
        depth: 0.38,
        ground: shore,
        tall: unit * 0.12,
        density: 52,
        distance: 0.4,
        paint: paintConifer,
      }),
    ],
    water: { top: shore, colour: '#2f6486', roughness: weather === 'storm' || weather === 'wind' ? 0.5 : 0.08 },
    ground: [],
    foreground: [
      paintReeds(order, { depth: 1.3, foot: height * 1.03, tall: unit * 0.2, count: 2.4, distance: 0.02, shade: 0.3 }),
      paintReeds(order, { depth: 1.6, foot: height * 1.1, tall: unit * 0.34, count: 1.4, distance: 0, shade: 0.45 }),
    ],
    medium: 'water',
    horizon,
    floor: height * 0.82,
    dust: 'splash',
  }
}
