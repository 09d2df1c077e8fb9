/** Oil: broad strokes over the wide surfaces, fine ones where there is something to see, ridges of paint on canvas. */

import { Details } from './details.ts'
import { Flatten } from './flatten.ts'
import { fractalNoise } from './grain.ts'
import type { HalfPass, StyleOrder, StylePainter } from './pass.ts'
import { brightnessOf, enlargePixels, lumaOf, setEach } from './raster.ts'
import { layStrokes, type Strokes } from './strokes.ts'
import { packed, relieved, ridgeOf } from './words.ts'

export const oilPainting: StylePainter<HalfPass> = (order) => {
  const { width, height } = order
  const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1]
  const brightness = new Uint8Array(halfWidth * halfHeight)
  const flatten = new Flatten(halfWidth, halfHeight, 3)
  const details = new Details(width, height)
  const { broad, fine } = layGround(order)
  const colours = new Uint32Array(broad.x.length)
  const weave = canvasWeave(order)
  const broadRidges = Uint16Array.from(broad.relief, (relief, at) => ridgeOf(relief, weave[at]))
  const fineRidges = Uint16Array.from(fine.relief, (relief, at) => ridgeOf(relief, weave[at]))
  return {
    paintHalf(half, into) {
      brightnessOf(half, brightness)
      const detail = details.find(brightness)
      flatten.flatten(half, half)
      for (let id = 0; id < colours.length; id++) {
        const pixel = half[(broad.y[id]! >> 1) * halfWidth + (broad.x[id]! >> 1)]!
        colours[id] = rich(pixel, (broad.luck[id]! - 0.5) * 20)
      }
      for (let at = 0; at < half.length; at++) half[at] = rich(half[at]!, 0)
      enlargePixels(half, width, height, into)
      const ids = broad.ids
      for (let y = 0, at = 0; y < height; y++) {
        const row = (y >> 1) * halfWidth
        for (let x = 0; x < width; x++, at++) {
          into[at] =
            detail[row + (x >> 1)]! > 26
              ? relieved(into[at]!, fineRidges[at]!)
              : relieved(colours[ids[at]!]!, broadRidges[at]!)
        }
      }
    },
  }
}

/** The broad strokes of the surfaces and the fine ones of the details, both along the same slow waves. */
function layGround({ width, height, random }: StyleOrder): { broad: Strokes; fine: Strokes } {
  const side = Math.min(width, height)
  const flow = fractalNoise({ width, height, across: side / 2.2, down: side / 2.8, octaves: 2, random })
  const angleAt = (x: number, y: number) => {
    const at =
      Math.min(height - 1, Math.max(0, Math.round(y))) * width + Math.min(width - 1, Math.max(0, Math.round(x)))
    return (flow.values[at]! / 255 - 0.5) * 3.4
  }
  return {
    broad: layStrokes({ width, height, random, length: side / 12, breadth: side / 44, angleAt }),
    fine: layStrokes({ width, height, random, length: side / 42, breadth: side / 150, angleAt }),
  }
}

/** Deeper shadows and fuller colours, `more` lighter. */
function rich(pixel: number, more: number): number {
  const bright = lumaOf(pixel)
  const base = bright + more + (((bright - 128) * 26) >> 8)
  const red = base + ((((pixel & 255) - bright) * 330) >> 8)
  const green = base + (((((pixel >>> 8) & 255) - bright) * 330) >> 8)
  const blue = base - 6 + (((((pixel >>> 16) & 255) - bright) * 330) >> 8)
  return packed(red, green, blue)
}

/** The light on the threads of the canvas, of 256. */
function canvasWeave({ width, height }: StyleOrder): Uint16Array {
  const thread = Math.max(2, Math.round(Math.min(width, height) / 240))
  return setEach(new Uint16Array(width * height), width, (_at, x, y) => {
    const over = (Math.floor(x / thread) + Math.floor(y / thread)) % 2 === 0
    return over ? 256 - ((x % thread) * 9) / thread : 246 - ((y % thread) * 9) / thread
  })
}
