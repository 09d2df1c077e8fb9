/** A kitchen: tiled wall, a window over the sink, a steaming pot on the stove, copper pans, a laid table. */

import { steam, windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { counter, fridge, hood, pans, sink, stove } from './interior/cooking.ts'
import { tiles } from './interior/floors.ts'
import { cabinet, chair, table } from './interior/furniture.ts'
import { hangingLamps } from './interior/lamps.ts'
import { moving, pieces } from './interior/layers.ts'
import { ball, box, line, type Pencil } from './interior/shapes.ts'
import { goods } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { clock, ledge } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const schemes = [
  { wall: '#f0dcae', front: '#6f9a96', jar: ['#d9574a', '#e9b64a', '#5a9ac4', '#f3e6c4'] },
  { wall: '#cfe0d2', front: '#d9895f', jar: ['#7fb257', '#c9963f', '#a8483c', '#f3e6c4'] },
  { wall: '#f2d8c8', front: '#7f9ab8', jar: ['#e9b64a', '#7fb257', '#c27ab0', '#f3e6c4'] },
]
export function paintKitchen(order: SetOrder): Place {
  const room = openRoom(order)
  const scheme = schemes[Math.floor(order.random() * schemes.length)] ?? schemes[0]!
  const openings = [-2.1, 6].map((x) => ({ x, y: 1.28, width: 1.8, height: 1.4 }))
  const high = clerestory(room)
  const at = { depth: 0.72, period: 15.1 }
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { curtains: '#e9a04a', columns: 2, rows: 2 },
    wall(pencil) {
      paintWall(pencil, {
        colour: scheme.wall,
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#e9eee6', height: 1.24, pattern: 'tiles' },
      })
      for (const [y, pick] of [
        [2.1, 5],
        [1.7, 9],
      ] as const) {
        ledge(pencil, 0.35, y, 1.9, '#b07a48')
        goods(pencil, -0.5, y, 1.7, 0.3, pick, scheme.jar)
      }
      pans(pencil, 3.6, 2.05)
      hood(pencil, 2.35, room.ceiling)
    },
    floor: tiles(room, { colour: '#f0e4cc', other: '#c98a68', size: 0.6, polish: 0.8 }),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: -4.2, y: 2.2, radius: 0.24, colour: '#c0503f' }),
      pieces(room, at.depth, at.period, [
        { x: -2.35, width: 3.9, height: 1.5, paint: (pencil) => sink(pencil, -2.2, scheme.front) },
        { x: 0.65, width: 2.1, height: 1.4, paint: (pencil) => counter(pencil, 0.62, 1.82, scheme.front) },
        { x: 2.2, width: 1.7, height: 1.6, paint: (pencil) => stove(pencil, 2.2) },
        { x: 3.9, width: 2.0, height: 1.4, paint: (pencil) => counter(pencil, 3.85, 1.75, scheme.front) },
        { x: 5.5, width: 1.6, height: 2.4, paint: (pencil) => fridge(pencil, 5.45) },
        {
          x: -5.5,
          width: 1.6,
          height: 2.4,
          paint: (pencil) => cabinet(pencil, -5.3, 0, 1.3, 2.1, '#b07a48', { columns: 2, rows: 2 }),
        },
      ]),
      moving(room, { ...at, x: 2.0, reach: 0.5 }, (pencil, seconds) => {
        for (let burner = 0; burner < 5; burner++)
          ball(pencil, 1.86 + burner * 0.08, 0.965, 0.03, 0.03 + 0.008 * Math.sin(seconds * 12 + burner * 2), '#6fa8ff')
        line(
          pencil,
          [
            [1.8, 1.3 + 0.012 * Math.sin(seconds * 9)],
            [2.22, 1.3 + 0.012 * Math.sin(seconds * 9 + 1)],
          ],
          0.04,
          '#c9d3da',
        )
      }),
      steam(room, at.depth, at.period, 2.02, 1.34, 0.7),
      ...hangingLamps(room, { depth: 0.84, xs: [-1.6, 1.7], y: 2.5, colour: '#d9574a', size: 0.26, period: 7 }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.3),
    ],
    front: [
      pieces(room, 1.4, 7.4, [
        { x: -2.65, y: -0.3, width: 2.1, height: 1.5, blur: 0.006, paint: laidTable },
        {
          x: 2.75,
          y: -0.3,
          width: 1,
          height: 1.4,
          blur: 0.006,
          paint: (pencil) => chair(pencil, 2.75, '#b07a48', '#d9574a'),
        },
      ]),
    ],
  })
}

function laidTable(pencil: Pencil): void {
  const x = -2.65
  table(pencil, x, 1.8, '#c98f5a', 0.72, 0.2)
  box(pencil, x - 0.12, 0.86, 0.26, 0.2, '#f6f2e8', 0.06)
  for (const [dx, colour] of [
    [-0.06, '#d9574a'],
    [0.05, '#e9b64a'],
    [0.02, '#7fb257'],
  ] as const)
    ball(pencil, x + dx, 1.08, 0.08, 0.08, colour)
  box(pencil, x + 0.42, 0.86, 0.13, 0.16, '#5a9ac4', 0.03)
}
