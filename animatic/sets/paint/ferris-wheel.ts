/** A ferris wheel that turns, its lamps chasing each other after dark. */
import type { Layer, SetOrder } from '../place.ts'
import { lampsAreOn } from './lamp.ts'
import { pinned } from './pinned.ts'
import { usualSpan } from './scenery.ts'
import { paintLine, tonesAt } from './shapes.ts'

const cabins = ['#e2574c', '#f2b441', '#4fa3d8', '#6cb668', '#c77fd0', '#f08a4a'] as const
const spokes = 12

export interface WheelOrder {
  depth: number
  /** Pixels: its middle, where it stands, and its radius. */
  x: number
  foot: number
  radius: number
  distance: number
}

export function paintFerrisWheel({ width, light }: SetOrder, { depth, x, foot, radius, distance }: WheelOrder): Layer {
  const tones = tonesAt(light, distance)
  const [steel, frame] = [tones.flat('#f2f4f8'), tones.flat('#c9505a')]
  const colours = cabins.map((colour) => tones.flat(colour))
  const roof = tones.flat('#fbf4e4')
  const hub = foot - radius * 1.22
  const on = lampsAreOn(light)
  return pinned({ depth, period: width * usualSpan, x, reach: radius * 1.2 }, (target, seconds) => {
    const turn = seconds * 0.22
    paintLine(target, [-radius * 0.5, foot, 0, hub, radius * 0.5, foot], radius * 0.05, frame)
    target.strokeStyle = steel
    target.lineWidth = radius * 0.035
    target.beginPath()
    target.arc(0, hub, radius, 0, Math.PI * 2)
    target.moveTo(radius * 0.86, hub)
    target.arc(0, hub, radius * 0.86, 0, Math.PI * 2)
    target.stroke()
    target.lineWidth = Math.max(1, radius * 0.014)
    target.beginPath()
    for (let spoke = 0; spoke < spokes; spoke++) {
      const angle = turn + (spoke / spokes) * Math.PI * 2
      target.moveTo(0, hub)
      target.lineTo(Math.cos(angle) * radius, hub + Math.sin(angle) * radius)
    }
    target.stroke()
    target.fillStyle = frame
    target.beginPath()
    target.arc(0, hub, radius * 0.09, 0, Math.PI * 2)
    target.fill()
    for (let cabin = 0; cabin < spokes; cabin++) {
      const angle = turn + (cabin / spokes) * Math.PI * 2
      const [cx, cy, size] = [Math.cos(angle) * radius, hub + Math.sin(angle) * radius, radius * 0.085]
      target.fillStyle = colours[cabin % colours.length] ?? frame
      target.beginPath()
      target.arc(cx, cy + size, size, 0, Math.PI)
      target.fill()
      target.fillRect(cx - size, cy + size * 0.75, size * 2, size * 0.3)
      target.fillStyle = on ? '#ffe9a8' : roof
      target.fillRect(cx - size * 0.85, cy + size * 0.15, size * 1.7, size * 0.62)
      target.fillStyle = colours[cabin % colours.length] ?? frame
      target.fillRect(cx - size, cy - size * 0.1, size * 2, size * 0.3)
    }
    if (!on) return
    for (let lamp = 0; lamp < 36; lamp++) {
      const angle = turn + (lamp / 36) * Math.PI * 2
      target.fillStyle = cabins[Math.floor(lamp + seconds * 5) % cabins.length] ?? cabins[0]
      target.beginPath()
      target.arc(Math.cos(angle) * radius * 0.93, hub + Math.sin(angle) * radius * 0.93, radius * 0.024, 0, Math.PI * 2)
      target.fill()
    }
  })
}
