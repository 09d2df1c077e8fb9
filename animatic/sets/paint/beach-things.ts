/** What people bring to a beach or leave on it. Each stands with its foot at (x, y). */
import { lit, sides } from '../light.ts'
import { css, hex, mix } from './colour.ts'
import { fillShape, paintLine, pickOf, tonesAt } from './shapes.ts'
import type { StandingPainter } from './standing.ts'

type Cloth = readonly [first: string, second: string, towel: string]

/** Two colours of a parasol, and the towel's. */
const cloths: readonly [Cloth, ...Cloth[]] = [
  ['#e8574a', '#fff6e6', '#4aa3c8'],
  ['#2f86c4', '#fdf4dc', '#e8b04a'],
  ['#f2a63a', '#fff8ea', '#e86f6a'],
  ['#3fa58a', '#fff4e4', '#d9607a'],
]

/** A striped parasol that leans, with a towel in its shade. */
export const paintParasol: StandingPainter = (target, x, y, height, { light, random, distance }) => {
  const tones = tonesAt(light, distance)
  const [first, second, towel] = pickOf(random, cloths)
  const lean = (random() - 0.5) * height * 0.3
  target.fillStyle = css([40, 30, 50], 0.22)
  target.beginPath()
  target.ellipse(x + height * 0.1, y, height * 0.5, height * 0.06, 0, 0, Math.PI * 2)
  target.fill()
  const left = x - height * 0.62
  fillShape(
    target,
    [
      left,
      y + height * 0.02,
      left + height * 0.5,
      y + height * 0.02,
      left + height * 0.62,
      y - height * 0.07,
      left + height * 0.14,
      y - height * 0.07,
    ],
    tones.flat(towel),
  )
  const [topX, topY] = [x + lean, y - height]
  paintLine(target, [x, y, topX, topY], Math.max(1.5, height * 0.022), tones.flat('#f4ece0'))
  const half = height * 0.56
  const rim = topY + height * 0.3
  const gores = 8
  for (let gore = 0; gore < gores; gore++) {
    const at = (share: number) => topX - Math.cos(share * Math.PI) * half
    const { bright, dark } = sides(hex(gore % 2 ? first : second), light, distance)
    target.fillStyle = css(mix(bright, dark, gore / gores))
    target.beginPath()
    target.moveTo(topX, topY - height * 0.02)
    target.quadraticCurveTo(at(gore / gores) * 0.6 + topX * 0.4, topY + height * 0.05, at(gore / gores), rim)
    target.quadraticCurveTo(
      (at(gore / gores) + at((gore + 1) / gores)) / 2,
      rim - height * 0.05,
      at((gore + 1) / gores),
      rim,
    )
    target.quadraticCurveTo(at((gore + 1) / gores) * 0.6 + topX * 0.4, topY + height * 0.05, topX, topY - height * 0.02)
    target.fill()
  }
}

/** Towers of wet sand with a flag. */
export const paintSandcastle: StandingPainter = (target, x, y, height, { light, distance }) => {
  const tall = height * 0.5
  const { bright, dark } = sides(hex('#d9b077'), light, distance)
  for (const [dx, size] of [
    [-0.4, 0.62],
    [0.4, 0.66],
    [0, 1],
  ] as const) {
    const [middle, top, half] = [x + dx * tall, y - tall * size, tall * 0.2 * (0.7 + size * 0.4)]
    const shade = target.createLinearGradient(middle - half, 0, middle + half, 0)
    shade.addColorStop(0, css(bright))
    shade.addColorStop(1, css(dark))
    fillShape(target, [middle - half * 1.25, y, middle - half, top, middle + half, top, middle + half * 1.25, y], shade)
    for (let tooth = -1; tooth <= 1; tooth++)
      target.fillRect(middle + tooth * half * 0.72 - half * 0.22, top - tall * 0.09, half * 0.44, tall * 0.1)
  }
  paintLine(
    target,
    [x, y - tall, x, y - tall * 1.5],
    Math.max(1, tall * 0.03),
    css(lit(hex('#8a6a48'), light, distance)),
  )
  fillShape(
    target,
    [x, y - tall * 1.5, x + tall * 0.3, y - tall * 1.4, x, y - tall * 1.3],
    css(lit(hex('#e8574a'), light, distance)),
  )
}
