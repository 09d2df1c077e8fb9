/** A waterfall over a wooded cliff into a pool: the veil slides down, spray stands over its foot. */

import { lit, sides } from './light.ts'
import { paintCliff, raggedRim } from './paint/cliff.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex, lighten, mix } from './paint/colour.ts'
import { makeFalls } from './paint/falls.ts'
import { daisies, foregroundGrass, grassColours, grassScatter } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { pinned } from './paint/pinned.ts'
import { drawPlume, paintPuff } from './paint/puffs.ts'
import { paintRock } from './paint/rock.ts'
import { alongBand, placeAlike, scenery, usualSpan } from './paint/scenery.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf, paintBush, paintConifer } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const cliffDepth = 0.4

export function paintWaterfall(order: SetOrder): Place {
  const { width, height, season, random } = order
  const unit = Math.min(width, height)
  const pool = height * 0.63
  const bank = height * 0.75
  const grass = grassColours[season]
  const lip = height * 0.2
  const fall = { x: width * (random() < 0.5 ? 0.26 : 0.72), wide: unit * 0.17 }
  return {
    backdrop: [
      ...paintSky(order, pool),
      ...paintClouds(order, pool * 0.7),
      ridgeBand(order, {
        depth: 0.1,
        colour: '#7d93b8',
        crest: height * 0.1,
        foot: height * 0.34,
        bottom: height * 0.5,
        feature: width * 0.4,
        ruggedness: 0.7,
        distance: 0.8,
      }),
      ridgeBand(order, {
        depth: 0.2,
        colour: season === 'winter' ? '#bccad8' : '#6f9a78',
        crest: height * 0.24,
        foot: height * 0.4,
        bottom: height * 0.56,
        feature: width * 0.3,
        ruggedness: 0.35,
        distance: 0.6,
      }),
      treeRow(order, {
        depth: 0.28,
        ground: height * 0.42 + unit * 0.05,
        tall: unit * 0.2,
        density: 18,
        distance: 0.5,
        paint: paintConifer,
      }),
      walls(order, { lip, pool, fallX: fall.x }),
      veil(order, { x: fall.x, wide: fall.wide, lip, foot: pool + unit * 0.005 }),
      veil(order, { x: fall.x + unit * 0.27, wide: unit * 0.04, lip: lip + height * 0.1, foot: pool + unit * 0.005 }),
      boulders(order, { y: pool, depth: cliffDepth + 0.02, size: unit * 0.05, count: 26, distance: 0.3 }),
    ],
    water: { top: pool, colour: '#3f8f9a', roughness: 0.3 },
    ground: [
      spray(order, fall, pool),
      groundBand(order, {
        depth: 1,
        top: bank,
        far: grass.far,
        near: grass.near,
        scatter: grassScatter(order, { count: 260, sizes: [0.012, 0.04], colour: grass.blade, blossoms: daisies }),
      }),
      boulders(order, { y: bank + unit * 0.02, depth: 1, size: unit * 0.04, count: 30, distance: 0.1 }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.14)],
    medium: 'ground',
    horizon: pool,
    floor: height * 0.88,
    dust: season === 'winter' ? 'snow' : 'grass',
  }
}

