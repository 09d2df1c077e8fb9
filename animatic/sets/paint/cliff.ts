/** Walls of rock: a mass with ledges, cracks and a lit rim, for canyons, falls, caves and coasts of ice. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { css, darken, lighten, mix } from './colour.ts'
import type { Sides } from './shapes.ts'

export interface CliffOrder {
  random: Random
  tones: Sides
  /** Pixels: the top edge from left to right, `[x, y]` each, and the foot. */
  rim: readonly (readonly [number, number])[]
  foot: number
  /** Flat layers of stone, upright pillars, or smooth. */
  grain: 'layers' | 'pillars' | 'plain'
  /** Colours of the layers, as `tones`; the rock's own where there are none. */
  strata?: readonly Sides[]
}

export function paintCliff(target: SKRSContext2D, order: CliffOrder): void {
  const { rim, foot, tones, random } = order
  const [first, last] = [rim[0] ?? [0, 0], rim[rim.length - 1] ?? [0, 0]]
  const highest = Math.min(...rim.map(([, y]) => y))
  const [left, right] = [first[0], last[0]]
  target.save()
  target.beginPath()
  target.moveTo(left, foot)
  for (const [x, y] of rim) target.lineTo(x, y)
  target.lineTo(right, foot)
  target.closePath()
  target.clip()
  const shade = target.createLinearGradient(left, highest, right, foot)
  shade.addColorStop(0, css(tones.bright))
  shade.addColorStop(1, css(tones.dark))
  target.fillStyle = shade
  target.fillRect(left, highest, right - left, foot - highest)
  if (order.grain === 'layers') paintLayers(target, order, highest, left, right)
  if (order.grain === 'pillars') paintPillars(target, order, highest, left, right)
  // Dabs of light and shade, as a broad brush leaves them.
  for (let index = 0; index < 46; index++) {
    const [x, y] = [left + random() * (right - left), highest + random() * (foot - highest)]
    const size = (foot - highest) * (0.012 + random() * 0.03)
    target.fillStyle = css(random() < 0.5 ? lighten(tones.bright, 0.2) : darken(tones.dark, 0.2), 0.12)
    target.beginPath()
    target.ellipse(x, y, size * (order.grain === 'layers' ? 2.6 : 0.8), size, 0, 0, Math.PI * 2)
    target.fill()
  }
  target.restore()
  target.strokeStyle = css(lighten(tones.bright, 0.3), 0.6)
  target.lineWidth = Math.max(1, (foot - highest) * 0.006)
  target.lineJoin = 'round'
  target.beginPath()
  for (const [x, y] of rim) target.lineTo(x, y)
  target.stroke()
}

function paintLayers(
  target: SKRSContext2D,
  { foot, tones, random, strata }: CliffOrder,
  highest: number,
  left: number,
  right: number,
): void {
  let y = highest
  for (let index = 0; y < foot; index++) {
    const thick = (foot - highest) * (0.035 + random() * 0.07)
    const stratum = strata?.[index % strata.length] ?? tones
    const shade = target.createLinearGradient(left, 0, right, 0)
    shade.addColorStop(0, css(stratum.bright, 0.75))
    shade.addColorStop(1, css(stratum.dark, 0.75))
    target.fillStyle = shade
    wavyBand(target, random, left, right, y, thick)
    target.fillStyle = css(darken(stratum.dark, 0.3), 0.35)
    wavyBand(target, random, left, right, y + thick * 0.86, thick * 0.14)
    y += thick
  }
}

function wavyBand(target: SKRSContext2D, random: Random, left: number, right: number, y: number, thick: number): void {
  const phase = random() * 6
  const at = (x: number) => y + Math.sin(x * 0.021 + phase) * thick * 0.22
  target.beginPath()
  for (let x = left; x <= right + 12; x += 12) target.lineTo(x, at(x))
  for (let x = right + 12; x >= left; x -= 12) target.lineTo(x, at(x) + thick)
  target.fill()
}

function paintPillars(
  target: SKRSContext2D,
  { foot, tones, random }: CliffOrder,
  highest: number,
  left: number,
  right: number,
): void {
  const usual = (foot - highest) * 0.12
  for (let x = left; x < right; ) {
    const wide = usual * (0.4 + random())
    const lean = (random() - 0.5) * wide
    const shade = target.createLinearGradient(x, 0, x + wide, 0)
    shade.addColorStop(0, css(mix(tones.bright, tones.dark, random() * 0.5), 0.6))
    shade.addColorStop(0.7, css(tones.dark, 0.55))
    shade.addColorStop(1, css(darken(tones.dark, 0.35), 0.6))
    target.fillStyle = shade
    target.beginPath()
    target.moveTo(x, highest)
    target.lineTo(x + wide, highest)
    target.lineTo(x + wide + lean, foot)
    target.lineTo(x + lean, foot)
    target.fill()
    x += wide
  }
}

/** A ragged rim from `left` to `right` at about `y`, its steps up to `rough` pixels. */
export function raggedRim(
  random: Random,
  left: number,
  right: number,
  y: (share: number) => number,
  rough: number,
  steps = 14,
): [number, number][] {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const share = index / steps
    const jitter = index === 0 || index === steps ? 0 : (random() - 0.5) * 0.7
    return [left + (right - left) * ((index + jitter) / steps), y(share) + (random() - 0.5) * rough]
  })
}
