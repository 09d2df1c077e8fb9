/** Water behind glass: its light, weed and bubbles. */
import { scattered } from '../../random.ts'
import { ball, box, glow, type Pencil } from './shapes.ts'
import { tone } from './space.ts'

export function inGlass({ brush }: Pencil, high: number): void {
  brush.beginPath()
  brush.roundRect(-tank.half, tank.low, tank.half * 2, high - tank.low, 0.4)
  brush.clip()
}

/** Metres: the pane's lower edge above the floor, and half its width. */
export const tank = { low: 0.7, half: 4.6 }

/** The tank at rest: deep water, rocks, corals and sand. */
export function water(pencil: Pencil, high: number): void {
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

export function roundTank(pencil: Pencil, x: number, y: number): void {
  ball(pencil, x, y, 0.8, 0.8, '#1c2c40')
  ball(pencil, x, y, 0.7, 0.7, '#2f9fd0')
  ball(pencil, x - 0.2, y + 0.1, 0.16, 0.1, '#ff9f5a')
  ball(pencil, x + 0.24, y - 0.14, 0.12, 0.07, '#ffd166')
}

export function rays({ brush }: Pencil, high: number, seconds: number): void {
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

export function weed({ brush }: Pencil, seconds: number): void {
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

export function bubbles({ brush }: Pencil, high: number, seconds: number): void {
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

/** Nets of light on the floor. */
export function ripples({ brush, room }: Pencil, seconds: number): void {
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
