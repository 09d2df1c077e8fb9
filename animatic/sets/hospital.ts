/** A hospital ward: clean beds behind curtains, a heart monitor that beats, a drip, flowers on the sill, calm colours. */
import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { cabinet, stool } from './interior/furniture.ts'
import { hangingLamps } from './interior/lamps.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { ball, box, flat, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { openRoom, tone } from './interior/space.ts'
import { clock, picture, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const beds = { depth: 0.79, period: 12.6 }
const mint = '#8fc4b4'

export function paintHospital(order: SetOrder): Place {
  const room = openRoom(order, { lamps: '#fff0d8', lampShare: 0.4 })
  const openings = [-3.2, 0.3, 6.6].map((x) => ({ x, y: 1.0, width: 1.8, height: 1.7 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { columns: 2, rows: 1 },
    wall(pencil) {
      paintWall(pencil, {
        colour: '#eef0e6',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#b4d8cc', height: 0.95 },
        skirting: '#dfe6e0',
      })
      picture(pencil, -1.45, 1.9, 0.7, 0.54, 2, '#e6dcc8')
      cross(pencil, 2.05, 2.05)
      for (const x of [-4.9, 3.4]) curtain(pencil, x, room.ceiling - 0.5)
    },
    ceiling: { colour: '#eef0ea', size: 1.2 },
    floor: tiles(room, { colour: '#e2e8e0', other: '#c8dcd4', size: 0.6, polish: 1 }),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: 5.0, y: 2.3, radius: 0.2, colour: '#7fa8a0' }),
      pieces(room, 0.71, 15, [
        {
          x: 1.9,
          width: 1.2,
          height: 1.6,
          paint: (pencil) => cabinet(pencil, 1.9, 0.05, 0.9, 0.8, '#f3f3ee', { columns: 1, rows: 3, knob: '#8fa8a4' }),
        },
        { x: 1.9, width: 0.8, height: 1.7, paint: (pencil) => plant(pencil, 1.9, 0.85, 0.6, 4, '#e2857a') },
        { x: -1.3, width: 0.8, height: 0.8, paint: (pencil) => stool(pencil, -1.3, '#a8b4b4', mint, 0.5) },
      ]),
      pieces(
        room,
        beds.depth,
        beds.period,
        [-3.5, 3.6].map((x): Piece => ({ x, width: 3.4, height: 2.3, paint: (pencil) => bed(pencil, x) })),
      ),
      ...[-3.5, 3.6].map((x) =>
        moving(room, { ...beds, x: x + 1.35, reach: 0.5 }, (pencil, seconds) => monitor(pencil, x + 1.35, seconds)),
      ),
      ...hangingLamps(room, { depth: 0.85, xs: [-2.3, 2.3], y: 2.75, colour: '#e6ece8', size: 0.32, period: 9.2 }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.4, 0.9),
    ],
    front: [
      pieces(room, 1.4, 7.5, [
        {
          x: -2.8,
          y: -0.2,
          width: 1.1,
          height: 1.1,
          blur: 0.008,
          paint: (pencil) => plant(pencil, -2.85, -0.1, 1.0, 11, mint),
        },
        {
          x: 2.8,
          y: -0.2,
          width: 1,
          height: 1,
          blur: 0.006,
          paint: (pencil) => stool(pencil, 2.8, '#a8b4b4', mint, 0.55),
        },
      ]),
    ],
  })
}

