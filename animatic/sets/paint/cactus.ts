/** A saguaro with two arms; its foot is at (x, y). */
import { sides } from '../light.ts'
import { css, hex } from './colour.ts'
import type { StandingPainter } from './standing.ts'

export const paintCactus: StandingPainter = (target, x, y, height, { light, distance }) => {
  const { bright, dark } = sides(hex('#5d8a4f'), light, distance)
  const wide = height * 0.13
  const shade = target.createLinearGradient(x - height * 0.3, 0, x + height * 0.3, 0)
  shade.addColorStop(0, css(bright))
  shade.addColorStop(1, css(dark))
  target.strokeStyle = shade
  target.lineCap = 'round'
  target.lineJoin = 'round'
  target.lineWidth = wide
  target.beginPath()
  target.moveTo(x, y)
  target.lineTo(x, y - height + wide / 2)
  target.stroke()
  target.lineWidth = wide * 0.7
  for (const [side, from, to] of [
    [-1, 0.36, 0.66],
    [1, 0.48, 0.82],
  ] as const) {
    target.beginPath()
    target.moveTo(x, y - height * from)
    target.quadraticCurveTo(
      x + side * height * 0.24,
      y - height * from,
      x + side * height * 0.24,
      y - height * (from + 0.12),
    )
    target.lineTo(x + side * height * 0.24, y - height * to)
    target.stroke()
  }
}
