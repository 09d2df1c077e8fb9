/** A bedroom: a made bed under a window, a string of little lights, toys, books, a soft carpet and a night lamp. */
import { scattered } from '../random.ts'
import { windowBeams } from './interior/beams.ts'
import { clerestory, composeRoom, wallPeriod } from './interior/compose.ts'
import { planks } from './interior/floors.ts'
import { cabinet, rug } from './interior/furniture.ts'
import { lamp } from './interior/lamps.ts'
import { moving, pieces } from './interior/layers.ts'
import { ball, board, box, flat, glow, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { books, shelves } from './interior/shelves.ts'
import { openRoom } from './interior/space.ts'
import { picture, plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Place, SetOrder } from './place.ts'

const schemes = [
  { wall: '#9fb9d0', quilt: '#e0a04f', pillow: '#fbf2e0', curtain: '#f0dcae' },
  { wall: '#d8b8b4', quilt: '#5f8fa0', pillow: '#fbf2e0', curtain: '#b86a78' },
  { wall: '#a9c4a8', quilt: '#c9655a', pillow: '#f6ecd8', curtain: '#e9c98a' },
]

export function paintBedroom(order: SetOrder): Place {
  const room = openRoom(order)
  const scheme = schemes[Math.floor(order.random() * schemes.length)] ?? schemes[0]!
  const openings = [0.9, -5.4].map((x) => ({ x, y: 0.98, width: 1.9, height: 1.66 }))
  const high = clerestory(room)
  return composeRoom(room, {
    openings: [...openings, ...high],
    frames: { curtains: scheme.curtain, columns: 2, rows: 2 },
    wall(pencil) {
      paintWall(pencil, { colour: scheme.wall, period: wallPeriod, height: room.ceiling })
      stars(pencil, room.ceiling)
      picture(pencil, -3.1, 2.1, 0.8, 0.62, 3, '#f3e6d0')
      picture(pencil, -2.3, 2.0, 0.44, 0.56, 1, '#d9a95a')
    },
    floor: planks(room, { colour: '#c69462', polish: 0.5 }),
    back: [
      pieces(room, 0.71, 15, [
        { x: 3.2, width: 1.9, height: 2.4, paint: wardrobe },
        { x: 4.9, width: 1.7, height: 1.5, paint: toyShelf },
        { x: 6.4, width: 1, height: 1.4, paint: (pencil) => plant(pencil, 6.4, 0, 1.15, 8, '#d9a95a') },
      ]),
      moving(room, { depth: room.wall, period: wallPeriod, x: -2.6, reach: 2.6 }, (pencil, seconds) => {
        for (let bulb = 0; bulb < 15; bulb++) {
          const x = -4.9 + bulb * 0.33
          const y = room.ceiling - 0.34 - Math.abs(Math.sin((bulb / 5) * Math.PI)) * 0.2
          const shine = (0.3 + room.dark * 0.5) * (0.75 + 0.25 * Math.sin(seconds * 2 + bulb * 1.7))
          glow(pencil, x, y, 0.2, [255, 205, 120], shine)
          pencil.brush.fillStyle = '#fff0c0'
          pencil.brush.fillRect(x - 0.025, y - 0.035, 0.05, 0.07)
        }
      }),
      pieces(room, 0.92, 12, [
        {
          x: 0.3,
          y: -0.45,
          width: 3.8,
          height: 0.9,
          paint: (pencil) => rug(pencil, 0.3, 3.6, 0.66, ['#f0e2c8', '#d9a08a', '#8fb0b8']),
        },
      ]),
      pieces(room, 0.79, 12.4, [
        { x: -2.95, width: 3.2, height: 1.6, paint: (pencil) => bed(pencil, -2.95, scheme) },
        { x: -1.0, y: -0.6, width: 3.4, height: 3, paint: nightTable },
      ]),
      ...windowBeams(room, [...openings, ...high], wallPeriod, 1.4),
    ],
    front: [
      pieces(room, 1.4, 7.3, [
        { x: 2.6, y: -0.3, width: 1.6, height: 1.2, blur: 0.006, paint: toyBox },
        { x: -2.75, y: -0.3, width: 1.2, height: 1.1, blur: 0.006, paint: bear },
      ]),
    ],
  })
}

function bed(pencil: Pencil, x: number, { quilt, pillow }: { quilt: string; pillow: string }): void {
  shadow(pencil, x, -0.02, 1.7, 0.1)
  box(pencil, x - 1.42, 0, 0.14, 1.3, '#a06a42', 0.06)
  box(pencil, x + 1.26, 0, 0.13, 0.8, '#a06a42', 0.06)
  box(pencil, x - 1.32, 0.2, 2.6, 0.2, '#8a5a38')
  box(pencil, x - 1.3, 0.36, 2.58, 0.26, '#f6ecd8', 0.08)
  box(pencil, x - 1.26, 0.56, 0.72, 0.3, pillow, 0.14)
  box(pencil, x - 0.5, 0.18, 1.78, 0.52, quilt, 0.1)
  box(pencil, x - 0.62, 0.52, 0.34, 0.2, '#fbf2e0', 0.09)
  for (let patch = 0; patch < 12; patch++) {
    const colour = ['#f3e0b8', '#d98a6a', '#8fb0b8'][patch % 3] ?? '#f3e0b8'
    ball(pencil, x - 0.24 + (patch % 6) * 0.27, 0.32 + Math.floor(patch / 6) * 0.2, 0.045, 0.045, colour)
  }
}

function nightTable(pencil: Pencil): void {
  cabinet(pencil, -1.0, 0, 0.6, 0.56, '#b07a48', { columns: 1, rows: 2 })
  board(pencil, -1.34, 0.56, 0.68, 0.04, 0.06, '#c08a58')
  lamp(pencil, -1.06, 0.6, 0.66, '#f6dca8')
  books(pencil, -0.86, 0.62, 0.14, 0.2, 61)
}

function wardrobe(pencil: Pencil): void {
  cabinet(pencil, 3.2, 0.08, 1.6, 2.1, '#d9c09a', { columns: 2, rows: 1, knob: '#8a5a3a' })
  box(pencil, 2.34, 2.16, 1.72, 0.1, '#c9a878')
}

function toyShelf(pencil: Pencil): void {
  shelves(pencil, { x: 4.9, width: 1.4, height: 1.3, rows: 3, colour: '#e6d2ac' }, (x, y, width, height, row) => {
    if (row === 1) {
      for (let block = 0; block < 4; block++)
        box(
          pencil,
          x + block * 0.2,
          y,
          0.17,
          0.17,
          ['#d9574a', '#5a9ac4', '#e9b64a', '#7fb257'][block] ?? '#d9574a',
          0.02,
        )
      ball(pencil, x + width - 0.18, y + 0.14, 0.14, 0.14, '#e0785a')
    } else books(pencil, x, y, width * 0.8, height, 70 + row)
  })
}

function toyBox(pencil: Pencil): void {
  ball(pencil, 2.4, 0.6, 0.2, 0.2, '#e0785a')
  ball(pencil, 2.85, 0.58, 0.15, 0.15, '#5a9ac4')
  box(pencil, 2.05, 0, 1.15, 0.56, '#8fb0b8', 0.05)
  for (let spot = 0; spot < 4; spot++) ball(pencil, 2.25 + spot * 0.26, 0.28, 0.07, 0.07, '#fbf2e0')
}

function bear(pencil: Pencil): void {
  const [x, fur] = [-2.75, '#b07a4a']
  for (const side of [-1, 1]) {
    ball(pencil, x + side * 0.24, 0.06, 0.15, 0.12, fur)
    ball(pencil, x + side * 0.17, 0.72, 0.08, 0.08, fur)
    ball(pencil, x + side * 0.27, 0.32, 0.08, 0.15, fur)
  }
  ball(pencil, x, 0.26, 0.24, 0.27, fur)
  ball(pencil, x, 0.58, 0.22, 0.2, fur)
  ball(pencil, x, 0.53, 0.1, 0.08, '#e6c69a')
  for (const dx of [-0.08, 0.08, 0]) ball(pencil, x + dx, dx === 0 ? 0.56 : 0.63, 0.024, 0.024, '#2a1a1c')
}

function stars(pencil: Pencil, ceiling: number): void {
  for (let star = 0; star < 40; star++) {
    const [x, y, size] = [
      -7.8 + star * 0.39,
      1.1 + scattered(star, 2) * (ceiling - 1.6),
      0.05 + scattered(star, 3) * 0.04,
    ]
    shape(
      pencil,
      Array.from({ length: 10 }, (_, point) => {
        const turn = (point / 10) * Math.PI * 2
        const reach = point % 2 ? size * 0.45 : size
        return [x + Math.sin(turn) * reach, y + Math.cos(turn) * reach] as const
      }),
      '#fbf4e2',
      0.1,
    )
  }
  flat(pencil, -8, 1.0, 16, 0.03, '#fbf4e2')
  line(
    pencil,
    Array.from(
      { length: 31 },
      (_, index) => [-5 + index * 0.165, ceiling - 0.3 - Math.abs(Math.sin((index / 10) * Math.PI)) * 0.2] as const,
    ),
    0.014,
    '#4a3a44',
  )
}
