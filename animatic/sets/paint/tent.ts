/** A fairground tent. */

import type { Layer, SetOrder } from '../place.ts'
import { hex } from './colour.ts'
import { drawFlag } from './flag.ts'
import { lampsAreOn } from './lamp.ts'
import { pinned } from './pinned.ts'
import { landmark, usualSpan } from './scenery.ts'
import { fillShape, paintGlow, paintLine, tonesAt } from './shapes.ts'

const stripes = ['#d9534a', '#3f7fc0', '#e0a030'] as const

/** A round tent in stripes with a flag on its point. */
export function paintTent(
  order: SetOrder,
  { x, foot, tall, colour }: { x: number; foot: number; tall: number; colour: number },
): Layer[] {
  const { width, light } = order
  const tones = tonesAt(light, 0.24)
  const paint = tones.flat(stripes[colour % stripes.length] ?? stripes[0])
  const half = tall * 0.72
  const cloth = landmark(
    order,
    { depth: 0.44, x, reach: half * 1.3, top: foot - tall * 1.05, bottom: foot + 3 },
    (target) => {
      const count = 11
      for (let stripe = 0; stripe < count; stripe++) {
        const [from, to] = [(stripe / count) * 2 - 1, ((stripe + 1) / count) * 2 - 1]
        const fill = stripe % 2 ? tones.flat('#fbf3e2') : paint
        fillShape(
          target,
          [from * half, foot + 2, from * half, foot - tall * 0.42, to * half, foot - tall * 0.42, to * half, foot + 2],
          fill,
        )
        fillShape(
          target,
          [0, foot - tall, to * half * 1.12, foot - tall * 0.42, from * half * 1.12, foot - tall * 0.42],
          fill,
        )
        target.beginPath()
        target.arc(((from + to) / 2) * half * 1.12, foot - tall * 0.42, (half * 1.12) / count, 0, Math.PI)
        target.fill()
      }
      const shade = target.createLinearGradient(-half, 0, half, 0)
      shade.addColorStop(0, 'rgba(255,255,255,0.12)')
      shade.addColorStop(1, 'rgba(30,20,60,0.28)')
      fillShape(
        target,
        [
          -half,
          foot + 2,
          -half * 1.12,
          foot - tall * 0.42,
          0,
          foot - tall,
          half * 1.12,
          foot - tall * 0.42,
          half,
          foot + 2,
        ],
        shade,
      )
      fillShape(
        target,
        [
          -half * 0.2,
          foot + 2,
          -half * 0.05,
          foot - tall * 0.32,
          half * 0.05,
          foot - tall * 0.32,
          half * 0.2,
          foot + 2,
        ],
        lampsAreOn(light) ? '#ffd98a' : tones.flat('#5a3f48'),
      )
      if (lampsAreOn(light)) paintGlow(target, 0, foot - tall * 0.2, half, hex('#ffd080'), 0.45)
    },
  )
  const flag = pinned({ depth: 0.44, period: width * usualSpan, x, reach: tall * 0.3 }, (target, seconds) => {
    paintLine(target, [0, foot - tall * 0.98, 0, foot - tall * 1.18], Math.max(1, tall * 0.012), tones.flat('#5a4a48'))
    drawFlag(target, { y: foot - tall * 1.18, long: tall * 0.17, colour: paint, phase: x }, seconds)
  })
  return [cloth, flag]
}
