/** The buildings of an airport: the terminal and the control tower. */

import type { Layer, SetOrder } from '../place.ts'
import { hex } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { landmark } from './scenery.ts'
import { fillShape, paintBox, paintGlow, paintLine, tonesAt } from './shapes.ts'

interface Standing {
  x: number
  foot: number
  tall: number
}

/** A long hall of glass under a curved roof. */
export function paintTerminal(order: SetOrder, { x, foot, tall }: Standing): Layer {
  const { light } = order
  const tones = tonesAt(light, 0.36)
  const on = lampsAreOn(light)
  const half = tall * 1.9
  return landmark(order, { depth: 0.36, x, reach: half * 1.12, top: foot - tall * 1.3, bottom: foot + 3 }, (target) => {
    const glass = target.createLinearGradient(0, foot - tall, 0, foot)
    glass.addColorStop(0, on ? '#ffe7a8' : tones.flat('#a8d0e4'))
    glass.addColorStop(1, on ? '#f0b868' : tones.flat('#5f88a4'))
    target.fillStyle = glass
    target.fillRect(-half, foot - tall * 0.82, half * 2, tall * 0.84)
    for (let beam = 0; beam <= 22; beam++)
      paintLine(
        target,
        [-half + (beam / 22) * half * 2, foot, -half + (beam / 22) * half * 2, foot - tall * 0.85],
        Math.max(1, tall * 0.014),
        tones.flat('#e8ebf0'),
      )
    for (const high of [0.28, 0.55]) {
      target.fillStyle = tones.flat('#dfe3ea')
      target.fillRect(-half, foot - tall * high, half * 2, tall * 0.035)
    }
    target.fillStyle = tones.flat(order.season === 'winter' ? '#f4f8fd' : '#f2f3f6')
    target.beginPath()
    target.moveTo(-half * 1.08, foot - tall * 0.74)
    target.quadraticCurveTo(-half * 0.2, foot - tall * 1.45, half * 1.08, foot - tall * 0.86)
    target.lineTo(half * 1.06, foot - tall * 0.78)
    target.quadraticCurveTo(-half * 0.2, foot - tall * 1.25, -half * 1.06, foot - tall * 0.66)
    target.fill()
    target.beginPath()
    target.fillStyle = glass
    target.moveTo(-half, foot - tall * 0.7)
    target.quadraticCurveTo(-half * 0.2, foot - tall * 1.24, half, foot - tall * 0.8)
    target.fill()
    if (on) paintGlow(target, 0, foot - tall * 0.3, half, hex('#ffd690'), 0.3)
  })
}

/** The control tower with its cab of glass. */
export function paintControlTower(order: SetOrder, { x, foot, tall }: Standing): Layer {
  const { light } = order
  const tones = tonesAt(light, 0.32)
  return landmark(order, { depth: 0.38, x, reach: tall * 0.3, top: foot - tall * 1.15, bottom: foot + 3 }, (target) => {
    paintBox(target, -tall * 0.05, foot - tall * 0.8, tall * 0.1, tall * 0.82, tones.sides('#e4e2de'))
    paintBox(target, -tall * 0.18, foot - tall * 0.16, tall * 0.36, tall * 0.18, tones.sides('#d0cfd0'))
    fillShape(
      target,
      [
        -tall * 0.05,
        foot - tall * 0.72,
        -tall * 0.11,
        foot - tall * 0.82,
        tall * 0.11,
        foot - tall * 0.82,
        tall * 0.05,
        foot - tall * 0.72,
      ],
      tones.flat('#c4c6cc'),
    )
    fillShape(
      target,
      [
        -tall * 0.11,
        foot - tall * 0.82,
        -tall * 0.14,
        foot - tall * 0.94,
        tall * 0.14,
        foot - tall * 0.94,
        tall * 0.11,
        foot - tall * 0.82,
      ],
      lampsAreOn(light) ? '#ffdf98' : tones.flat('#4f7894'),
    )
    for (const beam of [-0.08, -0.03, 0.03, 0.08])
      paintLine(
        target,
        [beam * tall, foot - tall * 0.82, beam * tall * 1.3, foot - tall * 0.94],
        Math.max(1, tall * 0.006),
        tones.flat('#e8ebf0'),
      )
    target.fillStyle = tones.flat('#d2564a')
    target.fillRect(-tall * 0.155, foot - tall * 0.965, tall * 0.31, tall * 0.03)
    paintLine(target, [0, foot - tall * 0.96, 0, foot - tall * 1.1], Math.max(1, tall * 0.01), tones.flat('#8a8f9a'))
  })
}
