/** A gym: wall bars and mirrors, racks of weights, balls, a punching bag that swings, a hoop, mats and high windows. */

import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { planks } from './interior/floors.ts'
import { bag, balls, dumbbell, hoop, iron, mat, mirror, press, rack, wallBars } from './interior/gym-things.ts'
import { hangingLamps } from './interior/lamps.ts'
import { type Piece, pieces } from './interior/layers.ts'
import { ball } from './interior/shapes.ts'
import { openRoom } from './interior/space.ts'
import { clock } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const schemes = [
  { wall: '#e9d8b4', dado: '#4f86a8' },
  { wall: '#dfe2d4', dado: '#c8683f' },
  { wall: '#d8e0e6', dado: '#5a8f72' },
]
export function paintGym(order: SetOrder): Place {
  const room = openRoom(order, { ceiling: 4.4 })
  const scheme = schemes[Math.floor(order.random() * schemes.length)] ?? schemes[0]!
  const openings = [-5.4, -2.7, 0, 2.7, 5.4].map((x) => ({ x, y: 2.75, width: 1.9, height: 1.05 }))
  return composeRoom(room, {
    openings: [
      ...openings,
      ...clerestory({ ...room, ceiling: room.ceiling - 0.9 }).map((opening) => ({ ...opening, y: 4.2 })),
    ],
    frames: { colour: '#6a7a84', columns: 4, rows: 2 },
    wall(pencil) {
      paintWall(pencil, {
        colour: scheme.wall,
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: scheme.dado, height: 1.2, pattern: 'panels' },
      })
      for (const x of [-5.9, -4.7]) wallBars(pencil, x)
      hoop(pencil, 0, 2.15)
      for (const x of [3.7, 5.1]) mirror(pencil, x)
    },
    ceiling: { colour: '#c8b79c', size: 1.6 },
    floor: planks(room, { colour: '#d9a262', polish: 1, size: 0.18 }),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: -2.2, y: 2.3, radius: 0.24, colour: iron }),
      pieces(room, 0.73, 14.6, [
        { x: 3.9, width: 3, height: 1.5, paint: rack },
        { x: -5.4, width: 1.8, height: 1.2, paint: balls },
      ]),
      pieces(
        room,
        0.86,
        11,
        [-1, 1].map(
          (side): Piece => ({
            x: side * 3.4,
            y: -0.35,
            width: 2.8,
            height: 0.7,
            paint: (pencil) => mat(pencil, side * 3.4, side < 0 ? '#c9504a' : '#3f7fa8'),
          }),
        ),
      ),
      bag(room),
      pieces(room, 0.8, 12, [{ x: 5.6, width: 2.6, height: 1.4, paint: (pencil) => press(pencil, 5.6) }]),
      ...hangingLamps(room, { depth: 0.85, xs: [-2.4, 2.4], y: 3.0, colour: '#5a6a74', size: 0.34, period: 9.6 }),
      ...windowBeams(room, openings, wallPeriod, 1.6, 0.8),
    ],
    front: [
      pieces(room, 1.4, 7.5, [
        {
          x: -2.8,
          y: -0.2,
          width: 1.4,
          height: 0.9,
          blur: 0.006,
          paint: (pencil) => ball(pencil, -2.8, 0.36, 0.4, 0.4, '#e2783a'),
        },
        {
          x: 2.75,
          y: -0.2,
          width: 1.6,
          height: 0.9,
          blur: 0.006,
          paint: (pencil) => dumbbell(pencil, 2.75, 0.2, 1.4, '#3f7fc0'),
        },
      ]),
    ],
    dust: 42,
  })
}
