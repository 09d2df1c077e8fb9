/** A shop: shelves of bright goods, a bakery counter under glass, a till, baskets of fruit, an awning over the wares. */
import { scattered } from '../random.ts'
import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { hangingLamps } from './interior/lamps.ts'
import { type Piece, pieces } from './interior/layers.ts'
import { ball, board, box, flat, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { goods, shelves } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { clock, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const wares = ['#d9574a', '#e9b64a', '#5a9ac4', '#7fb257', '#c27ab0', '#f3e6c4', '#e2853a']
const fruits = ['#d9382f', '#f0a32f', '#7fb23f', '#f3d23f', '#8a4a9a']

export function paintShop(order: SetOrder): Place {
  const room = openRoom(order, { lampShare: 0.4 })
  const openings = [-5.2, 6.4].map((x) => ({ x, y: 0.8, width: 2.1, height: 1.9 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { colour: '#5f7f72', columns: 2, rows: 1 },
    outlook: 'town',
    wall(pencil) {
      paintWall(pencil, {
        colour: '#f0dcb4',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#7fa08e', height: 0.8, pattern: 'panels' },
      })
      for (const [x, pick] of [
        [-2.6, 0],
        [0.2, 3],
        [3, 6],
      ] as const)
        shelves(
          pencil,
          { x, y: 0.02, width: 2.5, height: 2.2, rows: 5, colour: '#a8744a' },
          (left, y, width, tall, row) => goods(pencil, left, y, width, tall, 300 + pick * 20 + row * 5, wares),
        )
      awning(pencil, room.ceiling > 4 ? 2.75 : room.ceiling - 0.55)
    },
    floor: tiles(room, { colour: '#efe2c6', other: '#c9a884', size: 0.5, polish: 0.9 }),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: 4.75, y: 2.2, radius: 0.2 }),
      pieces(room, 0.79, 12.4, [
        { x: 3.2, width: 3.1, height: 1.8, paint: (pencil) => bakery(pencil, 3.2) },
        { x: -3.3, width: 2.6, height: 1.3, paint: (pencil) => stand(pencil, -3.3, 2.3) },
        { x: 5.4, width: 0.9, height: 1.4, paint: (pencil) => plant(pencil, 5.4, 0, 1.2, 15) },
      ]),
      ...hangingLamps(room, { depth: 0.84, xs: [-2.4, 0.1, 2.6], y: 2.45, colour: '#5f8a7a', size: 0.26, period: 7.5 }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.6, 1.1),
    ],
    front: [
      pieces(
        room,
        1.4,
        7.4,
        [-2.8, 2.75].map(
          (x, index): Piece => ({
            x,
            y: -0.25,
            width: 1.5,
            height: 1,
            blur: 0.006,
            paint: (pencil) => basket(pencil, x, index),
          }),
        ),
      ),
    ],
  })
}

function awning(pencil: Pencil, y: number): void {
  const count = 46
  const wide = wallPeriod / count
  for (let stripe = 0; stripe < count; stripe++) {
    const x = -wallPeriod / 2 + stripe * wide
    const colour = stripe % 2 ? '#f6ead2' : '#c9503f'
    shape(
      pencil,
      [
        [x, y],
        [x + wide + 0.004, y],
        [x + wide + 0.004, y + 0.34],
        [x, y + 0.34],
      ],
      colour,
    )
    ball(pencil, x + wide / 2, y, wide / 2, 0.1, colour)
  }
  flat(pencil, -wallPeriod / 2, y + 0.3, wallPeriod, 0.06, '#8a3a2f')
}

