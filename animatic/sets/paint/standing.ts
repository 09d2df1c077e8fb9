/** What is known to a painter of one thing that stands somewhere: trees, bushes, cottages. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import type { Season } from '../../script/shot-plan.ts'
import type { Light } from '../light.ts'

export interface StandingOrder {
  light: Light
  season: Season
  /** Of this one thing: the same numbers again paint the same thing again. */
  random: Random
  /** 0 at the lens, 1 at the horizon. */
  distance: number
}

/** Paints a thing of `height` pixels whose foot is at (x, y). */
export type StandingPainter = (
  target: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  order: StandingOrder,
) => void

/** One of the painters for each thing, as luck has it. */
export function eitherOf(one: StandingPainter, other: StandingPainter, share = 0.5): StandingPainter {
  return (target, x, y, height, order) => (order.random() < share ? one : other)(target, x, y, height, order)
}
