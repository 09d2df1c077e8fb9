/** A restaurant: brick and panels, a bar with bottles, little tables with candles, coffee that steams, warm lamps. */
import { steam, windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { candles } from './interior/fire.ts'
import { planks } from './interior/floors.ts'
import { chair, stool } from './interior/furniture.ts'
import { hangingLamps } from './interior/lamps.ts'
import { type Piece, pieces } from './interior/layers.ts'
import { ball, board, box, flat, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { goods, shelves } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { clock, picture, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const bottles = ['#3f7a52', '#8a3f3a', '#c9963f', '#4a6f9a', '#d9c9a0', '#6a3f5a']
const near = { depth: 0.8, period: 11.4 }
const tables = [-3.55, -1.75, 3.9]

export function paintRestaurant(order: SetOrder): Place {
  const room = openRoom(order, { lampShare: 0.42 })
  const openings = [-4.4, -1.9, 7.0].map((x) => ({ x, y: 0.8, width: 1.9, height: 1.9 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { colour: '#5f3f30', columns: 3, rows: 2 },
    outlook: 'town',
    wall(pencil) {
      paintWall(pencil, {
        colour: '#b8694f',
        pattern: 'bricks',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#6b4433', height: 0.7, pattern: 'panels' },
        skirting: '#4f3226',
      })
      menu(pencil, 0, 1.75)
      shelves(
        pencil,
        { x: 3, y: 1.2, width: 3.4, height: 1.36, rows: 3, colour: '#6b4433' },
        (x, y, width, height, row) => goods(pencil, x, y, width, height, 31 + row * 5, bottles),
      )
      picture(pencil, 5.4, 1.85, 0.6, 0.8, 2, '#c9a24a')
    },
    ceiling: { colour: '#a8805c', size: 1.0 },
    floor: planks(room, { colour: '#96603c', polish: 0.9 }),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: -3.15, y: 2.35, radius: 0.2 }),
      pieces(room, 0.73, 14.4, [{ x: 2.75, width: 4.6, height: 1.8, paint: bar }]),
      steam(room, 0.73, 14.4, 1.6, 1.4, 0.5),
      pieces(
        room,
        0.77,
        14.2,
        [1.4, 2.5, 3.6].map(
          (x): Piece => ({ x, width: 0.7, height: 1, paint: (pencil) => stool(pencil, x, '#3a2c2c', '#a8483c', 0.72) }),
        ),
      ),
      pieces(
        room,
        near.depth,
        near.period,
        tables.map((x): Piece => ({ x, width: 2.1, height: 1.4, paint: (pencil) => bistro(pencil, x) })),
      ),
      ...candles(
        room,
        near.depth,
        near.period,
        tables.map((x) => [x, 0.98] as const),
      ),
      ...hangingLamps(room, {
        depth: 0.83,
        xs: [-3.2, -0.8, 2.3],
        y: 2.35,
        colour: '#c9963f',
        size: 0.24,
        period: 8.4,
      }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.4, 1.1),
    ],
    front: [
      pieces(room, 1.4, 7.4, [
        { x: -2.65, y: -0.3, width: 2.1, height: 1.4, blur: 0.006, paint: (pencil) => bistro(pencil, -2.75) },
        {
          x: 2.75,
          y: -0.2,
          width: 1.1,
          height: 1.2,
          blur: 0.008,
          paint: (pencil) => plant(pencil, 2.8, -0.1, 1.05, 17, '#8a5a3a'),
        },
      ]),
    ],
  })
}

function bistro(pencil: Pencil, x: number): void {
  for (const side of [-0.66, 0.66]) chair(pencil, x + side, '#4f3226', '#a8483c', 0.96)
  shadow(pencil, x, 0, 0.5, 0.18)
  line(
    pencil,
    [
      [x, 0],
      [x, 0.72],
    ],
    0.06,
    '#3a2c2c',
  )
  ball(pencil, x, 0.02, 0.26, 0.05, '#3a2c2c')
  shape(
    pencil,
    [
      [x - 0.5, 0.74],
      [x + 0.5, 0.74],
      [x + 0.4, 0.52],
      [x + 0.2, 0.6],
      [x, 0.5],
      [x - 0.2, 0.6],
      [x - 0.4, 0.52],
    ],
    '#f3e8d6',
  )
  ball(pencil, x, 0.76, 0.52, 0.09, '#fbf2e2')
  box(pencil, x - 0.03, 0.8, 0.06, 0.17, '#f6ead0')
  ball(pencil, x - 0.28, 0.78, 0.14, 0.03, '#ffffff')
  ball(pencil, x + 0.28, 0.78, 0.14, 0.03, '#ffffff')
  box(pencil, x + 0.13, 0.8, 0.07, 0.12, '#a8d0d8', 0.02)
}

function bar(pencil: Pencil): void {
  shadow(pencil, 2.75, 0, 2.3, 0.06)
  box(pencil, 0.8, 0, 3.9, 1.0, '#6b3f2c', 0.02)
  for (let panel = 0; panel < 6; panel++) {
    box(pencil, 0.92 + panel * 0.63, 0.16, 0.52, 0.68, '#7f4d36', 0.02)
    flat(pencil, 0.92 + panel * 0.63, 0.16, 0.52, 0.02, '#4a2a20')
  }
  line(
    pencil,
    [
      [0.9, 0.12],
      [4.6, 0.12],
    ],
    0.035,
    '#d9b25a',
  )
  board(pencil, 0.7, 1.0, 4.1, 0.07, 0.1, '#a8683c')
  box(pencil, 1.3, 1.15, 0.62, 0.44, '#c0c8cc', 0.06)
  flat(pencil, 1.36, 1.24, 0.5, 0.08, '#3a4048')
  line(
    pencil,
    [
      [1.4, 1.3],
      [1.32, 1.24],
    ],
    0.04,
    '#3a2c2c',
  )
  for (let cup = 0; cup < 4; cup++) box(pencil, 1.36 + cup * 0.14, 1.6, 0.1, 0.09, '#fbf4e6', 0.02)
  for (let cake = 0; cake < 3; cake++)
    ball(pencil, 3.0 + cake * 0.24, 1.22, 0.1, 0.08, ['#e9a0a8', '#8a5a3a', '#f3d9a0'][cake] ?? '#e9a0a8')
  shape(
    pencil,
    [
      [2.84, 1.17],
      [3.64, 1.17],
      [3.56, 1.13],
      [2.92, 1.13],
    ],
    '#f6f0e2',
  )
}

function menu(pencil: Pencil, x: number, y: number): void {
  box(pencil, x - 0.5, y - 0.62, 1.0, 1.26, '#8a5a3a')
  flat(pencil, x - 0.43, y - 0.55, 0.86, 1.12, '#2f3a36')
  for (let row = 0; row < 7; row++)
    line(
      pencil,
      Array.from(
        { length: 8 },
        (_, index) =>
          [x - 0.32 + index * 0.055 * (row % 2 ? 1.6 : 1), y + 0.38 - row * 0.13 + (index % 2) * 0.03] as const,
      ),
      0.018,
      row === 0 ? '#f6c86a' : '#f3efe2',
    )
}
