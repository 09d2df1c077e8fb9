/** Things on shelves, tables and walls: books, plants, pictures, clocks, lamps, screens, bottles. */
import { scattered } from '../../random.ts'
import type { Layer } from '../place.ts'
import { moving } from './layers.ts'
import { ball, board, box, flat, line, type Pencil, shadow, shape } from './shapes.ts'
import { type Room, tone } from './space.ts'

/** A plant with long leaves in a pot. */
export function plant(pencil: Pencil, x: number, y: number, tall: number, pick: number, pot = '#c07a54'): void {
  const { room, brush } = pencil
  if (y < 0.02) shadow(pencil, x, 0, tall * 0.3, 0.2)
  const wide = tall * 0.15
  const foot = y + tall * 0.28
  for (let leaf = 0; leaf < 15; leaf++) {
    const turn = (leaf / 14 - 0.5) * 2.5 + (scattered(leaf, pick) - 0.5) * 0.3
    const reach = tall * (0.5 + scattered(leaf, pick + 1) * 0.28)
    const [endX, endY] = [x + Math.sin(turn) * reach * 0.75, foot + Math.cos(turn) * reach * 0.95]
    const [bowX, bowY] = [Math.cos(turn) * tall * 0.06, -Math.sin(turn) * tall * 0.06]
    const [midX, midY] = [(x + endX) / 2, (foot + endY) / 2 + Math.abs(Math.sin(turn)) * tall * 0.12]
    brush.fillStyle = tone(room, leaf % 3 ? '#4f8a52' : '#76a85a', (scattered(leaf, pick + 2) - 0.55) * 0.5)
    brush.beginPath()
    brush.moveTo(x, foot)
    brush.quadraticCurveTo(midX + bowX, midY + bowY, endX, endY)
    brush.quadraticCurveTo(midX - bowX, midY - bowY, x, foot)
    brush.fill()
  }
  shape(
    pencil,
    [
      [x - wide * 0.75, y],
      [x + wide * 0.75, y],
      [x + wide, y + tall * 0.3],
      [x - wide, y + tall * 0.3],
    ],
    pot,
  )
  shape(
    pencil,
    [
      [x, y],
      [x + wide * 0.75, y],
      [x + wide, y + tall * 0.3],
      [x + wide * 0.2, y + tall * 0.3],
    ],
    pot,
    -0.2,
  )
  flat(pencil, x - wide * 1.08, y + tall * 0.27, wide * 2.16, tall * 0.05, pot, 0.14)
}

/** A framed landscape, portrait or abstract; (x, y) is its middle. */
export function picture(
  pencil: Pencil,
  x: number,
  y: number,
  width: number,
  height: number,
  pick: number,
  frame = '#a8783f',
): void {
  const { room, brush } = pencil
  flat(pencil, x - width / 2 + 0.03, y - height / 2 - 0.05, width, height, '#3a2433', -0.2)
  box(pencil, x - width / 2, y - height / 2, width, height, frame, 0.01)
  const rim = Math.min(width, height) * 0.09
  const [left, low, wide, high] = [x - width / 2 + rim, y - height / 2 + rim, width - rim * 2, height - rim * 2]
  const skies = ['#a9d0e4', '#f3cf9a', '#e6d9ee', '#f6ead2', '#8fb8c9']
  const lands = ['#5f8a5a', '#a8603f', '#4a5f86', '#c98a4a', '#7a5a86']
  brush.save()
  brush.beginPath()
  brush.rect(left, low, wide, high)
  brush.clip()
  flat(pencil, left, low, wide, high, skies[pick % skies.length] ?? '#a9d0e4', 0.1)
  ball(pencil, left + wide * (0.25 + scattered(pick, 1) * 0.5), low + high * 0.68, high * 0.11, high * 0.11, '#fbe6a8')
  for (let ridge = 0; ridge < 3; ridge++) {
    const level = low + high * (0.5 - ridge * 0.16)
    const points = Array.from(
      { length: 9 },
      (_, index) =>
        [left + (wide * index) / 8, level + (scattered(pick * 9 + index, ridge) - 0.5) * high * 0.2] as const,
    )
    shape(
      pencil,
      [[left, low], ...points, [left + wide, low]],
      lands[(pick + ridge) % lands.length] ?? '#5f8a5a',
      0.16 - ridge * 0.14,
    )
  }
  brush.restore()
  brush.strokeStyle = tone(room, frame, -0.4)
  brush.lineWidth = 0.014
  brush.strokeRect(left, low, wide, high)
}

/** A wall clock that ticks; (x, y) is its middle. */
export function clock(
  room: Room,
  order: { depth: number; period: number; x: number; y: number; radius: number; colour?: string },
): Layer {
  const { x, y, radius, colour = '#7a4f34', ...rest } = order
  return moving(room, { ...rest, x, reach: radius * 1.2 }, (pencil, seconds) => {
    const { brush } = pencil
    ball(pencil, x, y, radius, radius, colour)
    brush.fillStyle = tone(room, '#fbf4e2')
    brush.beginPath()
    brush.arc(x, y, radius * 0.84, 0, Math.PI * 2)
    brush.fill()
    for (let hour = 0; hour < 12; hour++) {
      const turn = (hour / 12) * Math.PI * 2
      const [right, up] = [Math.sin(turn) * radius, Math.cos(turn) * radius]
      line(
        pencil,
        [
          [x + right * 0.66, y + up * 0.66],
          [x + right * 0.75, y + up * 0.75],
        ],
        radius * 0.07,
        '#4a3a3a',
      )
    }
    const hand = (turn: number, long: number, thick: number, ink: string) =>
      line(
        pencil,
        [
          [x, y],
          [x + Math.sin(turn) * radius * long, y + Math.cos(turn) * radius * long],
        ],
        radius * thick,
        ink,
      )
    hand(5.4 + seconds * 0.0017, 0.42, 0.1, '#3a2c34')
    hand(0.9 + seconds * 0.02, 0.62, 0.07, '#3a2c34')
    hand((Math.floor(seconds) + Math.min(1, (seconds % 1) * 6)) * (Math.PI / 30), 0.68, 0.035, '#c0442f')
  })
}

/** A board for an object to lie on, on two brackets. */
export function ledge(pencil: Pencil, x: number, y: number, width: number, colour: string): void {
  board(pencil, x - width / 2, y - 0.05, width, 0.045, 0.0, colour)
  for (const side of [-1, 1])
    line(
      pencil,
      [
        [x + side * width * 0.38, y - 0.05],
        [x + side * width * 0.38, y - 0.16],
      ],
      0.03,
      colour,
      -0.3,
    )
}
