/** The painting styles by name, and how one is laid over a frame. */
import { ImageData, type SKRSContext2D } from '@napi-rs/canvas'
import type { Style } from '../script/shot-plan.ts'
import { anime } from './anime.ts'
import { blackAndWhite } from './black-and-white.ts'
import { comic } from './comic.ts'
import { cyberpunk } from './cyberpunk.ts'
import { filmNoir } from './film-noir.ts'
import { oilPainting } from './oil-painting.ts'
import type { StyleOrder, StylePainter } from './pass.ts'
import { pencilSketch } from './pencil-sketch.ts'
import { pixelArt } from './pixel-art.ts'
import { surreal } from './surreal.ts'
import { vanGogh } from './van-gogh.ts'
import { vintage } from './vintage.ts'
import { watercolour } from './watercolour.ts'
import { woodblock } from './woodblock.ts'

export const passes: Record<Style, StylePainter> = {
  'black-and-white': blackAndWhite,
  'film-noir': filmNoir,
  vintage,
  comic,
  'pencil-sketch': pencilSketch,
  'pixel-art': pixelArt,
  woodblock,
  watercolour,
  'oil-painting': oilPainting,
  'van-gogh': vanGogh,
  anime,
  cyberpunk,
  surreal,
}

export interface PreparedStyle {
  /** Repaints what is on the target, `seconds` into the film. */
  draw(target: SKRSContext2D, seconds: number): void
}

export function prepareStyle(style: Style, order: StyleOrder): PreparedStyle {
  const pass = passes[style](order)
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
