/** Light that falls through a window and lies on the floor, the dust in it; steam. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import { scattered } from '../../random.ts'
import { css, mix } from '../paint/colour.ts'
import type { Layer } from '../place.ts'
import { moving, type Piece, pieces } from './layers.ts'
import type { Room } from './space.ts'
import type { Opening } from './window.ts'

/** How strongly the sun or moon falls in, 0 to 1. */
export function sunlight({ outside: { light }, dark }: Room): number {
  return (0.22 + 0.78 * light.sun.strength) * (1 - dark * 0.86)
}

/** Shafts through each opening and their patches on the floor. `lean` is how far they slant, in metres. */
export function windowBeams(
  room: Room,
  openings: readonly Opening[],
  period: number,
  lean = 1.5,
  strength = 1,
): Layer[] {
  const power = sunlight(room) * strength
  const colour = mix(room.outside.light.sun.glow, [255, 214, 140], 0.35 * (1 - room.dark))
  const depth = (room.wall + 1) / 2
  const near = depth / room.wall
  // A long row of windows is lit through every other one: shafts that overlap blur, and each costs 2 ms of a frame.
  const lit = openings.filter((_, index) => openings.length < 4 || index % 2 === 0)
  const shafts = lit.map((opening, index): Piece & { phase: number } => {
    // The wall's metres as they look at the shaft's depth; seen from eye height both shrink towards the middle.
    const x = opening.x / near
    const low = 1.76 - (1.76 - opening.y) / near
    const high = 1.76 - (1.76 - opening.y - opening.height) / near
    const wide = opening.width / near
    const end = { left: x + lean - wide * 0.62, right: x + lean + wide * 0.62 }
    const [left, right] = [Math.min(end.left, x - wide / 2) - 0.3, Math.max(end.right, x + wide / 2) + 0.3]
    return {
      x: (left + right) / 2,
      y: -0.42,
      width: right - left,
      height: high + 0.5,
      blur: 0.035,
      phase: index * 1.7,
      paint({ brush }) {
        for (const [from, to] of [
          [0.02, 0.46],
          [0.54, 0.98],
        ] as const) {
          const shade = brush.createLinearGradient(x, high, x + lean * 0.9, -0.2)
          shade.addColorStop(0, css(colour, 0.6 * power))
          shade.addColorStop(0.45, css(colour, 0.42 * power))
          shade.addColorStop(1, css(colour, 0.06 * power))
          brush.fillStyle = shade
          brush.beginPath()
          brush.moveTo(x - wide / 2 + wide * from, low)
          brush.lineTo(x - wide / 2 + wide * from, high)
          brush.lineTo(x - wide / 2 + wide * to, high)
          brush.lineTo(end.left + (end.right - end.left) * to, 0)
          brush.lineTo(end.left + (end.right - end.left) * from - 0.2, -0.34)
          brush.fill()
          patch(brush, end.left, end.right, from, to, css(colour, 0.75 * power))
        }
      },
    }
  })
  return shafts.map((shaft) => breathing(pieces(room, depth, period / near, [shaft]), shaft.phase))
}

/** The window's panes as they lie on the floor. */
function patch(brush: SKRSContext2D, left: number, right: number, from: number, to: number, colour: string): void {
  brush.fillStyle = colour
  const wide = right - left
  for (const [near, far] of [
    [-0.36, -0.18],
    [-0.15, 0.0],
  ] as const) {
    brush.beginPath()
    brush.moveTo(left + wide * from + near * 0.9, near)
    brush.lineTo(left + wide * to + near * 0.9, near)
    brush.lineTo(left + wide * to + far * 0.9, far)
    brush.lineTo(left + wide * from + far * 0.9, far)
    brush.fill()
  }
}

export function breathing(layer: Layer, phase: number): Layer {
  return {
    draw(target, view, seconds) {
      target.globalCompositeOperation = 'screen'
      target.globalAlpha = 0.86 + 0.14 * Math.sin(seconds * 0.8 + phase)
      layer.draw(target, view, seconds)
      target.globalAlpha = 1
      target.globalCompositeOperation = 'source-over'
    },
  }
}

/** Dust that floats in the light before and behind the subject. */
export function motes(room: Room, count = 34): Layer {
  const { width, height, light } = room.order
  const size = Math.max(3, Math.round(height * 0.009))
  const mote = createCanvas(size, size)
  const brush = mote.getContext('2d')
  const soft = brush.createRadialGradient(size / 2, size / 2, 0, size / 2, size / 2, size / 2)
  const colour = mix(light.sun.glow, [255, 255, 255], 0.5)
  soft.addColorStop(0, css(colour, 0.9))
  soft.addColorStop(0.4, css(colour, 0.5))
  soft.addColorStop(1, css(colour, 0))
  brush.fillStyle = soft
  brush.fillRect(0, 0, size, size)
  const strength = 0.25 + 0.6 * sunlight(room)
  return {
    draw(target, view, seconds) {
      const { scale } = projectionAt(view, 1)
      for (let index = 0; index < count; index++) {
        const near = 0.5 + scattered(index, 1) * 0.9
        const span = width * 1.2
        const x =
          scattered(index, 2) * span + Math.sin(seconds * 0.3 + index) * width * 0.02 - (view.x + view.scroll) * near
        const y =
          height * (0.12 + 0.76 * wrap(scattered(index, 3) + seconds * 0.008 * near, 1)) +
          Math.sin(seconds * 0.5 + index * 2) * height * 0.012
        target.globalAlpha = strength * (0.35 + 0.65 * Math.sin(seconds * 0.7 + index * 1.9) ** 2)
        const shown = size * near * scale
        target.drawImage(mote, wrap(x, span) - width * 0.1, y, shown, shown)
      }
      target.globalAlpha = 1
    },
  }
}

function wrap(x: number, span: number): number {
  return ((x % span) + span) % span
}

/** Steam that rises from (x, y) metres. */
export function steam(room: Room, depth: number, period: number, x: number, y: number, high = 0.5): Layer {
  return moving(room, { depth, period, x, reach: 0.3 }, ({ brush }, seconds) => {
    for (let puff = 0; puff < 5; puff++) {
      const rise = (seconds * 0.28 + puff / 5) % 1
      const across = x + Math.sin(seconds * 1.3 + puff * 2 + rise * 4) * 0.05 * (0.4 + rise)
      const reach = 0.03 + rise * 0.09
      brush.fillStyle = `rgba(255,255,255,${0.2 * Math.sin(rise * Math.PI)})`
      brush.beginPath()
      brush.ellipse(across, y + rise * high, reach, reach * 1.4, 0, 0, Math.PI * 2)
      brush.fill()
    }
  })
}
