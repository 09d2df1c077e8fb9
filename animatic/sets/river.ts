/** A wide river before wooded hills: the first film that most people see. */
import type { Season } from '../script/shot-plan.ts'
import { paintClouds } from './paint/cloud.ts'
import { hex } from './paint/colour.ts'
import { ridgeBand, treeRow } from './paint/land.ts'
import { paintMist, paintSparks } from './paint/puffs.ts'
import { paintPads, paintReeds } from './paint/reeds.ts'
import { paintSky } from './paint/sky.ts'
import { eitherOf } from './paint/standing.ts'
import { paintBroadleaf, paintBush, paintConifer } from './paint/tree.ts'
import { wooded } from './paint/woods.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const banks: Record<Season, string> = { spring: '#6f9a4c', summer: '#54803f', autumn: '#9a7a3c', winter: '#d3dde8' }

export function paintRiver(order: SetOrder): Place {
  const { height, light, weather } = order
  const horizon = height * 0.52
  const shore = height * 0.575
  const unit = Math.min(order.width, height)
  const hush = light.darkness > 0.4 || light.sun.height < 0.3
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ...hills(order, horizon, shore),
      ...bankside(order, shore),
    ],
    water: {
      top: shore,
      colour: '#3f6f92',
      roughness: weather === 'storm' || weather === 'wind' ? 0.6 : 0.22,
    },
    ground: [
      paintMist(order, {
        depth: 0.5,
        y: shore + unit * 0.012,
        tall: unit * 0.06,
        colour: light.haze,
        alpha: hush ? 0.55 : 0.28,
        count: 7,
      }),
      paintPads(order, { depth: 0.72, top: shore + unit * 0.07, bottom: shore + unit * 0.15 }),
    ],
    foreground: [
      paintReeds(order, { depth: 1.3, foot: height * 1.03, tall: unit * 0.24, count: 3, distance: 0.02, shade: 0.25 }),
      ...(hush && weather === 'clear' && order.season !== 'winter' ? [motes(order, shore)] : []),
      paintReeds(order, { depth: 1.6, foot: height * 1.08, tall: unit * 0.36, count: 1.8, distance: 0, shade: 0.45 }),
    ],
    medium: 'water',
    horizon,
    floor: height * 0.83,
    dust: 'splash',
  }
}

/** Three lines of hills behind each other, the nearer ones under woods. */
function hills(order: SetOrder, horizon: number, shore: number): Layer[] {
  const { width, height, season } = order
  const unit = Math.min(width, height)
  const winter = season === 'winter'
  return [
    ridgeBand(order, {
      depth: 0.08,
      colour: '#7484b4',
      crest: horizon - unit * 0.23,
      foot: horizon - unit * 0.03,
      bottom: shore,
      feature: width * 0.42,
      ruggedness: 0.74,
      distance: 0.84,
    }),
    ridgeBand(order, {
      depth: 0.15,
      colour: '#5c7596',
      crest: horizon - unit * 0.14,
      foot: horizon - unit * 0.005,
      bottom: shore,
      feature: width * 0.36,
      ruggedness: 0.5,
      distance: 0.64,
      above: unit * 0.03,
      decorate: wooded(order, { tall: unit * 0.022, distance: 0.68 }),
    }),
    paintMist(order, {
      depth: 0.2,
      y: horizon + unit * 0.01,
      tall: unit * 0.07,
      colour: order.light.haze,
      alpha: 0.4,
      count: 6,
    }),
    ridgeBand(order, {
      depth: 0.24,
      colour: winter ? '#9fb0c0' : season === 'autumn' ? '#94744e' : '#4f7a68',
      crest: horizon - unit * 0.07,
      foot: horizon + unit * 0.02,
      bottom: shore,
      feature: width * 0.3,
      ruggedness: 0.3,
      distance: 0.46,
      above: unit * 0.06,
      decorate: wooded(order, { tall: unit * 0.045, distance: 0.5 }),
    }),
  ]
}

/** The far bank with its trees, bushes and reeds. */
function bankside(order: SetOrder, shore: number): Layer[] {
  const { width, height, season } = order
  const unit = Math.min(width, height)
  return [
    treeRow(order, {
      depth: 0.34,
      ground: shore - unit * 0.012,
      tall: unit * 0.16,
      density: 22,
      distance: 0.38,
      paint: paintConifer,
    }),
    ridgeBand(order, {
      depth: 0.42,
      colour: banks[season],
      crest: shore - unit * 0.03,
      foot: shore,
      bottom: shore + 4,
      feature: width * 0.3,
      ruggedness: 0.2,
      distance: 0.26,
    }),
    treeRow(order, {
      depth: 0.45,
      ground: shore,
      tall: unit * 0.25,
      density: 8,
      sway: 2,
      distance: 0.18,
      paint: eitherOf(paintConifer, paintBroadleaf),
    }),
    treeRow(order, {
      depth: 0.45,
      ground: shore + 2,
      tall: unit * 0.045,
      density: 9,
      distance: 0.16,
      paint: paintBush,
    }),
    paintReeds(order, { depth: 0.45, foot: shore + 3, tall: unit * 0.06, count: 7, distance: 0.18 }),
  ]
}

/** Midges in the low sun, fireflies after dark. */
function motes(order: SetOrder, shore: number): Layer {
  const { height, light } = order
  return paintSparks(order, {
    depth: 1,
    top: shore - height * 0.05,
    bottom: height * 0.98,
    colour: light.darkness > 0.5 ? hex('#e6ff8a') : light.sun.glow,
    count: 22,
    size: height * 0.006,
    pace: 0.02,
  })
}
