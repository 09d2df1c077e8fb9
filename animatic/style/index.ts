/** The painting styles by name, and how one is laid over a frame. */
import { ImageData, type SKRSContext2D } from '@napi-rs/canvas'
import type { Style } from '../script/shot-plan.ts'
import { blackAndWhite } from './black-and-white.ts'
import { filmNoir } from './film-noir.ts'
import type { StyleOrder, StylePainter } from './pass.ts'
import { vintage } from './vintage.ts'

const painters: Partial<Record<Style, StylePainter>> = {
  'black-and-white': blackAndWhite,
  'film-noir': filmNoir,
  vintage,
}

export interface PreparedStyle {
  /** Repaints what is on the target, `seconds` into the film. */
  draw(target: SKRSContext2D, seconds: number): void
}

export function prepareStyle(style: Style, order: StyleOrder): PreparedStyle | undefined {
  const pass = painters[style]?.(order)
  if (!pass) return undefined
  const { width, height } = order
  return {
    draw(target, seconds) {
      // A copy of the canvas in memory of its own: painted on, it goes back as it is.
      const bytes = target.canvas.data()
      pass.paint(new Uint32Array(bytes.buffer, bytes.byteOffset, width * height), seconds)
      const painted = new Uint8ClampedArray(bytes.buffer, bytes.byteOffset, bytes.length)
      target.putImageData(new ImageData(painted, width, height), 0, 0)
    },
  }
}