function bed(pencil: Pencil, x: number): void {
  shadow(pencil, x, -0.02, 1.4, 0.1)
  for (const side of [-0.9, 0.85]) {
    line(
      pencil,
      [
        [x + side, 0.06],
        [x + side, 0.4],
      ],
      0.06,
      '#a8b4b4',
    )
    ball(pencil, x + side, 0.05, 0.07, 0.07, '#5a6a6a')
  }
  box(pencil, x - 1.1, 0.34, 2.15, 0.12, '#c0ccca', 0.04)
  box(pencil, x - 1.05, 0.46, 2.06, 0.18, '#fbfbf6', 0.07)
  box(pencil, x - 1.0, 0.6, 0.56, 0.2, '#ffffff', 0.1)
  box(pencil, x - 0.38, 0.4, 1.4, 0.3, mint, 0.08)
  box(pencil, x - 0.46, 0.58, 0.22, 0.13, '#fbfbf6', 0.05)
  box(pencil, x - 1.2, 0.3, 0.08, 0.86, '#e6ece8', 0.03)
  box(pencil, x + 1.02, 0.3, 0.07, 0.5, '#e6ece8', 0.03)
  line(
    pencil,
    [
      [x - 1.4, 0.04],
      [x - 1.4, 1.9],
    ],
    0.035,
    '#a8b4b4',
  )
  line(
    pencil,
    [
      [x - 1.52, 1.9],
      [x - 1.28, 1.9],
    ],
    0.03,
    '#a8b4b4',
  )
  box(pencil, x - 1.56, 1.52, 0.18, 0.32, '#d4ecf0', 0.06)
  line(
    pencil,
    [
      [x - 1.46, 1.52],
      [x - 1.44, 1.1],
      [x - 1.1, 0.76],
    ],
    0.014,
    '#d4ecf0',
  )
  line(
    pencil,
    [
      [x + 1.35, 0.02],
      [x + 1.35, 1.1],
    ],
    0.05,
    '#a8b4b4',
  )
  box(pencil, x + 1.02, 1.1, 0.66, 0.5, '#e6ece8', 0.05)
  flat(pencil, x + 1.08, 1.16, 0.54, 0.38, '#10303a')
}

/** A heart that beats across the screen, and a light with it. */
function monitor({ brush }: Pencil, x: number, seconds: number): void {
  brush.strokeStyle = '#5ff0a8'
  brush.lineWidth = 0.022
  brush.lineJoin = 'round'
  brush.beginPath()
  for (let step = 0; step <= 40; step++) {
    const phase = (((step / 20 - seconds * 0.9) % 1) + 1) % 1
    const lift =
      phase < 0.06 ? phase * 2 : phase < 0.14 ? 0.12 - (phase - 0.06) * 3 : phase < 0.2 ? -0.12 + (phase - 0.14) * 2 : 0
    const [at, y] = [x - 0.25 + (step / 40) * 0.5, 1.36 + lift]
    if (step === 0) brush.moveTo(at, y)
    else brush.lineTo(at, y)
  }
  brush.stroke()
  brush.fillStyle = (seconds * 0.9) % 1 < 0.2 ? '#ff6a6a' : '#7a3a3a'
  brush.beginPath()
  brush.arc(x + 0.22, 1.5, 0.025, 0, Math.PI * 2)
  brush.fill()
}

function cross(pencil: Pencil, x: number, y: number): void {
  box(pencil, x - 0.36, y - 0.36, 0.72, 0.72, '#fbfbf6', 0.1)
  box(pencil, x - 0.08, y - 0.24, 0.16, 0.48, '#e2645a', 0.02)
  box(pencil, x - 0.24, y - 0.08, 0.48, 0.16, '#e2645a', 0.02)
}

function curtain({ room, brush }: Pencil, x: number, high: number): void {
  const folds = brush.createLinearGradient(x - 0.6, 0, x + 0.6, 0)
  for (let fold = 0; fold <= 10; fold++) folds.addColorStop(fold / 10, tone(room, '#a9d0e0', fold % 2 ? -0.16 : 0.16))
  brush.fillStyle = folds
  brush.fillRect(x - 0.6, 0.3, 1.2, high - 0.3)
  const pencil = { room, brush }
  line(
    pencil,
    [
      [x - 1.4, high],
      [x + 1.4, high],
    ],
    0.035,
    '#a8b4b4',
  )
  shape(
    pencil,
    [
      [x - 0.62, 0.28],
      [x + 0.62, 0.28],
      [x + 0.6, 0.36],
      [x - 0.6, 0.36],
    ],
    '#8fb8c8',
  )
}
