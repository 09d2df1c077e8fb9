/** A factory hall: turning gears, a belt that carries parcels, pipes that steam, robot arms at work, skylights. */
import { steam, windowBeams } from './interior/beams.ts'
import { composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { hangingLamps } from './interior/lamps.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { ball, board, box, flat, glow, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { openRoom, tone } from './interior/space.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const steel = '#8a98a2'
const orange = '#e2823a'
const belt = { depth: 0.76, period: 15 }
const gears = [
  { x: -3.6, y: 2.1, radius: 0.62, teeth: 14, colour: '#c98a45' },
  { x: -2.5, y: 2.42, radius: 0.46, teeth: 10, colour: '#8a98a2' },
  { x: 3.4, y: 2.3, radius: 0.54, teeth: 12, colour: '#b0604a' },
  { x: 4.36, y: 1.98, radius: 0.42, teeth: 9, colour: '#c98a45' },
]

export function paintFactory(order: SetOrder): Place {
  const room = openRoom(order, { wall: 0.64, ceiling: 5, lampShare: 0.4 })
  const openings = [-6, -3, 0, 3, 6].map((x) => ({ x, y: 3.1, width: 2.3, height: Math.min(1.4, room.ceiling - 3.5) }))
  return composeRoom(room, {
    openings,
    frames: { colour: '#54626c', columns: 5, rows: 3 },
    outlook: 'town',
    wall(pencil) {
      paintWall(pencil, {
        colour: '#a8705a',
        pattern: 'bricks',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#5f7a80', height: 1.1, pattern: 'panels' },
        skirting: '#46565c',
      })
      pipes(pencil)
      furnace(pencil, 0.2)
    },
    ceiling: { colour: '#6a7478', size: 1.6 },
    floor: tiles(room, { colour: '#9aa09c', size: 1.2, polish: 0.9 }),
    back: [
      ...gears.map((gear, index) =>
        moving(
          room,
          { depth: room.wall, period: wallPeriod, x: gear.x, reach: gear.radius * 1.2 },
          (pencil, seconds) => {
            wheel(pencil, gear, (seconds * (index % 2 ? -0.5 : 0.5)) / gear.radius)
          },
        ),
      ),
      moving(room, { depth: room.wall, period: wallPeriod, x: 0.2, reach: 1.3 }, (pencil, seconds) =>
        glow(pencil, 0.2, 0.62, 1.2, [255, 140, 50], 0.4 + 0.12 * Math.sin(seconds * 5) * Math.sin(seconds * 2.3)),
      ),
      steam(room, room.wall, wallPeriod, -5.3, 2.6, 1.2),
      steam(room, room.wall, wallPeriod, 5.5, 2.6, 1.2),
      pieces(room, belt.depth, belt.period, [{ x: 0, width: 15.02, height: 1, paint: conveyor }]),
      moving(room, { ...belt, x: 0, reach: 7.5 }, (pencil, seconds) => {
        for (let parcel = 0; parcel < 10; parcel++)
          box(
            pencil,
            ((parcel * 1.5 + seconds * 0.42) % 15) - 7.5,
            0.74,
            0.46,
            0.3 + (parcel % 3) * 0.07,
            ['#c99a5f', '#d9b27c', '#b8844f'][parcel % 3] ?? '#c99a5f',
            0.02,
          )
      }),
      ...[-2.7, 2.9].map((x, index) =>
        moving(room, { ...belt, x, reach: 1.2 }, (pencil, seconds) => robotArm(pencil, x, seconds + index * 1.7)),
      ),
      ...hangingLamps(room, { depth: 0.85, xs: [-2.5, 2.5], y: 2.8, colour: '#4f6a64', size: 0.42, period: 10 }),
      ...windowBeams(room, openings, wallPeriod, 1.9, 0.9),
    ],
    front: [
      pieces(
        room,
        1.4,
        7.6,
        [-2.8, 2.85].map(
          (x, index): Piece => ({
            x,
            y: -0.2,
            width: 1.4,
            height: 1.1,
            blur: 0.007,
            paint: (pencil) => (index ? drum(pencil, x) : crate(pencil, x)),
          }),
        ),
      ),
    ],
    dust: 50,
  })
}

function wheel(pencil: Pencil, { x, y, radius, teeth, colour }: (typeof gears)[number], turn: number): void {
  const { brush, room } = pencil
  shape(
    pencil,
    Array.from({ length: teeth * 4 }, (_, index) => {
      const at = turn + (index / (teeth * 4)) * Math.PI * 2
      const reach = index % 4 < 2 ? radius : radius * 0.84
      return [x + Math.cos(at) * reach, y + Math.sin(at) * reach] as const
    }),
    colour,
  )
  ball(pencil, x, y, radius * 0.66, radius * 0.66, colour)
  brush.fillStyle = tone(room, colour, -0.5)
  for (let hole = 0; hole < 5; hole++) {
    const at = turn + (hole / 5) * Math.PI * 2
    brush.beginPath()
    brush.arc(x + Math.cos(at) * radius * 0.42, y + Math.sin(at) * radius * 0.42, radius * 0.13, 0, Math.PI * 2)
    brush.fill()
  }
  ball(pencil, x, y, radius * 0.16, radius * 0.16, '#e6dcc8')
}

function pipes(pencil: Pencil): void {
  for (const [y, colour, thick] of [
    [2.86, '#7a8a90', 0.2],
    [1.3, '#b0604a', 0.13],
  ] as const) {
    box(pencil, -wallPeriod / 2 - 0.1, y - thick / 2, wallPeriod + 0.2, thick, colour)
    flat(pencil, -wallPeriod / 2 - 0.1, y + thick * 0.16, wallPeriod + 0.2, thick * 0.16, colour, 0.4)
    for (let joint = 0; joint < 10; joint++)
      box(pencil, -7.6 + joint * 1.6, y - thick * 0.66, 0.12, thick * 1.32, colour, 0.02)
  }
  for (const x of [-5.3, 5.5]) {
    box(pencil, x - 0.1, 1.3, 0.2, 1.5, steel)
    ball(pencil, x, 1.9, 0.22, 0.22, '#f3ead6')
    line(
      pencil,
      [
        [x, 1.9],
        [x + 0.1, 2.02],
      ],
      0.03,
      '#c0402f',
    )
  }
}

function furnace(pencil: Pencil, x: number): void {
  box(pencil, x - 1, 0, 2, 2.3, '#5a6468', 0.12)
  box(pencil, x - 0.6, 0.24, 1.2, 0.8, '#2a2224', 0.3)
  box(pencil, x - 0.5, 0.28, 1.0, 0.6, '#f08a34', 0.26)
  box(pencil, x - 0.3, 0.3, 0.6, 0.36, '#ffd872', 0.18)
  for (let dial = 0; dial < 3; dial++) ball(pencil, x - 0.5 + dial * 0.5, 1.6, 0.17, 0.17, '#f3ead6')
  for (let rivet = 0; rivet < 9; rivet++) ball(pencil, x - 0.9 + rivet * 0.225, 2.18, 0.03, 0.03, '#9aa6aa')
  box(pencil, x - 0.3, 2.3, 0.6, 0.7, '#5a6468')
}

function conveyor(pencil: Pencil): void {
  shadow(pencil, 0, 0, 7.5, 0.02)
  for (let leg = 0; leg < 8; leg++) box(pencil, -6.6 + leg * 1.875, 0, 0.12, 0.55, '#5a6468')
  board(pencil, -7.6, 0.52, 15.2, 0.16, 0.06, '#4a5256')
  for (let roller = 0; roller < 38; roller++) ball(pencil, -7.4 + roller * 0.4, 0.59, 0.06, 0.06, '#a8b4b8')
  flat(pencil, -7.6, 0.46, 15.2, 0.05, orange)
}

/** Two joints and a grip that dips to the belt and lifts again. */
function robotArm(pencil: Pencil, x: number, seconds: number): void {
  const dip = 0.5 + 0.5 * Math.sin(seconds * 1.5)
  const elbow: readonly [number, number] = [x + 0.34 - dip * 0.12, 1.72 - dip * 0.1]
  const grip: readonly [number, number] = [x + 0.86, 1.42 - dip * 0.3]
  box(pencil, x - 0.26, 0.02, 0.52, 0.5, '#4a5256', 0.04)
  box(pencil, x - 0.16, 0.5, 0.32, 0.6, orange, 0.1)
  line(pencil, [[x, 1.05], elbow], 0.2, orange)
  line(pencil, [elbow, grip], 0.15, orange, 0.08)
  ball(pencil, x, 1.06, 0.17, 0.17, '#5a6468')
  ball(pencil, elbow[0], elbow[1], 0.13, 0.13, '#5a6468')
  for (const side of [-0.1, 0.1])
    line(pencil, [grip, [grip[0] + side, grip[1] - 0.12], [grip[0] + side * 0.7, grip[1] - 0.24]], 0.045, '#3c444a')
}

function crate(pencil: Pencil, x: number): void {
  box(pencil, x - 0.5, 0, 1, 0.8, '#b8844f', 0.02)
  for (const y of [0, 0.34, 0.68]) box(pencil, x - 0.5, y, 1, 0.12, '#cf9c62')
  line(
    pencil,
    [
      [x - 0.4, 0.14],
      [x + 0.4, 0.66],
    ],
    0.1,
    '#a8743f',
  )
}

function drum(pencil: Pencil, x: number): void {
  box(pencil, x - 0.4, 0, 0.8, 0.95, '#3f7a8a', 0.08)
  for (const y of [0.28, 0.62]) flat(pencil, x - 0.4, y, 0.8, 0.04, '#3f7a8a', 0.3)
  ball(pencil, x, 0.95, 0.4, 0.07, '#5a98a8')
}
