/** A gallery: great gilded pictures under spotlights, statues on plinths, a rope before them, light from above. */
import { windowBeams } from './interior/beams.ts'
import { composeRoom, wallPeriod } from './interior/compose.ts'
import { planks } from './interior/floors.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { ball, board, box, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { openRoom, tone } from './interior/space.ts'
import { picture } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const walls = ['#7a3038', '#2f5a56', '#3f4a72', '#5f6b46']
const gold = '#d0a044'
const hung = [
  { x: -5.9, y: 1.9, width: 1.3, height: 1.7, pick: 3 },
  { x: -3.6, y: 1.95, width: 2.1, height: 1.5, pick: 1 },
  { x: 0, y: 2.05, width: 3, height: 1.8, pick: 5 },
  { x: 3.6, y: 1.95, width: 2.1, height: 1.5, pick: 7 },
  { x: 5.9, y: 1.9, width: 1.3, height: 1.7, pick: 9 },
]

export function paintGallery(order: SetOrder): Place {
  const room = openRoom(order, { ceiling: 4, lampShare: 0.45 })
  const openings = [-6, -3, 0, 3, 6].map((x) => ({
    x,
    y: Math.max(3.35, room.ceiling - 1.6),
    width: 1.8,
    height: room.ceiling > 4.6 ? 1.1 : 0.01,
  }))
  const skylights = hung.map(({ x }) => ({ x, y: room.ceiling - 1.2, width: 1.7, height: 0.9 }))
  return composeRoom(room, {
    openings: room.ceiling > 4.9 ? openings : [],
    frames: { columns: 3, rows: 1 },
    wall(pencil) {
      paintWall(pencil, {
        colour: walls[Math.floor(order.random() * walls.length)] ?? '#7a3038',
        pattern: 'stripes',
        period: wallPeriod,
        height: room.ceiling,
        dado: { colour: '#e6d8c0', height: 0.72, pattern: 'panels' },
        skirting: '#efe4cf',
      })
      for (const { x, y, width, height, pick } of hung) {
        spotlit(pencil, x, y, width, height)
        picture(pencil, x, y, width, height, pick, gold)
        box(pencil, x - 0.16, y - height / 2 - 0.2, 0.32, 0.1, '#f3e6c8')
        line(
          pencil,
          [
            [x, y + height / 2],
            [x, y + height / 2 + 0.12],
            [x, y + height / 2 + 0.14],
          ],
          0.03,
          gold,
        )
        box(pencil, x - 0.34, y + height / 2 + 0.1, 0.68, 0.06, gold, 0.02)
      }
    },
    ceiling: { colour: '#f0e6d4', size: 1.5 },
    floor: planks(room, { colour: '#a06c42', polish: 1, size: 0.3 }),
    back: [
      ...windowBeams(room, skylights, wallPeriod, 1.1, 0.8),
      pieces(room, 0.74, 14.6, [rope(-3.5), rope(0), rope(3.5)]),
      pieces(room, 0.8, 12, [
        { x: -3.1, width: 1.4, height: 2.4, paint: (pencil) => bust(pencil, -3.1) },
        { x: 3.2, width: 1.4, height: 2.4, paint: (pencil) => vase(pencil, 3.2) },
      ]),
      moving(room, { depth: 0.8, period: 12, x: 3.2, reach: 0.4 }, ({ brush }, seconds) => {
        const gleam = Math.max(0, Math.sin(seconds * 1.1)) ** 8
        brush.fillStyle = `rgba(255,250,230,${0.8 * gleam})`
        brush.beginPath()
        brush.ellipse(3.06, 1.62, 0.04, 0.12, 0.3, 0, Math.PI * 2)
        brush.fill()
      }),
    ],
    front: [
      pieces(room, 1.4, 7.6, [
        { x: 2.75, y: -0.2, width: 2, height: 0.9, blur: 0.006, paint: bench },
        { x: -2.95, y: -0.2, width: 1, height: 1.2, blur: 0.006, paint: post },
      ]),
    ],
    dust: 44,
  })
}

