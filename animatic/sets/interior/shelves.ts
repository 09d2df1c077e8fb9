/** Shelves and what stands on them: books, jars, boxes and bottles. */
import { scattered } from '../../random.ts'
import { box, flat, type Pencil, shadow } from './shapes.ts'
import { tone } from './space.ts'

export const bookColours = [
  '#a8483c',
  '#3f6a86',
  '#c9963f',
  '#5f7f52',
  '#7a4a6a',
  '#d9c9a0',
  '#35506b',
  '#b8683c',
  '#4a3a52',
]

/** A row of books from `x` to the right; `pick` makes rows differ. */
export function books(
  pencil: Pencil,
  x: number,
  y: number,
  width: number,
  high: number,
  pick: number,
  colours = bookColours,
): void {
  let at = x
  for (let book = 0; at < x + width - 0.03; book++) {
    const [thick, tall] = [0.028 + scattered(book, pick) * 0.038, high * (0.72 + scattered(book, pick + 1) * 0.28)]
    if (at + thick > x + width) break
    const gap = scattered(book, pick + 4) < 0.05
    if (!gap) {
      const colour = colours[Math.floor(scattered(book, pick + 2) * colours.length)] ?? '#a8483c'
      box(pencil, at, y, thick - 0.004, tall, colour)
      if (scattered(book, pick + 3) < 0.5) {
        flat(pencil, at, y + tall * 0.72, thick - 0.004, 0.018, '#ecd9a0')
        flat(pencil, at, y + tall * 0.2, thick - 0.004, 0.012, '#ecd9a0')
      }
    }
    at += thick
  }
}

/** A case of shelves; `fill` puts things on each from its lower left corner. */
export function shelves(
  pencil: Pencil,
  order: { x: number; y?: number; width: number; height: number; rows: number; colour: string; back?: string },
  fill: (x: number, y: number, width: number, height: number, row: number) => void,
): void {
  const { x, y = 0, width, height, rows, colour, back } = order
  const left = x - width / 2
  if (y <= 0.02) shadow(pencil, x, 0, width * 0.6, 0.1)
  flat(pencil, left, y, width, height, back ?? colour, back ? -0.1 : -0.48)
  const high = (height - 0.08) / rows
  for (let row = 0; row < rows; row++) {
    const low = y + 0.06 + row * high
    fill(left + 0.07, low, width - 0.14, high - 0.07, row)
    const { room, brush } = pencil
    const fall = brush.createLinearGradient(0, low + high, 0, low + high * 0.55)
    fall.addColorStop(0, tone(room, '#2a1626', -0.2, 0.5))
    fall.addColorStop(1, tone(room, '#2a1626', -0.2, 0))
    brush.fillStyle = fall
    brush.fillRect(left + 0.04, low + high * 0.5, width - 0.08, high * 0.45)
    box(pencil, left, low - 0.04, width, 0.04, colour)
    flat(pencil, left, low - 0.012, width, 0.014, colour, 0.24)
  }
  for (const at of [left - 0.01, left + width - 0.05]) box(pencil, at, y, 0.06, height, colour)
  box(pencil, left - 0.04, y + height - 0.05, width + 0.08, 0.07, colour)
}

/** A row of jars, bottles or boxes, from x to the right. */
export function goods(
  pencil: Pencil,
  x: number,
  y: number,
  width: number,
  high: number,
  pick: number,
  colours: readonly string[],
): void {
  let at = x
  for (let thing = 0; at < x + width - 0.1; thing++) {
    const kind = scattered(thing, pick)
    const wide = 0.1 + scattered(thing, pick + 1) * 0.1
    if (at + wide > x + width) break
    const tall = high * (0.5 + scattered(thing, pick + 2) * 0.4)
    const colour = colours[Math.floor(scattered(thing, pick + 3) * colours.length)] ?? '#c9963f'
    const inner = wide - 0.02
    if (kind < 0.4) {
      box(pencil, at, y, inner, tall, colour, 0.008)
      flat(pencil, at + inner * 0.14, y + tall * 0.32, inner * 0.72, tall * 0.34, '#fbf2dc')
    } else if (kind < 0.72) {
      box(pencil, at, y, inner, tall * 0.72, colour, 0.03)
      box(pencil, at + inner * 0.08, y + tall * 0.72, inner * 0.84, tall * 0.14, '#d9b25a', 0.01)
      flat(pencil, at + 0.005, y + tall * 0.2, inner - 0.01, tall * 0.28, '#fbf2dc')
    } else {
      const middle = at + inner / 2
      box(pencil, at + inner * 0.14, y, inner * 0.72, tall * 0.64, colour, 0.025)
      box(pencil, middle - inner * 0.13, y + tall * 0.6, inner * 0.26, tall * 0.4, colour, 0.01)
    }
    at += wide + 0.012
  }
}
