/** Watercolour: washes that bloom and pool at their rims, wandering edges, grained paper left white around. */
import { Contours } from './contours.ts'
import { Flatten } from './flatten.ts'
import { fractalNoise } from './grain.ts'
import { type HalfPass, type StyleOrder, type StylePainter, smoothstep } from './pass.ts'
import { brightnessOf, enlargePixels, lumaOf, setEach } from './raster.ts'
import { packed, shaded } from './words.ts'

const paper = 0xfff0f8fd

export const watercolour: StylePainter<HalfPass> = (order) => {
  const { width, height } = order
  const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1]
  const brightness = new Uint8Array(halfWidth * halfHeight)
  const washes = new Uint32Array(width * height)
  const flatten = new Flatten(halfWidth, halfHeight, 4)
  const contours = new Contours({ width, height, reach: Math.max(3, Math.round(height / 130)), from: 1, to: 9 })
  const wet = wanderingEdges(order)
  const sheet = paintedSheet(order)
  return {
    paintHalf(half, into) {
      brightnessOf(half, brightness)
      const rims = contours.traceHalf(brightness)
      flatten.flatten(half, half)
      for (let at = 0; at < half.length; at++) {
        half[at] = transparent(shaded(half[at]!, 256 - ((rims[at]! * 84) >> 8)))
      }
      enlargePixels(half, width, height, washes)
      for (let at = 0; at < into.length; at++) {
        const bare = sheet[at]!
        into[at] = (shaded(washes[wet[at]!]!, bare >>> 24) + (bare & 0xffffff)) | 0xff000000
      }
    },
  }
}

/** The paper shines through: lighter, and purer in colour. */
function transparent(pixel: number): number {
  const bright = lumaOf(pixel)
  const base = bright + 34 - (bright >> 3)
  const red = base + ((((pixel & 255) - bright) * 372) >> 8)
  const green = base + (((((pixel >>> 8) & 255) - bright) * 372) >> 8)
  const blue = base + (((((pixel >>> 16) & 255) - bright) * 372) >> 8)
  return packed(red, green, blue)
}

/** For every pixel the one whose colour has run there. */
function wanderingEdges({ width, height, random }: StyleOrder): Uint32Array {
  const noise = { width, height, across: height / 20, down: height / 20, octaves: 4, random }
  const [right, down] = [fractalNoise(noise), fractalNoise(noise)]
  const reach = height / 130
  return setEach(new Uint32Array(width * height), width, (at, x, y) => {
    const fromX = x + Math.round((right.values[at]! / 128 - 1) * reach)
    const fromY = y + Math.round((down.values[at]! / 128 - 1) * reach)
    return Math.min(height - 1, Math.max(0, fromY)) * width + Math.min(width - 1, Math.max(0, fromX))
  })
}

/** At each place the light of the bare paper that shows, and in the highest byte how much of the wash, of 256. */
function paintedSheet(order: StyleOrder): Uint32Array {
  const pigment = pigmentOnPaper(order)
  const light = paperLight(order)
  return setEach(new Uint32Array(pigment.length), order.width, (at) => {
    const wash = Math.min(255, (pigment[at]! * light[at]!) >> 8)
    return (shaded(shaded(paper, 256 - pigment[at]!), light[at]!) & 0xffffff) | (wash << 24)
  })
}

/** How much pigment lies at each place, of 256: pools, blooms and grains, and none on the rim of the sheet. */
function pigmentOnPaper({ width, height, random }: StyleOrder): Uint16Array {
  const pools = fractalNoise({ width, height, across: height / 2.6, down: height / 3, octaves: 4, random })
  const grains = fractalNoise({ width, height, across: 3, down: 3, octaves: 2, random })
  const ragged = fractalNoise({ width, height, across: height / 9, down: height / 9, octaves: 4, random })
  return setEach(new Uint16Array(width * height), width, (at, x, y) => {
    const rim = Math.min(x, width - 1 - x, y, height - 1 - y) / height + (ragged.values[at]! / 255 - 0.5) * 0.06
    const painted = smoothstep(0.02, 0.03, rim)
    // Water carries the pigment to the edge of a wash, where it dries darkest.
    const dried = 0.16 * (1 - smoothstep(0.03, 0.05, rim))
    const density = 0.76 + (pools.values[at]! / 255 - 0.5) * 0.5 + (grains.values[at]! / 255 - 0.5) * 0.16 + dried
    return Math.round(256 * painted * Math.min(1, Math.max(0.3, density)))
  })
}

/** The light that the paper's tooth gives back, of 256. */
function paperLight({ width, height, random }: StyleOrder): Uint16Array {
  const tooth = fractalNoise({ width, height, across: 4, down: 4, octaves: 2, random })
  // Light from the upper left: a slope away from it is darker.
  return setEach(new Uint16Array(width * height), width, (at) => {
    const slope = tooth.values[at]! - tooth.values[Math.max(0, at - width - 1)]!
    return Math.min(256, Math.max(200, Math.round(250 + slope * 0.3)))
  })
}
