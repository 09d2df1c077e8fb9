/** A swimming bath: a basin with lanes behind the deck, a glass front, starting blocks, light that ripples on the water. */
import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { type PlaneBrush, paintPlane } from './interior/plane.ts'
import { ball, board, box, flat, type Pencil } from './interior/shapes.ts'
import { openRoom, type Room, rowAt, tone } from './interior/space.ts'
import { clock, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Layer, Place, SetOrder } from './place.ts'

/** Metres away from the deck's front: the basin's near and far edge. */
const basin = { near: 0.2, far: 3.3 }
const tileSize = 0.6
const lanes = [1.1, 2.2]

export function paintPool(order: SetOrder): Place {
  const room = openRoom(order, { wall: 0.56, ceiling: 4.6, lamps: '#e8f6ff', lampShare: 0.4 })
  const openings = [-6, -3, 0, 3, 6].map((x) => ({ x, y: 0.5, width: 2.5, height: 2.6 }))
  const place = composeRoom(room, {
    openings: [...openings, ...clerestory({ ...room, ceiling: room.ceiling - 0.5 }, 3)],
    frames: { colour: '#e4ecee', columns: 3, rows: 2 },
    wall(pencil) {
      paintWall(pencil, {
        colour: '#d4e6ea',
        pattern: 'tiles',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#3f9fb4', height: 0.42, pattern: 'tiles' },
        skirting: '#e8f0f0',
      })
    },
    ceiling: { colour: '#cfd8d6', size: 1.8 },
    floor: deckAndBasin(room),
    back: [
      clock(room, { depth: room.wall, period: wallPeriod, x: -1.5, y: 3.5, radius: 0.3, colour: '#2f5f78' }),
      pieces(room, 0.585, 12, [
        ...[-3.6, -1.2, 1.2, 3.6].map(
          (x, index): Piece => ({ x, width: 0.9, height: 0.8, paint: (pencil) => block(pencil, x, index + 1) }),
        ),
        { x: 5.4, width: 1.2, height: 1.7, paint: (pencil) => plant(pencil, 5.4, 0, 1.4, 5, '#e8ecea') },
      ]),
      ...lanes.map((away, index) => laneRope(room, depthOf(away), index)),
      ...[0.66, 0.76, 0.88].map((depth, index) => shimmer(room, depth, index)),
      ...windowBeams(room, openings, wallPeriod, 1.5, 0.9),
    ],
    front: [
      pieces(room, 1.42, 7.6, [
        {
          x: -2.8,
          y: -0.25,
          width: 1.5,
          height: 0.8,
          blur: 0.008,
          paint: (pencil) => ring(pencil, -2.8, 0.16),
        },
      ]),
    ],
  })
  return { ...place, mooring: rowAt(room, 0.84) }
}

/** Where a point so many metres behind the subject lies, as layers count it. */
function depthOf(away: number): number {
  return 5 / (5 + away)
}

