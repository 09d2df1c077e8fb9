/** Leaves in clumps: crowns, bushes and the roof of a forest. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { css, darken, mix } from './colour.ts'
import type { Sides } from './shapes.ts'
import type { StandingOrder } from './standing.ts'

export interface Clump {
  x: number
  y: number
  radius: number
}

/** Leaves in three tones, the lighter ones nearer the light, which comes from above to the left. */
export function paintFoliage(
  target: SKRSContext2D,
  clumps: readonly Clump[],
  { bright, dark }: Sides,
  { random, light, distance }: StandingOrder,
): void {
  target.fillStyle = css(dark)
  traceClumps(target, clumps, 1, 0, 0)
  target.fill()
  target.fillStyle = css(mix(dark, bright, 0.5))
  traceClumps(target, clumps, 0.8, -0.13, -0.2)
  target.fill()
  target.fillStyle = css(bright)
  traceClumps(target, clumps, 0.5, -0.26, -0.42)
  target.fill()
  const rim = mix(bright, light.sun.glow, 0.5 * light.sun.strength * (1 - light.darkness * 0.7))
  for (const [colour, count, dx, dy] of [
    [css(rim, 0.6), 4, -0.3, -0.45],
    [css(darken(dark, 0.12), 0.5), 4, 0.2, 0.3],
  ] as const) {
    target.fillStyle = colour
    target.beginPath()
    for (const { x, y, radius } of distance < 0.6 ? clumps : []) {
      for (let dab = 0; dab < count; dab++) {
        const [across, down] = [x + (dx + random() - 0.5) * radius, y + (dy + random() * 0.8 - 0.4) * radius]
        target.moveTo(across, down)
        target.ellipse(across, down, radius * 0.1, radius * 0.06, -0.5, 0, Math.PI * 2)
      }
    }
    target.fill()
  }
}

/** Every clump as a disc with a scalloped edge, in one path; shifted by shares of its radius. */
export function traceClumps(
  target: SKRSContext2D,
  clumps: readonly Clump[],
  size: number,
  dx: number,
  dy: number,
): void {
  target.beginPath()
  for (const clump of clumps) {
    const radius = clump.radius * size
    const [x, y] = [clump.x + clump.radius * dx, clump.y + clump.radius * dy]
    target.moveTo(x + radius * 0.84, y)
    target.arc(x, y, radius * 0.84, 0, Math.PI * 2)
    // Too small to be seen, the scallops of a far tree are left away.
    const scallops = clump.radius < 5 ? 0 : 9
    for (let scallop = 0; scallop < scallops; scallop++) {
      const turn = (scallop / scallops) * Math.PI * 2 + clump.radius
      const [middleX, middleY] = [x + Math.cos(turn) * radius * 0.76, y + Math.sin(turn) * radius * 0.76]
      target.moveTo(middleX + radius * 0.32, middleY)
      target.arc(middleX, middleY, radius * 0.32, 0, Math.PI * 2)
    }
  }
}
