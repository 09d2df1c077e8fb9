/** A playground: swings that swing, a tower with a slide, a seesaw, soft coloured ground, trees and houses behind. */

import { paintClouds } from './paint/cloud.ts'
import { paintCottage } from './paint/cottage.ts'
import { paintFence } from './paint/fence.ts'
import { grassColours } from './paint/grass.ts'
import { paintLampRow } from './paint/lamp-row.ts'
import { ridgeBand, treeRow } from './paint/land.ts'
import { paintPaving, paintStripe } from './paint/paving.ts'
import { paintPlayTower, paintSeesaw, paintSwings } from './paint/play-things.ts'
import { scenery } from './paint/scenery.ts'
import { tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf, paintBush } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintPlayground(order: SetOrder): Place {
  const { width, height, season, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.58
  const ground = height * 0.665
  const grass = grassColours[season]
  const side = random() < 0.5 ? 1 : -1
  const at = (share: number) => width * (0.5 + side * share)
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.1,
        colour: season === 'winter' ? '#cfdae8' : '#8fb08c',
        crest: horizon - unit * 0.13,
        foot: horizon,
        bottom: horizon + unit * 0.06,
        feature: width * 0.6,
        ruggedness: 0.3,
        distance: 0.76,
      }),
      treeRow(order, {
        depth: 0.2,
        ground: horizon + unit * 0.02,
        tall: unit * 0.17,
        density: 6,
        distance: 0.56,
        paint: paintCottage,
      }),
      treeRow(order, {
        depth: 0.3,
        ground: horizon + unit * 0.045,
        tall: unit * 0.3,
        density: 9,
        sway: 2,
        distance: 0.4,
        paint: paintBroadleaf,
      }),
      ridgeBand(order, {
        depth: 0.4,
        colour: grass.far,
        crest: horizon + unit * 0.015,
        foot: horizon + unit * 0.035,
        bottom: ground + unit * 0.03,
        feature: width * 0.8,
        ruggedness: 0.1,
        distance: 0.26,
      }),
      paintFence(order, {
        depth: 0.44,
        y: horizon + unit * 0.06,
        tall: unit * 0.075,
        kind: 'pickets',
        colour: '#fbf6ea',
        distance: 0.22,
      }),
      treeRow(order, {
        depth: 0.5,
        ground: horizon + unit * 0.075,
        tall: unit * 0.055,
        density: 6,
        distance: 0.2,
        paint: paintBush,
      }),
    ],
    ground: [
      paintPaving(order, {
        top: ground,
        far: season === 'winter' ? '#f4f8fd' : '#e8c890',
        near: season === 'winter' ? '#e2eaf4' : '#d6a868',
        kind: 'tar',
      }),
      ...[0.2, 0.62, 0.9].map((share, index) => patch(order, width * share * 1.5, ground, index)),
      paintStripe(order, {
        top: ground - unit * 0.008,
        bottom: ground + unit * 0.008,
        colour: season === 'winter' ? '#e8eef5' : '#b07a4a',
      }),
      paintPlayTower(order, { depth: 0.72, x: at(0.33), foot: ground + unit * 0.035, tall: unit * 0.4 }),
      ...paintSwings(order, { depth: 0.7, x: at(-0.33), foot: ground + unit * 0.03, tall: unit * 0.32 }),
      paintSeesaw(order, { depth: 0.76, x: at(0.86), foot: ground + unit * 0.06, tall: unit * 0.1 }),
      ...paintLampRow(order, {
        depth: 0.66,
        foot: ground + unit * 0.02,
        tall: unit * 0.34,
        at: [0.07, 0.36, 0.75],
        distance: 0.14,
        kind: 'ball',
      }),
    ],
    foreground: [],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: season === 'winter' ? 'snow' : 'dust',
  }
}

const patches = ['#e0705a', '#5aa0c8', '#7fb86a'] as const

/** A soft round place in a bright colour. */
function patch(order: SetOrder, x: number, ground: number, index: number): Layer {
  const { width, height, light, season } = order
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.06)
  const y = ground + (height - ground) * (0.3 + 0.24 * (index % 2))
  const reach = unit * (0.34 + index * 0.05)
  return scenery(order, { depth: 1, top: y - reach * 0.2, bottom: y + reach * 0.2, span: 1.5 }, (band) =>
    band.place(x, reach * 1.1, (at) => {
      for (const [grow, alpha] of [
        [1, 0.5],
        [0.72, 0.55],
      ] as const) {
        band.target.fillStyle = tones.flat(
          grow === 1 ? (patches[index] ?? patches[0]) : '#f6e2b8',
          season === 'winter' ? alpha * 0.3 : alpha,
        )
        band.target.beginPath()
        band.target.ellipse(at, y, reach * grow, reach * 0.18 * grow, 0, 0, Math.PI * 2)
        band.target.fill()
      }
    }),
  )
}
