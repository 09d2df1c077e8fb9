/** What old peoples left: a stepped pyramid and a temple of columns. */
import type { Layer, SetOrder } from '../place.ts'
import { paintLiana } from './frond.ts'
import { paintColumn } from './masonry.ts'
import { landmark } from './scenery.ts'
import { fillShape, paintBox, paintShape, tonesAt } from './shapes.ts'

const stoneColour = '#dcc7a0'

/** Pixels: its middle, where it stands, and how high it is. */
interface Standing {
  x: number
  foot: number
  tall: number
}

/** A stepped pyramid in the haze. */
export function paintPyramid(order: SetOrder, { x, foot, tall }: Standing): Layer {
  const tones = tonesAt(order.light, 0.62)
  return landmark(order, { depth: 0.14, x, reach: tall * 1.2, top: foot - tall * 1.2, bottom: foot + 2 }, (target) => {
    const steps = 8
    for (let step = 0; step < steps; step++) {
      const [low, high] = [1 - step / steps, 1 - (step + 1) / steps]
      const half = tall * (0.14 + low * 0.9)
      paintBox(target, -half, foot - tall * (1 - high), half * 2, (tall / steps) * 1.03, tones.sides(stoneColour))
      target.fillStyle = tones.flat('#f4e6c4', 0.8)
      target.fillRect(-half, foot - tall * (1 - high), half * 2, Math.max(1, tall * 0.012))
    }
    fillShape(
      target,
      [-tall * 0.1, foot - tall, tall * 0.1, foot - tall, tall * 0.17, foot, -tall * 0.17, foot],
      tones.flat('#c9b184'),
    )
    paintBox(target, -tall * 0.13, foot - tall * 1.13, tall * 0.26, tall * 0.14, tones.sides('#d2bc90'))
    target.fillStyle = tones.flat('#6a5a55')
    target.fillRect(-tall * 0.035, foot - tall * 1.09, tall * 0.07, tall * 0.1)
  })
}

/** What is left of a temple: a row of columns under a broken gable. */
export function paintTemple(order: SetOrder, { x, foot, tall }: Standing): Layer {
  const { light, random } = order
  const stone = tonesAt(light, 0.3).sides(stoneColour)
  const ivy = tonesAt(light, 0.26).sides(order.season === 'winter' ? '#a8b4bc' : '#6f9a4a')
  return landmark(
    order,
    { depth: 0.42, x, reach: tall * 1.2, top: foot - tall * 1.5, bottom: foot + tall * 0.1 },
    (target) => {
      for (const [step, grow] of [
        [0, 1.05],
        [1, 0.98],
      ] as const)
        paintBox(target, -tall * grow, foot - tall * 0.06 * step, tall * grow * 2, tall * 0.07, stone)
      const base = foot - tall * 0.07
      for (let index = 0; index < 6; index++)
        paintColumn(
          target,
          {
            x: tall * (-0.8 + index * 0.32),
            foot: base,
            tall: tall * 0.82,
            broken: index === 5 ? 0.45 : index === 4 ? 0.12 : 0,
            stone,
          },
          random,
        )
      const beam = base - tall * 0.87
      paintBox(target, -tall * 0.9, beam - tall * 0.1, tall * 1.24, tall * 0.11, stone)
      paintShape(
        target,
        [
          -tall * 0.94,
          beam - tall * 0.1,
          -tall * 0.2,
          beam - tall * 0.38,
          tall * 0.04,
          beam - tall * 0.3,
          tall * 0.12,
          beam - tall * 0.2,
          tall * 0.34,
          beam - tall * 0.1,
        ],
        stone,
      )
      for (let index = 0; index < 8; index++)
        paintLiana(
          target,
          -tall * 0.85 + random() * tall * 1.1,
          beam - tall * 0.05,
          tall * (0.15 + random() * 0.35),
          ivy,
          random,
        )
    },
  )
}
