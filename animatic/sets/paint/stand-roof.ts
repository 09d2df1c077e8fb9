/** The roof over a stand. */

import type { Layer, SetOrder } from '../place.ts'
import { hex } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { scenery } from './scenery.ts'
import { paintGlow, paintLine, tonesAt } from './shapes.ts'

/** The far roof over the stand, carried by trusses. */
export function paintStandRoof(order: SetOrder, { foot, tall }: { foot: number; tall: number }): Layer {
  const tones = tonesAt(order.light, 0.44)
  return scenery(order, { depth: 0.28, top: foot - tall * 1.05, bottom: foot + tall * 0.9 }, ({ target, period }) => {
    target.fillStyle = tones.flat('#4f5a70')
    target.fillRect(0, foot - tall * 0.3, period + 4, tall * 1.2)
    target.fillStyle = tones.flat(order.season === 'winter' ? '#f2f6fb' : '#dfe4ec')
    target.fillRect(0, foot - tall, period + 4, tall * 0.36)
    const bays = 18
    for (let bay = 0; bay < bays; bay++) {
      const [left, right] = [(bay / bays) * period, ((bay + 1) / bays) * period]
      paintLine(
        target,
        [left, foot - tall * 0.22, (left + right) / 2, foot - tall * 0.62, right, foot - tall * 0.22],
        Math.max(1, tall * 0.04),
        tones.flat('#b8c0cc'),
      )
    }
    target.fillStyle = tones.flat('#b8c0cc')
    target.fillRect(0, foot - tall * 0.26, period + 4, tall * 0.09)
    if (!lampsAreOn(order.light)) return
    for (let lamp = 0; lamp < 30; lamp++)
      paintGlow(target, ((lamp + 0.5) / 30) * period, foot - tall * 0.12, tall * 0.3, hex('#fff6dc'), 0.9)
  })
}
