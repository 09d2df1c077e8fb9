/** A workshop: tools on a pegboard, benches with vices and shavings, a car on its stand, sparks from the grinder. */

import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { stool } from './interior/furniture.ts'
import { hangingLamps } from './interior/lamps.ts'
import { moving, pieces } from './interior/layers.ts'
import { ball, box, flat, type Pencil, shadow, shape } from './interior/shapes.ts'
import { goods } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { clock, ledge } from './interior/things.ts'
import { chest, handles, pegboard, sparks, steel, toolbox, workbench } from './interior/tools.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

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
