/** A market square: stalls under striped awnings heaped with goods, old houses behind, strings of lamps above. */
import { paintClouds } from './paint/cloud.ts'
import { hex } from './paint/colour.ts'
import { paintCottage } from './paint/cottage.ts'
import { paintBunting } from './paint/flag.ts'
import { lampsAreOn } from './paint/lamp.ts'
import { ridgeBand, treeRow } from './paint/land.ts'
import { paintPaving } from './paint/paving.ts'
import { pinned } from './paint/pinned.ts'
import { drawPlume, paintPuff } from './paint/puffs.ts'
import { placeAlike, scenery, usualSpan } from './paint/scenery.ts'
import { paintGlow, tonesAt } from './paint/shapes.ts'
import { paintShopRow } from './paint/shop-row.ts'
import { paintSky } from './paint/sky.ts'
import { paintStall } from './paint/stall.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintMarket(order: SetOrder): Place {
  const { width, height, light, weather, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.6
  const square = height * 0.675
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon * 0.9),
      ridgeBand(order, {
        depth: 0.08,
        colour: '#8fa0b8',
        crest: horizon - unit * 0.22,
        foot: horizon,
        bottom: horizon + unit * 0.06,
        feature: width * 0.5,
        ruggedness: 0.3,
        distance: 0.8,
      }),
      treeRow(order, {
        depth: 0.18,
        ground: horizon + unit * 0.03,
        tall: unit * 0.24,
        density: 7,
        distance: 0.56,
        paint: paintCottage,
      }),
      paintShopRow(order, {
        depth: 0.34,
        foot: square + 2,
        floor: unit * 0.15,
        top: horizon - unit * 0.4,
        distance: 0.36,
        bunting: false,
      }),
    ],
    ground: [
      paintPaving(order, { top: square, far: '#c4b5a0', near: '#9c8a78', kind: 'cobbles' }),
      stalls(order, {
        depth: 0.66,
        foot: square + unit * 0.025,
        size: unit * 0.2,
        spots: [0.1, 0.26, 0.44, 0.63, 0.83],
        distance: 0.22,
      }),
      steam(order, square),
      stalls(order, {
        depth: 0.84,
        foot: square + unit * 0.07,
        size: unit * 0.3,
        spots: [0.03, 0.53, 0.72],
        distance: 0.08,
      }),
      strings(order),
    ],
    foreground: [],
    medium: 'ground',
    horizon,
    floor: height * 0.88,
    dust: weather === 'rain' ? 'splash' : season === 'winter' ? 'snow' : 'dust',
    ...(light.darkness > 0.5 ? { light: { ...light, ambient: hex('#c0a898') } } : {}),
  }
}

interface StallsOrder {
  depth: number
  foot: number
  size: number
  /** Shares of the period. */
  spots: readonly number[]
  distance: number
}

function stalls(order: SetOrder, { depth, foot, size, spots, distance }: StallsOrder): Layer {
  return scenery(order, { depth, top: foot - size * 1.3, bottom: foot + size * 0.15 }, (band) => {
    for (const spot of spots)
      placeAlike(band, order.random, band.period * spot, size * 1.3, (x, own) =>
        paintStall(band.target, x, foot, size, own, order, distance),
      )
  })
}

/** Steam from a pot somewhere between the stalls. */
function steam({ width, height, light }: SetOrder, square: number): Layer {
  const unit = Math.min(width, height)
  const puff = paintPuff(light.cloud.light)
  const shape = {
    y: square - unit * 0.1,
    rise: unit * 0.22,
    foot: unit * 0.03,
    spread: unit * 0.11,
    drift: unit * 0.05,
  }
  return pinned(
    { depth: 0.66, period: width * usualSpan, x: width * usualSpan * 0.44, reach: unit * 0.3 },
    (target, seconds) => drawPlume(target, puff, { ...shape, count: 8, seconds: 4, alpha: 0.4 }, seconds),
  )
}

/** Pennants by day, lamps on the same strings after dark. */
function strings(order: SetOrder): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.12)
  const top = height * 0.1
  return scenery(order, { depth: 0.5, top, bottom: top + unit * 0.34, span: 1.4 }, (band) => {
    const spans = 3
    for (let index = 0; index < spans; index++) {
      const [from, to] = [(index / spans) * band.period, ((index + 1) / spans) * band.period]
      const y = top + unit * 0.04
      paintBunting(band.target, { from: [from, y], to: [to, y], sag: unit * 0.1, size: unit * 0.03 }, tones)
      if (!lampsAreOn(light)) continue
      for (let lamp = 1; lamp < 9; lamp++) {
        const share = lamp / 9
        const at = [from + (to - from) * share, y + unit * 0.4 * share * (1 - share) + unit * 0.02] as const
        paintGlow(band.target, at[0], at[1], unit * 0.05, hex('#ffd98a'), 0.9)
      }
    }
  })
}
