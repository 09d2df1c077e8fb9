/** A shopping street: a row of shops close by, houses behind, pavement under bunting, the kerb at the lens. */
import { paintBuilding } from './paint/building.ts'
import { paintClouds } from './paint/cloud.ts'
import { hex } from './paint/colour.ts'
import { paintLampRow } from './paint/lamp-row.ts'
import { treeRow } from './paint/land.ts'
import { paintPaving, paintStripe } from './paint/paving.ts'
import { scenery } from './paint/scenery.ts'
import { paintShopRow } from './paint/shop-row.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const roofs = ['#9aa5bd', '#b0a0a8', '#8f9db8', '#a8a0b8'] as const

export function paintStreet(order: SetOrder): Place {
  const { width, height, season, weather } = order
  const unit = Math.min(width, height)
  const foot = height * 0.69
  const wet = weather === 'rain' || weather === 'storm'
  return {
    backdrop: [
      ...paintSky(order, foot),
      ...paintClouds(order, foot * 0.8),
      houses(order, { depth: 0.14, foot, low: 0.42, high: 0.68, distance: 0.72 }),
      houses(order, { depth: 0.3, foot, low: 0.34, high: 0.56, distance: 0.46 }),
      paintShopRow(order, { depth: 0.72, foot, floor: unit * 0.27, top: height * 0.06, distance: 0.12, bunting: true }),
    ],
    ground: [
      paintPaving(order, { top: foot - 1, bottom: height * 0.945, far: '#cfc2b0', near: '#b3a594', kind: 'slabs' }),
      treeRow(order, {
        depth: 0.94,
        ground: foot + unit * 0.03,
        tall: unit * 0.36,
        density: 1.4,
        sway: 3,
        distance: 0.08,
        paint: paintBroadleaf,
      }),
      ...paintLampRow(order, {
        depth: 0.98,
        foot: foot + unit * 0.04,
        tall: unit * 0.4,
        at: [0.12, 0.62],
        span: 1.5,
        distance: 0.03,
        kind: 'lantern',
      }),
      paintStripe(order, { top: height * 0.94, bottom: height * 0.965, colour: '#dcd3c4', distance: 0.02 }),
      paintPaving(order, { top: height * 0.963, far: '#5e6470', near: '#4a4f5a', kind: 'tar' }),
    ],
    foreground: [],
    medium: 'ground',
    horizon: foot,
    floor: height * 0.87,
    dust: wet ? 'splash' : weather === 'snow' || season === 'winter' ? 'snow' : 'none',
  }
}

interface HousesOrder {
  depth: number
  foot: number
  /** Shares of the frame's smaller side. */
  low: number
  high: number
  distance: number
}

function houses(order: SetOrder, { depth, foot, low, high, distance }: HousesOrder): Layer {
  const { width, height, random } = order
  const unit = Math.min(width, height)
  return scenery(order, { depth, top: foot - unit * high * 1.1, bottom: foot + 2 }, (band) => {
    const count = Math.round(band.period / (unit * 0.2))
    for (let index = 0; index < count; index++)
      paintBuilding(band, {
        x: (index * band.period) / count,
        ground: foot,
        width: band.period / count,
        height: unit * (low + (high - low) * random()),
        colour: hex(roofs[index % roofs.length] ?? roofs[0]),
        distance,
        order,
      })
  })
}
