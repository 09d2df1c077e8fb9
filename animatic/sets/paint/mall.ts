/** A shopping centre. */

import type { Layer, SetOrder } from '../place.ts'
import { hex } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { landmark } from './scenery.ts'
import { paintBox, paintGlow, paintLine, tonesAt } from './shapes.ts'
import { paintAwning } from './shop-front.ts'

/** A long low shopping centre with bright windows. */
export function paintMall(order: SetOrder, { x, foot, tall }: { x: number; foot: number; tall: number }): Layer {
  const { light } = order
  const tones = tonesAt(light, 0.32)
  const on = lampsAreOn(light)
  const half = tall * 1.9
  return landmark(
    order,
    { depth: 0.38, x, reach: half * 1.05, top: foot - tall * 1.25, bottom: foot + 3 },
    (target) => {
      paintBox(target, -half, foot - tall * 0.74, half * 2, tall * 0.78, tones.sides('#e2d6c4'))
      paintBox(target, -half * 0.3, foot - tall, half * 0.6, tall * 1.02, tones.sides('#c9705a'))
      target.fillStyle = tones.flat(order.season === 'winter' ? '#f4f8fd' : '#9a8f88')
      target.fillRect(-half * 1.02, foot - tall * 0.77, half * 0.72, tall * 0.05)
      target.fillRect(half * 0.3, foot - tall * 0.77, half * 0.72, tall * 0.05)
      target.fillRect(-half * 0.32, foot - tall * 1.03, half * 0.64, tall * 0.05)
      for (let window = 0; window < 10; window++) {
        const left = -half * 0.95 + window * half * 0.192
        if (window === 4 || window === 5) continue
        target.fillStyle = on ? '#ffe3a0' : tones.flat('#7fa4bc')
        target.fillRect(left, foot - tall * 0.4, half * 0.15, tall * 0.36)
        paintAwning(
          target,
          left,
          foot - tall * 0.5,
          half * 0.15,
          tall * 0.13,
          ['#3f8f7f', '#d9534a', '#e0a030'][window % 3] ?? '#3f8f7f',
          { order, distance: 0.32 },
        )
      }
      target.fillStyle = on ? '#fff0c4' : tones.flat('#8fb4c8')
      target.fillRect(-half * 0.14, foot - tall * 0.5, half * 0.28, tall * 0.5)
      paintLine(target, [0, foot, 0, foot - tall * 0.5], Math.max(1, tall * 0.015), tones.flat('#5a5f6a'))
      if (on) paintGlow(target, 0, foot - tall * 0.8, tall * 0.6, hex('#ff9ac0'), 0.5)
      target.fillStyle = on ? '#ffd0e4' : tones.flat('#fdf6e8')
      for (let letter = 0; letter < 6; letter++)
        target.fillRect(
          half * (-0.2 + letter * 0.068),
          foot - tall * 0.88,
          half * (letter % 2 ? 0.035 : 0.05),
          tall * 0.14,
        )
    },
  )
}