function deckAndBasin(room: Room): Layer {
  return paintPlane(room, {
    colour: '#dfe8e4',
    level: 0,
    repeat: tileSize * 4,
    paint(plane) {
      const { brush, half, near, far, fill } = plane
      brush.fillStyle = tone(room, '#dfe8e4')
      fill(-half * 1.3, near, half * 1.3, far)
      joints(plane, near, basin.near, tone(room, '#9fb4b4', -0.1, 0.6))
      joints(plane, basin.far, far, tone(room, '#9fb4b4', -0.1, 0.6))
      water(plane)
    },
    shade(brush, top, bottom, width) {
      const fall = brush.createLinearGradient(0, top, 0, bottom)
      fall.addColorStop(0, tone(room, '#123a4a', -0.2, 0.3))
      fall.addColorStop(0.2, tone(room, '#e8fbff', 0.3, 0.14))
      fall.addColorStop(0.6, tone(room, '#e8fbff', 0.3, 0.02))
      fall.addColorStop(1, tone(room, '#102a38', -0.4, 0.36))
      brush.fillStyle = fall
      brush.fillRect(0, Math.min(top, bottom), width, Math.abs(bottom - top))
    },
  })

  function joints({ brush, half, fill }: PlaneBrush, from: number, to: number, colour: string): void {
    brush.fillStyle = colour
    for (let away = from; away < to; away += tileSize / 2) fill(-half * 1.3, away - 0.01, half * 1.3, away + 0.01)
    const last = Math.ceil(half / tileSize / 4) * 8
    for (let column = -last; column < last; column++)
      fill((column * tileSize) / 2 - 0.006, from, (column * tileSize) / 2 + 0.006, to)
  }

  /** The tiles of the bottom through the water, the dark line of each lane, and a bright overflow edge. */
  function water(plane: PlaneBrush): void {
    const { brush, half, fill } = plane
    const steps = 12
    for (let step = 0; step < steps; step++) {
      const at = (share: number) => basin.near + (basin.far - basin.near) * share
      brush.fillStyle = tone(room, '#2fb2d0', 0.22 - 0.34 * (step / steps))
      fill(-half * 1.3, at(step / steps), half * 1.3, at((step + 1) / steps) + 0.02)
    }
    joints(plane, basin.near, basin.far, tone(room, '#bff2f8', 0.2, 0.24))
    brush.fillStyle = tone(room, '#14607f', -0.1, 0.45)
    for (const away of [0.62, 1.65, 2.7]) fill(-half * 1.3, away, half * 1.3, away + 0.14)
    brush.fillStyle = tone(room, '#ffffff', 0.1)
    fill(-half * 1.3, basin.near - 0.14, half * 1.3, basin.near)
    fill(-half * 1.3, basin.far, half * 1.3, basin.far + 0.2)
    brush.fillStyle = tone(room, '#0f4f68', -0.2, 0.7)
    fill(-half * 1.3, basin.near, half * 1.3, basin.near + 0.05)
    fill(-half * 1.3, basin.far - 0.08, half * 1.3, basin.far)
  }
}

/** Floats on a rope, red and white by turns, that bob along. */
function laneRope(room: Room, depth: number, index: number): Layer {
  return moving(room, { depth, period: 8, x: 0, reach: 4 }, ({ brush }, seconds) => {
    const float = 0.2
    for (const [turn, colour] of ['#e2574a', '#f6f4ec'].entries()) {
      brush.fillStyle = tone(room, colour)
      brush.beginPath()
      for (let x = turn; x < 40; x += 2) {
        const y = 0.025 + Math.sin(seconds * 1.7 + x * 0.5 * Math.PI + index) * 0.012
        brush.roundRect(-4 + x * float, y, float * 0.86, 0.07, 0.03)
      }
      brush.fill()
    }
  })
}

/** Bright lines that run over the water. */
function shimmer(room: Room, depth: number, index: number): Layer {
  return moving(room, { depth, period: 8, x: 0, reach: 4 }, ({ brush }, seconds) => {
    brush.strokeStyle = tone(room, '#f4ffff', 0.4, 0.34)
    brush.lineWidth = 0.018
    brush.beginPath()
    for (let row = 0; row < 3; row++)
      for (let mark = 0; mark < 16; mark++) {
        const shine = Math.sin(seconds * 1.4 + mark * 2.3 + row * 1.9 + index)
        if (shine < -0.1) continue
        const x = -4 + mark * 0.5 + 0.14 * Math.sin(seconds * 0.7 + mark + row * 2)
        const y = (row - 1) * 0.075 + Math.sin(seconds + mark) * 0.012
        brush.moveTo(x, y)
        brush.quadraticCurveTo(x + 0.12, y + 0.035 * shine, x + 0.26, y)
      }
    brush.stroke()
  })
}

function block(pencil: Pencil, x: number, number: number): void {
  box(pencil, x - 0.24, 0, 0.48, 0.46, '#f2f4f0', 0.03)
  board(pencil, x - 0.3, 0.44, 0.6, 0.06, 0.08, '#3f7fa8')
  for (let stripe = 0; stripe < number; stripe++) flat(pencil, x - 0.14 + stripe * 0.09, 0.14, 0.045, 0.2, '#2f5f78')
}

function ring(pencil: Pencil, x: number, y: number): void {
  ball(pencil, x, y, 0.62, 0.24, '#e8564a')
  ball(pencil, x, y + 0.05, 0.34, 0.11, '#dfe8e4')
}
