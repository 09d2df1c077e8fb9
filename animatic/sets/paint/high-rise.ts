/** The towers one knows a city by: a television tower, and glass high-rises with lights on their roofs. */

import type { Layer, SetOrder } from '../place.ts'
import { hex } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { pinned } from './pinned.ts'
import { landmark, usualSpan } from './scenery.ts'
import { fillShape, paintBox, paintGlow, paintLine, tonesAt } from './shapes.ts'

/** A television tower, slim and high. */
export function paintNeedle(order: SetOrder, shore: number): Layer {
  const { width, height, light, random } = order
  const tall = Math.min(Math.min(width, height) * 0.52, shore * 0.86)
  const tones = tonesAt(light, 0.66)
  const x = width * (random() < 0.5 ? 0.22 : 0.78)
  return landmark(
    order,
    { depth: 0.12, x, reach: tall * 0.12, top: shore - tall * 1.02, bottom: shore + 2 },
    (target) => {
      fillShape(
        target,
        [
          -tall * 0.035,
          shore,
          -tall * 0.01,
          shore - tall * 0.66,
          tall * 0.01,
          shore - tall * 0.66,
          tall * 0.035,
          shore,
        ],
        tones.flat('#c9c4cc'),
      )
      paintLine(target, [0, shore - tall * 0.66, 0, shore - tall], Math.max(1, tall * 0.009), tones.flat('#d2605a'))
      for (const [high, size] of [
        [0.62, 0.05],
        [0.72, 0.026],
      ] as const) {
        target.fillStyle = tones.flat('#b0b4c4')
        target.beginPath()
        target.ellipse(0, shore - tall * high, tall * size, tall * size * 0.7, 0, 0, Math.PI * 2)
        target.fill()
        target.fillStyle = lampsAreOn(light) ? '#ffd98a' : tones.flat('#6f86a8')
        target.fillRect(-tall * size * 0.9, shore - tall * high - tall * 0.006, tall * size * 1.8, tall * 0.012)
      }
    },
  )
}

/** Red lights on the highest roofs, and the needle's point. */
export function paintHighRises(order: SetOrder, shore: number): Layer[] {
  const { width, height, light, random } = order
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.5)
  return [0.14, 0.34, 0.66, 0.9].flatMap((share, index) => {
    const [x, tall] = [width * (share + random() * 0.06), unit * (0.3 + random() * 0.12)]
    const wide = unit * (0.05 + random() * 0.03)
    const layer = landmark(
      order,
      { depth: 0.19, x, reach: wide, top: shore - tall * 1.3, bottom: shore + 2 },
      (target) => {
        paintBox(
          target,
          -wide / 2,
          shore - tall,
          wide,
          tall + 2,
          tones.sides(['#6f8fb8', '#8fa8c0', '#7a86b0', '#93a8b8'][index] ?? '#6f8fb8'),
        )
        if (index % 2)
          fillShape(
            target,
            [-wide / 2, shore - tall, 0, shore - tall * 1.22, wide / 2, shore - tall],
            tones.flat('#9fb8d0'),
          )
        else
          fillShape(
            target,
            [-wide / 2, shore - tall, -wide / 2, shore - tall * 1.1, wide / 2, shore - tall],
            tones.flat('#9fb8d0'),
          )
        for (let row = 0; row < 26; row++) {
          const on = lampsAreOn(light) && random() < 0.65
          target.fillStyle = on ? (random() < 0.5 ? '#ffe0a0' : '#bfe6ff') : tones.flat('#4f6f98', 0.55)
          target.fillRect(-wide * 0.42, shore - tall * (0.97 - row * 0.036), wide * 0.84, tall * 0.014)
        }
        if (lampsAreOn(light)) paintGlow(target, 0, shore - tall, wide * 0.9, hex('#8ac8ff'), 0.2)
      },
    )
    const red = pinned({ depth: 0.19, period: width * usualSpan, x, reach: wide }, (target, seconds) => {
      if (!lampsAreOn(light)) return
      const blink = 0.5 + 0.5 * Math.sin(seconds * 2.6 + index * 1.9)
      target.fillStyle = `rgba(255,90,80,${0.25 + 0.75 * blink})`
      target.beginPath()
      target.arc(
        index % 2 ? 0 : -wide / 2,
        shore - tall * (index % 2 ? 1.23 : 1.11),
        Math.max(1.2, unit * 0.004),
        0,
        Math.PI * 2,
      )
      target.fill()
    })
    return [layer, red]
  })
}
