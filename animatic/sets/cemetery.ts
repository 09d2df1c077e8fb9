/** An old cemetery: leaning stones in long grass, a chapel on the hill, bare trees, an iron fence, mist that creeps. */

import { paintBareTree } from './paint/bare-tree.ts'
import { paintChapel } from './paint/chapel.ts'
import { paintClouds } from './paint/cloud.ts'
import { fade, hex, lighten, mix } from './paint/colour.ts'
import { paintFence } from './paint/fence.ts'
import { foregroundGrass, grassColours, grassScatter } from './paint/grass.ts'
import { paintGravestones } from './paint/gravestone.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintMist } from './paint/puffs.ts'
import { placeAlike, scenery } from './paint/scenery.ts'
import { paintSky } from './paint/sky.ts'
import { paintConifer } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintCemetery(order: SetOrder): Place {
  const { width, height, season, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.59
  const cool = (text: string) =>
    `#${mix(fade(hex(text), 0.35), hex('#6f86a0'), 0.12)
      .map((part) => Math.round(part).toString(16).padStart(2, '0'))
      .join('')}`
  const tone = grassColours[season]
  const grass = { far: cool(tone.far), near: cool(tone.near), blade: cool(tone.blade) }
  const light = order.light
  const side = random() < 0.5
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.1,
        colour: '#7f8aa8',
        crest: horizon - unit * 0.16,
        foot: horizon - unit * 0.01,
        bottom: horizon + unit * 0.05,
        feature: width * 0.5,
        ruggedness: 0.4,
        distance: 0.82,
      }),
      ridgeBand(order, {
        depth: 0.2,
        colour: grass.far,
        crest: horizon - unit * 0.07,
        foot: horizon + unit * 0.02,
        bottom: horizon + unit * 0.14,
        feature: width * 0.7,
        ruggedness: 0.15,
        distance: 0.58,
      }),
      paintChapel(order, { x: width * (side ? 0.74 : 0.25), foot: horizon + unit * 0.01, tall: unit * 0.34 }),
      treeRow(order, {
        depth: 0.3,
        ground: horizon + unit * 0.03,
        tall: unit * 0.2,
        density: 9,
        distance: 0.5,
        paint: paintConifer,
      }),
      paintMist(order, {
        depth: 0.34,
        y: horizon + unit * 0.02,
        tall: unit * 0.09,
        colour: lighten(light.haze, 0.25),
        alpha: 0.5,
        count: 6,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.05,
        far: grass.far,
        near: grass.near,
        scatter: grassScatter(order, { count: 320, sizes: [0.01, 0.036], colour: grass.blade }),
      }),
      paintFence(order, {
        depth: 0.5,
        y: horizon + unit * 0.075,
        tall: unit * 0.085,
        kind: 'iron',
        colour: '#3a3d48',
        distance: 0.3,
      }),
      paintGravestones(order, { depth: 0.58, y: horizon + unit * 0.1, size: unit * 0.075, count: 13, distance: 0.26 }),
      trees(order, horizon + unit * 0.12),
      paintGravestones(order, { depth: 0.78, y: horizon + unit * 0.155, size: unit * 0.12, count: 8, distance: 0.1 }),
      paintMist(order, {
        depth: 0.9,
        y: horizon + unit * 0.16,
        tall: unit * 0.1,
        colour: lighten(light.haze, 0.3),
        alpha: 0.34,
        count: 5,
      }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.13)],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: season === 'winter' ? 'snow' : 'grass',
  }
}

/** Old bare trees at the sides. */
function trees(order: SetOrder, y: number): Layer {
  const { width, height, light, season, random } = order
  const tall = Math.min(width, height) * 0.52
  return scenery(order, { depth: 0.66, top: y - tall * 1.2, bottom: y + tall * 0.04, sway: tall * 0.006 }, (band) => {
    for (const share of [0.06, 0.52, 0.8])
      placeAlike(band, random, band.period * share, tall, (at, own) =>
        paintBareTree(band.target, at, y, tall * (0.75 + own() * 0.25), { light, season, random: own, distance: 0.16 }),
      )
  })
}
