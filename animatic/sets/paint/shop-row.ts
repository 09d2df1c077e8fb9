/** A row of houses with shops, with a side street open here and there. */
import type { Layer, SetOrder } from '../place.ts'
import { paintBunting } from './flag.ts'
import { placeAlike, scenery } from './scenery.ts'
import { tonesAt } from './shapes.ts'
import { paintShopFront } from './shop-front.ts'

export interface ShopRowOrder {
  depth: number
  /** Pixels: where the houses stand, how high a ground floor is, and the highest a roof may reach. */
  foot: number
  floor: number
  top: number
  distance: number
  /** Pennants from house to house. */
  bunting: boolean
}

export function paintShopRow(order: SetOrder, { depth, foot, floor, distance, bunting, ...row }: ShopRowOrder): Layer {
  const { width, height, light, random } = order
  const top = Math.min(foot - floor * 2.3, row.top)
  return scenery(order, { depth, top, bottom: foot + 2 }, (band) => {
    const tones = tonesAt(light, distance)
    const count = Math.max(3, Math.round(band.period / (floor * 1.63)))
    const step = band.period / count
    for (let index = 0; index < count; index++) {
      const gap = index % 4 === 2 ? 0.34 : 0
      const tall = floor * (1.9 + Math.floor(random() * 2) * 0.5) * (height > width ? 1.25 : 1)
      placeAlike(band, random, index * step, step * 1.1, (left, own) => {
        const wide = step * (1 - gap)
        paintShopFront(band.target, {
          order,
          random: own,
          left,
          foot,
          wide,
          tall: Math.min(tall, foot - top),
          floor,
          distance,
        })
      })
    }
    for (let index = 0; bunting && index < count; index += 2) {
      placeAlike(band, random, index * step, step * 2, (at) => {
        const y = foot - floor * 1.55
        paintBunting(
          band.target,
          { from: [at, y], to: [at + step * 1.6, y], sag: floor * 0.2, size: floor * 0.1 },
          tones,
        )
      })
    }
  })
}
