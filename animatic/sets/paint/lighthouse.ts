/** A lighthouse on its rock, and the beam that sweeps round after dark. */
import type { Layer, SetOrder } from '../place.ts'
import { css } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { pinned } from './pinned.ts'
import { landmark, usualSpan } from './scenery.ts'
import { fillShape, paintGlow, tonesAt } from './shapes.ts'

export function paintLighthouse(order: SetOrder, { x, y, tall }: { x: number; y: number; tall: number }): Layer {
  const tones = tonesAt(order.light, 0.28)
  return landmark(order, { depth: 0.4, x, reach: tall * 0.7, top: y - tall * 1.2, bottom: y + 2 }, (target) => {
    fillShape(
      target,
      [
        -tall * 0.55,
        y + 2,
        -tall * 0.4,
        y - tall * 0.08,
        -tall * 0.1,
        y - tall * 0.13,
        tall * 0.3,
        y - tall * 0.1,
        tall * 0.6,
        y + 2,
      ],
      tones.flat('#8a8580'),
    )
    const at = (share: number) => tall * (0.11 - share * 0.045)
    for (let ring = 0; ring < 5; ring++) {
      const [low, high] = [ring / 5, (ring + 1) / 5]
      const foot = y - tall * 0.1
      const { bright, dark } = tones.sides(ring % 2 ? '#f8f2e8' : '#d2473f')
      const shade = target.createLinearGradient(-at(0), 0, at(0), 0)
      shade.addColorStop(0, css(bright))
      shade.addColorStop(1, css(dark))
      fillShape(
        target,
        [
          -at(low),
          foot - tall * 0.76 * low,
          -at(high),
          foot - tall * 0.76 * high,
          at(high),
          foot - tall * 0.76 * high,
          at(low),
          foot - tall * 0.76 * low,
        ],
        shade,
      )
    }
    target.fillStyle = tones.flat('#3a3f4a')
    target.fillRect(-tall * 0.095, y - tall * 0.88, tall * 0.19, tall * 0.025)
    target.fillStyle = lampsAreOn(order.light) ? '#fff2b8' : tones.flat('#cfe3ea')
    target.fillRect(-tall * 0.05, y - tall * 0.97, tall * 0.1, tall * 0.09)
    fillShape(
      target,
      [-tall * 0.075, y - tall * 0.965, 0, y - tall * 1.07, tall * 0.075, y - tall * 0.965],
      tones.flat('#b8433a'),
    )
  })
}

/** The lighthouse's beam sweeps round after dark. */
export function paintBeam(order: SetOrder, { x, y }: { x: number; y: number }): Layer {
  const { width, light } = order
  const on = lampsAreOn(light)
  return pinned({ depth: 0.4, period: width * usualSpan, x, reach: width }, (target, seconds) => {
    if (!on) return
    const turn = Math.cos(seconds * 1.1)
    const long = width * 0.6 * turn
    const shade = target.createLinearGradient(0, 0, long, 0)
    shade.addColorStop(0, `rgba(255,240,180,${0.3 * light.darkness})`)
    shade.addColorStop(1, 'rgba(255,240,180,0)')
    const open = width * 0.05
    fillShape(target, [0, y - 2, long, y - open, long, y + open, 0, y + 2], shade)
    paintGlow(target, 0, y, width * 0.03 * (1.4 + Math.abs(Math.sin(seconds * 1.1))), [255, 240, 180], 0.8)
  })
}
