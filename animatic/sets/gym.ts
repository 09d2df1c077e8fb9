/** A gym: wall bars and mirrors, racks of weights, balls, a punching bag that swings, a hoop, mats and high windows. */
import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { planks } from './interior/floors.ts'
import { hangingLamps } from './interior/lamps.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { ball, board, box, flat, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { openRoom, type Room } from './interior/space.ts'
import { clock } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const schemes = [
  { wall: '#e9d8b4', dado: '#4f86a8' },
  { wall: '#dfe2d4', dado: '#c8683f' },
  { wall: '#d8e0e6', dado: '#5a8f72' },
]
const iron = '#3c424e'
const plates = ['#d9483f', '#3f7fc0', '#e9b23f', '#4f9a5a']

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

function wallBars(pencil: Pencil, x: number): void {
  for (const side of [-0.5, 0.5]) box(pencil, x + side - 0.04, 0.12, 0.08, 2.45, '#a8703f')
  for (let bar = 0; bar < 12; bar++)
    line(
      pencil,
      [
        [x - 0.48, 0.35 + bar * 0.19],
        [x + 0.48, 0.35 + bar * 0.19],
      ],
      0.045,
      '#d9a868',
    )
}

function hoop(pencil: Pencil, x: number, y: number): void {
  const { brush } = pencil
  box(pencil, x - 0.7, y - 0.2, 1.4, 0.86, '#f6f3ea', 0.03)
  brush.strokeStyle = '#d9483f'
  brush.lineWidth = 0.035
  brush.strokeRect(x - 0.26, y - 0.04, 0.52, 0.4)
  for (let cord = 0; cord <= 6; cord++)
    line(
      pencil,
      [
        [x - 0.24 + cord * 0.08, y - 0.12],
        [x - 0.15 + cord * 0.05, y - 0.5],
      ],
      0.012,
      '#f3ead6',
    )
  line(
    pencil,
    [
      [x - 0.27, y - 0.12],
      [x + 0.27, y - 0.12],
    ],
    0.045,
    '#e2642f',
  )
}

function mirror(pencil: Pencil, x: number): void {
  box(pencil, x - 0.64, 0.25, 1.28, 2.2, '#8a98a0')
  box(pencil, x - 0.6, 0.29, 1.2, 2.12, '#bcd0d4')
  for (const [from, wide] of [
    [-0.5, 0.26],
    [-0.12, 0.1],
  ] as const)
    shape(
      pencil,
      [
        [x + from, 0.29],
        [x + from + wide, 0.29],
        [x + from + wide + 0.5, 2.41],
        [x + from + 0.5, 2.41],
      ],
      '#dcebec',
      0.1,
    )
}

function rack(pencil: Pencil): void {
  shadow(pencil, 3.9, 0, 1.5, 0.08)
  for (const y of [0.2, 0.62, 1.0]) {
    board(pencil, 2.6, y, 2.6, 0.06, 0.05, iron)
    for (let weight = 0; weight < 5; weight++)
      dumbbell(
        pencil,
        2.9 + weight * 0.5,
        y + 0.19,
        0.42,
        plates[(weight + Math.round(y * 5)) % plates.length] ?? '#d9483f',
      )
  }
  for (const x of [2.6, 5.16]) box(pencil, x, 0, 0.07, 1.2, iron)
}

function dumbbell(pencil: Pencil, x: number, y: number, long: number, colour: string): void {
  line(
    pencil,
    [
      [x - long * 0.3, y],
      [x + long * 0.3, y],
    ],
    long * 0.1,
    '#b4bcc2',
  )
  for (const side of [-1, 1]) {
    box(pencil, x + side * long * 0.3 - long * 0.07, y - long * 0.24, long * 0.14, long * 0.48, colour, long * 0.05)
    box(pencil, x + side * long * 0.42 - long * 0.05, y - long * 0.17, long * 0.1, long * 0.34, colour, long * 0.04)
  }
}

function balls(pencil: Pencil): void {
  shadow(pencil, -5.4, 0, 0.9, 0.12)
  for (const [dx, size, colour] of [
    [-0.4, 0.34, '#8a5fb0'],
    [0.3, 0.28, '#4f9a5a'],
    [-0.02, 0.2, '#e2783a'],
  ] as const)
    ball(pencil, -5.4 + dx, size, size, size, colour)
}

function mat(pencil: Pencil, x: number, colour: string): void {
  shape(
    pencil,
    [
      [x - 1.3, -0.24],
      [x + 1.3, -0.24],
      [x + 1.16, 0.16],
      [x - 1.16, 0.16],
    ],
    colour,
  )
  flat(pencil, x - 1.3, -0.29, 2.6, 0.05, colour, -0.35)
  line(
    pencil,
    [
      [x, -0.24],
      [x, 0.16],
    ],
    0.012,
    colour,
    -0.3,
  )
}

function press(pencil: Pencil, x: number): void {
  shadow(pencil, x, 0, 1.1, 0.12)
  for (const side of [-0.5, 0.5])
    line(
      pencil,
      [
        [x + side, 0],
        [x + side, 1.06],
      ],
      0.07,
      iron,
    )
  line(
    pencil,
    [
      [x - 1.05, 1.06],
      [x + 1.05, 1.06],
    ],
    0.045,
    '#c8d0d4',
  )
  for (const side of [-1, 1]) {
    box(pencil, x + side * 0.82 - 0.05, 0.76, 0.1, 0.6, '#d9483f', 0.04)
    box(pencil, x + side * 0.94 - 0.04, 0.86, 0.08, 0.4, '#3f7fc0', 0.04)
  }
  box(pencil, x - 0.4, 0.4, 0.8, 0.12, '#2f3440', 0.05)
  for (const side of [-0.3, 0.26]) box(pencil, x + side, 0, 0.06, 0.4, iron)
}

/** A punching bag that swings a little on its chain. */
function bag(room: Room) {
  const hook = room.eye / (room.metre * 0.8) + 2.4
  return moving(room, { depth: 0.8, period: 12, x: -2.9, reach: 0.8 }, (pencil, seconds) => {
    const { brush } = pencil
    shadow(pencil, -2.9, 0, 0.5, 0.16, 0.3)
    brush.translate(-2.9, hook)
    brush.rotate(Math.sin(seconds * 1.9) * 0.035)
    line(
      pencil,
      [
        [0, 0],
        [0, 1.95 - hook],
      ],
      0.03,
      '#8a949a',
    )
    box(pencil, -0.24, 0.7 - hook, 0.48, 1.25, '#a83a38', 0.12)
    flat(pencil, -0.24, 1.2 - hook, 0.48, 0.1, '#f3ead6')
  })
}
