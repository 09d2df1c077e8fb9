/** Street lamps along the frame, each a small picture of its own: a band of mostly nothing costs as if it were full. */
import type { Layer, SetOrder } from '../place.ts'
import { type LampOrder, lampsAreOn, paintLamp } from './lamp.ts'
import { landmark, usualSpan } from './scenery.ts'

export interface LampRowOrder extends Pick<LampOrder, 'distance' | 'kind' | 'colour'> {
  depth: number
  /** Pixels: where they stand and how high they are. */
  foot: number
  tall: number
  /** Where along the band, as shares of its period. */
  at: readonly number[]
  span?: number
}

export function paintLampRow(
  order: SetOrder,
  { depth, foot, tall, at, span = usualSpan, ...lamp }: LampRowOrder,
): Layer[] {
  const on = lampsAreOn(order.light)
  const shape = { depth, span, reach: tall * (on ? 0.8 : 0.24), top: foot - tall * (on ? 1.64 : 1.1), bottom: foot + 4 }
  return at.map((share) =>
    landmark(order, { ...shape, x: order.width * span * share }, (target) =>
      paintLamp(target, 0, foot, tall, { light: order.light, ...lamp }),
    ),
  )
}
