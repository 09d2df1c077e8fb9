/** Ukiyo-e: flat mineral colours, drawn contours, a sky of bokashi, the paper's fibre and the artist's seal. */
import { colourTable, nearestOf, type OkLab, pixelOf, tableIndex } from './colour-table.ts'
import { Contours } from './contours.ts'
import { Flatten } from './flatten.ts'
import { fractalNoise } from './grain.ts'
import { type HalfPass, type StyleOrder, type StylePainter, smoothstep } from './pass.ts'
import { brightnessOf, enlargePixels, setEach } from './raster.ts'
import { blended, shaded } from './words.ts'

/** The colours of the printers of Edo: paper, Prussian blue in its dilutions, ochre, vermilion, moss, grey and sumi. */
const pigments = [
  '#f3e6c8',
  '#e6d3a8',
  '#d9e2d2',
  '#a9c4c6',
  '#6f9fb5',
  '#3f6f93',
  '#1f3f6b',
  '#16264a',
  '#d9a94e',
  '#c98a3c',
  '#e2b79a',
  '#d8694a',
  '#b23a2e',
  '#7d3328',
  '#9fae76',
  '#6f8a5a',
  '#3f5d49',
  '#2c3f3c',
  '#8d8a80',
  '#b9a98c',
  '#5b5148',
  '#8a6242',
  '#2a2622',
  '#c59bb0',
  '#7b5f86',
].map(pixelOf)
const sumi = pixelOf('#1d2433')
const bokashi = pixelOf('#1d4a7c')
const paper = pixelOf('#efe2c4')

export const woodblock: StylePainter<HalfPass> = (order) => {
  const { width, height } = order
  const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1]
  const brightness = new Uint8Array(halfWidth * halfHeight)
  const flat = new Uint32Array(width * height)
  const flatten = new Flatten(halfWidth, halfHeight, 4)
  const contours = new Contours({ width, height, reach: Math.max(2, Math.round(height / 260)), from: 1.4, to: 4.5 })
  const nearest = nearestOf(pigments, 1.5)
  const table = Uint8Array.from(colourTable((colour) => pigments.indexOf(nearest(warmed(colour)))))
  const inks = new Uint32Array(pigments.length)
  const grain = woodGrain(order)
  const margin = paperMargin(order)
  const wash = Uint16Array.from({ length: height }, (_, y) =>
    Math.round(236 * (1 - smoothstep(0.02, 0.3, y / height)) ** 1.3),
  )
  const seal = paintSeal(order)
  return {
    paintHalf(half, into) {
      brightnessOf(half, brightness)
      const lines = contours.trace(brightness)
      flatten.flatten(half, half)
      enlargePixels(half, width, height, flat)
      for (let y = 0, at = 0; y < height; y++) {
        for (let ink = 0; ink < inks.length; ink++) inks[ink] = blended(pigments[ink]!, bokashi, wash[y]!)
        for (let x = 0; x < width; x++, at++) {
          const line = lines[at]!
          let colour = shaded(inks[table[tableIndex(flat[at]!)]!]!, grain[at]!)
          if (line > 0) colour = blended(colour, sumi, (line * 225) >> 8)
          into[at] = margin[at]! > 0 ? blended(colour, paper, margin[at]!) : colour
        }
      }
      seal(into)
    },
  }
}

/** Old paper shows through every pigment. */
function warmed([lightness, greenRed, blueYellow]: OkLab): OkLab {
  return [0.08 + lightness * 0.9, greenRed * 1.05 + 0.004, blueYellow * 1.05 + 0.012]
}

/** How much light the print gives back at each pixel, of 256: the block's long grain and the paper's fibres. */
function woodGrain({ width, height, random }: StyleOrder): Uint16Array {
  const grain = fractalNoise({ width, height, across: height * 0.9, down: height / 150, octaves: 3, random })
  const fibre = fractalNoise({ width, height, across: 3, down: 9, octaves: 2, random })
  return setEach(new Uint16Array(width * height), width, (at) =>
    Math.round(256 - Math.max(0, grain.values[at]! - 120) * 0.24 - (fibre.values[at]! / 255) * 16),
  )
}

/** The bare paper around the print, of 256. */
function paperMargin({ width, height, random }: StyleOrder): Uint16Array {
  const ragged = fractalNoise({ width, height, across: height / 30, down: height / 30, octaves: 2, random })
  return setEach(new Uint16Array(width * height), width, (at, x, y) => {
    const rim = Math.min(x, width - 1 - x, y, height - 1 - y) / height
    return Math.round(256 * (1 - smoothstep(0.026, 0.03, rim + (ragged.values[at]! / 255 - 0.5) * 0.005)))
  })
}

/** A cartouche for the title and the artist's red seal below it, in an upper corner. */
function paintSeal({ width, height, random }: StyleOrder): (pixels: Uint32Array) => void {
  const tall = Math.round(height * 0.2)
  const wide = Math.round(height * 0.052)
  const [left, top] = [Math.round(width - height * 0.065 - wide), Math.round(height * 0.065)]
  const size = Math.round(height * 0.048)
  const red = pixelOf('#b5322a')
  const cream = pixelOf('#efe0b8')
  const dabs = Array.from({ length: 4 * 7 }, () => random())
  return (pixels) => {
    fillRect(pixels, width, left - 2, top - 2, wide + 4, tall + 4, sumi)
    fillRect(pixels, width, left, top, wide, tall, cream)
    // Four signs of brush strokes: writing that says nothing.
    for (let sign = 0; sign < 4; sign++) {
      const [x, y] = [left + wide * 0.22, top + tall * (0.05 + sign * 0.235)]
      for (let dab = 0; dab < 7; dab++) {
        const luck = dabs[sign * 7 + dab] ?? 0
        const level = dab % 2 === 0
        const long = wide * (level ? 0.35 + luck * 0.22 : 0.16 + luck * 0.2)
        const thick = Math.max(1, Math.round(height / 300))
        const at = { x: x + wide * 0.28 * (level ? luck * 0.5 : luck * 1.7), y: y + tall * 0.03 * dab }
        fillRect(pixels, width, at.x, at.y, level ? long : thick, level ? thick : long, sumi)
      }
    }
    const [sealX, sealY] = [left + (wide - size) / 2, top + tall + height * 0.014]
    fillRect(pixels, width, sealX, sealY, size, size, red)
    for (let bar = 0; bar < 3; bar++) {
      fillRect(pixels, width, sealX + size * (0.2 + bar * 0.24), sealY + size * 0.18, size * 0.1, size * 0.64, cream)
    }
    fillRect(pixels, width, sealX + size * 0.18, sealY + size * 0.45, size * 0.64, size * 0.1, cream)
  }
}

function fillRect(
  pixels: Uint32Array,
  stride: number,
  x: number,
  y: number,
  wide: number,
  tall: number,
  colour: number,
): void {
  const [left, top] = [Math.round(x), Math.round(y)]
  for (let row = top; row < top + Math.round(tall); row++) {
    pixels.fill(colour, row * stride + left, row * stride + left + Math.round(wide))
  }
}
