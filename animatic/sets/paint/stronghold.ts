/** A castle of many towers, and the flags on them. */

import type { Layer, SetOrder } from '../place.ts'
import { drawFlag } from './flag.ts'
import { lampsAreOn } from './lamp.ts'
import { paintBattlements, paintTower, paintWall } from './masonry.ts'
import { pinned } from './pinned.ts'
import { landmark, usualSpan } from './scenery.ts'
import { paintLine, tonesAt } from './shapes.ts'

export const castleDepth = 0.26

/** Towers as shares of the castle's height: middle, width, height, whether it has a roof. */
const towers = [
  [-0.62, 0.15, 0.42, true],
  [-0.34, 0.17, 0.62, true],
  [0.02, 0.2, 0.74, true],
  [-0.14, 0.12, 0.9, true],
  [0.24, 0.15, 0.58, true],
  [0.44, 0.18, 0.44, false],
  [0.66, 0.14, 0.36, true],
] as const

export interface Castle {
  x: number
  foot: number
  tall: number
}

export function paintStronghold(order: SetOrder, { x, foot, tall }: Castle): Layer {
  const { light, season, random } = order
  const tones = tonesAt(light, 0.3)
  const stone = tones.sides('#d9cfc0')
  const roof = tones.sides(
    season === 'winter'
      ? '#e9f0fa'
      : (['#4f6fae', '#b0523f', '#5f4f93', '#2f8080'][Math.floor(random() * 4)] ?? '#4f6fae'),
  )
  const glows = lampsAreOn(light)
  return landmark(
    order,
    { depth: castleDepth, x, reach: tall * 1.1, top: foot - tall * 1.35, bottom: foot + tall * 0.2 },
    (target) => {
      const back = tonesAt(light, 0.42).sides('#cfc5ba')
      for (const [at, wide, high, pointed] of towers.toReversed()) {
        const common = { x: at * tall, foot: foot + tall * 0.1, wide: wide * tall, tall: high * tall, glows }
        paintTower(target, { ...common, stone: high > 0.6 ? stone : back, ...(pointed ? { roof } : {}) }, tones, random)
      }
      for (const [left, wide, high] of [
        [-0.72, 1.46, 0.2],
        [-0.3, 0.6, 0.34],
      ] as const) {
        paintWall(
          target,
          { left: left * tall, top: foot - high * tall, wide: wide * tall, tall: high * tall + tall * 0.18, stone },
          random,
        )
        paintBattlements(target, {
          left: left * tall,
          top: foot - high * tall,
          wide: wide * tall,
          tooth: tall * 0.028,
          stone,
        })
      }
      const gate = tall * 0.075
      target.fillStyle = glows ? '#f2b25a' : tones.flat('#4a3a34')
      target.beginPath()
      target.arc(0, foot - gate * 0.9, gate, Math.PI, 0)
      target.lineTo(gate, foot + tall * 0.08)
      target.lineTo(-gate, foot + tall * 0.08)
      target.fill()
      for (let bar = -2; bar <= 2; bar++)
        paintLine(
          target,
          [bar * gate * 0.38, foot - gate * 1.7, bar * gate * 0.38, foot],
          gate * 0.09,
          tones.flat('#2f2a30'),
        )
    },
  )
}

export function paintCastleFlags(order: SetOrder, { x, foot, tall }: Castle): Layer[] {
  const { width, light } = order
  const tones = tonesAt(light, 0.25)
  return towers
    .filter(([, , , pointed]) => pointed)
    .map(([at, wide, high], index) => {
      const top = foot + tall * 0.1 - high * tall - wide * tall * 1.5
      const colour = tones.flat(['#e2574c', '#f2b441', '#5aa0d8'][index % 3] ?? '#e2574c')
      const mast = tones.flat('#5a4a48')
      return pinned(
        { depth: castleDepth, period: width * usualSpan, x: x + at * tall, reach: tall * 0.2 },
        (target, seconds) => {
          paintLine(target, [0, top + tall * 0.02, 0, top - tall * 0.09], Math.max(1, tall * 0.008), mast)
          drawFlag(target, { y: top - tall * 0.09, long: tall * 0.09, colour, phase: index * 1.7 }, seconds)
        },
      )
    })
}
