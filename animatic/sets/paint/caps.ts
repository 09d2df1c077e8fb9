/** Snow on the heights of a ridge. */
import { lit } from '../light.ts'
import type { SetOrder } from '../place.ts'
import { css, hex } from './colour.ts'
import { outline } from './ridge.ts'
import type { Band } from './strip.ts'

/** Decorates a ridge with snow above a ragged line, `share` of the band's height from its top. */
export function snowCap(
  { light, random, width }: SetOrder,
  { share, distance }: { share: number; distance: number },
): (band: Band, lineAt: (x: number) => number) => void {
  return (band, lineAt) => {
    const ragged = outline(random, { period: band.period, feature: width * 0.05, ruggedness: 0.9 })
    const { target } = band
    const limit = band.height * share
    target.fillStyle = css(lit(hex('#f6f9ff'), light, distance), 0.92)
    target.beginPath()
    target.moveTo(-2, 0)
    for (let x = -2; x <= band.period + 4; x += 2) target.lineTo(x, lineAt(x))
    for (let x = band.period + 4; x >= -2; x -= 2) {
      target.lineTo(x, Math.max(lineAt(x), limit * (0.62 + ragged(x) * 0.76)))
    }
    target.fill()
  }
}
