/** A hallway: doors and a lift whose number climbs, a chandelier, a reception desk, palms, a long runner. */
import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { cabinet, door } from './interior/furniture.ts'
import { hangingLamps, lamp, lampGlow } from './interior/lamps.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { ball, board, box, flat, line, type Pencil, shape } from './interior/shapes.ts'
import { openRoom } from './interior/space.ts'
import { clock, picture, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const walls = ['#e2c9a4', '#c2cfc0', '#d4c4d0', '#c8d0dc']
const brass = '#d6b05a'

export function paintHallway(order: SetOrder): Place {
  const room = openRoom(order, { ceiling: 3.5, lampShare: 0.45 })
  const openings = [-2.55, 2.55, 7.3].map((x) => ({ x, y: 0.6, width: 1.15, height: 2.1 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { colour: '#f0e4cc', columns: 2, rows: 4, arched: true },
    outlook: 'town',
    wall(pencil) {
      paintWall(pencil, {
        colour: walls[Math.floor(order.random() * walls.length)] ?? '#e2c9a4',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#8a5c40', height: 0.9, pattern: 'panels' },
        skirting: '#6b4430',
      })
      lift(pencil, 0)
      for (const x of [-4.5, 4.5]) door(pencil, x, 1.05, 2.25, '#7f5038')
      for (const x of [-3.5, -1.45, 1.45, 3.5]) sconce(pencil, x, 1.95)
      picture(pencil, 5.9, 1.9, 0.7, 0.9, 3, brass)
      picture(pencil, -6, 1.9, 0.7, 0.9, 6, brass)
    },
    ceiling: { colour: '#efe2ca', size: 1.4 },
    floor: tiles(room, { colour: '#efe4d0', other: '#5a4a48', size: 0.55, polish: 1 }),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: 0, y: 2.98, radius: 0.17, colour: brass }),
      moving(room, { depth: room.wall, period: wallPeriod, x: 0, reach: 0.8 }, storeys),
      pieces(room, 0.87, 9, [{ x: 0, y: -0.5, width: 9.02, height: 0.9, paint: runner }]),
      pieces(room, 0.78, 12.6, [
        { x: -3.7, y: -0.5, width: 3.4, height: 2.7, paint: desk },
        ...[-1.55, 1.55, 5].map(
          (x, index): Piece => ({
            x,
            width: 1,
            height: 1.7,
            paint: (pencil) => plant(pencil, x, 0, 1.35, 20 + index, '#a87444'),
          }),
        ),
        { x: 3.6, width: 1.8, height: 1.3, paint: luggage },
      ]),
      ...hangingLamps(room, { depth: 0.85, xs: [-2.6, 2.6], y: 2.75, colour: brass, size: 0.36, period: 10 }),
      ...windowBeams(
        room,
        [...openings, ...high].map((opening) => ({ ...opening, height: opening.height - 0.3 })),
        wallPeriod,
        1.6,
        1.1,
      ),
    ],
    front: [
      pieces(room, 1.42, 7.6, [
        {
          x: -2.8,
          y: -0.2,
          width: 1.2,
          height: 1.2,
          blur: 0.008,
          paint: (pencil) => plant(pencil, -2.85, -0.1, 1.1, 2, '#7f5038'),
        },
        {
          x: 2.9,
          y: -0.2,
          width: 1.2,
          height: 1.2,
          blur: 0.008,
          paint: (pencil) => plant(pencil, 2.95, -0.1, 1.1, 8, '#7f5038'),
        },
      ]),
    ],
  })
}

function lift(pencil: Pencil, x: number): void {
  box(pencil, x - 0.95, 0, 1.9, 2.5, '#5f3c2c')
  box(pencil, x - 0.84, 0, 1.68, 2.3, brass)
  for (const side of [-0.76, 0.02]) {
    box(pencil, x + side, 0.02, 0.74, 2.2, '#c9b48c')
    for (let ray = 0; ray < 5; ray++) {
      const middle = side + 0.37
      line(
        pencil,
        [
          [x + middle, 0.3],
          [x + middle + (ray - 2) * 0.14, 1.9],
        ],
        0.018,
        '#8a6a3a',
      )
    }
  }
  flat(pencil, x - 0.01, 0.02, 0.02, 2.2, '#4a3024')
  box(pencil, x - 0.36, 2.5, 0.72, 0.22, '#3a2620', 0.04)
  ball(pencil, x + 1.12, 1.15, 0.06, 0.06, '#fff0c0')
}

/** The lift's lights go up the storeys and down again. */
function storeys({ brush }: Pencil, seconds: number): void {
  const turn = (seconds * 0.8) % 10
  const lit = Math.floor(turn < 5 ? turn : 10 - turn)
  for (let storey = 0; storey < 5; storey++) {
    brush.fillStyle = storey === lit ? '#ffd872' : '#6a5038'
    brush.beginPath()
    brush.arc(-0.26 + storey * 0.13, 2.61, 0.04, 0, Math.PI * 2)
    brush.fill()
  }
}

function sconce(pencil: Pencil, x: number, y: number): void {
  line(
    pencil,
    [
      [x, y - 0.22],
      [x, y - 0.02],
    ],
    0.04,
    brass,
  )
  shape(
    pencil,
    [
      [x - 0.1, y - 0.02],
      [x + 0.1, y - 0.02],
      [x + 0.16, y + 0.22],
      [x - 0.16, y + 0.22],
    ],
    '#fbe8bc',
    0.2,
  )
  lampGlow(pencil, x, y + 0.12, 0.9, 0.16)
}

function desk(pencil: Pencil): void {
  cabinet(pencil, -3.7, 0, 2.2, 1.0, '#8a5638', { columns: 4, rows: 1, knob: brass })
  board(pencil, -4.9, 1.0, 2.4, 0.07, 0.1, '#b4784c')
  lamp(pencil, -4.5, 1.14, 0.6, '#5f9a7a')
  ball(pencil, -3.2, 1.2, 0.1, 0.08, brass)
  flat(pencil, -3.9, 1.14, 0.4, 0.04, '#a8483c')
}

function luggage(pencil: Pencil): void {
  for (const [x, y, width, height, colour] of [
    [3.2, 0, 0.8, 0.56, '#a8683c'],
    [3.35, 0.56, 0.6, 0.34, '#5a7f8a'],
    [4.1, 0, 0.42, 0.72, '#9a3f3a'],
  ] as const) {
    box(pencil, x, y, width, height, colour, 0.05)
    for (const at of [0.2, 0.74]) flat(pencil, x + width * at, y, 0.05, height, colour, -0.35)
    line(
      pencil,
      [
        [x + width * 0.38, y + height],
        [x + width * 0.4, y + height + 0.07],
        [x + width * 0.6, y + height + 0.07],
        [x + width * 0.62, y + height],
      ],
      0.03,
      '#3a2620',
    )
  }
}

function runner(pencil: Pencil): void {
  flat(pencil, -4.6, -0.36, 9.2, 0.56, '#8f2f38')
  for (const y of [-0.32, 0.13]) flat(pencil, -4.6, y, 9.2, 0.03, brass)
  for (let knot = 0; knot < 18; knot++) ball(pencil, -4.25 + knot * 0.5, -0.08, 0.09, 0.05, '#c9604a')
}
