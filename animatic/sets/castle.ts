/** A fairy-tale castle on its hill: many towers with flags, lit windows at night, a way that winds down to the lens. */

import { lit } from './light.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { foregroundGrass, grassColours, grassScatter, wildflowers } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { scenery } from './paint/scenery.ts'
import { fillShape } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { eitherOf } from './paint/standing.ts'
import { type Castle, castleDepth, paintCastleFlags, paintStronghold } from './paint/stronghold.ts'
import { paintBroadleaf, paintConifer } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintCastle(order: SetOrder): Place {
  const { width, height, season, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.59
  const grass = grassColours[season]
  const castle = { x: width * (random() < 0.5 ? 0.27 : 0.72), foot: horizon - unit * 0.1, tall: unit * 0.4 }
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.08,
        colour: '#8496c0',
        crest: horizon - unit * 0.3,
        foot: horizon - unit * 0.08,
        bottom: horizon + unit * 0.02,
        feature: width * 0.42,
        ruggedness: 0.7,
        distance: 0.84,
      }),
      ridgeBand(order, {
        depth: 0.16,
        colour: season === 'winter' ? '#c6d3e2' : '#7fa07c',
        crest: horizon - unit * 0.13,
        foot: horizon,
        bottom: horizon + unit * 0.08,
        feature: width * 0.5,
        ruggedness: 0.25,
        distance: 0.64,
      }),
      paintStronghold(order, castle),
      ...paintCastleFlags(order, castle),
      hill(order, castle, horizon),
      treeRow(order, {
        depth: 0.36,
        ground: horizon + unit * 0.06,
        tall: unit * 0.17,
        density: 15,
        distance: 0.36,
        paint: eitherOf(paintConifer, paintBroadleaf, 0.6),
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.06,
        far: grass.far,
        near: grass.near,
        scatter: grassScatter(order, { count: 320, sizes: [0.008, 0.032], colour: grass.blade, blossoms: wildflowers }),
      }),
      treeRow(order, {
        depth: 0.66,
        ground: horizon + unit * 0.12,
        tall: unit * 0.36,
        density: 1.7,
        sway: 3,
        distance: 0.14,
        paint: paintBroadleaf,
      }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.12)],
    medium: 'ground',
    horizon,
    floor: height * 0.86,
    dust: season === 'winter' ? 'snow' : 'grass',
  }
}

/** The hill under the castle, and the way that winds down from its gate. */
function hill(order: SetOrder, { x, foot, tall }: Castle, horizon: number): Layer {
  const { width, light, season } = order
  const grass = grassColours[season]
  const bottom = horizon + tall * 0.3
  return scenery(order, { depth: castleDepth, top: foot - tall * 0.05, bottom }, ({ target, period }) => {
    const shade = target.createLinearGradient(0, foot, 0, bottom)
    shade.addColorStop(0, css(lit(hex(grass.far), light, 0.38)))
    shade.addColorStop(1, css(lit(hex(grass.near), light, 0.46)))
    target.fillStyle = shade
    target.beginPath()
    target.moveTo(-2, bottom)
    for (let step = -2; step <= period + 8; step += 6) {
      const away = Math.abs(((step - x + period * 1.5) % period) - period / 2) / (width * 0.42)
      target.lineTo(step, foot + tall * 0.06 + (horizon - foot) * (1 - Math.exp(-((away * 1.3) ** 3))))
    }
    target.lineTo(period + 8, bottom)
    target.fill()
    const swing = [0, 0.1, -0.12, 0.16, 0.02, 0.3]
    const edge = (side: number) =>
      swing.map((lean, index) => [
        x + lean * tall + side * tall * (0.035 + index * 0.018),
        foot + tall * 0.08 + (index / 5) * (bottom - foot - tall * 0.08),
      ])
    fillShape(
      target,
      [...edge(-1), ...edge(1).toReversed()].flat(),
      css(lit(hex(season === 'winter' ? '#eef2f8' : '#e3cfa0'), light, 0.36)),
    )
  })
}
