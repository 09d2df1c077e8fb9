/** A bathroom: gleaming tiles, a claw-foot tub full of foam, bubbles that rise, a mirror over the basin. */

import { steam, windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { cabinet, rug } from './interior/furniture.ts'
import { hangingLamps } from './interior/lamps.ts'
import { moving, pieces } from './interior/layers.ts'
import { goods } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { ledge, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import { basin, brass, bubbles, duck, mirror, toilet, towels, tub } from './interior/washing.ts'
import type { Place, SetOrder } from './place.ts'

const schemes = [
  { tile: '#8fc4c4', wall: '#f3e6d0', mat: '#e9896a' },
  { tile: '#9fb4dc', wall: '#f6ead8', mat: '#e9b64a' },
  { tile: '#b4d0a8', wall: '#f6ecdc', mat: '#d98aa0' },
]
const bath = { depth: 0.79, period: 12.2 }

export function paintBathroom(order: SetOrder): Place {
  const room = openRoom(order)
  const scheme = schemes[Math.floor(order.random() * schemes.length)] ?? schemes[0]!
  const openings = [-2.5, 5.5].map((x) => ({ x, y: 1.3, width: 1.5, height: 1.4 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { columns: 2, rows: 2 },
    wall(pencil) {
      paintWall(pencil, {
        colour: scheme.wall,
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: scheme.tile, height: 1.2, pattern: 'tiles' },
      })
      mirror(pencil, 1.9, 1.95)
      ledge(pencil, 0.2, 1.75, 1.0, '#e6d2ac')
      goods(pencil, -0.22, 1.75, 0.9, 0.26, 21, ['#e9896a', '#8fc4c4', '#f3e6d0', '#c9a0c8'])
      towels(pencil, 3.6, 1.6, scheme.mat)
    },
    floor: tiles(room, { colour: '#f3efe6', other: scheme.tile, size: 0.45, polish: 1 }),
    back: [
      pieces(room, 0.72, 15, [
        { x: 1.9, width: 1.6, height: 1.4, paint: basin },
        { x: 5.0, width: 1.2, height: 1.3, paint: toilet },
        {
          x: -5.2,
          width: 1.2,
          height: 2.2,
          paint: (pencil) => cabinet(pencil, -5.2, 0, 0.95, 1.8, '#f0e6d2', { columns: 1, rows: 3, knob: brass }),
        },
        { x: 3.5, width: 1, height: 1.5, paint: (pencil) => plant(pencil, 3.4, 0, 1.1, 10, '#f0e6d2') },
      ]),
      pieces(room, 0.95, 12, [
        {
          x: 0.5,
          y: -0.4,
          width: 2.6,
          height: 0.8,
          paint: (pencil) => rug(pencil, 0.5, 2.4, 0.52, [scheme.mat, '#fbf2e0', '#fbf2e0']),
        },
      ]),
      pieces(room, bath.depth, bath.period, [
        { x: -2.6, width: 3.2, height: 2.3, paint: (pencil) => tub(pencil, -2.6) },
      ]),
      steam(room, bath.depth, bath.period, -2.9, 0.9, 0.9),
      steam(room, bath.depth, bath.period, -2.2, 0.9, 0.7),
      moving(room, { ...bath, x: -2.2, reach: 2.4 }, bubbles),
      ...hangingLamps(room, { depth: 0.84, xs: [0.6], y: 2.6, colour: '#f3ead6', size: 0.26, period: 7 }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.5),
    ],
    front: [
      pieces(room, 1.42, 7.4, [
        {
          x: -2.7,
          y: -0.2,
          width: 1.2,
          height: 1.2,
          blur: 0.008,
          paint: (pencil) => plant(pencil, -2.75, -0.1, 1.1, 14, '#8fb0b8'),
        },
        { x: 2.7, y: -0.2, width: 1, height: 0.9, blur: 0.006, paint: duck },
      ]),
    ],
  })
}
