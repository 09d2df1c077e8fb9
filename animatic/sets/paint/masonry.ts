/** Old stonework: towers with roofs, walls with battlements, columns whole and broken. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { css, darken, lighten } from './colour.ts'
import { fillShape, paintBox, paintGlow, type Sides, type Tones } from './shapes.ts'

/** A wall with a few stones picked out, from (left, top). */
export function paintWall(
  target: SKRSContext2D,
  { left, top, wide, tall, stone }: { left: number; top: number; wide: number; tall: number; stone: Sides },
  random: Random,
): void {
  paintBox(target, left, top, wide, tall, stone)
  const course = Math.max(3, Math.min(tall * 0.08, wide * 0.12))
  const stones = Math.round((wide * tall) / (course * course * 9))
  for (let index = 0; index < Math.min(120, stones); index++) {
    const x = left + random() * (wide - course * 1.9)
    const y = top + Math.floor((random() * tall) / course) * course
    target.fillStyle = css(random() < 0.5 ? darken(stone.dark, 0.2) : lighten(stone.bright, 0.12), 0.28)
    target.fillRect(x, y, course * 1.8, course * 0.8)
  }
}

export function paintBattlements(
  target: SKRSContext2D,
  { left, top, wide, tooth, stone }: { left: number; top: number; wide: number; tooth: number; stone: Sides },
): void {
  const count = Math.max(2, Math.round(wide / (tooth * 1.8)))
  for (let index = 0; index < count; index++)
    paintBox(target, left + (index * wide) / count, top - tooth, (wide / count) * 0.58, tooth + 1, stone)
}

export interface TowerOrder {
  x: number
  foot: number
  wide: number
  tall: number
  stone: Sides
  /** A pointed roof of this colour, or battlements. */
  roof?: Sides
  glows: boolean
}

export function paintTower(
  target: SKRSContext2D,
  { x, foot, wide, tall, stone, roof, glows }: TowerOrder,
  tones: Tones,
  random: Random,
): void {
  const left = x - wide / 2
  const top = foot - tall
  paintWall(target, { left, top, wide, tall, stone }, random)
  paintBox(target, left - wide * 0.09, top - wide * 0.02, wide * 1.18, wide * 0.2, stone)
  if (roof) {
    const high = wide * 1.5
    const shade = target.createLinearGradient(left, 0, left + wide, 0)
    shade.addColorStop(0, css(roof.bright))
    shade.addColorStop(1, css(roof.dark))
    fillShape(target, [left - wide * 0.18, top, x, top - high, left + wide * 1.18, top], shade)
  } else paintBattlements(target, { left: left - wide * 0.09, top, wide: wide * 1.18, tooth: wide * 0.14, stone })
  const rows = Math.max(1, Math.floor(tall / (wide * 1.3)))
  for (let row = 0; row < rows; row++) {
    const y = top + wide * (0.5 + row * 1.25)
    const [half, high] = [wide * 0.09, wide * 0.3]
    const on = glows && random() < 0.75
    if (on) paintGlow(target, x, y + high / 2, wide * 0.6, [255, 208, 120], 0.4)
    target.fillStyle = on ? '#ffe09a' : tones.flat('#3f4560')
    target.beginPath()
    target.arc(x, y, half, Math.PI, 0)
    target.lineTo(x + half, y + high)
    target.lineTo(x - half, y + high)
    target.fill()
  }
}

/** A fluted column on a base; `broken` takes that share of it away at the top. */
export function paintColumn(
  target: SKRSContext2D,
  { x, foot, tall, broken, stone }: { x: number; foot: number; tall: number; broken: number; stone: Sides },
  random: Random,
): void {
  const wide = tall * 0.13
  const top = foot - tall * (1 - broken)
  paintBox(target, x - wide * 0.75, foot - wide * 0.35, wide * 1.5, wide * 0.35, stone)
  const shade = target.createLinearGradient(x - wide / 2, 0, x + wide / 2, 0)
  shade.addColorStop(0, css(stone.bright))
  shade.addColorStop(1, css(stone.dark))
  const edge = broken > 0 ? wide * 0.5 : 0
  fillShape(
    target,
    [
      x - wide / 2,
      foot - wide * 0.3,
      x - wide * 0.42,
      top + edge * random(),
      x - wide * 0.1,
      top - edge * random(),
      x + wide * 0.15,
      top + edge * random(),
      x + wide * 0.42,
      top - edge * random() * 0.6,
      x + wide / 2,
      foot - wide * 0.3,
    ],
    shade,
  )
  for (let flute = 1; flute < 5; flute++) {
    target.fillStyle = css(darken(stone.dark, 0.25), 0.25)
    target.fillRect(
      x - wide * 0.42 + flute * wide * 0.168,
      top + edge,
      Math.max(1, wide * 0.04),
      foot - top - wide * 0.35 - edge,
    )
  }
  if (broken > 0) return
  paintBox(target, x - wide * 0.68, top - wide * 0.16, wide * 1.36, wide * 0.2, stone)
  paintBox(target, x - wide * 0.8, top - wide * 0.32, wide * 1.6, wide * 0.18, stone)
}
