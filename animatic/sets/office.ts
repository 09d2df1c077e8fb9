/** An office: desks with glowing screens, a wide outlook on the town, shelves of folders, plants and a planning board. */
import { scattered } from '../random.ts'
import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { carpet } from './interior/floors.ts'
import { chair, table } from './interior/furniture.ts'
import { hangingLamps } from './interior/lamps.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { ball, box, flat, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { books, shelves } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { clock, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const walls = ['#dfe3dc', '#e6dccb', '#d3dde4']
const folders = ['#d9574a', '#e9b64a', '#5a8fa8', '#f3ead9', '#6f9a7a']
const desks = { depth: 0.79, period: 10.4 }
const deskXs = [-3.1, 2.6, 4.9]

export function paintOffice(order: SetOrder): Place {
  const room = openRoom(order, { lamps: '#ffe6c0' })
  const openings = [-3.6, -1.3, 1.0, 6.2].map((x) => ({ x, y: 0.86, width: 2.0, height: 1.9 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { colour: '#56626e', columns: 2, rows: 1 },
    outlook: 'town',
    wall(pencil) {
      paintWall(pencil, {
        colour: walls[Math.floor(order.random() * walls.length)] ?? '#dfe3dc',
        period: wallPeriod,
        height: room.ceiling,
        skirting: '#8a929a',
      })
      planner(pencil, 3.4, 1.62)
    },
    ceiling: { colour: '#e9ebe6', size: 1.2 },
    floor: carpet(room, { colour: '#6f8790', polish: 0.2 }),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: 4.75, y: 2.3, radius: 0.2, colour: '#3f4a56' }),
      pieces(room, 0.71, 15, [
        { x: -5.5, width: 1.9, height: 2.2, paint: files },
        { x: 2.25, width: 1.0, height: 1.7, paint: (pencil) => plant(pencil, 2.25, 0, 1.5, 3, '#e6e2d6') },
        { x: 4.8, width: 1.0, height: 1.5, paint: cooler },
      ]),
      pieces(
        room,
        desks.depth,
        desks.period,
        deskXs.map((x, index): Piece => ({ x, width: 2.1, height: 1.6, paint: (pencil) => desk(pencil, x, index) })),
      ),
      ...deskXs.map((x, index) =>
        moving(room, { ...desks, x, reach: 0.5 }, (pencil, seconds) => screen(pencil, x, seconds, index)),
      ),
      ...hangingLamps(room, { depth: 0.84, xs: [-2.6, 2.4], y: 2.5, colour: '#3f4a56', size: 0.34, period: 9 }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.2, 0.8),
    ],
    front: [
      pieces(room, 1.42, 7.4, [
        {
          x: -2.7,
          y: -0.2,
          width: 1.2,
          height: 1.3,
          blur: 0.007,
          paint: (pencil) => chair(pencil, -2.7, '#3f4a56', '#5a8fa8', 1.1),
        },
        {
          x: 2.7,
          y: -0.2,
          width: 1.1,
          height: 1.2,
          blur: 0.008,
          paint: (pencil) => plant(pencil, 2.7, -0.05, 1.05, 9, '#d9574a'),
        },
      ]),
    ],
  })
}

function desk(pencil: Pencil, x: number, pick: number): void {
  chair(pencil, x + 0.1, '#3f4a56', '#5a8fa8', 1.05)
  table(pencil, x, 1.8, '#d9b98a', 0.72, 0.16)
  box(pencil, x - 0.4, 1.0, 0.8, 0.5, '#2c343e', 0.02)
  line(
    pencil,
    [
      [x, 0.86],
      [x, 1.02],
    ],
    0.06,
    '#4a545e',
  )
  flat(pencil, x - 0.16, 0.84, 0.32, 0.025, '#4a545e')
  flat(pencil, x - 0.28, 0.78, 0.5, 0.03, '#e6e6e0')
  box(pencil, x + 0.62, 0.84, 0.1, 0.13, '#d9574a', 0.02)
  for (let sheet = 0; sheet < 4; sheet++)
    flat(pencil, x - 0.82, 0.84 + sheet * 0.025, 0.28, 0.018, sheet % 2 ? '#f6f2e6' : '#c9d8de')
  if (pick === 1) plant(pencil, x - 0.66, 0.92, 0.34, 12, '#e9b64a')
}

/** Lines of text that grow, or a curve. */
function screen(pencil: Pencil, x: number, seconds: number, pick: number): void {
  const { brush } = pencil
  brush.fillStyle = pick % 2 ? '#dff0f6' : '#234a63'
  brush.fillRect(x - 0.36, 1.05, 0.72, 0.42)
  const ink = pick % 2 ? '#4a86a0' : '#8fe0d0'
  brush.fillStyle = ink
  const grown = (seconds * 3 + pick * 5) % 14
  for (let row = 0; row < 7; row++) {
    const wide =
      Math.min(1, Math.max(0, grown - row * 1.4)) *
      (0.2 + scattered(row, pick + Math.floor((seconds * 3 + pick * 5) / 14)) * 0.4)
    brush.fillRect(x - 0.31, 1.41 - row * 0.055, wide, 0.022)
  }
}

function planner(pencil: Pencil, x: number, y: number): void {
  box(pencil, x - 0.86, y - 0.56, 1.72, 1.2, '#7a5a42')
  flat(pencil, x - 0.8, y - 0.5, 1.6, 1.08, '#f6f4ec')
  for (let note = 0; note < 14; note++) {
    const [at, low] = [x - 0.7 + (note % 5) * 0.3, y + 0.26 - Math.floor(note / 5) * 0.32]
    if (scattered(note, 4) > 0.25)
      flat(pencil, at, low, 0.2, 0.2, ['#f6d96a', '#f3a8a0', '#a9d8c0', '#a9c8e6'][note % 4] ?? '#f6d96a')
  }
}

function files(pencil: Pencil): void {
  shelves(pencil, { x: -5.5, width: 1.6, height: 2.05, rows: 4, colour: '#c9a878' }, (x, y, width, height, row) =>
    books(pencil, x, y, width * (row % 2 ? 1 : 0.76), height, 80 + row, folders),
  )
}

function cooler(pencil: Pencil): void {
  shadow(pencil, 4.8, 0, 0.34, 0.2)
  box(pencil, 4.6, 0, 0.4, 0.86, '#f0f0ea', 0.04)
  flat(pencil, 4.68, 0.58, 0.24, 0.14, '#8a929a')
  box(pencil, 4.62, 0.92, 0.36, 0.42, '#9fd0e6', 0.1)
  shape(
    pencil,
    [
      [4.7, 0.86],
      [4.9, 0.86],
      [4.94, 0.96],
      [4.66, 0.96],
    ],
    '#8fc0d8',
  )
  ball(pencil, 4.74, 1.14, 0.03, 0.05, '#dff2fa')
}
