/** The plants of hot wet country: broad leaves, ferns, hanging lianas. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { css, lighten } from './colour.ts'
import type { Sides } from './shapes.ts'

/** One pointed leaf with a rib; `turn` is its direction in radians, 0 to the right. */
export function paintLeaf(
  target: SKRSContext2D,
  x: number,
  y: number,
  long: number,
  turn: number,
  { bright, dark }: Sides,
  wide = 0.22,
): void {
  target.save()
  target.translate(x, y)
  target.rotate(turn)
  const shade = target.createLinearGradient(0, -long * wide, 0, long * wide)
  shade.addColorStop(0, css(bright))
  shade.addColorStop(0.5, css(bright))
  shade.addColorStop(0.52, css(dark))
  shade.addColorStop(1, css(dark))
  target.fillStyle = shade
  target.beginPath()
  target.moveTo(0, 0)
  target.bezierCurveTo(long * 0.2, -long * wide * 1.3, long * 0.7, -long * wide, long, long * 0.04)
  target.bezierCurveTo(long * 0.7, long * wide, long * 0.2, long * wide * 1.2, 0, 0)
  target.fill()
  target.strokeStyle = css(lighten(bright, 0.25), 0.5)
  target.lineWidth = Math.max(1, long * 0.012)
  target.beginPath()
  target.moveTo(0, 0)
  target.quadraticCurveTo(long * 0.5, -long * 0.02, long * 0.95, long * 0.03)
  for (let rib = 1; rib < 6; rib++) {
    const at = (rib / 6.5) * long
    target.moveTo(at, 0)
    target.lineTo(at + long * 0.12, -long * wide * 0.62)
    target.moveTo(at, 0)
    target.lineTo(at + long * 0.12, long * wide * 0.62)
  }
  target.stroke()
  target.restore()
}

/** A rosette of broad leaves that rise from (x, y). */
export function paintLeafClump(
  target: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  tones: Sides,
  random: Random,
  leaves = 7,
): void {
  const order = Array.from({ length: leaves }, (_, index) => index).sort(
    (one, other) => Math.abs(other - leaves / 2) - Math.abs(one - leaves / 2),
  )
  for (const index of order) {
    const turn = -Math.PI * (0.08 + (index / (leaves - 1)) * 0.84) + (random() - 0.5) * 0.25
    paintLeaf(target, x, y, size * (0.75 + random() * 0.35), turn, tones, 0.16 + random() * 0.06)
  }
}

/** A fern: arching stems with leaflets on both sides. */
export function paintFern(
  target: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  { bright, dark }: Sides,
  random: Random,
  stems = 7,
): void {
  for (let stem = 0; stem < stems; stem++) {
    const side = (stem / (stems - 1) - 0.5) * 2 + (random() - 0.5) * 0.2
    const long = size * (0.8 + random() * 0.35)
    target.fillStyle = css(stem % 2 ? bright : dark)
    for (let pair = 1; pair <= 11; pair++) {
      const share = pair / 11
      const at = x + side * long * 0.75 * share
      const high = y - long * (share * 1.25 - share * share * (0.5 + Math.abs(side) * 0.45))
      const leaflet = size * 0.17 * (1.05 - share * 0.85)
      target.beginPath()
      target.ellipse(at, high, leaflet * 0.28, leaflet, 0.5 + side * 0.4, 0, Math.PI * 2)
      target.ellipse(at, high, leaflet * 0.28, leaflet, -0.7 + side * 0.6, 0, Math.PI * 2)
      target.fill()
    }
  }
}

/** A liana that hangs from (x, y) with small leaves. */
export function paintLiana(
  target: SKRSContext2D,
  x: number,
  y: number,
  long: number,
  { bright, dark }: Sides,
  random: Random,
): void {
  const bend = (random() - 0.5) * long * 0.3
  target.strokeStyle = css(dark)
  target.lineWidth = Math.max(1, long * 0.012)
  target.beginPath()
  target.moveTo(x, y)
  target.quadraticCurveTo(x + bend, y + long * 0.5, x + bend * 0.4, y + long)
  target.stroke()
  for (let leaf = 1; leaf < 12; leaf++) {
    const share = leaf / 12
    const at = x + bend * 2 * share * (1 - share) + bend * 0.4 * share * share
    const side = leaf % 2 ? 1 : -1
    target.fillStyle = css(leaf % 3 ? bright : dark)
    target.beginPath()
    target.ellipse(at + side * long * 0.025, y + long * share, long * 0.03, long * 0.014, side * 0.6, 0, Math.PI * 2)
    target.fill()
  }
}
