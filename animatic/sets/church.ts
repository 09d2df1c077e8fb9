/** A church: a nave of columns and arches, stained glass that throws colour into the beams, pews and candles. */
import { scattered } from '../random.ts'
import { windowBeams } from './interior/beams.ts'
import { composeRoom, wallPeriod } from './interior/compose.ts'
import { candles } from './interior/fire.ts'
import { tiles } from './interior/floors.ts'
import { type Piece, pieces } from './interior/layers.ts'
import { ball, board, box, flat, glow, line, type Pencil, shadow } from './interior/shapes.ts'
import { openRoom, type Room, tone } from './interior/space.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const stone = '#cdbfa8'
const jewels = ['#d9443a', '#2f6fc0', '#e9b23a', '#3f9a62', '#8a4ab0', '#e2762f']
const windows = [-5.3, -2.65, 0, 2.65, 5.3]
const candleXs = [-1.1, -0.9, -0.7, 0.7, 0.9, 1.1]

export function paintChurch(order: SetOrder): Place {
  const room = openRoom(order, { wall: 0.62, ceiling: 5.4, lampShare: 0.32 })
  const openings = windows.map((x) => ({ x, y: 1.5, width: 1.15, height: Math.min(room.ceiling - 2.9, 3.6) }))
  const beams = openings.map((opening) => ({ ...opening, height: opening.height - 0.5 }))
  return composeRoom(room, {
    wall(pencil) {
      paintWall(pencil, {
        colour: '#b3a48e',
        pattern: 'bricks',
        period: wallPeriod,
        height: room.ceiling,
        skirting: stone,
      })
      for (const [index, opening] of openings.entries()) stainedGlass(pencil, opening, index)
    },
    ceiling: { colour: '#8a7460', size: 2 },
    floor: tiles(room, { colour: '#d3c6b0', other: '#a89880', size: 0.7, polish: 1 }),
    back: [
      pieces(room, 0.64, 16, [{ x: 0, width: 3.4, height: 1.8, paint: altar }]),
      ...candles(
        room,
        0.64,
        16,
        candleXs.map((x) => [x, 1.5] as const),
      ),
      arcade(room),
      ...windowBeams(room, beams, wallPeriod, 1.9, 0.75),
      pieces(
        room,
        0.86,
        9.6,
        [-3.4, 3.4].map((x): Piece => ({ x, width: 2.9, height: 1.2, paint: (pencil) => pew(pencil, x, 2.5) })),
      ),
    ],
    front: [
      pieces(
        room,
        1.36,
        7.2,
        [-2.7, 2.7].map(
          (x): Piece => ({ x, y: -0.3, width: 2, height: 1.1, blur: 0.006, paint: (pencil) => pew(pencil, x, 1.7) }),
        ),
      ),
    ],
    dust: 70,
  })
}

/** Leaded panes that shine by themselves, dimmer at night; the wall glows in their colours. */
function stainedGlass(
  pencil: Pencil,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  pick: number,
): void {
  const { room, brush } = pencil
  const shine = 1 - room.dark * 0.72
  const outline = (grow: number) => {
    brush.beginPath()
    brush.moveTo(x - width / 2 - grow, y - grow)
    brush.lineTo(x + width / 2 + grow, y - grow)
    brush.lineTo(x + width / 2 + grow, y + height - width * 0.7)
    brush.quadraticCurveTo(x + width / 2 + grow, y + height - width * 0.2, x, y + height + grow * 1.4)
    brush.quadraticCurveTo(
      x - width / 2 - grow,
      y + height - width * 0.2,
      x - width / 2 - grow,
      y + height - width * 0.7,
    )
    brush.closePath()
  }
  glow(pencil, x, y + height * 0.5, 1.7, [255, 220, 160], 0.3 * shine)
  brush.fillStyle = tone(room, stone, 0.1)
  outline(0.16)
  brush.fill()
  brush.fillStyle = '#2a2028'
  outline(0.02)
  brush.fill()
  brush.save()
  outline(0)
  brush.clip()
  const [columns, size] = [4, width / 4]
  for (let row = 0; row * size < height; row++) {
    for (let column = 0; column < columns; column++) {
      const fromMiddle = Math.abs(column - 1.5) + Math.abs((row % 6) - 2.5)
      const jewel =
        jewels[(Math.floor(fromMiddle) + pick + (scattered(row * 4 + column, pick) < 0.2 ? 1 : 0)) % jewels.length] ??
        '#d9443a'
      brush.fillStyle = jewel
      brush.globalAlpha = (0.62 + scattered(row * 4 + column, 60 + pick) * 0.38) * (0.35 + 0.65 * shine)
      const [left, low] = [x - width / 2 + column * size, y + row * size]
      brush.fillRect(left + 0.008, low + 0.008, size - 0.016, size - 0.016)
      brush.fillStyle = jewels[(Math.floor(fromMiddle) + pick + 2) % jewels.length] ?? '#2f6fc0'
      brush.beginPath()
      brush.moveTo(left + size / 2, low + 0.012)
      brush.lineTo(left + size - 0.012, low + size / 2)
      brush.lineTo(left + size / 2, low + size - 0.012)
      brush.lineTo(left + 0.012, low + size / 2)
      brush.fill()
      brush.fillStyle = '#f3d98a'
      brush.globalAlpha *= 0.55
      brush.fillRect(left - size * 0.16, low - size * 0.16, size * 0.32, size * 0.32)
    }
  }
  brush.globalAlpha = 0.5 * shine
  const light = brush.createRadialGradient(x, y + height * 0.66, 0, x, y + height * 0.6, height * 0.6)
  light.addColorStop(0, '#fff6d8')
  light.addColorStop(1, 'rgba(255,240,200,0)')
  brush.fillStyle = light
  brush.fillRect(x - width, y, width * 2, height)
  brush.restore()
}

