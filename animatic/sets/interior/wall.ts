/** Back walls: plaster, paper, tiles, panels or brick, with a skirting, cornice and the shade of the room. */
import { scattered } from '../../random.ts'
import { box, flat, type Pencil } from './shapes.ts'
import { tone } from './space.ts'

export interface WallOrder {
  colour: string
  pattern?: 'plain' | 'stripes' | 'tiles' | 'bricks' | 'panels'
  /** Metres the wall repeats after, and its height. */
  period: number
  height: number
  /** The lower part in another colour, up to so many metres. */
  dado?: { colour: string; height: number; pattern?: 'plain' | 'tiles' | 'panels' }
  skirting?: string
}

export function paintWall(pencil: Pencil, order: WallOrder): void {
  const { room, brush } = pencil
  const { colour, pattern = 'plain', period, height, dado, skirting = '#f3ead9' } = order
  const left = -period / 2
  const fall = brush.createLinearGradient(0, height, 0, 0)
  fall.addColorStop(0, tone(room, colour, -0.3 - room.dark * 0.12))
  fall.addColorStop(0.35, tone(room, colour, -0.06 - room.dark * 0.08))
  fall.addColorStop(0.75, tone(room, colour, 0.06))
  fall.addColorStop(1, tone(room, colour, -0.1))
  brush.fillStyle = fall
  brush.fillRect(left - 0.1, -0.1, period + 0.2, height + 0.2)
  mottle(pencil, period, height, colour)
  decorate(pencil, pattern, colour, left, 0, period, height)
  if (dado) {
    box(pencil, left - 0.1, 0, period + 0.2, dado.height, dado.colour)
    decorate(pencil, dado.pattern ?? 'plain', dado.colour, left, 0, period, dado.height)
    flat(pencil, left - 0.1, dado.height, period + 0.2, 0.05, dado.colour, 0.2)
    flat(pencil, left - 0.1, dado.height - 0.03, period + 0.2, 0.03, dado.colour, -0.4)
  }
  flat(pencil, left - 0.1, 0, period + 0.2, 0.14, skirting, -0.06)
  flat(pencil, left - 0.1, 0.14, period + 0.2, 0.02, skirting, 0.3)
  flat(pencil, left - 0.1, -0.02, period + 0.2, 0.035, skirting, -0.5)
  flat(pencil, left - 0.1, height - 0.14, period + 0.2, 0.16, skirting, -0.12)
  flat(pencil, left - 0.1, height - 0.17, period + 0.2, 0.03, skirting, -0.4)
}

/** Large soft patches, as a brush leaves them. */
function mottle({ room, brush }: Pencil, period: number, height: number, colour: string): void {
  for (let patch = 0; patch < 46; patch++) {
    const reach = 0.3 + scattered(patch, 21) * 0.9
    const x = -period / 2 + reach + scattered(patch, 22) * (period - reach * 2)
    const y = scattered(patch, 23) * height
    const soft = brush.createRadialGradient(x, y, 0, x, y, reach)
    const shade = scattered(patch, 24) < 0.5 ? 0.16 : -0.14
    soft.addColorStop(0, tone(room, colour, shade, 0.2))
    soft.addColorStop(1, tone(room, colour, shade, 0))
    brush.fillStyle = soft
    brush.fillRect(x - reach, y - reach, reach * 2, reach * 2)
  }
}

function decorate(
  { room, brush }: Pencil,
  pattern: NonNullable<WallOrder['pattern']>,
  colour: string,
  left: number,
  low: number,
  period: number,
  height: number,
): void {
  if (pattern === 'stripes') {
    const count = Math.round(period / 0.36)
    brush.fillStyle = tone(room, colour, 0.16, 0.5)
    for (let index = 0; index < count; index++)
      brush.fillRect(left + (index * period) / count, low, (period / count) * 0.45, height)
  }
  if (pattern === 'panels') {
    const count = Math.round(period / 0.8)
    const wide = period / count
    for (let index = 0; index < count; index++) {
      const x = left + index * wide
      brush.lineWidth = 0.022
      brush.strokeStyle = tone(room, colour, -0.34, 0.7)
      brush.strokeRect(x + wide * 0.12, low + 0.24, wide * 0.76, height - 0.38)
      brush.strokeStyle = tone(room, colour, 0.24, 0.7)
      brush.strokeRect(x + wide * 0.12 + 0.02, low + 0.22, wide * 0.76, height - 0.38)
    }
  }
  if (pattern === 'tiles' || pattern === 'bricks') {
    const high = pattern === 'tiles' ? 0.2 : 0.11
    const count = Math.round(period / (pattern === 'tiles' ? 0.2 : 0.3))
    const wide = period / count
    const gap = pattern === 'tiles' ? 0.012 : 0.018
    for (let row = 0; row * high < height; row++) {
      for (let column = 0; column < count; column++) {
        const kind = scattered(row * 131 + column, 31)
        brush.fillStyle = tone(room, colour, (kind - 0.5) * (pattern === 'tiles' ? 0.12 : 0.3), 0.75)
        const shift = pattern === 'bricks' && row % 2 ? wide / 2 : 0
        const x = left + column * wide + shift
        brush.fillRect(x, low + row * high, wide - gap, Math.min(high - gap, height - row * high))
        if (x + wide > left + period) brush.fillRect(x - period, low + row * high, wide - gap, high - gap)
      }
    }
  }
}
