/** A city park: lawns and old trees, a path with lamps and benches, towers over the tree tops, a kite in the air. */

import type { SKRSContext2D } from '@napi-rs/canvas'
import { paintBuilding } from './paint/building.ts'
import { paintClouds } from './paint/cloud.ts'
import { hex } from './paint/colour.ts'
import { daisies, foregroundGrass, grassColours, grassScatter } from './paint/grass.ts'
import { paintLampRow } from './paint/lamp-row.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintStripe } from './paint/paving.ts'
import { pinned } from './paint/pinned.ts'
import { scenery, usualSpan } from './paint/scenery.ts'
import { fillShape, paintLine, type Tones, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf, paintBush } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintPark(order: SetOrder): Place {
  const { width, height, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.58
  const grass = grassColours[season]
  const path = horizon + unit * 0.15
  const trees = (depth: number, y: number, tall: number, density: number, distance: number) =>
    treeRow(order, {
      depth,
      ground: y,
      tall,
      density,
      ...(distance < 0.3 ? { sway: 3 } : {}),
      distance,
      paint: paintBroadleaf,
    })
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      towers(order, horizon),
      trees(0.18, horizon + unit * 0.02, unit * 0.17, 26, 0.62),
      ridgeBand(order, {
        depth: 0.26,
        colour: grass.far,
        crest: horizon - unit * 0.02,
        foot: horizon + unit * 0.03,
        bottom: horizon + unit * 0.15,
        feature: width * 0.7,
        ruggedness: 0.1,
        distance: 0.42,
      }),
      trees(0.34, horizon + unit * 0.05, unit * 0.26, 8, 0.4),
      kite(order),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.06,
        far: grass.far,
        near: grass.near,
        scatter: grassScatter(order, { count: 320, sizes: [0.008, 0.03], colour: grass.blade, blossoms: daisies }),
      }),
      trees(0.62, horizon + unit * 0.105, unit * 0.44, 2.2, 0.16),
      treeRow(order, {
        depth: 0.7,
        ground: horizon + unit * 0.12,
        tall: unit * 0.06,
        density: 5,
        distance: 0.14,
        paint: paintBush,
      }),
      benches(order, path),
      ...paintLampRow(order, {
        depth: 0.92,
        foot: path,
        tall: unit * 0.32,
        at: [0.08, 0.57],
        distance: 0.05,
        kind: 'ball',
      }),
      paintStripe(order, {
        top: path,
        bottom: path + unit * 0.055,
        colour: season === 'winter' ? '#c9ccd2' : '#d9c39a',
      }),
      paintStripe(order, {
        top: path + unit * 0.055,
        bottom: path + unit * 0.063,
        colour: season === 'winter' ? '#b0bac6' : '#9a8a5f',
      }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.1)],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: season === 'winter' ? 'snow' : 'grass',
  }
}

function towers(order: SetOrder, horizon: number): Layer {
  const { width, height, random } = order
  const unit = Math.min(width, height)
  return scenery(order, { depth: 0.08, top: horizon - unit * 0.42, bottom: horizon }, (band) => {
    for (let x = 0; x < band.period - unit * 0.12; x += unit * (0.1 + random() * 0.07))
      paintBuilding(band, {
        x,
        ground: horizon,
        width: unit * 0.085,
        height: unit * (0.14 + random() ** 2 * 0.24),
        colour: hex(random() < 0.5 ? '#8fa0be' : '#a3a6bd'),
        distance: 0.84,
        order,
      })
  })
}

/** Benches along the path. */
function benches(order: SetOrder, path: number): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.06)
  return scenery(order, { depth: 0.92, top: path - unit * 0.1, bottom: path + unit * 0.03 }, (band) => {
    for (const share of [0.16, 0.5, 0.84])
      band.place(band.period * share, unit * 0.2, (x) =>
        paintBench(band.target, x, path + unit * 0.008, unit * 0.085, tones),
      )
  })
}

/** A bench seen from the front; its feet are at y. */
export function paintBench(target: SKRSContext2D, x: number, y: number, tall: number, tones: Tones): void {
  const half = tall * 1.1
  for (const side of [-0.8, 0.8])
    paintLine(target, [x + side * half, y, x + side * half, y - tall], tall * 0.08, tones.flat('#3a3f46'))
  for (const [high, thick] of [
    [1, 0.13],
    [0.8, 0.13],
    [0.5, 0.16],
  ] as const) {
    target.fillStyle = tones.flat(high === 0.5 ? '#b07a48' : '#9a6838')
    target.fillRect(x - half, y - tall * high, half * 2, tall * thick)
  }
}

/** A kite on the wind. */
function kite({ width, height, light, random }: SetOrder): Layer {
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.3)
  const x = width * (random() < 0.5 ? 0.24 : 0.72)
  return pinned({ depth: 0.2, period: width * usualSpan, x, reach: unit * 0.3 }, (target, seconds) => {
    const [at, y] = [Math.sin(seconds * 0.7) * unit * 0.05, height * 0.2 + Math.sin(seconds * 1.1) * unit * 0.02]
    const size = unit * 0.035
    target.translate(at, y)
    target.rotate(0.4 + Math.sin(seconds * 1.3) * 0.15)
    fillShape(target, [0, -size * 1.4, size, 0, 0, size * 1.7, 0, 0], tones.flat('#e2574c'))
    fillShape(target, [0, -size * 1.4, -size, 0, 0, size * 1.7, 0, 0], tones.flat('#f2b441'))
    const tail = Array.from({ length: 9 }, (_, index) => [
      Math.sin(index * 0.9 - seconds * 4) * size * 0.3,
      size * 1.7 + index * size * 0.42,
    ])
    paintLine(target, tail.flat(), Math.max(1, size * 0.09), tones.flat('#4fa3d8'))
  })
}
