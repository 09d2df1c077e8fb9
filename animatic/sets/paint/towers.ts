/** A row of towers side by side, close or with gaps of sky. */
import type { Layer, SetOrder } from '../place.ts'
import { paintBuilding } from './building.ts'
import { hex } from './colour.ts'
import { scenery } from './scenery.ts'

export const towerColours = ['#7f8fb0', '#8a97b5', '#9a90b0', '#93a0b8', '#a8a0a8'] as const

export interface TowersOrder {
  depth: number
  /** Pixels: where they stand, the lowest, the highest, and the usual width. */
  ground: number
  low: number
  high: number
  wide: number
  distance: number
  /** Share of the row that is left open, 0 to 1. */
  gap?: number
  colours?: readonly string[]
}

export function paintTowers(
  order: SetOrder,
  { depth, ground, low, high, wide, distance, gap = 0, colours = towerColours }: TowersOrder,
): Layer {
  const { random } = order
  return scenery(order, { depth, top: ground - high * 1.12, bottom: ground + 3 }, (band) => {
    const count = Math.max(4, Math.round(band.period / wide))
    const step = band.period / count
    for (let index = 0; index < count; index++) {
      const tall = low + (high - low) * random() ** 1.7
      if (random() < gap) continue
      paintBuilding(band, {
        x: index * step,
        ground,
        width: step * (0.8 + random() * 0.2),
        height: tall,
        colour: hex(colours[Math.floor(random() * colours.length)] ?? '#8a97b5'),
        distance,
        order,
      })
    }
  })
}
