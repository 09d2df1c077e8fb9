/** Water that falls: veils of streaks that slide down at two paces inside the shape of the fall. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { type Colour, css, darken, lighten, mix } from './colour.ts'

export interface FallsOrder {
  random: Random
  /** Pixels: the lip, the foot, and the widths at both. */
  top: number
  bottom: number
  wide: number
  footWide: number
  colour: Colour
}

/** Gives the painter of one fall over x = 0; for `pinned`. */
export function makeFalls(order: FallsOrder): (target: SKRSContext2D, seconds: number) => void {
  const { top, bottom, wide, footWide, colour, random } = order
  const tall = bottom - top
  const across = Math.ceil(footWide)
  const back = veil(random, across, tall, darken(colour, 0.1), 40, 0.5)
  const front = veil(random, across, tall, lighten(colour, 0.6), 70, 0.75)
  return (target, seconds) => {
    target.save()
    target.beginPath()
    target.moveTo(-wide / 2, top)
    target.quadraticCurveTo(-wide / 2, top + tall * 0.5, -footWide / 2, bottom)
    target.lineTo(footWide / 2, bottom)
    target.quadraticCurveTo(wide / 2, top + tall * 0.5, wide / 2, top)
    target.clip()
    const shade = target.createLinearGradient(0, top, 0, bottom)
    shade.addColorStop(0, css(mix(colour, lighten(colour, 0.5), 0.3)))
    shade.addColorStop(0.08, css(lighten(colour, 0.45)))
    shade.addColorStop(1, css(lighten(colour, 0.25)))
    target.fillStyle = shade
    target.fillRect(-across / 2, top, across, tall)
    target.imageSmoothingQuality = 'low'
    for (const [picture, pace] of [
      [back, 0.55],
      [front, 0.85],
    ] as const) {
      const fallen = ((seconds * pace) % 1) * tall
      target.drawImage(picture, -across / 2, top + fallen)
      target.drawImage(picture, -across / 2, top + fallen - tall)
    }
    target.restore()
  }
}

function veil(random: Random, width: number, height: number, colour: Colour, count: number, alpha: number) {
  const canvas = createCanvas(width, Math.ceil(height))
  const brush = canvas.getContext('2d')
  for (let index = 0; index < count; index++) {
    const x = random() * width
    const y = random() * height
    const long = height * (0.12 + random() * 0.35)
    const thick = width * (0.008 + random() * 0.03)
    for (const from of [y, y - height]) {
      const shade = brush.createLinearGradient(0, from, 0, from + long)
      shade.addColorStop(0, css(colour, 0))
      shade.addColorStop(0.6, css(colour, alpha * (0.4 + random() * 0.6)))
      shade.addColorStop(1, css(colour, 0))
      brush.fillStyle = shade
      brush.beginPath()
      brush.ellipse(x, from + long / 2, thick, long / 2, 0, 0, Math.PI * 2)
      brush.fill()
    }
  }
  return canvas
}
