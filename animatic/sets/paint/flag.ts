/** A flag that waves from a mast at x = 0, for `pinned`; or pennants on a line. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { css, darken, hex } from './colour.ts'
import { paintLine, type Tones } from './shapes.ts'

/** `y` is the mast's top; the flag hangs `long` pixels out from it. */
export function drawFlag(
  target: SKRSContext2D,
  { y, long, colour, phase }: { y: number; long: number; colour: string; phase: number },
  seconds: number,
): void {
  const steps = 6
  const wave = (share: number) => Math.sin(seconds * 4.2 + phase - share * 4.5) * long * 0.09 * share
  target.fillStyle = colour
  target.beginPath()
  for (let index = 0; index <= steps; index++) {
    const share = index / steps
    target.lineTo(long * share, y + wave(share) + long * 0.03 * share)
  }
  for (let index = steps; index >= 0; index--) {
    const share = index / steps
    target.lineTo(long * share, y + long * (0.5 - share * 0.16) + wave(share) + long * 0.03 * share)
  }
  target.fill()
}

const pennants = ['#e2574c', '#f2b441', '#4fa3d8', '#6cb668', '#b26bc2'] as const

/** A sagging line of pennants from one point to the other. */
export function paintBunting(
  target: SKRSContext2D,
  {
    from,
    to,
    sag,
    size,
  }: { from: readonly [number, number]; to: readonly [number, number]; sag: number; size: number },
  tones: Tones,
): void {
  const at = (share: number): [number, number] => [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share + sag * 4 * share * (1 - share),
  ]
  const count = Math.max(3, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / (size * 1.35)))
  const points = Array.from({ length: count + 1 }, (_, index) => at(index / count))
  paintLine(target, points.flat(), Math.max(1, size * 0.08), css(darken(hex('#8a8078'), 0.3), 0.8))
  for (let index = 0; index < count; index++) {
    const [x, y] = at((index + 0.5) / count)
    target.fillStyle = tones.flat(pennants[index % pennants.length] ?? '#e2574c')
    target.beginPath()
    target.moveTo(x - size * 0.42, y - size * 0.02)
    target.lineTo(x + size * 0.42, y - size * 0.02)
    target.lineTo(x, y + size * 0.85)
    target.fill()
  }
}
