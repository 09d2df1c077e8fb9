/** What a gym is furnished with: bars, weights, mats, a punching bag. */
import { moving } from './layers.ts'
import { ball, board, box, flat, line, type Pencil, shadow, shape } from './shapes.ts'
import type { Room } from './space.ts'

export const iron = '#3c424e'

const plates = ['#d9483f', '#3f7fc0', '#e9b23f', '#4f9a5a']

export function wallBars(pencil: Pencil, x: number): void {
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

export function hoop(pencil: Pencil, x: number, y: number): void {
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

export function mirror(pencil: Pencil, x: number): void {
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

export function rack(pencil: Pencil): void {
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

export function dumbbell(pencil: Pencil, x: number, y: number, long: number, colour: string): void {
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

export function balls(pencil: Pencil): void {
  shadow(pencil, -5.4, 0, 0.9, 0.12)
  for (const [dx, size, colour] of [
    [-0.4, 0.34, '#8a5fb0'],
    [0.3, 0.28, '#4f9a5a'],
    [-0.02, 0.2, '#e2783a'],
  ] as const)
    ball(pencil, -5.4 + dx, size, size, size, colour)
}

export function mat(pencil: Pencil, x: number, colour: string): void {
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

export function press(pencil: Pencil, x: number): void {
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
export function bag(room: Room) {
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
