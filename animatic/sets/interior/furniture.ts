/** Furniture that stands on the floor at x metres, seen from the front; `y` is where its feet are. */
import { ball, board, box, flat, line, type Pencil, shadow, shape } from './shapes.ts'

export function table(pencil: Pencil, x: number, width: number, colour: string, high = 0.75, deep = 0.2): void {
  shadow(pencil, x, -0.02, width * 0.62, 0.16)
  const left = x - width / 2
  for (const [at, inset] of [
    [left + 0.14, 1],
    [left + width - 0.2, 1],
    [left + 0.03, 0],
    [left + width - 0.1, 0],
  ] as const)
    box(pencil, at, inset ? 0.06 : -0.04, 0.07, high - (inset ? 0.06 : -0.04), colour, 0.01)
  flat(pencil, left + 0.06, high - 0.1, width - 0.12, 0.1, colour, -0.3)
  board(pencil, left, high, width, 0.055, deep, colour)
}

export function chair(pencil: Pencil, x: number, colour: string, cushion?: string, scale = 1): void {
  const half = 0.22 * scale
  shadow(pencil, x, 0, 0.36 * scale, 0.2)
  for (const side of [-1, 1]) box(pencil, x + side * half - 0.025, side * 0.0 - 0.03, 0.05, 0.95 * scale, colour, 0.02)
  box(pencil, x - half, 0.7 * scale, half * 2, 0.22 * scale, colour, 0.05)
  flat(pencil, x - half, 0.58 * scale, half * 2, 0.04, colour, -0.2)
  board(pencil, x - half - 0.03, 0.42 * scale, half * 2 + 0.06, 0.05, 0.1, cushion ?? colour)
}

/** A round stool or a bar stool. */
export function stool(pencil: Pencil, x: number, colour: string, seat: string, high = 0.5): void {
  shadow(pencil, x, 0, 0.26, 0.2)
  line(
    pencil,
    [
      [x - 0.16, -0.03],
      [x - 0.07, high],
    ],
    0.035,
    colour,
  )
  line(
    pencil,
    [
      [x + 0.16, -0.03],
      [x + 0.07, high],
    ],
    0.035,
    colour,
    -0.2,
  )
  line(
    pencil,
    [
      [x, -0.05],
      [x, high],
    ],
    0.035,
    colour,
    -0.1,
  )
  line(
    pencil,
    [
      [x - 0.12, high * 0.35],
      [x + 0.12, high * 0.35],
    ],
    0.025,
    colour,
  )
  ball(pencil, x, high + 0.02, 0.2, 0.055, seat)
}

export function sofa(pencil: Pencil, x: number, width: number, colour: string, cushions: readonly string[]): void {
  const left = x - width / 2
  shadow(pencil, x, 0, width * 0.62, 0.14)
  for (const at of [left + 0.1, left + width - 0.17]) box(pencil, at, -0.02, 0.07, 0.16, '#5a3c2a')
  box(pencil, left + 0.08, 0.3, width - 0.16, 0.62, colour, 0.14)
  const seats = Math.max(1, Math.round(width / 0.85))
  const wide = (width - 0.36) / seats
  for (let seat = 0; seat < seats; seat++) {
    box(pencil, left + 0.18 + seat * wide, 0.48, wide - 0.02, 0.36, colour, 0.1)
    box(pencil, left + 0.18 + seat * wide, 0.28, wide - 0.02, 0.22, colour, 0.07)
  }
  box(pencil, left + 0.1, 0.1, width - 0.2, 0.2, colour, 0.04)
  for (const at of [left, left + width - 0.24]) box(pencil, at, 0.1, 0.24, 0.56, colour, 0.11)
  cushions.forEach((cushion, index) => {
    const at = index % 2 ? left + width - 0.5 - index * 0.1 : left + 0.42 + index * 0.1
    pencil.brush.save()
    pencil.brush.translate(at, 0.64)
    pencil.brush.rotate(index % 2 ? -0.2 : 0.24)
    box(pencil, -0.19, -0.17, 0.38, 0.34, cushion, 0.09)
    pencil.brush.restore()
  })
}

export function armchair(pencil: Pencil, x: number, colour: string, cushion: string): void {
  sofa(pencil, x, 1.02, colour, [])
  box(pencil, x - 0.2, 0.5, 0.4, 0.3, cushion, 0.1)
}

/** A chest or cupboard with `columns` and `rows` of doors or drawers. */
export function cabinet(
  pencil: Pencil,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  { columns = 2, rows = 1, knob = '#e9d9a8' }: { columns?: number; rows?: number; knob?: string } = {},
): void {
  const left = x - width / 2
  if (y <= 0.05) shadow(pencil, x, 0, width * 0.6, 0.12)
  box(pencil, left, y, width, height, colour, 0.02)
  const [wide, high] = [width / columns, height / rows]
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const [at, low] = [left + column * wide + 0.03, y + row * high + 0.03]
      box(pencil, at, low, wide - 0.06, high - 0.06, colour, 0.02)
      pencil.brush.strokeStyle = 'rgba(50,28,36,0.32)'
      pencil.brush.lineWidth = 0.014
      pencil.brush.strokeRect(at, low, wide - 0.06, high - 0.06)
      const knobX = rows >= columns ? at + (wide - 0.06) / 2 : column % 2 ? at + 0.06 : at + wide - 0.12
      ball(pencil, knobX, low + (rows > 1 ? (high - 0.06) / 2 : high * 0.55), 0.024, 0.024, knob)
    }
  }
}

/** A panelled door in its frame. */
export function door(
  pencil: Pencil,
  x: number,
  width: number,
  height: number,
  colour: string,
  frame = '#f1e6d2',
): void {
  const left = x - width / 2
  box(pencil, left - 0.1, 0, width + 0.2, height + 0.1, frame)
  box(pencil, left, 0, width, height, colour)
  for (const [low, high] of [
    [0.12, 0.42],
    [0.48, 0.93],
  ] as const) {
    for (const at of [left + width * 0.12, left + width * 0.55]) {
      box(pencil, at, height * low, width * 0.33, height * (high - low), colour)
      pencil.brush.strokeStyle = 'rgba(40,20,30,0.35)'
      pencil.brush.lineWidth = 0.015
      pencil.brush.strokeRect(at, height * low, width * 0.33, height * (high - low))
    }
  }
  ball(pencil, left + width * 0.9, height * 0.46, 0.035, 0.035, '#e6c26a')
}

/** A rug seen flat, its middle at x. */
export function rug(
  pencil: Pencil,
  x: number,
  width: number,
  deep: number,
  colours: readonly [string, string, string],
): void {
  const rings = [1, 0.9, 0.84, 0.55, 0.5]
  rings.forEach((ring, index) => {
    const tones = [colours[0], colours[1], colours[0], colours[2], colours[0]]
    ellipse(pencil, x, 0, (width / 2) * ring, (deep / 2) * ring, tones[index] ?? colours[0])
  })
}

export function ellipse(pencil: Pencil, x: number, y: number, wide: number, high: number, colour: string): void {
  const points = Array.from({ length: 48 }, (_, index) => {
    const turn = (index / 48) * Math.PI * 2
    return [x + Math.cos(turn) * wide, y + Math.sin(turn) * high] as const
  })
  shape(pencil, points, colour)
}
