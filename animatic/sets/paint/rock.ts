/** A stone with a lit top and a dark foot. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { type Colour, css } from './colour.ts'

export function paintRock(
  target: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  { bright, dark }: { bright: Colour; dark: Colour },
  random: Random,
): void {
  const corners = Array.from({ length: 7 }, (_, index) => {
    const turn = Math.PI + (index / 6) * Math.PI
    return {
      x: x + Math.cos(turn) * size * (1 + random() * 0.3),
      y: y + Math.sin(turn) * size * (0.55 + random() * 0.35),
    }
  })
  const shade = target.createLinearGradient(x - size * 0.4, y - size, x + size * 0.3, y)
  shade.addColorStop(0, css(bright))
  shade.addColorStop(1, css(dark))
  target.fillStyle = shade
  target.beginPath()
  for (const corner of corners) target.lineTo(corner.x, corner.y)
  target.closePath()
  target.fill()
}
