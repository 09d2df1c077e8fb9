/** A living room: papered walls, curtained windows, a sofa under pictures, a fire in the hearth, lamps and a rug. */

import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { hearth } from './interior/fire.ts'
import { planks } from './interior/floors.ts'
import { armchair, cabinet, rug, sofa } from './interior/furniture.ts'
import { hangingLamps, lamp } from './interior/lamps.ts'
import { pieces } from './interior/layers.ts'
import type { Pencil } from './interior/shapes.ts'
import { books, shelves } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { clock, picture, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const schemes = [
  { wall: '#d9b8a0', sofa: '#4f7f86', chair: '#c98a4a', curtain: '#c8705a' },
  { wall: '#a9c2b0', sofa: '#b8604a', chair: '#d9a95a', curtain: '#d9a04a' },
  { wall: '#b9a9c8', sofa: '#5a6f9a', chair: '#c27a8a', curtain: '#7a5a8a' },
  { wall: '#dcc896', sofa: '#6f8a5a', chair: '#b8604a', curtain: '#5f8a7a' },
]

export function paintLivingRoom(order: SetOrder): Place {
  const room = openRoom(order)
  const scheme = schemes[Math.floor(order.random() * schemes.length)] ?? schemes[0]!
  const openings = [-3.15, 0.55].map((x) => ({ x, y: 0.92, width: 1.5, height: 1.75 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { curtains: scheme.curtain, columns: 2, rows: 2 },
    wall(pencil) {
      paintWall(pencil, {
        colour: scheme.wall,
        pattern: 'stripes',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#efe2cc', height: 0.7, pattern: 'panels' },
      })
      picture(pencil, -1.55, 2.05, 0.62, 0.5, 1)
      picture(pencil, -1.0, 1.85, 0.4, 0.52, 3, '#5a4a5a')
      picture(pencil, -1.55, 1.52, 0.5, 0.4, 4, '#7a4f34')
      picture(pencil, 5.1, 1.9, 0.9, 0.7, 2)
    },
    floor: planks(room, { colour: '#a86f42', polish: 0.6 }),
    back: [
      ...hearth(room, { x: 2.95, depth: room.wall + 0.005, period: wallPeriod }),
      clock(room, { depth: room.wall + 0.005, period: wallPeriod, x: 2.95, y: 2.2, radius: 0.2 }),
      pieces(room, 0.72, 15, [
        { x: -5, width: 1.9, height: 2.5, paint: (pencil) => bookcase(pencil) },
        { x: 4.5, width: 1, height: 1.7, paint: (pencil) => plant(pencil, 4.5, 0, 1.5, 2, '#8a9aa8') },
        { x: 6, width: 1.6, height: 1.9, paint: (pencil) => sideboard(pencil) },
      ]),
      pieces(room, 0.9, 12, [
        {
          x: 0,
          y: -0.5,
          width: 4.6,
          height: 1,
          paint: (pencil) => rug(pencil, 0, 4.4, 0.72, ['#8f3f3f', '#e6c98a', '#4a5f7a']),
        },
      ]),
      pieces(room, 0.8, 12.6, [
        {
          x: -2.3,
          width: 2.7,
          height: 1.2,
          paint: (pencil) => sofa(pencil, -2.3, 2.2, scheme.sofa, ['#e6c26a', '#d98a6a']),
        },
        { x: -4, y: -0.2, width: 3.4, height: 2.9, paint: (pencil) => lamp(pencil, -3.75, 0, 1.62, '#f3dcae') },
        { x: 3.6, width: 1.5, height: 1.2, paint: (pencil) => armchair(pencil, 3.6, scheme.chair, '#f0e0c0') },
      ]),
      ...hangingLamps(room, { depth: 0.86, xs: [0.9], y: 2.6, colour: '#e9c98a', size: 0.34 }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.5),
    ],
    front: [
      pieces(room, 1.42, 7.5, [
        {
          x: -2.75,
          y: -0.2,
          width: 1.3,
          height: 1.2,
          blur: 0.008,
          paint: (pencil) => plant(pencil, -2.75, -0.1, 1.1, 6, '#b8604a'),
        },
        {
          x: 2.8,
          y: -0.2,
          width: 1.6,
          height: 1.2,
          blur: 0.008,
          paint: (pencil) => armchair(pencil, 2.8, scheme.sofa, '#e6c26a'),
        },
      ]),
    ],
  })

  function bookcase(pencil: Pencil): void {
    shelves(pencil, { x: -5, width: 1.6, height: 2.3, rows: 5, colour: '#8a5a3a' }, (left, y, width, height, row) =>
      books(pencil, left, y, width * (row % 2 ? 0.72 : 1), height, 40 + row),
    )
  }

  function sideboard(pencil: Pencil): void {
    cabinet(pencil, 6, 0, 1.4, 0.8, '#8a5a3a', { columns: 3, rows: 1 })
    lamp(pencil, 6.2, 0.8, 0.7, '#f0c890')
  }
}