/** Blocks of cliff side by side, highest beside the fall, with trees on their rim. */
function walls(order: SetOrder, { lip, pool, fallX }: { lip: number; pool: number; fallX: number }): Layer {
  const { width, height, light, season, random } = order
  const unit = Math.min(width, height)
  const stone = sides(hex(season === 'winter' ? '#8f98a6' : '#84786c'), light, 0.32)
  const moss = sides(hex(season === 'winter' ? '#eef4fa' : '#5f9650'), light, 0.3)
  return scenery(order, { depth: cliffDepth, top: -height * 0.05, bottom: pool + unit * 0.03 }, (band) => {
    const { target } = band
    const count = 8
    const step = band.period / count
    const blocks = Array.from({ length: count }, (_, index) => {
      const x = index * step
      const away =
        Math.abs(((x + step / 2 - fallX + band.period * 1.5) % band.period) - band.period / 2) / (band.period / 2)
      return { x, top: away < 0.14 ? lip : lip + height * (0.02 + away * 0.26) + (random() - 0.5) * unit * 0.08 }
    }).sort((one, other) => one.top - other.top)
    for (const { x, top } of blocks) {
      placeAlike(band, random, x, step * 1.7, (at, own) => {
        const trees = 5
        for (let index = 0; index < trees; index++) {
          const paint = own() < 0.6 ? paintConifer : paintBroadleaf
          const tall = unit * (0.1 + own() * 0.1)
          const away = at + step * (own() * 1.1)
          // Measured round the seam, so that both copies of a block leave the same trees away.
          const fromFall = Math.abs(((away - fallX + band.period * 1.5) % band.period) - band.period / 2)
          if (fromFall > unit * 0.13)
            paint(target, away, top + unit * 0.03, tall, { light, season, random: own, distance: 0.34 })
        }
        const rim = raggedRim(own, at - step * 0.12, at + step * 1.14, () => top, unit * 0.03, 8)
        paintCliff(target, { random: own, tones: stone, rim, foot: pool + unit * 0.03, grain: 'pillars' })
        target.fillStyle = css(moss.bright)
        target.beginPath()
        for (const [rimX, rimY] of rim) target.lineTo(rimX, rimY - unit * 0.012)
        for (const [rimX, rimY] of rim.toReversed()) {
          target.lineTo(rimX + step * 0.05, rimY + unit * (0.008 + own() * 0.014))
          target.lineTo(rimX, rimY + unit * (0.02 + own() * 0.035))
        }
        target.fill()
        for (let index = 0; index < 4; index++)
          paintBush(target, at + own() * step, top + (pool - top) * (0.3 + own() * 0.7), unit * 0.035, {
            light,
            season,
            random: own,
            distance: 0.3,
          })
      })
    }
  })
}

function veil(order: SetOrder, { x, wide, lip, foot }: { x: number; wide: number; lip: number; foot: number }): Layer {
  const { width, light, random } = order
  const colour = lit(hex('#8fcbe0'), light, 0.25)
  const draw = makeFalls({ random, top: lip, bottom: foot, wide, footWide: wide * 1.3, colour })
  return pinned({ depth: cliffDepth, period: width * usualSpan, x, reach: wide }, draw)
}

function spray(order: SetOrder, fall: { x: number; wide: number }, pool: number): Layer {
  const { width, light } = order
  const puff = paintPuff(mix(light.haze, lighten(light.haze, 1), 0.7))
  const shape = { y: pool + fall.wide * 0.08, foot: fall.wide * 0.8, spread: fall.wide * 1.5, drift: fall.wide * 0.3 }
  return pinned(
    { depth: cliffDepth, period: width * usualSpan, x: fall.x, reach: fall.wide * 2 },
    (target, seconds) => {
      drawPlume(target, puff, { ...shape, rise: fall.wide * 0.9, count: 14, seconds: 3.4, alpha: 0.55 }, seconds)
    },
  )
}

interface BouldersOrder {
  y: number
  depth: number
  size: number
  count: number
  distance: number
}

function boulders(order: SetOrder, { y, depth, size, count, distance }: BouldersOrder): Layer {
  const { light, season, random } = order
  const stone = sides(hex(season === 'winter' ? '#aab4c2' : '#7f7a78'), light, distance)
  return scenery(order, { depth, top: y - size * 1.8, bottom: y + size * 0.6 }, (band) => {
    for (const { x, luck } of alongBand(band, random, count, 1.6))
      placeAlike(band, random, x, size * 1.6, (at, own) =>
        paintRock(band.target, at, y + (luck - 0.4) * size * 0.5, size * (0.25 + luck ** 2 * 0.85), stone, own),
      )
  })
}
