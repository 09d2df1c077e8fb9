/** Floors in perspective: planks, tiles, carpet and plain screed, each with the window's light on it. */
import { scattered } from '../../random.ts'
import type { Layer } from '../place.ts'
import { type PlaneBrush, paintPlane } from './plane.ts'
import { type Room, tone } from './space.ts'

export interface FloorOrder {
  colour: string
  /** The other colour of a chequered floor. */
  other?: string
  /** Metres across a plank or a tile. */
  size?: number
  /** How much a polished floor shines, 0 to 1. */
  polish?: number
}

/** Boards that lead away from the lens. */
export function planks(room: Room, { colour, size = 0.24, polish = 0.5 }: FloorOrder): Layer {
  const boards = 6
  return paintPlane(room, {
    colour,
    level: 0,
    repeat: size * boards,
    paint(plane) {
      const { brush, half, near, far, fill } = plane
      const last = Math.ceil(half / size / boards) * boards
      for (let board = -last; board < last; board++) {
        const kind = ((board % boards) + boards) % boards
        const length = 1.5 + scattered(kind, 3) * 0.8
        for (let away = near - scattered(kind, 5) * length, cut = 0; away < far; away += length, cut++) {
          brush.fillStyle = tone(room, colour, (scattered(kind * 31 + cut, 7) - 0.5) * 0.16)
          fill(board * size, Math.max(near, away), (board + 1) * size, Math.min(far, away + length))
          brush.fillStyle = tone(room, colour, -0.42, 0.55)
          fill(board * size, Math.max(near, away), (board + 1) * size, Math.max(near, away) + 0.012)
        }
        brush.fillStyle = tone(room, colour, -0.42, 0.6)
        fill(board * size - 0.006, near, board * size + 0.006, far)
      }
    },
    shade: shine(room, polish),
  })
}

/** Square tiles, chequered when there are two colours. */
export function tiles(room: Room, { colour, other, size = 0.6, polish = 0.7 }: FloorOrder): Layer {
  return paintPlane(room, {
    colour,
    level: 0,
    repeat: size * 4,
    paint(plane) {
      const { brush, half, near, far, fill } = plane
      const last = Math.ceil(half / size / 4) * 4
      const rows = Math.ceil((far - near) / size)
      for (let row = 0; row <= rows; row++) {
        const close = near + row * size
        for (let column = -last; column < last; column++) {
          const kind = ((column % 4) + 4) % 4
          const even = (column + row) % 2 === 0
          brush.fillStyle = tone(room, other && !even ? other : colour, (scattered(kind * 17 + row, 9) - 0.5) * 0.09)
          fill(column * size, close, (column + 1) * size, Math.min(far, close + size))
        }
        joints(plane, close)
      }
      brush.fillStyle = tone(room, colour, -0.3, 0.5)
      for (let column = -last; column < last; column++) fill(column * size - 0.007, near, column * size + 0.007, far)
    },
    shade: shine(room, polish),
  })

  function joints({ brush, half, fill }: PlaneBrush, away: number): void {
    brush.fillStyle = tone(room, colour, -0.3, 0.45)
    fill(-half * 1.2, away - 0.012, half * 1.2, away + 0.012)
  }
}

/** One soft colour with a fleck. */
export function carpet(room: Room, { colour, size = 1.2, polish = 0 }: FloorOrder): Layer {
  return paintPlane(room, {
    colour,
    level: 0,
    repeat: size,
    paint({ brush, half, near, far, fill }) {
      brush.fillStyle = tone(room, colour)
      fill(-half * 1.3, near, half * 1.3, far)
      const last = Math.ceil(half / size)
      for (let fleck = 0; fleck < 90; fleck++) {
        const away = near + scattered(fleck, 1) * (far - near)
        brush.fillStyle = tone(room, colour, scattered(fleck, 2) < 0.5 ? -0.16 : 0.12, 0.5)
        const x = scattered(fleck, 3) * size
        const long = 0.03 + scattered(fleck, 4) * 0.12
        for (let column = -last; column < last; column++)
          fill(column * size + x, away, column * size + x + long, away + 0.03)
      }
    },
    shade: shine(room, polish),
  })
}

/** Dark where the wall meets the floor, lit in the middle, and dark again towards the lens. */
function shine(
  room: Room,
  polish: number,
): (brush: PlaneBrush['brush'], top: number, bottom: number, width: number) => void {
  return (brush, top, bottom, width) => {
    const fall = brush.createLinearGradient(0, top, 0, bottom)
    const glow = tone(room, '#fff4dc', 0.3, 0.1 + polish * 0.16)
    fall.addColorStop(0, tone(room, '#3a2433', -0.2, 0.34))
    fall.addColorStop(0.12, tone(room, '#3a2433', -0.2, 0.08))
    fall.addColorStop(0.32, glow)
    fall.addColorStop(0.62, tone(room, '#fff4dc', 0.3, 0.02))
    fall.addColorStop(1, tone(room, '#2a1a30', -0.4, 0.42))
    brush.globalCompositeOperation = 'source-atop'
    brush.fillStyle = fall
    brush.fillRect(0, Math.min(top, bottom), width, Math.abs(bottom - top))
    brush.globalCompositeOperation = 'source-over'
  }
}

/** A ceiling with beams or panels every `size` metres. */
export function ceilingOf(room: Room, { colour, size = 1.2 }: FloorOrder): Layer {
  return paintPlane(room, {
    colour,
    level: room.ceiling,
    repeat: size,
    paint({ brush, half, near, far, fill }) {
      brush.fillStyle = tone(room, colour, -0.12 - room.dark * 0.2)
      fill(-half * 1.3, near, half * 1.3, far)
      const last = Math.ceil(half / size)
      for (let column = -last; column < last; column++) {
        brush.fillStyle = tone(room, colour, -0.3 - room.dark * 0.1)
        fill(column * size, near, column * size + size * 0.06, far)
        brush.fillStyle = tone(room, colour, -0.02)
        fill(column * size + size * 0.06, near, column * size + size * 0.09, far)
      }
      for (let away = near; away < far; away += size) {
        brush.fillStyle = tone(room, colour, -0.3, 0.6)
        fill(-half * 1.3, away, half * 1.3, away + size * 0.05)
      }
    },
    shade(brush, top, bottom, width) {
      const fall = brush.createLinearGradient(0, top, 0, bottom)
      fall.addColorStop(0, tone(room, '#fff4dc', 0.2, 0.16))
      fall.addColorStop(0.3, tone(room, '#2a1a30', -0.3, 0))
      fall.addColorStop(1, tone(room, '#2a1a30', -0.4, 0.5))
      brush.fillStyle = fall
      brush.fillRect(0, Math.min(top, bottom), width, Math.abs(bottom - top))
    },
  })
}
