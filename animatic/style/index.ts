/** The painting styles by name, and how one is laid over a frame. */
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
  /** The size at which frames are drawn for it, pixels. */
  drawnWidth: number
  drawnHeight: number
  /** The frame drawn with these RGBA bytes, which it may change, painted: valid until the next. */
  paint(drawn: Buffer, seconds: number): Buffer
}

export function prepareStyle(style: Style, order: StyleOrder): PreparedStyle {
  const pass = passes[style](order)
  const { width, height } = order
  if ('paint' in pass) {
    return {
      drawnWidth: width,
      drawnHeight: height,
      paint(drawn, seconds) {
        pass.paint(wordsOf(drawn), seconds)
        return drawn
      },
    }
  }
  const painted = Buffer.alloc(width * height * 4)
  const into = wordsOf(painted)
  return {
    drawnWidth: (width + 1) >> 1,
    drawnHeight: (height + 1) >> 1,
    paint(drawn, seconds) {
      pass.paintHalf(wordsOf(drawn), into, seconds)
      return painted
    },
  }
}

function wordsOf({ buffer, byteOffset, byteLength }: Buffer): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT)
}
