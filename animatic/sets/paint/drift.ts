/** Pictures that the wind carries across the sky and brings round again. */
import type { Canvas } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Layer } from '../place.ts'

export interface Drift {
  width: number
  /** Pixels after which the clouds come round again. */
  span: number
  depth: number
  /** Pixels a second. */
  pace: number
}

/** Each picture hangs by its foot, two thirds down, at (x, y) pixels from the frame's top left at the start. */
export function drifting(
  clouds: readonly { picture: Canvas; x: number; y: number; alpha: number }[],
  { width, span, depth, pace }: Drift,
): Layer {
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt(view, depth)
      target.setTransform(scale, 0, 0, scale, left, top)
      target.imageSmoothingQuality = 'low'
      // So soft a thing is seen no smoother between pixels than on them, and costs a sixth there.
      const isWhole = scale === 1
      target.imageSmoothingEnabled = !isWhole
      for (const { picture, x, y, alpha } of clouds) {
        const passed = x - view.scroll * depth - seconds * pace
        const shown = ((((passed + picture.width) % span) + span) % span) - picture.width
        if (shown > width * 1.1) continue
        target.globalAlpha = alpha
        const above = y - picture.height / 1.5
        if (isWhole) target.drawImage(picture, Math.round(shown + left) - left, Math.round(above + top) - top)
        else target.drawImage(picture, shown, above)
      }
      target.globalAlpha = 1
      target.imageSmoothingEnabled = true
      target.resetTransform()
    },
  }
}
