/** Surreal: space bends slowly, the land hangs above itself in the sky, and the light has the colours of a dream. */
import { type FullPass, type StyleOrder, type StylePainter, smoothstep } from './pass.ts'
import { enlargePixels, halvePixels, lumaOf, setEach } from './raster.ts'
import { blended } from './words.ts'

interface Bends {
  x: Int32Array
  y: Int32Array
}

/** How far down the land hangs in the sky, of the frame's height. */
const landEnds = 0.42

export const surreal: StylePainter<FullPass> = (order) => {
  const { width, height, random } = order
  const source = new Uint32Array(width * height)
  const half = new Uint32Array(((width + 1) >> 1) * ((height + 1) >> 1))
  const hungRows = Math.ceil(height * landEnds)
  const hanging = new Uint32Array(((width + 1) >> 1) * ((hungRows + 1) >> 1))
  const hung = new Uint32Array(width * hungRows)
  const phase = random() * Math.PI * 2
  const dream = dreamTint(order)
  const above = Uint16Array.from({ length: height }, (_, y) =>
    Math.round(205 * (1 - smoothstep(0.14, landEnds, y / height))),
  )
  const bends = { x: new Int32Array(height), y: new Int32Array(width) }
  return {
    paint(pixels, seconds) {
      source.set(pixels)
      bend(bends, order, seconds, phase)
      const { x: aside, y: up } = bends
      halvePixels(source, width, height, half)
      hang(order, half, bends, hanging)
      enlargePixels(hanging, width, hungRows, hung)
      for (let y = 0, at = 0; y < height; y++) {
        const turned = above[y]!
        const pushed = aside[y]!
        for (let x = 0; x < width; x++, at++) {
          // 256 steps between two pixels; the two waves cross, so that everything swims.
          const right = x * 256 + pushed + (up[x]! >> 1)
          const down = y * 256 + up[x]!
          let pixel = sampled(source, width, height, right, down)
          if (turned > 0) pixel = blended(pixel, hung[at]!, turned)
          pixels[at] = tinted(pixel, dream[at]!)
        }
      }
    },
  }
}

/** The land upside down, as far as it hangs in the sky: haze in the distance, so half of the size is enough. */
function hang({ width, height }: StyleOrder, half: Uint32Array, bends: Bends, into: Uint32Array): void {
  const halfWidth = (width + 1) >> 1
  const halfHeight = (height + 1) >> 1
  for (let y = 0, at = 0; at < into.length; y++) {
    const aside = bends.x[y * 2]!
    for (let x = 0; x < halfWidth; x++, at++) {
      const up = bends.y[x * 2]!
      const right = x * 256 + ((aside + (up >> 1)) >> 1)
      const down = y * 256 + (up >> 1)
      into[at] = sampled(
        half,
        halfWidth,
        halfHeight,
        halfWidth * 256 - 256 - right,
        halfHeight * 256 - 256 - ((down * 5) >> 2),
      )
    }
  }
}

/** How far each row is pushed sideways and each column up, in 256ths of a pixel. */
function bend(bends: Bends, { width, height }: StyleOrder, seconds: number, phase: number): void {
  for (let y = 0; y < height; y++) {
    const share = y / height
    const wave = Math.sin(share * 7 + seconds * 0.8 + phase) + 0.5 * Math.sin(share * 15 - seconds * 0.6)
    bends.x[y] = wave * height * 0.022 * 256
  }
  for (let x = 0; x < width; x++) {
    const share = x / height
    const wave = Math.sin(share * 5 - seconds * 0.7 + phase * 1.7) + 0.6 * Math.sin(share * 11 + seconds * 0.5)
    bends.y[x] = wave * height * 0.026 * 256
  }
}

/** The pixel between pixels at a place in 256ths; past the edges the outermost goes on. */
function sampled(source: Uint32Array, width: number, height: number, right: number, down: number): number {
  const x = right < 0 ? 0 : right > (width - 2) * 256 ? (width - 2) * 256 : right
  const y = down < 0 ? 0 : down > (height - 2) * 256 ? (height - 2) * 256 : down
  const at = (y >> 8) * width + (x >> 8)
  // The shares of the four pixels about the place, 256 in all.
  const both = Math.imul(x & 255, y & 255) >> 8
  const after = (x & 255) - both
  const below = (y & 255) - both
  const here = 256 - both - after - below
  const one = source[at]!
  const two = source[at + 1]!
  const three = source[at + width]!
  const four = source[at + width + 1]!
  const redBlue =
    Math.imul(one & 0xff00ff, here) +
    Math.imul(two & 0xff00ff, after) +
    Math.imul(three & 0xff00ff, below) +
    Math.imul(four & 0xff00ff, both)
  const green =
    Math.imul((one >>> 8) & 255, here) +
    Math.imul((two >>> 8) & 255, after) +
    Math.imul((three >>> 8) & 255, below) +
    Math.imul((four >>> 8) & 255, both)
  return 0xff000000 | ((redBlue >>> 8) & 0xff00ff) | (green & 0xff00)
}

/** The pixel in soft light of a colour: light parts take it on, dark parts keep their own. */
function tinted(pixel: number, tint: number): number {
  const bright = lumaOf(pixel)
  return blended(pixel, tint, 20 + ((bright * 58) >> 8))
}

/** Teal below, rose and gold above, in clouds. */
function dreamTint({ width, height, random }: StyleOrder): Uint32Array {
  const phase = random() * 6
  return setEach(new Uint32Array(width * height), width, (_at, column, row) => {
    const [x, y] = [column / height, row / height]
    const cloud = 0.5 + 0.25 * Math.sin(x * 3 + phase + Math.sin(y * 4)) + 0.25 * Math.sin(x * 2 - y * 5)
    const share = Math.min(1, Math.max(0, y * 1.1 - 0.1 + (cloud - 0.5) * 0.5))
    const red = 255 - 235 * share
    const green = 120 + cloud * 70 + 30 * share
    const blue = 150 + 40 * share
    return 0xff000000 | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)
  })
}