function bakery(pencil: Pencil, x: number): void {
  shadow(pencil, x, 0, 1.6, 0.08)
  box(pencil, x - 1.4, 0, 2.8, 0.5, '#7fa08e', 0.03)
  box(pencil, x - 1.4, 0.5, 2.0, 0.55, '#5a4236')
  for (const y of [0.54, 0.8]) {
    flat(pencil, x - 1.34, y - 0.02, 1.88, 0.02, '#e9dcc0')
    for (let cake = 0; cake < 9; cake++) {
      const at = x - 1.22 + cake * 0.205
      if ((cake + (y > 0.6 ? 1 : 0)) % 3 === 0) box(pencil, at - 0.07, y, 0.14, 0.11, '#e9a0b0', 0.02)
      else ball(pencil, at, y + 0.06, 0.08, 0.06, cake % 3 === 1 ? '#c98a45' : '#8a5a38')
      if (cake % 3 === 0) ball(pencil, at, y + 0.13, 0.024, 0.024, '#d9382f')
    }
  }
  pencil.brush.fillStyle = 'rgba(220,240,250,0.16)'
  pencil.brush.fillRect(x - 1.4, 0.5, 2.0, 0.55)
  board(pencil, x - 1.45, 1.05, 2.9, 0.06, 0.1, '#b8804f')
  box(pencil, x + 0.6, 0.5, 0.8, 0.55, '#7fa08e')
  box(pencil, x + 0.66, 1.17, 0.6, 0.3, '#8a3a2f', 0.04)
  shape(
    pencil,
    [
      [x + 0.72, 1.47],
      [x + 1.2, 1.47],
      [x + 1.12, 1.64],
      [x + 0.8, 1.64],
    ],
    '#b8584a',
  )
  for (let loaf = 0; loaf < 4; loaf++) ball(pencil, x - 1.1 + loaf * 0.3, 1.24, 0.16, 0.08, '#c98f4f')
}

function stand(pencil: Pencil, x: number, width: number): void {
  shadow(pencil, x, 0, width * 0.6, 0.1)
  const crates = 4
  const wide = width / crates
  for (const [y, row] of [
    [0.56, 1],
    [0.16, 0],
  ] as const) {
    for (let crate = 0; crate < crates; crate++) {
      const left = x - width / 2 + crate * wide
      for (let fruit = 0; fruit < 8; fruit++)
        ball(
          pencil,
          left + 0.09 + (fruit % 4) * ((wide - 0.16) / 3),
          y + 0.25 + Math.floor(fruit / 4) * 0.08 - scattered(fruit, crate) * 0.02,
          0.08,
          0.08,
          fruits[(crate + row * 2) % fruits.length] ?? '#d9382f',
        )
      box(pencil, left + 0.02, y, wide - 0.04, 0.22, '#c0905a', 0.01)
      flat(pencil, left + 0.02, y + 0.1, wide - 0.04, 0.015, '#8a6038')
    }
  }
  for (const side of [-1, 1]) box(pencil, x + side * (width / 2) - 0.04, 0, 0.08, 0.8, '#8a6038')
}

function basket(pencil: Pencil, x: number, pick: number): void {
  shadow(pencil, x, 0.02, 0.6, 0.16)
  for (let thing = 0; thing < 7; thing++)
    ball(
      pencil,
      x - 0.36 + thing * 0.12,
      0.44 + scattered(thing, pick) * 0.1,
      0.12,
      0.12,
      fruits[(thing + pick) % fruits.length] ?? '#d9382f',
    )
  if (pick === 0)
    for (let loaf = 0; loaf < 3; loaf++)
      line(
        pencil,
        [
          [x - 0.1 + loaf * 0.16, 0.4],
          [x - 0.2 + loaf * 0.2, 0.78],
        ],
        0.11,
        '#c98f4f',
      )
  shape(
    pencil,
    [
      [x - 0.52, 0.42],
      [x + 0.52, 0.42],
      [x + 0.42, 0],
      [x - 0.42, 0],
    ],
    '#b8864f',
  )
  for (let band = 0; band < 3; band++)
    line(
      pencil,
      [
        [x - 0.48 + band * 0.03, 0.34 - band * 0.13],
        [x + 0.48 - band * 0.03, 0.34 - band * 0.13],
      ],
      0.03,
      '#8f6236',
    )
}
