/** Lamps: their shades, halos, cones of light and warm pools on the floor. */
import type { Layer } from '../place.ts'
import { breathing } from './beams.ts'
import { pieces } from './layers.ts'
import { ball, glow, line, type Pencil, shadow, shape } from './shapes.ts'
import { eyeHeight, type Room, tone } from './space.ts'

/** The halo and the warm pool of a lamp, as strong as the room is dark; `always` by day as well. */
export function lampGlow(pencil: Pencil, x: number, y: number, reach: number, always = 0.12): void {
  const { dark } = pencil.room
  glow(pencil, x, y, reach * (1 + dark * 0.5), [255, 178, 88], always + (0.66 - always) * dark)
  if (dark > 0.2) glow(pencil, x, y, reach * 0.3, [255, 240, 200], 0.7 * dark)
}

/** A lamp that hangs from the ceiling down to `y`. */
export function pendant(pencil: Pencil, x: number, y: number, top: number, colour: string, size = 0.3): void {
  line(
    pencil,
    [
      [x, top],
      [x, y + size * 0.6],
    ],
    0.018,
    '#3a2c34',
  )
  lampGlow(pencil, x, y, size * 3.4)
  shape(
    pencil,
    [
      [x - size, y],
      [x + size, y],
      [x + size * 0.34, y + size * 0.62],
      [x - size * 0.34, y + size * 0.62],
    ],
    colour,
  )
  shape(
    pencil,
    [
      [x + size * 0.2, y],
      [x + size, y],
      [x + size * 0.34, y + size * 0.62],
      [x + size * 0.1, y + size * 0.62],
    ],
    colour,
    -0.25,
  )
  pencil.brush.fillStyle = pencil.room.dark > 0.2 ? '#fff3cc' : tone(pencil.room, '#fff6e0')
  pencil.brush.beginPath()
  pencil.brush.ellipse(x, y, size * 0.8, size * 0.13, 0, 0, Math.PI * 2)
  pencil.brush.fill()
}

/** A standing or table lamp with a cloth shade. */
export function lamp(pencil: Pencil, x: number, y: number, high: number, colour: string): void {
  if (y < 0.02) shadow(pencil, x, 0, 0.26, 0.2)
  const [size, top] = [Math.min(0.28, high * 0.3), y + high]
  ball(pencil, x, y + 0.03, size * 0.6, 0.045, '#5a4234')
  line(
    pencil,
    [
      [x, y + 0.03],
      [x, top - size],
    ],
    0.035,
    '#6b4f3a',
  )
  shape(
    pencil,
    [
      [x - size, top - size],
      [x + size, top - size],
      [x + size * 0.62, top],
      [x - size * 0.62, top],
    ],
    colour,
    pencil.room.dark * 0.5,
  )
  lampGlow(pencil, x, top - size * 0.6, size * 3.4, 0.06)
}

export interface HangingOrder {
  depth: number
  xs: readonly number[]
  /** Metres: the lower rim above the floor, and the shade's half width. */
  y?: number
  size?: number
  colour: string
  period?: number
}

/** Lamps on cords, each with a warm pool on the floor when it is dark. */
export function hangingLamps(
  room: Room,
  { depth, xs, y = 2.3, size = 0.3, colour, period = 12 }: HangingOrder,
): Layer[] {
  const top = room.eye / (room.metre * depth) + eyeHeight + 0.3
  const lamps = pieces(
    room,
    depth,
    period,
    xs.map((x) => ({
      x,
      y: y - size * 5.2,
      width: size * 10.4,
      height: top - y + size * 5.2,
      paint: (pencil) => pendant(pencil, x, y, top, colour, size),
    })),
  )
  return room.dark < 0.2 ? [lamps] : [lightPools(room, depth, xs, period, y), lamps]
}

/** Warm ellipses on the floor, and the cones of light above them. */
export function lightPools(room: Room, depth: number, xs: readonly number[], period: number, top = 2.3): Layer {
  const pools = pieces(
    room,
    depth,
    period,
    xs.map((x) => ({
      x,
      y: -0.5,
      width: 3.2,
      height: top + 0.6,
      paint({ brush }) {
        const cone = brush.createLinearGradient(0, top, 0, 0)
        cone.addColorStop(0, `rgba(255,186,96,${0.34 * room.dark})`)
        cone.addColorStop(1, 'rgba(255,170,80,0)')
        brush.fillStyle = cone
        brush.beginPath()
        brush.moveTo(x - 0.2, top)
        brush.lineTo(x + 0.2, top)
        brush.lineTo(x + 1.3, 0)
        brush.lineTo(x - 1.3, 0)
        brush.fill()
        brush.save()
        brush.translate(x, -0.02)
        brush.scale(1, 0.3)
        const pool = brush.createRadialGradient(0, 0, 0, 0, 0, 1.55)
        pool.addColorStop(0, `rgba(255,186,96,${0.6 * room.dark})`)
        pool.addColorStop(1, 'rgba(255,170,80,0)')
        brush.fillStyle = pool
        brush.fillRect(-1.6, -1.6, 3.2, 3.2)
        brush.restore()
      },
    })),
  )
  return breathing(pools, 0)
}