/** The pool of a picture light on the wall. */
function spotlit({ room, brush }: Pencil, x: number, y: number, width: number, height: number): void {
  brush.save()
  brush.translate(x, y + height * 0.1)
  brush.scale(1, 0.9)
  const reach = Math.max(width, height) * 0.95
  const pool = brush.createRadialGradient(0, 0, 0, 0, 0, reach)
  pool.addColorStop(0, tone(room, '#ffe2a8', 0.1, 0.7))
  pool.addColorStop(1, tone(room, '#ffe2a8', 0.1, 0))
  brush.fillStyle = pool
  brush.fillRect(-reach, -reach, reach * 2, reach * 2)
  brush.restore()
}

function rope(x: number): Piece {
  return {
    x,
    width: 3,
    height: 1.1,
    paint(pencil) {
      const sag = Array.from(
        { length: 15 },
        (_, index) => [x - 1.2 + index * 0.1714, 0.8 - Math.sin((index / 14) * Math.PI) * 0.2] as const,
      )
      line(pencil, sag, 0.055, '#9c2f3c')
      for (const side of [-1.2, 1.2]) {
        shadow(pencil, x + side, 0, 0.22, 0.2)
        ball(pencil, x + side, 0.02, 0.15, 0.04, gold)
        line(
          pencil,
          [
            [x + side, 0.02],
            [x + side, 0.86],
          ],
          0.045,
          gold,
        )
        ball(pencil, x + side, 0.9, 0.06, 0.06, gold)
      }
    },
  }
}

function plinth(pencil: Pencil, x: number): void {
  shadow(pencil, x, 0, 0.6, 0.18)
  box(pencil, x - 0.4, 0, 0.8, 0.12, '#e9e2d4')
  box(pencil, x - 0.33, 0.12, 0.66, 0.86, '#f3eee4')
  board(pencil, x - 0.4, 0.98, 0.8, 0.08, 0.06, '#e9e2d4')
}

function bust(pencil: Pencil, x: number): void {
  plinth(pencil, x)
  const marble = '#f6f1e8'
  shape(
    pencil,
    [
      [x - 0.14, 1.1],
      [x + 0.14, 1.1],
      [x + 0.1, 1.22],
      [x - 0.1, 1.22],
    ],
    marble,
    -0.2,
  )
  ball(pencil, x, 1.36, 0.34, 0.2, marble)
  box(pencil, x - 0.09, 1.44, 0.18, 0.22, marble, 0.05)
  ball(pencil, x, 1.8, 0.2, 0.25, marble)
  for (let curl = 0; curl < 9; curl++)
    ball(pencil, x + Math.cos(curl * 0.39) * 0.2, 1.88 + Math.sin(curl * 0.39) * 0.17, 0.075, 0.075, marble)
  shape(
    pencil,
    [
      [x - 0.02, 1.82],
      [x + 0.05, 1.72],
      [x - 0.03, 1.72],
    ],
    '#d6cdbf',
  )
}

function vase(pencil: Pencil, x: number): void {
  plinth(pencil, x)
  ball(pencil, x, 1.14, 0.16, 0.06, '#2f5f9a')
  ball(pencil, x, 1.44, 0.3, 0.34, '#f3f1ec')
  for (let flower = 0; flower < 5; flower++)
    ball(pencil, x - 0.2 + flower * 0.1, 1.42 + (flower % 2) * 0.1, 0.05, 0.05, '#2f5f9a')
  box(pencil, x - 0.11, 1.72, 0.22, 0.26, '#f3f1ec', 0.04)
  ball(pencil, x, 1.98, 0.17, 0.05, '#2f5f9a')
}

function bench(pencil: Pencil): void {
  shadow(pencil, 2.75, 0, 1, 0.12)
  for (const side of [-0.7, 0.6]) box(pencil, 2.75 + side, 0, 0.1, 0.4, '#3a2c2c')
  box(pencil, 1.85, 0.36, 1.8, 0.18, '#8a3440', 0.07)
}

function post(pencil: Pencil): void {
  ball(pencil, -2.95, 0.03, 0.2, 0.06, gold)
  line(
    pencil,
    [
      [-2.95, 0.03],
      [-2.95, 0.86],
    ],
    0.06,
    gold,
  )
  ball(pencil, -2.95, 0.9, 0.08, 0.08, gold)
}
