/** A classroom: a chalked blackboard between tall windows, rows of desks, a globe, maps and a clock that ticks. */

import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { planks } from './interior/floors.ts'
import { hangingLamps } from './interior/lamps.ts'
import { pieces } from './interior/layers.ts'
import { alphabet, blackboard, bunting, map, schoolDesk, teachersDesk } from './interior/school.ts'
import type { Pencil } from './interior/shapes.ts'
import { books, shelves } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { clock, picture, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const walls = ['#e8d3a6', '#c9d8c0', '#d8cfe0', '#f0d9bf']

export function paintClassroom(order: SetOrder): Place {
  const room = openRoom(order)
  const colour = walls[Math.floor(order.random() * walls.length)] ?? '#e8d3a6'
  const openings = [-4.1, 4.1, 7.2].map((x) => ({ x, y: 1.0, width: 1.5, height: Math.min(2, room.ceiling - 1.5) }))
  const high = clerestory(room)
  const desks = { depth: 0.8, period: 9.2 }
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { columns: 2, rows: 3 },
    wall(pencil) {
      paintWall(pencil, {
        colour,
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#9a6b45', height: 0.82, pattern: 'panels' },
      })
      blackboard(pencil, 0, 0.98, 4.2, 1.42)
      bunting(pencil, room)
      picture(pencil, -2.72, 1.9, 0.62, 0.8, 2, '#5a7f8f')
      alphabet(pencil, -6.4, 1.9)
      map(pencil, 2.78, 1.86)
    },
    floor: planks(room, { colour: '#b9834f', polish: 0.7 }),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: 0, y: 2.74, radius: 0.22 }),
      pieces(room, 0.71, 15, [
        { x: -5.6, width: 2, height: 1.5, paint: (pencil) => bookcase(pencil, -5.6) },
        { x: 2.5, width: 1.9, height: 1.5, paint: (pencil) => teachersDesk(pencil, 2.5) },
        { x: 5.5, width: 1, height: 1.6, paint: (pencil) => plant(pencil, 5.5, 0, 1.35, 4) },
      ]),
      pieces(
        room,
        desks.depth,
        desks.period,
        [-3.5, -2.05, 2.3, 3.75].map((x, index) => ({
          x,
          width: 1.5,
          height: 1.35,
          paint: (pencil) => schoolDesk(pencil, x, index),
        })),
      ),
      ...hangingLamps(room, { depth: 0.84, xs: [-1.7, 1.7], y: 2.62, period: 7, colour: '#5a8f86' }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.5),
    ],
    front: [
      pieces(
        room,
        1.36,
        7.2,
        [-2.55, 2.6].map((x, index) => ({
          x,
          y: -0.3,
          width: 1.9,
          height: 1.3,
          blur: 0.006,
          paint: (pencil) => schoolDesk(pencil, x, index + 4),
        })),
      ),
    ],
  })
}

function bookcase(pencil: Pencil, x: number): void {
  shelves(pencil, { x, width: 1.7, height: 1.2, rows: 3, colour: '#b07a48' }, (left, y, width, height, row) =>
    books(pencil, left, y, width * (row === 1 ? 0.7 : 1), height, 11 + row),
  )
}
