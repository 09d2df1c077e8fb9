/** A library: tall cases of books with a ladder, arched windows, green lamps on long tables, dust in the light. */
import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { planks } from './interior/floors.ts'
import { armchair, chair, rug, table } from './interior/furniture.ts'
import { hangingLamps, lampGlow } from './interior/lamps.ts'
import { pieces } from './interior/layers.ts'
import { ball, box, flat, line, type Pencil, shape } from './interior/shapes.ts'
import { books, shelves } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const oak = '#8a5636'

export function paintLibrary(order: SetOrder): Place {
  const room = openRoom(order, { ceiling: 4.3, lampShare: 0.4 })
  const openings = [-1.35, 1.35, 6.75].map((x) => ({ x, y: 1.0, width: 1.3, height: 2.5 }))
  const high = clerestory(room)
  const tall = Math.min(room.ceiling - 0.5, 4.2)
  return composeRoom(room, {
    openings: high.length > 0 ? [...openings.map((opening) => ({ ...opening, height: 2 })), ...high] : openings,
    frames: { colour: '#e9dcc0', columns: 3, rows: 4, arched: true },
    wall(pencil) {
      paintWall(pencil, {
        colour: '#a9784f',
        period: wallPeriod,
        height: room.ceiling,
        pattern: 'panels',
        skirting: oak,
      })
      for (const x of [-6.4, -4.05, 4.05]) bookcase(pencil, x, 2.25, tall, x)
      bookcase(pencil, 0, 1.1, 2.3, 5)
      box(pencil, -0.2, 2.4, 0.4, 0.5, '#c9a24a', 0.1)
    },
    ceiling: { colour: '#c9a27a', size: 1.4 },
    floor: planks(room, { colour: '#8f5a38', polish: 0.9 }),
    back: [
      pieces(room, 0.71, 15, [
        { x: -4.6, width: 1.2, height: 3.2, paint: ladder },
        { x: 2.5, width: 0.9, height: 1.5, paint: (pencil) => plant(pencil, 2.5, 0, 1.3, 7, '#8f5a48') },
      ]),
      pieces(room, 0.92, 12, [
        {
          x: 0.2,
          y: -0.5,
          width: 4.8,
          height: 1,
          paint: (pencil) => rug(pencil, 0.2, 4.6, 0.7, ['#5f2f3a', '#d9b26a', '#3f5a5a']),
        },
      ]),
      pieces(room, 0.79, 12, [
        { x: -3.2, y: -0.6, width: 3.6, height: 2.9, paint: (pencil) => readingTable(pencil, -3.2) },
        { x: 3.7, y: -0.6, width: 3.6, height: 2.9, paint: (pencil) => readingTable(pencil, 3.7) },
      ]),
      ...hangingLamps(room, { depth: 0.84, xs: [-1.9, 1.9], y: 3.0, colour: '#c9a24a', size: 0.3, period: 7.6 }),
      ...windowBeams(
        room,
        [...openings, ...high].map((opening) => ({ ...opening, height: opening.height - 0.35 })),
        wallPeriod,
        1.7,
        1.2,
      ),
    ],
    front: [
      pieces(room, 1.42, 7.6, [
        { x: -2.75, y: -0.2, width: 1.2, height: 0.9, blur: 0.006, paint: pile },
        {
          x: 2.85,
          y: -0.2,
          width: 1.6,
          height: 1.2,
          blur: 0.008,
          paint: (pencil) => armchair(pencil, 2.85, '#7a3a3a', '#d9b26a'),
        },
      ]),
    ],
    dust: 60,
  })
}

function bookcase(pencil: Pencil, x: number, width: number, height: number, pick: number): void {
  const rows = Math.max(2, Math.round(height / 0.44))
  shelves(pencil, { x, width, height, rows, colour: oak }, (left, y, wide, high, row) => {
    const split = 0.3 + ((row * 7 + Math.abs(pick) * 3) % 5) * 0.12
    books(pencil, left, y, wide * split, high, Math.round(100 + pick * 10 + row * 3))
    books(
      pencil,
      left + wide * split + (row % 3 === 0 ? 0.14 : 0.02),
      y,
      wide * (1 - split) - 0.15,
      high,
      Math.round(200 + pick * 10 + row * 3),
    )
  })
  box(pencil, x - width / 2 - 0.08, height, width + 0.16, 0.12, oak)
}

function ladder(pencil: Pencil): void {
  for (const side of [0, 0.42])
    line(
      pencil,
      [
        [-5.05 + side, 0],
        [-4.6 + side, 3],
      ],
      0.06,
      '#c08a52',
    )
  for (let rung = 0; rung < 9; rung++)
    line(
      pencil,
      [
        [-5.0 + rung * 0.05, 0.3 + rung * 0.32],
        [-4.58 + rung * 0.05, 0.3 + rung * 0.32],
      ],
      0.045,
      '#a87442',
    )
}

function readingTable(pencil: Pencil, x: number): void {
  for (const side of [-0.62, 0.5]) chair(pencil, x + side, oak, '#7a3a3a')
  table(pencil, x, 2.3, '#9a6238', 0.74, 0.2)
  for (const [dx, colour] of [
    [-0.62, '#a8483c'],
    [-0.6, '#f6ecd8'],
  ] as const)
    flat(pencil, x + dx, colour === '#a8483c' ? 0.84 : 0.88, 0.4, 0.04, colour)
  shape(
    pencil,
    [
      [x + 0.3, 0.86],
      [x + 0.5, 0.92],
      [x + 0.7, 0.86],
      [x + 0.7, 0.9],
      [x + 0.5, 0.96],
      [x + 0.3, 0.9],
    ],
    '#f6ecd8',
  )
  line(
    pencil,
    [
      [x, 0.84],
      [x, 1.12],
    ],
    0.03,
    '#c9a24a',
  )
  ball(pencil, x, 0.85, 0.13, 0.03, '#c9a24a')
  box(pencil, x - 0.26, 1.1, 0.52, 0.15, '#3f8a62', 0.07)
  lampGlow(pencil, x, 1.1, 1.0, 0.14)
}

function pile(pencil: Pencil): void {
  const colours = ['#a8483c', '#3f6a86', '#c9963f', '#5f7f52', '#7a4a6a', '#d9c9a0']
  colours.forEach((colour, index) => {
    const shift = ((index * 5) % 3) * 0.05
    box(pencil, -3.1 + shift, index * 0.11, 0.72 - (index % 2) * 0.1, 0.105, colour, 0.02)
    flat(pencil, -3.06 + shift, index * 0.11 + 0.02, 0.05, 0.065, '#f6ecd8')
  })
}
