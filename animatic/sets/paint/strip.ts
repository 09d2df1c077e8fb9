/** A layer painted once on a band that repeats sideways without a seam, so that the camera can travel for ever. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Layer } from '../place.ts'
import { drawParts, filledParts } from './filled-parts.ts'

/** Paints over the seam: a thing that crosses one end of the band is drawn at the other end as well. */
export interface Band {
  target: SKRSContext2D
  /** Pixels after which the band repeats. */
  period: number
  height: number
  /** Calls `draw` at x, and again one period away where that shows. `reach` is how far the thing spreads, pixels. */
  place(x: number, reach: number, draw: (x: number) => void): void
}

export interface StripOrder {
  /** 0 is the sky, 1 the subject's distance, above 1 the foreground. */
  depth: number
  period: number
  /** Pixels from the frame's top at the camera's rest. */
  top: number
  height: number
  /** How far the band sways at its top, in pixels. */
  sway?: number
}

/** Three pixels a frame. */
const quickPixelsPerSecond = 90
/** Pixels of the next period painted past the end, so that two copies overlap instead of meeting. */
const overlap = 2

export function paintStrip(order: StripOrder, paint: (band: Band) => void): Layer {
  const period = Math.round(order.period)
  const canvas = createCanvas(period + overlap, Math.ceil(order.height))
  const target = canvas.getContext('2d')
  paint({
    target,
    period,
    height: order.height,
    place(x, reach, draw) {
      const start = ((x % period) + period) % period
      draw(start)
      if (start - reach < overlap) draw(start + period)
      if (start + reach > period) draw(start - period)
    },
  })
  return stripLayer(canvas, period, order)
}

function stripLayer(canvas: Canvas, period: number, { depth, top, sway = 0 }: StripOrder): Layer {
  const parts = filledParts(canvas, Math.ceil(Math.abs(sway)) + 2)
  return {
    draw(target, view, seconds) {
      const { scale, left, top: shift } = projectionAt(view, depth)
      const scrolled = view.scroll * depth
      const lean = sway === 0 ? 0 : (Math.sin(seconds * 1.1 + depth * 5) * sway) / canvas.height
      const from = -left / scale + scrolled - Math.abs(sway) * 2
      const to = (target.canvas.width - left) / scale + scrolled + Math.abs(sway) * 2
      // What passes this quickly is seen no smoother between pixels than on them, and costs a fifth there.
      const isQuick = scale === 1 && view.scrollSpeed * depth > quickPixelsPerSecond
      for (let tile = Math.floor(from / period); tile * period < to; tile++) {
        const across = (tile * period - scrolled) * scale + left
        const down = top * scale + shift
        drawParts(target, canvas, parts, {
          scale,
          left: isQuick ? Math.round(across) : across,
          top: isQuick ? Math.round(down) : down,
          lean: isQuick ? 0 : lean,
          isSmooth: !isQuick,
        })
      }
    },
  }
}
