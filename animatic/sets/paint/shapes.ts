/** The plain shapes that built things are made of, filled in the colours of the light. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { type Light, lit, sides } from '../light.ts'
import { type Colour, css, hex } from './colour.ts'

export interface Sides {
  bright: Colour
  dark: Colour
}

/** The colours of things that stand together at one distance, 0 at the lens and 1 at the horizon. */
export interface Tones {
  /** `#rrggbb` as it shows there, as CSS. */
  flat(colour: string, alpha?: number): string
  sides(colour: string): Sides
}

export function tonesAt(light: Light, distance: number): Tones {
  return {
    flat: (colour, alpha = 1) => css(lit(hex(colour), light, distance), alpha),
    sides: (colour) => sides(hex(colour), light, distance),
  }
}

/** A front lit from the left. */
export function paintBox(
  target: SKRSContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
  { bright, dark }: Sides,
): void {
  const shade = target.createLinearGradient(left, 0, left + width, 0)
  shade.addColorStop(0, css(bright))
  shade.addColorStop(1, css(dark))
  target.fillStyle = shade
  target.fillRect(left, top, width, height)
}

/** A surface lit from above, through the corners `x, y, x, y ...`. */
export function paintShape(target: SKRSContext2D, corners: readonly number[], { bright, dark }: Sides): void {
  const heights = corners.filter((_, index) => index % 2 === 1)
  const shade = target.createLinearGradient(0, Math.min(...heights), 0, Math.max(...heights))
  shade.addColorStop(0, css(bright))
  shade.addColorStop(1, css(dark))
  fillShape(target, corners, shade)
}

export function fillShape(target: SKRSContext2D, corners: readonly number[], fill: SKRSContext2D['fillStyle']): void {
  target.fillStyle = fill
  target.beginPath()
  for (let index = 0; index + 1 < corners.length; index += 2)
    target.lineTo(corners[index] ?? 0, corners[index + 1] ?? 0)
  target.closePath()
  target.fill()
}

/** Light that spreads softly round a point. */
export function paintGlow(
  target: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  colour: Colour,
  alpha: number,
): void {
  const shade = target.createRadialGradient(x, y, 0, x, y, radius)
  shade.addColorStop(0, css(colour, alpha))
  shade.addColorStop(0.25, css(colour, alpha * 0.42))
  shade.addColorStop(1, css(colour, 0))
  target.fillStyle = shade
  target.fillRect(x - radius, y - radius, radius * 2, radius * 2)
}

export function paintLine(target: SKRSContext2D, corners: readonly number[], width: number, colour: string): void {
  target.strokeStyle = colour
  target.lineWidth = width
  target.lineCap = 'round'
  target.lineJoin = 'round'
  target.beginPath()
  for (let index = 0; index + 1 < corners.length; index += 2)
    target.lineTo(corners[index] ?? 0, corners[index + 1] ?? 0)
  target.stroke()
}

export function pickOf<T>(random: () => number, values: readonly [T, ...T[]]): T {
  return values[Math.floor(random() * values.length)] ?? values[0]
}

/** A disc of one colour whose outer part, from the share `firm` of its radius, fades away. */
export function softDisc(
  target: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
  firm: number,
): void {
  const soft = target.createRadialGradient(x, y, radius * firm, x, y, radius)
  soft.addColorStop(0, colour)
  soft.addColorStop(1, colour.replace(/[\d.]+\)$/, '0)'))
  target.fillStyle = soft
  target.beginPath()
  target.arc(x, y, radius, 0, Math.PI * 2)
  target.fill()
}
