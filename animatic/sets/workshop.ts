/** A workshop: tools on a pegboard, benches with vices and shavings, a car on its stand, sparks from the grinder. */
import { scattered } from '../random.ts'
import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { stool, table } from './interior/furniture.ts'
import { hangingLamps } from './interior/lamps.ts'
import { moving, pieces } from './interior/layers.ts'
import { ball, board, box, flat, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { goods } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { clock, ledge } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const steel = '#a8b2b8'
const handles = ['#d9574a', '#e9b64a', '#5a9ac4', '#6f9a52']
const bench = { depth: 0.76, period: 13.2 }

export function paintWorkshop(order: SetOrder): Place {
  const room = openRoom(order, { lampShare: 0.4 })
  const openings = [-4.7, 1.55, 6.9].map((x) => ({ x, y: 1.25, width: 1.9, height: 1.4 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { colour: '#5f7480', columns: 4, rows: 3 },
    wall(pencil) {
      paintWall(pencil, {
        colour: '#b07c5c',
        pattern: 'bricks',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#6f8a8a', height: 0.9 },
        skirting: '#4a5a5c',
      })
      pegboard(pencil, -1.6, 1.15)
      ledge(pencil, 4.3, 1.9, 1.9, '#a87444')
      goods(pencil, 3.5, 1.9, 1.7, 0.3, 44, [...handles, '#f3e6c4'])
      tyres(pencil, 4.3, 1.4)
    },
    ceiling: { colour: '#a08468', size: 1.3 },
    floor: tiles(room, { colour: '#a8a49a', size: 1.2, polish: 0.7 }),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: 0.15, y: 2.45, radius: 0.22, colour: '#4a5a5c' }),
      pieces(room, bench.depth, bench.period, [
        { x: -2.4, width: 3.4, height: 1.6, paint: (pencil) => workbench(pencil, -2.4) },
        { x: 3.6, width: 3.5, height: 1.8, paint: (pencil) => car(pencil, 3.6, '#c9503f') },
        { x: -4.9, width: 1.1, height: 1.3, paint: chest },
      ]),
      moving(room, { ...bench, x: -1.5, reach: 1.2 }, sparks),
      ...hangingLamps(room, { depth: 0.83, xs: [-2.3, 2.5], y: 2.4, colour: '#d9a93f', size: 0.32, period: 9.4 }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.5, 1.1),
    ],
    front: [
      pieces(room, 1.4, 7.5, [
        { x: -2.75, y: -0.25, width: 1.5, height: 1, blur: 0.006, paint: toolbox },
        {
          x: 2.85,
          y: -0.2,
          width: 1,
          height: 1,
          blur: 0.007,
          paint: (pencil) => stool(pencil, 2.85, '#4a5a5c', '#d9574a', 0.6),
        },
      ]),
    ],
    dust: 46,
  })
}

function pegboard(pencil: Pencil, x: number, y: number): void {
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

function workbench(pencil: Pencil, x: number): void {
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

function car(pencil: Pencil, x: number, colour: string): void {
  shadow(pencil, x, 0, 1.8, 0.1)
  shape(
    pencil,
    [
      [x - 0.95, 0.8],
      [x - 0.55, 1.24],
      [x + 0.5, 1.24],
      [x + 0.95, 0.8],
    ],
    colour,
    -0.06,
  )
  shape(
    pencil,
    [
      [x - 0.78, 0.82],
      [x - 0.48, 1.16],
      [x - 0.04, 1.16],
      [x - 0.04, 0.82],
    ],
    '#a9d0dc',
  )
  shape(
    pencil,
    [
      [x + 0.04, 0.82],
      [x + 0.04, 1.16],
      [x + 0.44, 1.16],
      [x + 0.78, 0.82],
    ],
    '#a9d0dc',
    -0.1,
  )
  box(pencil, x - 1.5, 0.3, 3.0, 0.54, colour, 0.2)
  flat(pencil, x - 1.4, 0.5, 2.8, 0.03, colour, 0.35)
  ball(pencil, x - 1.42, 0.6, 0.08, 0.11, '#fff3c8')
  for (const side of [-0.88, 0.88]) {
    ball(pencil, x + side, 0.27, 0.3, 0.3, '#2c2c34')
    ball(pencil, x + side, 0.27, 0.16, 0.16, steel)
  }
}

function tyres(pencil: Pencil, x: number, y: number): void {
  for (let tyre = 0; tyre < 3; tyre++) {
    ball(pencil, x - 0.5 + tyre * 0.55, y, 0.26, 0.26, '#34343c')
    ball(pencil, x - 0.5 + tyre * 0.55, y, 0.13, 0.13, '#8a6a52')
  }
}

function chest(pencil: Pencil): void {
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

function toolbox(pencil: Pencil): void {
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
function sparks({ brush }: Pencil, seconds: number): void {
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
