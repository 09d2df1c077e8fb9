/** Tools, where they hang and lie, and the sparks that they strike. */
import { scattered } from '../../random.ts'
import { table } from './furniture.ts'
import { ball, board, box, flat, line, type Pencil, shadow, shape } from './shapes.ts'

export const steel = '#a8b2b8'

export const handles = ['#d9574a', '#e9b64a', '#5a9ac4', '#6f9a52']

export function pegboard(pencil: Pencil, x: number, y: number): void {
  box(pencil, x - 1.35, y, 2.7, 1.4, '#d9b27c', 0.02)
  for (let tool = 0; tool < 9; tool++) {
    const [at, top, kind] = [x - 1.12 + tool * 0.28, y + 1.22, tool % 4]
    const handle = handles[tool % handles.length] ?? '#d9574a'
    if (kind === 0) {
      line(
        pencil,
        [
          [at, top],
          [at, top - 0.5],
        ],
        0.05,
        '#a86a3a',
      )
      box(pencil, at - 0.13, top - 0.08, 0.26, 0.12, steel, 0.02)
    } else if (kind === 1) {
      shape(
        pencil,
        [
          [at - 0.06, top],
          [at + 0.06, top],
          [at + 0.03, top - 0.56],
          [at - 0.03, top - 0.56],
        ],
        steel,
      )
      box(pencil, at - 0.06, top - 0.06, 0.12, 0.2, handle, 0.04)
    } else if (kind === 2) {
      ball(pencil, at, top - 0.02, 0.09, 0.09, steel)
      line(
        pencil,
        [
          [at, top - 0.06],
          [at, top - 0.5],
        ],
        0.06,
        steel,
      )
      ball(pencil, at, top - 0.52, 0.08, 0.08, steel)
    } else {
      line(
        pencil,
        [
          [at, top - 0.2],
          [at, top - 0.5],
        ],
        0.025,
        steel,
      )
      box(pencil, at - 0.035, top - 0.22, 0.07, 0.26, handle, 0.03)
    }
  }
  for (let jar = 0; jar < 8; jar++)
    box(pencil, x - 1.2 + jar * 0.3, y + 0.12, 0.18, 0.2, handles[(jar * 3) % handles.length] ?? '#d9574a', 0.03)
}

export function workbench(pencil: Pencil, x: number): void {
  table(pencil, x, 3.0, '#b8834f', 0.86, 0.18)
  flat(pencil, x - 1.35, 0.2, 2.7, 0.06, '#8a6038')
  for (let thing = 0; thing < 5; thing++)
    box(pencil, x - 1.2 + thing * 0.5, 0.26, 0.34, 0.2 + (thing % 2) * 0.14, handles[thing % 4] ?? '#d9574a', 0.02)
  box(pencil, x - 1.1, 1.0, 0.36, 0.16, '#4f6a86', 0.03)
  line(
    pencil,
    [
      [x - 1.2, 1.1],
      [x - 0.6, 1.1],
    ],
    0.05,
    steel,
  )
  box(pencil, x + 0.62, 1.0, 0.42, 0.26, '#4a5a5c', 0.04)
  ball(pencil, x + 0.98, 1.16, 0.17, 0.17, '#8f9a9a')
  for (let plank = 0; plank < 3; plank++)
    board(pencil, x - 0.5, 0.97 + plank * 0.07, 0.9 - plank * 0.14, 0.05, 0.04, '#e0b67c')
}

export function chest(pencil: Pencil): void {
  shadow(pencil, -4.9, 0, 0.6, 0.14)
  box(pencil, -5.35, 0.1, 0.9, 0.95, '#c0443a', 0.04)
  for (let row = 0; row < 4; row++) {
    flat(pencil, -5.3, 0.3 + row * 0.22, 0.8, 0.015, '#6f2420')
    line(
      pencil,
      [
        [-5.05, 0.24 + row * 0.22],
        [-4.75, 0.24 + row * 0.22],
      ],
      0.03,
      steel,
    )
  }
}

export function toolbox(pencil: Pencil): void {
  const x = -2.75
  shadow(pencil, x, 0, 0.75, 0.14)
  box(pencil, x - 0.55, 0, 1.1, 0.4, '#4f7fa8', 0.04)
  shape(
    pencil,
    [
      [x - 0.55, 0.4],
      [x + 0.55, 0.4],
      [x + 0.44, 0.52],
      [x - 0.44, 0.52],
    ],
    '#5a8fba',
  )
  line(
    pencil,
    [
      [x - 0.26, 0.5],
      [x - 0.26, 0.66],
      [x + 0.26, 0.66],
      [x + 0.26, 0.5],
    ],
    0.05,
    '#34424e',
  )
}

/** Sparks that fly off the grinder in bursts. */
export function sparks({ brush }: Pencil, seconds: number): void {
  const burst = Math.max(0, Math.sin(seconds * 1.4)) ** 0.5
  if (burst < 0.2) return
  brush.lineCap = 'round'
  brush.lineWidth = 0.014
  for (let spark = 0; spark < 22; spark++) {
    const age = (seconds * 2.2 + scattered(spark, 1)) % 1
    const [speed, turn] = [0.6 + scattered(spark, 2) * 0.9, 0.1 + scattered(spark, 3) * 1.1]
    const x = -1.3 + Math.cos(turn) * speed * age
    const y = 1.16 + Math.sin(turn) * speed * age - 1.1 * age * age
    brush.strokeStyle = `rgba(255,${Math.round(230 - age * 110)},${Math.round(150 - age * 110)},${burst * (1 - age)})`
    brush.beginPath()
    brush.moveTo(x, y)
    brush.lineTo(x - Math.cos(turn) * 0.06, y - Math.sin(turn) * 0.06 + age * 0.07)
    brush.stroke()
  }
}
