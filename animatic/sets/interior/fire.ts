/** Flames: a hearth with a burning log, and candles. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Layer } from '../place.ts'
import { moving, pieces } from './layers.ts'
import { ball, board, box, flat, glow, line, type Pencil, shape } from './shapes.ts'
import type { Room } from './space.ts'

const tongues = [
  ['#e2542a', 1],
  ['#f59a34', 0.72],
  ['#ffe08a', 0.42],
] as const

/** One flame that licks upwards from (x, y). */
export function flame(brush: SKRSContext2D, x: number, y: number, high: number, seconds: number, phase: number): void {
  for (const [colour, size] of tongues) {
    const tall = high * size * (0.86 + 0.14 * Math.sin(seconds * 9 + phase) + 0.08 * Math.sin(seconds * 17 + phase * 2))
    const wide = high * 0.26 * size
    const lean = Math.sin(seconds * 5 + phase) * wide * 0.5
    brush.fillStyle = colour
    brush.beginPath()
    brush.moveTo(x - wide, y)
    brush.quadraticCurveTo(x - wide * 1.1, y + tall * 0.5, x + lean, y + tall)
    brush.quadraticCurveTo(x + wide * 1.1, y + tall * 0.5, x + wide, y)
    brush.fill()
  }
}

/** A chimney piece with a fire that burns and lights what is near. */
export function hearth(room: Room, { x, depth, period }: { x: number; depth: number; period: number }): Layer[] {
  const mantel = pieces(room, depth, period, [
    { x, y: -0.1, width: 2.2, height: 1.7, paint: (pencil) => chimneyPiece(pencil, x) },
  ])
  const fire = moving(room, { depth, period, x, reach: 1.6 }, (pencil, seconds) => {
    const { brush } = pencil
    const flicker = 0.9 + 0.1 * Math.sin(seconds * 8) * Math.sin(seconds * 3.1)
    glow(pencil, x, 0.3, 1.5, [255, 150, 60], (0.26 + room.dark * 0.34) * flicker)
    for (let tongue = 0; tongue < 6; tongue++)
      flame(brush, x - 0.28 + tongue * 0.11, 0.17, 0.26 + (tongue % 3) * 0.1, seconds, tongue * 1.9)
    line(
      pencil,
      [
        [x - 0.36, 0.12],
        [x + 0.3, 0.2],
      ],
      0.1,
      '#6b4230',
    )
    line(
      pencil,
      [
        [x - 0.3, 0.2],
        [x + 0.36, 0.12],
      ],
      0.1,
      '#7d4f38',
    )
  })
  return [mantel, fire]
}

function chimneyPiece(pencil: Pencil, x: number): void {
  box(pencil, x - 0.88, 0, 1.76, 1.16, '#eadfce')
  for (const side of [-0.82, 0.6]) box(pencil, x + side, 0, 0.22, 1.1, '#f4ebdc')
  shape(
    pencil,
    Array.from({ length: 19 }, (_, index) => {
      const turn = (index / 18) * Math.PI
      return [x - Math.cos(turn) * 0.55, 0.5 + Math.sin(turn) * 0.36] as const
    }).concat([
      [x + 0.55, 0.04],
      [x - 0.55, 0.04],
    ]),
    '#2a1a1c',
  )
  flat(pencil, x - 0.95, -0.06, 1.9, 0.1, '#8f8078')
  board(pencil, x - 1.0, 1.16, 2.0, 0.08, 0.07, '#f6eee0')
  for (const side of [-0.7, 0.74]) {
    box(pencil, x + side - 0.035, 1.28, 0.07, 0.2, '#f6ead0')
    ball(pencil, x + side, 1.28, 0.09, 0.03, '#c9a24a')
  }
}

/** Candles with flames that tremble, each at (x, y). */
export function candles(
  room: Room,
  depth: number,
  period: number,
  spots: readonly (readonly [number, number])[],
): Layer[] {
  return spots.map(([x, y], index) =>
    moving(room, { depth, period, x, reach: 0.6 }, (pencil, seconds) => {
      glow(
        pencil,
        x,
        y + 0.06,
        0.42,
        [255, 190, 100],
        0.25 + room.dark * 0.3 + 0.04 * Math.sin(seconds * 7 + index * 2),
      )
      flame(pencil.brush, x, y, 0.1, seconds, index * 2.4)
    }),
  )
}
