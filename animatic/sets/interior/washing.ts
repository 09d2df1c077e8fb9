/** What a bathroom is fitted with: a tub full of foam, a basin, a mirror, towels. */
import { scattered } from '../../random.ts'
import { cabinet } from './furniture.ts'
import { lampGlow } from './lamps.ts'
import { ball, board, box, flat, line, type Pencil, shadow, shape } from './shapes.ts'
import { tone } from './space.ts'

export const brass = '#d9b25a'

export function tub(pencil: Pencil, x: number): void {
  shadow(pencil, x, -0.02, 1.6, 0.1)
  for (const side of [-0.95, 0.95]) ball(pencil, x + side, 0.08, 0.1, 0.12, brass)
  const { brush, room } = pencil
  const shade = brush.createLinearGradient(0, 0.8, 0, 0.1)
  for (const [stop, by] of [
    [0, 0.2],
    [0.5, 0],
    [1, -0.25],
  ] as const)
    shade.addColorStop(stop, tone(room, '#f6f2ea', by))
  brush.fillStyle = shade
  brush.beginPath()
  brush.moveTo(x - 1.32, 0.78)
  brush.bezierCurveTo(x - 1.2, 0.1, x - 0.9, 0.1, x, 0.1)
  brush.bezierCurveTo(x + 0.9, 0.1, x + 1.2, 0.1, x + 1.32, 0.78)
  brush.fill()
  for (let foam = 0; foam < 18; foam++)
    ball(
      pencil,
      x - 1.1 + foam * 0.13,
      0.84 + scattered(foam, 4) * 0.08,
      0.12 + scattered(foam, 5) * 0.06,
      0.1,
      '#fbfaf6',
    )
  board(pencil, x - 1.38, 0.74, 2.76, 0.08, 0.0, '#fdfaf2')
  line(
    pencil,
    [
      [x + 1.12, 0.82],
      [x + 1.12, 1.16],
      [x + 1.04, 1.24],
      [x + 0.9, 1.2],
    ],
    0.05,
    brass,
  )
  line(
    pencil,
    [
      [x - 1.3, 0.8],
      [x - 1.3, 2.0],
      [x - 1.15, 2.1],
      [x - 0.95, 2.06],
    ],
    0.035,
    brass,
  )
  shape(
    pencil,
    [
      [x - 1.06, 2.06],
      [x - 0.82, 2.06],
      [x - 0.88, 2.14],
      [x - 1.0, 2.14],
    ],
    brass,
  )
}

export function bubbles({ brush }: Pencil, seconds: number): void {
  brush.lineWidth = 0.012
  for (let bubble = 0; bubble < 16; bubble++) {
    const rise = (seconds * (0.07 + scattered(bubble, 1) * 0.06) + scattered(bubble, 2)) % 1
    const x = -3.7 + scattered(bubble, 3) * 2.8 + Math.sin(seconds + bubble) * 0.12
    const size = 0.03 + scattered(bubble, 4) * 0.06
    brush.globalAlpha = Math.sin(rise * Math.PI)
    brush.strokeStyle = 'rgba(255,255,255,0.8)'
    brush.fillStyle = 'rgba(210,235,255,0.22)'
    brush.beginPath()
    brush.arc(x, 0.95 + rise * 1.6, size, 0, Math.PI * 2)
    brush.fill()
    brush.stroke()
  }
}

export function basin(pencil: Pencil): void {
  cabinet(pencil, 1.9, 0.06, 1.2, 0.72, '#f0e6d2', { columns: 2, rows: 1, knob: brass })
  board(pencil, 1.24, 0.78, 1.32, 0.06, 0.08, '#fbf8f0')
  box(pencil, 1.56, 0.86, 0.68, 0.12, '#fdfaf4', 0.05)
  line(
    pencil,
    [
      [1.9, 0.96],
      [1.9, 1.14],
      [1.8, 1.16],
    ],
    0.04,
    brass,
  )
  box(pencil, 1.36, 0.88, 0.09, 0.16, '#8fc4c4', 0.02)
  line(
    pencil,
    [
      [1.4, 1.04],
      [1.34, 1.2],
    ],
    0.022,
    '#e9896a',
  )
}

export function mirror(pencil: Pencil, x: number, y: number): void {
  const { room, brush } = pencil
  ball(pencil, x, y, 0.5, 0.62, brass)
  const glass = brush.createLinearGradient(x - 0.4, y + 0.5, x + 0.4, y - 0.5)
  for (const [stop, by] of [
    [0, 0.3],
    [0.4, 0],
    [0.45, 0.4],
    [0.55, 0.05],
    [1, -0.1],
  ] as const)
    glass.addColorStop(stop, tone(room, '#b9d4d8', by))
  brush.fillStyle = glass
  brush.beginPath()
  brush.ellipse(x, y, 0.43, 0.55, 0, 0, Math.PI * 2)
  brush.fill()
  for (const side of [-0.72, 0.72]) {
    ball(pencil, x + side, y + 0.1, 0.09, 0.12, '#fff3d0')
    lampGlow(pencil, x + side, y + 0.1, 0.8, 0.12)
  }
}

export function towels(pencil: Pencil, x: number, y: number, colour: string): void {
  line(
    pencil,
    [
      [x - 0.6, y],
      [x + 0.6, y],
    ],
    0.035,
    brass,
  )
  box(pencil, x - 0.45, y - 0.62, 0.4, 0.62, colour, 0.03)
  box(pencil, x + 0.05, y - 0.5, 0.38, 0.5, '#fbf2e0', 0.03)
  flat(pencil, x - 0.45, y - 0.52, 0.4, 0.06, '#fbf2e0')
}

export function toilet(pencil: Pencil): void {
  shadow(pencil, 5, 0, 0.5, 0.16)
  box(pencil, 4.72, 0.42, 0.56, 0.5, '#fbf8f0', 0.05)
  box(pencil, 4.84, 0, 0.32, 0.34, '#f3eee4', 0.06)
  ball(pencil, 5, 0.42, 0.3, 0.12, '#fdfaf4')
  ball(pencil, 5, 0.47, 0.29, 0.06, '#d9b98a')
}

export function duck(pencil: Pencil): void {
  const yellow = '#f3c23f'
  shadow(pencil, 2.7, 0.02, 0.4, 0.2)
  ball(pencil, 2.7, 0.22, 0.36, 0.22, yellow)
  ball(pencil, 2.5, 0.52, 0.19, 0.18, yellow)
  shape(
    pencil,
    [
      [2.34, 0.53],
      [2.2, 0.48],
      [2.35, 0.45],
    ],
    '#e2702a',
  )
  ball(pencil, 2.45, 0.57, 0.028, 0.032, '#2a1a1c')
}
