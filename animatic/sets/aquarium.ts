/** An aquarium hall: a great tank with fish, a ray and weed behind glass, blue light that ripples over the floor. */

import { composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { ball, board, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { openRoom } from './interior/space.ts'
import { bubbles, inGlass, rays, ripples, roundTank, tank, water, weed } from './interior/tank.ts'
import { paintFish } from './interior/tank-fish.ts'
import { plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const at = { depth: 0.68, period: wallPeriod }

export function paintAquarium(order: SetOrder): Place {
  const room = openRoom(order, { wall: at.depth, ceiling: 3.8, lamps: '#9fdcff', lampShare: 0.62 })
  const high = Math.min(room.ceiling - 0.4, 4.6)
  const fish = (count: number, size: number, from: number): Layer =>
    moving(room, { ...at, x: 0, reach: tank.half }, (pencil, seconds) => {
      inGlass(pencil, high)
      for (let index = from; index < from + count; index++)
        paintFish(pencil.brush, index, size, tank.half, tank.low, high, seconds)
    })
  return composeRoom(room, {
    wall(pencil) {
      paintWall(pencil, { colour: '#2f4a68', period: wallPeriod, height: room.ceiling, skirting: '#1f3148' })
      water(pencil, high)
      for (const x of [-6.4, 6.4]) roundTank(pencil, x, 1.7)
    },
    ceiling: { colour: '#2a4058', size: 1.6 },
    floor: tiles(room, { colour: '#4a6a86', other: '#42607a', size: 0.9, polish: 1 }),
    back: [
      fish(14, 0.6, 0),
      moving(room, { ...at, x: 0, reach: tank.half }, (pencil, seconds) => {
        inGlass(pencil, high)
        rays(pencil, high, seconds)
        weed(pencil, seconds)
        bubbles(pencil, high, seconds)
      }),
      fish(9, 1.35, 20),
      pieces(room, 0.7, 15.5, [{ x: 0, width: 9.8, height: 1.1, paint: sill }]),
      moving(room, { depth: 0.86, period: 8, x: 0, reach: 4 }, ripples),
      pieces(
        room,
        0.82,
        11.6,
        [-3.6, 3.4].map((x): Piece => ({ x, width: 2, height: 0.8, paint: (pencil) => bench(pencil, x) })),
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
          paint: (pencil) => plant(pencil, -2.85, -0.1, 1.1, 3, '#24405a'),
        },
      ]),
    ],
    dust: 16,
  })
}

function sill(pencil: Pencil): void {
  board(pencil, -4.8, 0.5, 9.6, 0.16, 0.05, '#3a5674')
  for (let rivet = 0; rivet < 24; rivet++) ball(pencil, -4.6 + rivet * 0.4, 0.58, 0.025, 0.025, '#8fb0c8')
}

function bench(pencil: Pencil, x: number): void {
  shadow(pencil, x, 0, 1, 0.12)
  for (const side of [-0.6, 0.6])
    line(
      pencil,
      [
        [x + side, 0],
        [x + side, 0.42],
      ],
      0.09,
      '#24364a',
    )
  board(pencil, x - 0.85, 0.42, 1.7, 0.08, 0.14, '#a8784f')
  shape(
    pencil,
    [
      [x - 0.85, 0.42],
      [x + 0.85, 0.42],
      [x + 0.85, 0.44],
      [x - 0.85, 0.44],
    ],
    '#5a3f2c',
  )
}
