/** A laboratory: flasks that bubble in bright colours, coils of glass, shelves of jars, a screen with a curve, blue lamps. */
import { scattered } from '../random.ts'
import { steam, windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { cabinet, stool } from './interior/furniture.ts'
import { hangingLamps } from './interior/lamps.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { ball, board, box, flat, glow, line, type Pencil, shape } from './interior/shapes.ts'
import { goods, shelves } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const liquids = ['#5fe08a', '#f25f9a', '#5fc8f2', '#f2b23f', '#a86af2']
const bench = { depth: 0.79, period: 11.8 }
const flasks = [-3.9, -3.3, -2.5, 2.4, 3.1, 3.9].map((x, index) => ({
  x,
  colour: liquids[index % liquids.length] ?? '#5fe08a',
  size: 0.15 + (index % 3) * 0.03,
}))

export function paintLaboratory(order: SetOrder): Place {
  const room = openRoom(order, { lamps: '#e2f0ff', lampShare: 0.45 })
  const openings = [-4.6, 4.6].map((x) => ({ x, y: 1.1, width: 1.7, height: 1.6 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { colour: '#e2e8ea', columns: 3, rows: 2 },
    wall(pencil) {
      paintWall(pencil, {
        colour: '#cfe0de',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#e6efee', height: 1.0, pattern: 'tiles' },
        skirting: '#8fa8ac',
      })
      for (const x of [-2.3, 2.3])
        shelves(
          pencil,
          { x, y: 1.25, width: 2.2, height: 1.3, rows: 3, colour: '#9ab0b4' },
          (left, y, width, tall, row) =>
            goods(pencil, left, y, width, tall, 500 + row * 7 + Math.round(x), [...liquids, '#f3ead2', '#8a5a38']),
        )
      box(pencil, -0.95, 1.3, 1.9, 1.2, '#3a4a56', 0.05)
      flat(pencil, -0.87, 1.38, 1.74, 1.04, '#123244')
    },
    ceiling: { colour: '#e2eae8', size: 1.2 },
    floor: tiles(room, { colour: '#dfe8e6', other: '#b4ccd0', size: 0.6, polish: 1 }),
    back: [
      moving(room, { depth: room.wall, period: wallPeriod, x: 0, reach: 1 }, screen),
      pieces(room, 0.72, 15, [
        {
          x: 6.0,
          width: 1.5,
          height: 2.3,
          paint: (pencil) => cabinet(pencil, 6.0, 0, 1.2, 2, '#b9ccd0', { columns: 2, rows: 1, knob: '#5a6a74' }),
        },
        { x: 0.9, width: 0.8, height: 0.9, paint: (pencil) => stool(pencil, 0.9, '#8a98a0', '#3f8a9a', 0.6) },
      ]),
      pieces(
        room,
        bench.depth,
        bench.period,
        [-3.2, 3.2].map((x): Piece => ({ x, width: 3, height: 1.9, paint: (pencil) => workbench(pencil, x) })),
      ),
      moving(room, { ...bench, x: 0, reach: 4.6 }, (pencil, seconds) => {
        for (const [index, flask] of flasks.entries()) paintFlask(pencil, flask, seconds, index)
      }),
      steam(room, bench.depth, bench.period, -3.3, 1.42, 0.7),
      steam(room, bench.depth, bench.period, 3.1, 1.42, 0.6),
      ...hangingLamps(room, { depth: 0.85, xs: [-2.2, 2.2], y: 2.7, colour: '#e6eef0', size: 0.34, period: 8.8 }),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.5, 0.8),
    ],
    front: [
      pieces(
        room,
        1.4,
        7.5,
        [-2.75, 2.8].map(
          (x): Piece => ({
            x,
            y: -0.2,
            width: 1.1,
            height: 1.1,
            blur: 0.007,
            paint: (pencil) => stool(pencil, x, '#8a98a0', '#3f8a9a', 0.62),
          }),
        ),
      ),
    ],
  })
}

function workbench(pencil: Pencil, x: number): void {
  cabinet(pencil, x, 0.06, 2.6, 0.8, '#dfe8e8', { columns: 4, rows: 1, knob: '#5a6a74' })
  board(pencil, x - 1.38, 0.86, 2.76, 0.07, 0.14, '#4a5a64')
  line(
    pencil,
    [
      [x - 1.1, 1.05],
      [x - 1.1, 1.75],
      [x - 0.3, 1.75],
    ],
    0.03,
    '#8a98a0',
  )
  line(
    pencil,
    Array.from({ length: 26 }, (_, index) => [x - 0.2 + Math.sin(index * 1.05) * 0.1, 1.68 - index * 0.018] as const),
    0.02,
    '#c8e8ee',
    0.3,
  )
  for (let tube = 0; tube < 5; tube++) {
    box(pencil, x + 0.1 + tube * 0.1, 1.0, 0.05, 0.26, '#dff0f2', 0.02)
    box(pencil, x + 0.1 + tube * 0.1, 1.0, 0.05, 0.14, liquids[tube] ?? '#5fe08a', 0.02)
  }
  flat(pencil, x + 0.05, 1.06, 0.52, 0.05, '#b07a48')
}

function paintFlask(
  pencil: Pencil,
  { x, colour, size }: { x: number; colour: string; size: number },
  seconds: number,
  pick: number,
): void {
  const { brush } = pencil
  const foot = 1.02
  const neck = size * 0.3
  glow(pencil, x, foot + size, size * 3, [200, 255, 230], 0.12 + pencil.room.dark * 0.16)
  brush.fillStyle = 'rgba(235,250,255,0.4)'
  brush.beginPath()
  brush.arc(x, foot + size, size, 0, Math.PI * 2)
  brush.rect(x - neck, foot + size * 1.8, neck * 2, size * 1.3)
  brush.fill()
  brush.fillStyle = colour
  const level = foot + size * 1.15
  brush.beginPath()
  brush.arc(x, foot + size, size * 0.9, Math.PI * 0.94, Math.PI * 2.06)
  brush.quadraticCurveTo(x, level + Math.sin(seconds * 4 + pick) * size * 0.14, x - size * 0.9, level)
  brush.fill()
  brush.fillStyle = 'rgba(255,255,255,0.75)'
  brush.beginPath()
  for (let bubble = 0; bubble < 5; bubble++) {
    const rise = (seconds * 0.6 + scattered(bubble, pick)) % 1
    const [at, radius] = [x + (scattered(bubble, 9 + pick) - 0.5) * size, size * 0.09]
    brush.moveTo(at + radius, foot + size * (0.3 + rise))
    brush.arc(at, foot + size * (0.3 + rise), radius, 0, Math.PI * 2)
  }
  brush.fill()
  shape(
    pencil,
    [
      [x - size * 0.5, foot + size * 1.4],
      [x - size * 0.36, foot + size * 1.5],
      [x - size * 0.6, foot + size * 1.0],
      [x - size * 0.7, foot + size * 1.0],
    ],
    '#ffffff',
  )
  ball(pencil, x, foot + size * 3.1, neck * 1.3, size * 0.08, '#e6f4f6')
}

/** A pulse that runs across, and columns that rise and fall. */
function screen({ brush }: Pencil, seconds: number): void {
  brush.strokeStyle = '#6ff0c0'
  brush.lineWidth = 0.025
  brush.beginPath()
  for (let step = 0; step <= 48; step++) {
    const beat = (step / 12 - seconds * 0.8) % 1
    const phase = beat < 0 ? beat + 1 : beat
    const lift = phase < 0.1 ? Math.sin(phase * 62.8) * 0.22 : Math.sin(phase * 9) * 0.02
    const [x, y] = [-0.8 + (step / 48) * 1.6, 2.1 + lift]
    if (step === 0) brush.moveTo(x, y)
    else brush.lineTo(x, y)
  }
  brush.stroke()
  for (let bar = 0; bar < 12; bar++) {
    brush.fillStyle = liquids[bar % liquids.length] ?? '#5fe08a'
    brush.fillRect(-0.78 + bar * 0.135, 1.44, 0.09, 0.1 + 0.16 * (1 + Math.sin(seconds * 1.7 + bar * 1.3)))
  }
}
