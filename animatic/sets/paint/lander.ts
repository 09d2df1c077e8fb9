/** A lander on four legs with a flag beside it, at one side of the frame. */
import type { Layer, SetOrder } from '../place.ts'
import { placeAlike, scenery } from './scenery.ts'
import { fillShape, paintBox, paintLine, tonesAt } from './shapes.ts'

export function paintLander(order: SetOrder, ground: number): Layer {
  const { width, height, light, random } = order
  const tall = Math.min(width, height) * 0.13
  const { flat, sides: sidesOf } = tonesAt(light, 0.16)
  return scenery(order, { depth: 0.42, top: ground - tall * 1.4, bottom: ground + tall * 0.2 }, (band) => {
    placeAlike(band, random, width * (random() < 0.5 ? 0.2 : 0.8), tall * 2, (x) => {
      const { target } = band
      for (const side of [-1, 1]) {
        paintLine(
          target,
          [x + side * tall * 0.2, ground - tall * 0.45, x + side * tall * 0.5, ground],
          tall * 0.035,
          flat('#b9a05a'),
        )
        paintLine(
          target,
          [x + side * tall * 0.42, ground, x + side * tall * 0.58, ground],
          tall * 0.05,
          flat('#8a8a92'),
        )
      }
      fillShape(
        target,
        [
          x - tall * 0.08,
          ground - tall * 0.3,
          x + tall * 0.08,
          ground - tall * 0.3,
          x + tall * 0.14,
          ground - tall * 0.14,
          x - tall * 0.14,
          ground - tall * 0.14,
        ],
        flat('#4a4a55'),
      )
      paintBox(target, x - tall * 0.34, ground - tall * 0.56, tall * 0.68, tall * 0.28, sidesOf('#e0b850'))
      fillShape(
        target,
        [
          x - tall * 0.26,
          ground - tall * 0.56,
          x - tall * 0.22,
          ground - tall * 0.9,
          x + tall * 0.14,
          ground - tall * 0.96,
          x + tall * 0.26,
          ground - tall * 0.74,
          x + tall * 0.24,
          ground - tall * 0.56,
        ],
        flat('#c9ccd6'),
      )
      target.fillStyle = light.darkness > 0.3 ? '#ffe9a8' : flat('#3a4660')
      target.beginPath()
      target.arc(x - tall * 0.03, ground - tall * 0.76, tall * 0.07, 0, Math.PI * 2)
      target.fill()
      const pole = x + tall * 1.05
      paintLine(target, [pole, ground, pole, ground - tall * 0.8], tall * 0.025, flat('#d8dae2'))
      fillShape(
        target,
        [
          pole,
          ground - tall * 0.8,
          pole + tall * 0.34,
          ground - tall * 0.8,
          pole + tall * 0.34,
          ground - tall * 0.58,
          pole,
          ground - tall * 0.58,
        ],
        flat('#e2574c'),
      )
    })
  })
}
