/** Ruins of an old temple: columns whole and broken, an arch, a pyramid far off, ivy on warm stone. */

import { lit, sides } from './light.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { paintLiana } from './paint/frond.ts'
import { foregroundGrass, grassColours, paintTuft } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintColumn, paintWall } from './paint/masonry.ts'
import { paintSparks } from './paint/puffs.ts'
import { paintRock } from './paint/rock.ts'
import { alongBand, placeAlike, scenery } from './paint/scenery.ts'
import { fillShape, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import type { StandingPainter } from './paint/standing.ts'
import { paintPyramid, paintTemple } from './paint/temple.ts'
import { paintConifer } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const stoneColour = '#dcc7a0'

export function paintRuins(order: SetOrder): Place {
  const { width, height, light, season, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.59
  const grass = grassColours[season]
  const side = random() < 0.5
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.08,
        colour: '#a08fa8',
        crest: horizon - unit * 0.22,
        foot: horizon - unit * 0.02,
        bottom: horizon + unit * 0.03,
        feature: width * 0.5,
        ruggedness: 0.6,
        distance: 0.82,
      }),
      paintPyramid(order, { x: width * (side ? 0.74 : 0.24), foot: horizon + unit * 0.02, tall: unit * 0.27 }),
      ridgeBand(order, {
        depth: 0.22,
        colour: season === 'winter' ? '#d5dfea' : '#a8ab72',
        crest: horizon - unit * 0.05,
        foot: horizon + unit * 0.03,
        bottom: horizon + unit * 0.14,
        feature: width * 0.5,
        ruggedness: 0.25,
        distance: 0.5,
      }),
      treeRow(order, {
        depth: 0.3,
        ground: horizon + unit * 0.045,
        tall: unit * 0.19,
        density: 8,
        distance: 0.44,
        paint: paintCypress,
      }),
      paintTemple(order, { x: width * (side ? 0.2 : 0.78), foot: horizon + unit * 0.08, tall: unit * 0.3 }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.07,
        far: season === 'winter' ? '#eef2f6' : '#d8c48c',
        near: season === 'winter' ? '#d6dfe8' : '#a3965c',
        scatter: {
          count: 210,
          paint(target, x, y, share, own) {
            if (own() < 0.22) return slab(target, x, y, unit * (0.02 + share * 0.07) * (0.5 + own()))
            paintTuft(target, x, y, unit * (0.008 + share * 0.024), lit(hex(grass.blade), light, 0.1), own, 5)
          },
        },
      }),
      columns(order, horizon + unit * 0.13),
      scenery(order, { depth: 0.86, top: horizon, bottom: horizon + unit * 0.2 }, (band) => {
        const stone = sides(hex(stoneColour), light, 0.08)
        for (const { x, luck } of alongBand(band, random, 16, 1.6))
          placeAlike(band, random, x, unit * 0.06, (at, own) =>
            paintRock(band.target, at, horizon + unit * 0.15, unit * (0.008 + luck * luck * 0.035), stone, own),
          )
      }),
    ],
    foreground: [
      foregroundGrass(order, grass.blade, 0.12),
      paintSparks(order, {
        depth: 1,
        top: height * 0.3,
        bottom: height * 0.9,
        colour: hex('#fff3c4'),
        count: 18,
        size: unit * 0.005,
        pace: 0.02,
      }),
    ],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: season === 'winter' ? 'snow' : 'dust',
  }

  /** A worn paving stone, half sunk. */
  function slab(target: Parameters<typeof fillShape>[0], x: number, y: number, half: number): void {
    const flat = half * 0.22
    fillShape(
      target,
      [x - half, y, x - half * 0.7, y - flat, x + half * 0.8, y - flat, x + half, y, x + half * 0.2, y + flat * 0.4],
      css(lit(hex('#cdb88e'), light, 0.05), 0.55),
    )
  }
}

/** Columns that still stand, near and far apart, and a piece of an arch. */
function columns(order: SetOrder, foot: number): Layer {
  const { width, height, light, random } = order
  const unit = Math.min(width, height)
  const tall = unit * 0.5
  const tones = tonesAt(light, 0.14)
  const stone = tones.sides(stoneColour)
  const ivy = tones.sides(order.season === 'winter' ? '#a8b4bc' : '#5f8f44')
  return scenery(order, { depth: 0.68, top: foot - tall * 1.2, bottom: foot + tall * 0.06 }, (band) => {
    for (const [share, broken] of [
      [0.03, 0],
      [0.13, 0.5],
      [0.5, 0.72],
      [0.58, 0],
      [0.82, 0.35],
    ] as const)
      placeAlike(band, random, band.period * share, tall, (at, own) => {
        paintColumn(band.target, { x: at, foot: foot + unit * 0.01 * own(), tall, broken, stone }, own)
        const from = foot - tall * (1 - broken)
        for (let index = 0; index < 3; index++)
          paintLiana(
            band.target,
            at + (own() - 0.5) * tall * 0.1,
            from + tall * 0.05,
            tall * (0.1 + own() * 0.16),
            ivy,
            own,
          )
      })
    placeAlike(band, random, band.period * 0.7, tall, (at, own) => {
      const [wide, high] = [tall * 0.16, tall * 0.7]
      paintWall(band.target, { left: at, top: foot - high, wide, tall: high, stone }, own)
      fillShape(
        band.target,
        [
          at,
          foot - high,
          at + wide * 0.3,
          foot - high * 1.22,
          at + wide * 1.9,
          foot - high * 1.32,
          at + wide * 2.3,
          foot - high * 1.16,
          at + wide * 1.5,
          foot - high * 1.1,
          at + wide,
          foot - high * 0.9,
        ],
        css(stone.bright),
      )
    })
  })
}

const paintCypress: StandingPainter = (target, x, y, tall, order) => {
  target.save()
  target.translate(x, 0)
  target.scale(0.5, 1)
  paintConifer(target, 0, y, tall, order)
  target.restore()
}
