/** What a classroom is furnished with. */
import { scattered } from '../../random.ts'
import { wallPeriod } from './compose.ts'
import { cabinet, chair, table } from './furniture.ts'
import { ball, board, box, flat, line, type Pencil, shape } from './shapes.ts'
import { books } from './shelves.ts'
import type { Room } from './space.ts'

export function schoolDesk(pencil: Pencil, x: number, pick: number): void {
  chair(pencil, x, '#7a8f8a', '#c9764a', 0.94)
  table(pencil, x, 1.05, '#d09a5c', 0.68, 0.16)
  flat(pencil, x - 0.34, 0.74, 0.36, 0.035, scattered(pick, 1) < 0.5 ? '#c0503f' : '#4a7fa0')
  flat(pencil, x - 0.32, 0.775, 0.34, 0.02, '#fbf4e2')
  if (pick % 2) ball(pencil, x + 0.25, 0.82, 0.065, 0.065, '#c9382f')
  else
    line(
      pencil,
      [
        [x + 0.12, 0.75],
        [x + 0.34, 0.8],
      ],
      0.022,
      '#e0b03a',
    )
}

export function teachersDesk(pencil: Pencil, x: number): void {
  cabinet(pencil, x, 0, 1.6, 0.74, '#8a5a3a', { columns: 3, rows: 1 })
  board(pencil, x - 0.86, 0.74, 1.72, 0.06, 0.14, '#a87048')
  books(pencil, x - 0.7, 0.86, 0.34, 0.3, 7)
  line(
    pencil,
    [
      [x + 0.46, 0.86],
      [x + 0.46, 0.98],
    ],
    0.03,
    '#6b4a34',
  )
  ball(pencil, x + 0.46, 1.16, 0.2, 0.2, '#5a9ac4')
  shape(
    pencil,
    [
      [x + 0.36, 1.2],
      [x + 0.5, 1.3],
      [x + 0.56, 1.16],
      [x + 0.44, 1.04],
    ],
    '#7fb257',
  )
  line(
    pencil,
    Array.from(
      { length: 9 },
      (_, index) => [x + 0.46 + Math.cos(index * 0.4 - 1.6) * 0.23, 1.16 + Math.sin(index * 0.4 - 1.6) * 0.23] as const,
    ),
    0.02,
    '#c9a24a',
  )
  ball(pencil, x - 0.1, 0.91, 0.07, 0.07, '#c9382f')
}

export function blackboard(pencil: Pencil, x: number, y: number, width: number, height: number): void {
  const { brush } = pencil
  box(pencil, x - width / 2 - 0.09, y - 0.09, width + 0.18, height + 0.18, '#9a6a40')
  box(pencil, x - width / 2, y, width, height, '#2f5a4c')
  const chalk = (points: readonly (readonly [number, number])[], colour = '#f3f1e2') => {
    brush.globalAlpha = 0.8
    line(pencil, points, 0.022, colour)
    brush.globalAlpha = 1
  }
  for (let row = 0; row < 3; row++) {
    const long = 0.7 + scattered(row, 3) * 0.4
    chalk(
      Array.from(
        { length: 22 },
        (_, index) =>
          [x - 1.85 + (index / 21) * long, y + 1.12 - row * 0.24 + Math.sin(index * 2.1 + row) * 0.045] as const,
      ),
    )
  }
  chalk(
    [
      [x + 1.1, y + 0.35],
      [x + 1.75, y + 0.35],
      [x + 1.1, y + 0.95],
      [x + 1.1, y + 0.35],
    ],
    '#f6d98a',
  )
  chalk(
    [
      [x + 1.1, y + 0.44],
      [x + 1.19, y + 0.44],
      [x + 1.19, y + 0.35],
    ],
    '#f6d98a',
  )
  const sun = Array.from(
    { length: 17 },
    (_, index) => [x + 0.1 + Math.cos(index * 0.393) * 0.15, y + 1.0 + Math.sin(index * 0.393) * 0.15] as const,
  )
  chalk(sun, '#f3c0a8')
  chalk([
    [x - 0.5, y + 0.3],
    [x - 0.5, y + 0.6],
    [x - 0.3, y + 0.78],
    [x - 0.1, y + 0.6],
    [x - 0.1, y + 0.3],
    [x - 0.5, y + 0.3],
  ])
  board(pencil, x - width / 2, y - 0.13, width, 0.05, 0.04, '#b07a48')
  for (const [at, colour] of [
    [-0.8, '#fff'],
    [-0.6, '#f6d98a'],
    [1.2, '#f3c0a8'],
  ] as const)
    flat(pencil, x + at, y - 0.05, 0.12, 0.03, colour === '#fff' ? '#ffffff' : colour)
}

/** Little flags below the cornice. */
export function bunting(pencil: Pencil, room: Room): void {
  const colours = ['#d9574a', '#e9b64a', '#5a9ac4', '#7fb257', '#c27ab0']
  const count = 44
  for (let index = 0; index < count; index++) {
    const x = -wallPeriod / 2 + ((index + 0.5) * wallPeriod) / count
    const sag = Math.abs(Math.sin((index / 8) * Math.PI)) * 0.16
    const y = room.ceiling - 0.22 - sag
    shape(
      pencil,
      [
        [x - 0.13, y],
        [x + 0.13, y],
        [x, y - 0.24],
      ],
      colours[index % colours.length] ?? '#d9574a',
    )
  }
}

export function alphabet(pencil: Pencil, x: number, y: number): void {
  for (let sheet = 0; sheet < 6; sheet++) {
    const [at, low] = [x - 0.6 + (sheet % 3) * 0.6, y - Math.floor(sheet / 3) * 0.62]
    flat(pencil, at - 0.22, low - 0.26, 0.44, 0.5, ['#fbf4e2', '#f6e0b0', '#dcebf0'][sheet % 3] ?? '#fbf4e2')
    ball(pencil, at, low, 0.1, 0.1, ['#d9574a', '#5a9ac4', '#7fb257', '#e9b64a'][sheet % 4] ?? '#d9574a')
  }
}

export function map(pencil: Pencil, x: number, y: number): void {
  box(pencil, x - 0.36, y - 0.46, 0.72, 0.9, '#f3e6c4')
  flat(pencil, x - 0.31, y - 0.4, 0.62, 0.78, '#a9d0dc')
  shape(
    pencil,
    [
      [x - 0.26, y + 0.3],
      [x - 0.02, y + 0.26],
      [x - 0.06, y],
      [x - 0.16, y - 0.2],
      [x - 0.24, y + 0.06],
    ],
    '#8fb26a',
  )
  shape(
    pencil,
    [
      [x + 0.04, y + 0.3],
      [x + 0.28, y + 0.22],
      [x + 0.26, y],
      [x + 0.14, y - 0.3],
      [x + 0.02, y],
    ],
    '#d9b26a',
  )
  line(
    pencil,
    [
      [x - 0.4, y + 0.46],
      [x + 0.4, y + 0.46],
    ],
    0.04,
    '#6b4a34',
  )
}