/** Columns that carry round arches, between the lens and the wall. */
function arcade(room: Room) {
  const [spring, half] = [3.0, 1.5]
  const xs = [-1, 1].map((side) => side * half * 1.34)
  const top = room.eye / (room.metre * 0.72) + 2.4
  return pieces(room, 0.72, half * 5.36, [
    ...xs.map((x): Piece => ({ x, width: 0.8, height: top, paint: (pencil) => column(pencil, x, spring, top) })),
  ])
}

function column(pencil: Pencil, x: number, spring: number, top: number): void {
  shadow(pencil, x, 0, 0.5, 0.2)
  box(pencil, x - 0.34, 0, 0.68, 0.16, stone, 0.02)
  box(pencil, x - 0.28, 0.14, 0.56, 0.12, stone, 0.05)
  for (let shaft = 0; shaft < 4; shaft++) box(pencil, x - 0.22 + shaft * 0.11, 0.24, 0.11, spring - 0.24, stone, 0.05)
  box(pencil, x - 0.3, spring, 0.6, 0.16, stone, 0.05)
  box(pencil, x - 0.36, spring + 0.14, 0.72, 0.12, stone)
  box(pencil, x - 0.24, spring + 0.26, 0.48, top - spring, stone)
}

function altar(pencil: Pencil): void {
  board(pencil, -1.6, 0, 3.2, 0.14, 0.1, stone)
  box(pencil, -1.1, 0.2, 2.2, 0.9, '#e9dfcc')
  flat(pencil, -1.2, 1.05, 2.4, 0.12, '#fbf4e6')
  flat(pencil, -0.34, 0.4, 0.68, 0.7, '#8a2f3a')
  line(
    pencil,
    [
      [0, 0.52],
      [0, 1.0],
    ],
    0.05,
    '#e6c26a',
  )
  line(
    pencil,
    [
      [-0.14, 0.84],
      [0.14, 0.84],
    ],
    0.05,
    '#e6c26a',
  )
  for (const x of candleXs) {
    box(pencil, x - 0.03, 1.17, 0.06, 0.33, '#f6ead0')
    ball(pencil, x, 1.18, 0.07, 0.03, '#d9b25a')
  }
}

function pew(pencil: Pencil, x: number, width: number): void {
  shadow(pencil, x, 0, width * 0.6, 0.1)
  box(pencil, x - width / 2, 0.34, width, 0.56, '#7f4f32', 0.02)
  board(pencil, x - width / 2, 0.36, width, 0.06, 0.12, '#96603c')
  board(pencil, x - width / 2 - 0.03, 0.88, width + 0.06, 0.07, 0.04, '#a06a44')
  for (const side of [-1, 1]) box(pencil, x + (side * width) / 2 - 0.06, -0.02, 0.13, 1.0, '#6b4028', 0.05)
}
