/** Woods seen from far: firs along the line of a hill and down its slope. */
import { sides } from '../light.ts'
import type { SetOrder } from '../place.ts'
import { css, hex, mix } from './colour.ts'
import type { RidgeBandOrder } from './land.ts'

export interface WoodsOrder {
  /** Pixels of a tree. */
  tall: number
  /** 0 at the lens, 1 at the horizon. */
  distance: number
}

/** For `ridgeBand`'s `decorate`: spikes of one tone, in one path a row, since no branch shows at that distance. */
export function wooded(
  { light, season, random }: SetOrder,
  { tall, distance }: WoodsOrder,
): NonNullable<RidgeBandOrder['decorate']> {
  const { bright, dark } = sides(hex(season === 'winter' ? '#5f7a7a' : '#3f6f52'), light, distance)
  return (band, lineAt) => {
    const { target, period } = band
    const rows = 3
    for (let row = 0; row < rows; row++) {
      target.fillStyle = css(mix(bright, dark, 0.3 + (row / rows) * 0.5))
      target.beginPath()
      const step = tall * (0.34 + row * 0.06)
      for (let x = 0; x < period; x += step * (0.5 + random())) {
        // Clearings: the woods thin out where a slow wave says so.
        if (Math.sin((x / period) * Math.PI * 8 + row) + random() < -0.35) continue
        const high = tall * (0.6 + random() * 0.5)
        const half = high * 0.2
        const foot = lineAt(x) + row * tall * 0.7 + high * 0.3
        band.place(x, half, (at) => {
          target.moveTo(at - half, foot)
          target.lineTo(at, foot - high)
          target.lineTo(at + half, foot)
        })
      }
      target.fill()
    }
  }
}
