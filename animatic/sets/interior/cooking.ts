/** What a kitchen is fitted with: counters, a sink, a stove under its hood, pans, a fridge. */
import { cabinet } from './furniture.ts'
import { ball, board, box, flat, glow, line, type Pencil, shape } from './shapes.ts'
import { plant } from './things.ts'

export const copper = '#c9763f'

export function counter(pencil: Pencil, x: number, width: number, colour: string): void {
  flat(pencil, x - width / 2 + 0.06, -0.03, width - 0.12, 0.12, '#4a3a3a')
  cabinet(pencil, x, 0.08, width, 0.8, colour, { columns: Math.max(2, Math.round(width / 0.6)), rows: 1 })
  board(pencil, x - width / 2 - 0.04, 0.88, width + 0.08, 0.06, 0.09, '#d9b27c')
  for (const [dx, tone] of [
    [-0.2, '#d9574a'],
    [-0.05, '#e9b64a'],
    [0.08, '#7fb257'],
  ] as const)
    ball(pencil, x + dx, 1.03, 0.07, 0.07, tone)
  shape(
    pencil,
    [
      [x - 0.34, 1.02],
      [x + 0.22, 1.02],
      [x + 0.12, 0.94],
      [x - 0.24, 0.94],
    ],
    '#f3e6d8',
  )
}

export function sink(pencil: Pencil, x: number, colour: string): void {
  counter(pencil, x - 0.1, 3.4, colour)
  line(
    pencil,
    [
      [x + 0.4, 0.98],
      [x + 0.4, 1.3],
      [x + 0.46, 1.36],
      [x + 0.58, 1.36],
      [x + 0.62, 1.28],
    ],
    0.04,
    '#c9d3da',
  )
  plant(pencil, x - 1.2, 0.96, 0.46, 5)
  for (let plate = 0; plate < 5; plate++)
    ball(pencil, x + 1.05 + plate * 0.07, 1.13, 0.035, 0.16, plate % 2 ? '#f6f2e8' : '#a9c8d8')
}

export function stove(pencil: Pencil, x: number): void {
  box(pencil, x - 0.62, 0, 1.24, 0.9, '#4f5a66', 0.03)
  flat(pencil, x - 0.5, 0.2, 1.0, 0.44, '#20242c')
  glow(pencil, x, 0.4, 0.4, [255, 140, 60], 0.5)
  line(
    pencil,
    [
      [x - 0.42, 0.7],
      [x + 0.42, 0.7],
    ],
    0.035,
    '#c9d3da',
  )
  for (let knob = 0; knob < 4; knob++) ball(pencil, x - 0.36 + knob * 0.24, 0.81, 0.04, 0.04, '#e9dcc0')
  board(pencil, x - 0.64, 0.9, 1.28, 0.04, 0.08, '#6f7a86')
  box(pencil, x - 0.4, 0.99, 0.44, 0.3, copper, 0.04)
  line(
    pencil,
    [
      [x - 0.44, 1.2],
      [x - 0.4, 1.2],
    ],
    0.05,
    '#4a3a3a',
  )
  line(
    pencil,
    [
      [x + 0.04, 1.2],
      [x + 0.1, 1.2],
    ],
    0.05,
    '#4a3a3a',
  )
  box(pencil, x + 0.22, 0.99, 0.28, 0.16, '#5a9ac4', 0.05)
  line(
    pencil,
    [
      [x + 0.5, 1.08],
      [x + 0.6, 1.16],
    ],
    0.045,
    '#5a9ac4',
  )
}

export function hood(pencil: Pencil, x: number, top: number): void {
  box(pencil, x - 0.26, 2.3, 0.52, top - 2.3, '#d9d2c4')
  shape(
    pencil,
    [
      [x - 0.8, 1.95],
      [x + 0.8, 1.95],
      [x + 0.26, 2.34],
      [x - 0.26, 2.34],
    ],
    '#e6dfd0',
    -0.04,
  )
  flat(pencil, x - 0.8, 1.9, 1.6, 0.08, copper)
}

export function pans(pencil: Pencil, x: number, y: number): void {
  line(
    pencil,
    [
      [x - 0.1, y + 0.28],
      [x + 1.4, y + 0.28],
    ],
    0.03,
    '#5a4a46',
  )
  for (let pan = 0; pan < 4; pan++) {
    const [at, size] = [x + pan * 0.42, 0.17 - pan * 0.022]
    line(
      pencil,
      [
        [at, y + 0.28],
        [at, y - 0.02],
      ],
      0.03,
      '#5a4a46',
    )
    ball(pencil, at, y - 0.12, size, size, copper)
    ball(pencil, at, y - 0.12, size * 0.72, size * 0.72, '#a85a30')
  }
}

export function fridge(pencil: Pencil, x: number): void {
  box(pencil, x - 0.55, 0, 1.1, 2.1, '#f0e6d2', 0.1)
  flat(pencil, x - 0.55, 1.36, 1.1, 0.02, '#8a7f72')
  for (const y of [0.95, 1.5])
    line(
      pencil,
      [
        [x - 0.42, y],
        [x - 0.42, y + 0.3],
      ],
      0.04,
      '#b9b3a8',
    )
  for (const [dx, y, colour] of [
    [0.1, 1.66, '#e9b64a'],
    [0.25, 1.05, '#8fc4d8'],
    [0.02, 1.1, '#f3b0a0'],
  ] as const)
    flat(pencil, x + dx, y, 0.16, 0.2, colour)
}
