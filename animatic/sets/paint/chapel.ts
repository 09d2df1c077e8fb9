/** A chapel on its hill. */
import type { Layer, SetOrder } from '../place.ts'
import { css, hex } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { landmark } from './scenery.ts'
import { fillShape, paintBox, paintGlow, paintLine, tonesAt } from './shapes.ts'

/** A chapel with a pointed spire; its windows glow after dark. */
export function paintChapel(order: SetOrder, { x, foot, tall }: { x: number; foot: number; tall: number }): Layer {
  const { light, season } = order
  const tones = tonesAt(light, 0.44)
  const stone = tones.sides('#a8a09c')
  const roof = tones.sides(season === 'winter' ? '#eaf0f8' : '#5a5468')
  const glass = lampsAreOn(light) ? '#ffcf7a' : tones.flat('#4a5878')
  return landmark(order, { depth: 0.24, x, reach: tall * 0.7, top: foot - tall * 1.12, bottom: foot + 3 }, (target) => {
    const window = (at: number, y: number, size: number) => {
      if (lampsAreOn(light)) paintGlow(target, at, y - size, size * 3, hex('#ffcf7a'), 0.4)
      target.fillStyle = glass
      target.beginPath()
      target.moveTo(at - size * 0.45, y)
      target.lineTo(at - size * 0.45, y - size * 1.1)
      target.quadraticCurveTo(at, y - size * 2.2, at + size * 0.45, y - size * 1.1)
      target.lineTo(at + size * 0.45, y)
      target.fill()
    }
    paintBox(target, -tall * 0.1, foot - tall * 0.3, tall * 0.66, tall * 0.32, stone)
    fillShape(
      target,
      [
        -tall * 0.12,
        foot - tall * 0.29,
        tall * 0.02,
        foot - tall * 0.48,
        tall * 0.5,
        foot - tall * 0.48,
        tall * 0.6,
        foot - tall * 0.29,
      ],
      css(roof.dark),
    )
    paintBox(target, -tall * 0.26, foot - tall * 0.56, tall * 0.2, tall * 0.58, stone)
    const spire = target.createLinearGradient(-tall * 0.28, 0, -tall * 0.04, 0)
    spire.addColorStop(0, css(roof.bright))
    spire.addColorStop(1, css(roof.dark))
    fillShape(
      target,
      [-tall * 0.29, foot - tall * 0.55, -tall * 0.16, foot - tall * 0.97, -tall * 0.03, foot - tall * 0.55],
      spire,
    )
    paintLine(
      target,
      [-tall * 0.16, foot - tall * 0.97, -tall * 0.16, foot - tall * 1.07],
      tall * 0.012,
      tones.flat('#3a3d48'),
    )
    paintLine(
      target,
      [-tall * 0.19, foot - tall * 1.03, -tall * 0.13, foot - tall * 1.03],
      tall * 0.012,
      tones.flat('#3a3d48'),
    )
    window(-tall * 0.16, foot - tall * 0.32, tall * 0.055)
    for (let index = 0; index < 3; index++) window(tall * (0.08 + index * 0.17), foot - tall * 0.07, tall * 0.05)
    target.fillStyle = tones.flat('#4a3a34')
    target.fillRect(-tall * 0.2, foot - tall * 0.13, tall * 0.08, tall * 0.13)
  })
}
