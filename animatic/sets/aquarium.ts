/** An aquarium hall: a great tank with fish, a ray and weed behind glass, blue light that ripples over the floor. */
import { scattered } from '../random.ts'
import { composeRoom, wallPeriod } from './interior/compose.ts'
import { tiles } from './interior/floors.ts'
import { moving, type Piece, pieces } from './interior/layers.ts'
import { ball, board, box, glow, line, type Pencil, shadow, shape } from './interior/shapes.ts'
import { openRoom, tone } from './interior/space.ts'
import { paintFish } from './interior/tank-fish.ts'
import { plant } from './interior/things.ts'
import { paintWall } from './interior/wall.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const tank = { low: 0.7, half: 4.6 }
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

function inGlass({ brush }: Pencil, high: number): void {
  brush.beginPath()
  brush.roundRect(-tank.half, tank.low, tank.half * 2, high - tank.low, 0.4)
  brush.clip()
}

/** The tank at rest: deep water, rocks, corals and sand. */
function water(pencil: Pencil, high: number): void {
  const { brush } = pencil
  box(pencil, -tank.half - 0.16, tank.low - 0.16, tank.half * 2 + 0.32, high - tank.low + 0.32, '#1c2c40', 0.5)
  brush.save()
  inGlass(pencil, high)
  const deep = brush.createLinearGradient(0, high, 0, tank.low)
  for (const [stop, colour] of [
    [0, '#8fe6f6'],
    [0.3, '#37b3dc'],
    [0.75, '#1676b4'],
    [1, '#0e4f8c'],
  ] as const)
    deep.addColorStop(stop, colour)
  brush.fillStyle = deep
  brush.fillRect(-tank.half, tank.low, tank.half * 2, high - tank.low)
  for (const [row, colour] of [
    [0, '#2a86b8'],
    [1, '#1c6396'],
  ] as const) {
    brush.fillStyle = colour
    for (let rock = 0; rock < 9; rock++) {
      brush.beginPath()
      brush.ellipse(
        -4.6 + rock * 1.15 + row * 0.5,
        tank.low,
        0.7 + scattered(rock, row) * 0.5,
        (0.9 - row * 0.35) * (0.4 + scattered(rock, 5 + row)),
        0,
        0,
        Math.PI * 2,
      )
      brush.fill()
    }
  }
  brush.fillStyle = '#d9c79a'
  brush.beginPath()
  brush.moveTo(-tank.half, tank.low)
  for (let x = -tank.half; x <= tank.half; x += 0.2) brush.lineTo(x, tank.low + 0.16 + Math.sin(x * 2.1) * 0.05)
  brush.lineTo(tank.half, tank.low)
  brush.fill()
  const corals = ['#ff7a6b', '#ff9f5a', '#f25f8e', '#c86bd6', '#ffd166']
  brush.lineCap = 'round'
  for (let coral = 0; coral < 12; coral++) {
    const [x, size] = [-4.3 + coral * 0.78 + scattered(coral, 8) * 0.3, 0.22 + scattered(coral, 9) * 0.3]
    brush.strokeStyle = corals[coral % corals.length] ?? '#ff7a6b'
    for (let arm = -2; arm <= 2; arm++) {
      brush.lineWidth = size * 0.16
      brush.beginPath()
      brush.moveTo(x, tank.low + 0.12)
      brush.quadraticCurveTo(
        x + arm * size * 0.12,
        tank.low + 0.12 + size * 0.6,
        x + arm * size * 0.34,
        tank.low + 0.12 + size * (1.1 - Math.abs(arm) * 0.16),
      )
      brush.stroke()
    }
  }
  brush.restore()
  glow(pencil, 0, (high + tank.low) / 2, 5.5, [90, 200, 255], 0.2)
}

function roundTank(pencil: Pencil, x: number, y: number): void {
  ball(pencil, x, y, 0.8, 0.8, '#1c2c40')
  ball(pencil, x, y, 0.7, 0.7, '#2f9fd0')
  ball(pencil, x - 0.2, y + 0.1, 0.16, 0.1, '#ff9f5a')
  ball(pencil, x + 0.24, y - 0.14, 0.12, 0.07, '#ffd166')
}

function rays({ brush }: Pencil, high: number, seconds: number): void {
  for (let ray = 0; ray < 7; ray++) {
    const x = -4.2 + ray * 1.4 + Math.sin(seconds * 0.5 + ray) * 0.3
    const shade = brush.createLinearGradient(0, high, 0, tank.low)
    shade.addColorStop(0, `rgba(220,250,255,${0.22 + 0.1 * Math.sin(seconds * 0.9 + ray * 2)})`)
    shade.addColorStop(1, 'rgba(200,240,255,0)')
    brush.fillStyle = shade
    brush.beginPath()
    brush.moveTo(x - 0.12, high)
    brush.lineTo(x + 0.16, high)
    brush.lineTo(x - 0.3, tank.low)
    brush.lineTo(x - 1.1, tank.low)
    brush.fill()
  }
}

function weed({ brush }: Pencil, seconds: number): void {
  brush.lineCap = 'round'
  for (let blade = 0; blade < 18; blade++) {
    const [x, tall] = [-4.4 + blade * 0.52, 0.5 + scattered(blade, 12) * 0.9]
    const sway = Math.sin(seconds * 1.1 + blade) * 0.16
    brush.strokeStyle = blade % 2 ? '#2f9a6a' : '#1f7a5c'
    brush.lineWidth = 0.06
    brush.beginPath()
    brush.moveTo(x, tank.low)
    brush.bezierCurveTo(
      x - 0.1,
      tank.low + tall * 0.4,
      x + 0.14 + sway * 0.5,
      tank.low + tall * 0.7,
      x + sway,
      tank.low + tall,
    )
    brush.stroke()
  }
}

function bubbles({ brush }: Pencil, high: number, seconds: number): void {
  brush.fillStyle = 'rgba(230,250,255,0.6)'
  brush.beginPath()
  for (let bubble = 0; bubble < 26; bubble++) {
    const rise = (seconds * (0.1 + scattered(bubble, 1) * 0.08) + scattered(bubble, 2)) % 1
    const x = -3.6 + (bubble % 3) * 3.4 + Math.sin(seconds * 2 + bubble) * 0.08
    const size = 0.015 + scattered(bubble, 4) * 0.03
    brush.moveTo(x + size, tank.low + rise * (high - tank.low))
    brush.arc(x, tank.low + rise * (high - tank.low), size, 0, Math.PI * 2)
  }
  brush.fill()
}

function sill(pencil: Pencil): void {
  board(pencil, -4.8, 0.5, 9.6, 0.16, 0.05, '#3a5674')
  for (let rivet = 0; rivet < 24; rivet++) ball(pencil, -4.6 + rivet * 0.4, 0.58, 0.025, 0.025, '#8fb0c8')
}

/** Nets of light on the floor. */
function ripples({ brush, room }: Pencil, seconds: number): void {
  brush.globalCompositeOperation = 'lighter'
  brush.strokeStyle = tone(room, '#3f9ac8', 0.1, 0.16)
  brush.lineWidth = 0.035
  brush.beginPath()
  for (let row = 0; row < 4; row++) {
    for (let step = 0; step <= 40; step++) {
      const x = -4 + step * 0.2
      const y =
        0.28 -
        row * 0.24 +
        Math.sin(x * 3.1 + seconds * 1.3 + row * 2) * 0.05 +
        Math.sin(x * 1.57 - seconds + row) * 0.05
      if (step === 0) brush.moveTo(x, y)
      else brush.lineTo(x, y)
    }
  }
  brush.stroke()
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
