/** Something that moves by itself at a fixed spot of the painted world, such as a flag or a wheel. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Layer } from '../place.ts'

export interface PinOrder {
  /** The same depth and period as the strip it belongs to keep the two together. */
  depth: number
  period: number
  /** Pixels from the strip's left end. */
  x: number
  /** Pixels it spreads to either side: further outside the frame it is not drawn. */
  reach: number
}

/** `draw` gets x measured from the pin and y from the frame's top, in pixels at the camera's rest. */
export function pinned(
  { depth, period, x, reach }: PinOrder,
  draw: (target: SKRSContext2D, seconds: number) => void,
): Layer {
  const step = Math.round(period)
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt(view, depth)
      const scrolled = view.scroll * depth
      const from = -left / scale + scrolled - reach
      const to = (target.canvas.width - left) / scale + scrolled + reach
      for (let tile = Math.ceil((from - x) / step); x + tile * step < to; tile++) {
        target.save()
        target.setTransform(scale, 0, 0, scale, left + (x + tile * step - scrolled) * scale, top)
        draw(target, seconds)
        target.restore()
      }
    },
  }
}
