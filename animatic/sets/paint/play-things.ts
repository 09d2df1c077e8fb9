/** What children play on: a tower with a slide, swings that swing, a seesaw that tips. */
import type { Layer, SetOrder } from '../place.ts'
import { css } from './colour.ts'
import { pinned } from './pinned.ts'
import { landmark, usualSpan } from './scenery.ts'
import { fillShape, paintBox, paintLine, tonesAt } from './shapes.ts'

/** Pixels: its middle, where it stands, and how high it is. */
export interface PlayThing {
  depth: number
  x: number
  foot: number
  tall: number
}

export function paintPlayTower(order: SetOrder, { depth, x, foot, tall }: PlayThing): Layer {
  const tones = tonesAt(order.light, 0.1)
  const deck = foot - tall * 0.48
  const half = tall * 0.2
  const side = x < order.width / 2 ? 1 : -1
  return landmark(
    order,
    { depth, x, reach: tall * 0.95, top: foot - tall * 1.1, bottom: foot + tall * 0.06 },
    (target) => {
      target.scale(side, 1)
      for (const post of [-1, 1])
        paintBox(
          target,
          post * half - tall * 0.022,
          foot - tall * 0.78,
          tall * 0.044,
          tall * 0.78,
          tones.sides('#c98f4f'),
        )
      for (let rung = 1; rung < 6; rung++)
        paintLine(
          target,
          [
            -half - tall * 0.2 + rung * tall * 0.036,
            foot - rung * tall * 0.08,
            -half - tall * 0.11 + rung * tall * 0.03,
            foot - rung * tall * 0.08,
          ],
          tall * 0.018,
          tones.flat('#f2c23c'),
        )
      paintLine(target, [-half - tall * 0.2, foot, -half, deck], tall * 0.024, tones.flat('#3f7fc0'))
      paintLine(target, [-half - tall * 0.09, foot, -half + tall * 0.06, deck], tall * 0.024, tones.flat('#3f7fc0'))
      paintBox(target, -half - tall * 0.03, deck, half * 2 + tall * 0.06, tall * 0.045, tones.sides('#b87a3f'))
      for (let bar = 0; bar < 5; bar++)
        paintLine(
          target,
          [-half + (bar / 4) * half * 2, deck, -half + (bar / 4) * half * 2, deck - tall * 0.15],
          tall * 0.018,
          tones.flat('#f2c23c'),
        )
      paintLine(target, [-half, deck - tall * 0.15, half, deck - tall * 0.15], tall * 0.022, tones.flat('#f2c23c'))
      const roof = tones.sides(order.season === 'winter' ? '#f2f6fb' : '#d9534a')
      const shade = target.createLinearGradient(-half, 0, half, 0)
      shade.addColorStop(0, css(roof.bright))
      shade.addColorStop(1, css(roof.dark))
      fillShape(
        target,
        [-half * 1.45, foot - tall * 0.76, 0, foot - tall * 1.05, half * 1.45, foot - tall * 0.76],
        shade,
      )
      for (const [thick, colour] of [
        [0.09, '#3f8fd0'],
        [0.05, '#6cb8f0'],
      ] as const) {
        target.strokeStyle = tones.flat(colour)
        target.lineWidth = tall * thick
        target.lineCap = 'round'
        target.beginPath()
        target.moveTo(half + tall * 0.02, deck)
        target.bezierCurveTo(
          half + tall * 0.18,
          deck + tall * 0.06,
          half + tall * 0.3,
          foot - tall * 0.05,
          half + tall * 0.56,
          foot - tall * 0.05,
        )
        target.stroke()
      }
    },
  )
}

export function paintSwings(order: SetOrder, { depth, x, foot, tall }: PlayThing): Layer[] {
  const { width, light } = order
  const tones = tonesAt(light, 0.1)
  const half = tall * 0.62
  const frame = landmark(
    order,
    { depth, x, reach: tall, top: foot - tall * 1.06, bottom: foot + tall * 0.06 },
    (target) => {
      for (const end of [-1, 1]) {
        paintLine(
          target,
          [end * half - tall * 0.15, foot, end * half, foot - tall],
          tall * 0.036,
          tones.flat('#d9534a'),
        )
        paintLine(
          target,
          [end * half + tall * 0.15, foot, end * half, foot - tall],
          tall * 0.036,
          tones.flat('#c0453e'),
        )
      }
      paintLine(target, [-half, foot - tall, half, foot - tall], tall * 0.044, tones.flat('#e0655a'))
    },
  )
  const [chain, seat] = [tones.flat('#5a6270'), tones.flat('#3f7fc0')]
  const swing = (at: number, pace: number) =>
    pinned({ depth, period: width * usualSpan, x: x + at, reach: tall }, (target, seconds) => {
      const lean = Math.sin(seconds * pace) * 0.42
      const long = tall * 0.76
      const [seatX, seatY] = [Math.sin(lean) * long * 0.5, foot - tall + Math.cos(lean) * long]
      for (const end of [-1, 1])
        paintLine(
          target,
          [end * tall * 0.09, foot - tall, seatX + end * tall * 0.09, seatY],
          Math.max(1, tall * 0.01),
          chain,
        )
      paintLine(
        target,
        [seatX - tall * 0.11, seatY, seatX + tall * 0.11, seatY - lean * tall * 0.04],
        tall * 0.034,
        seat,
      )
    })
  return [frame, swing(-half * 0.45, 1.9), swing(half * 0.45, 2.2)]
}

export function paintSeesaw({ width, light }: SetOrder, { depth, x, foot, tall }: PlayThing): Layer {
  const tones = tonesAt(light, 0.08)
  const [stand, board, grip] = [tones.flat('#3f8f6a'), tones.flat('#f2b441'), tones.flat('#d9534a')]
  return pinned({ depth, period: width * usualSpan, x, reach: tall * 2.6 }, (target, seconds) => {
    fillShape(target, [-tall * 0.34, foot, 0, foot - tall * 0.62, tall * 0.34, foot], stand)
    target.translate(0, foot - tall * 0.6)
    target.rotate(Math.sin(seconds * 1.1) * 0.2)
    paintLine(target, [-tall * 2.2, 0, tall * 2.2, 0], tall * 0.15, board)
    for (const end of [-1, 1])
      paintLine(target, [end * tall * 1.7, 0, end * tall * 1.7, -tall * 0.4], tall * 0.09, grip)
  })
}
