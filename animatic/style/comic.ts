/** Comic: flat bright inks, dots of the printer's screen between two of them, black outlines, a white gutter. */
import { colourTable, fromOkLab, pixelOf, tableIndex } from './colour-table.ts'
import { Contours } from './contours.ts'
import { Flatten } from './flatten.ts'
import { type HalfPass, type StyleOrder, type StylePainter, smoothstep } from './pass.ts'
import { brightnessOf, enlargePixels } from './raster.ts'
import { blended } from './words.ts'

const ink = pixelOf('#15121c')
const paper = pixelOf('#fffaf0')
/** Steps of lightness that are printed flat; what lies between two is printed in dots. */
const steps = 4

export const comic: StylePainter<HalfPass> = (order) => {
  const { width, height } = order
  const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1]
  const brightness = new Uint8Array(halfWidth * halfHeight)
  const flat = new Uint32Array(width * height)
  const flatten = new Flatten(halfWidth, halfHeight, 2)
  const contours = new Contours({ width, height, reach: Math.max(2, Math.round(height / 240)), from: 2.2, to: 6 })
  const { light, shade, dark } = printingTables()
  const screen = dotScreen(order)
  return {
    paintHalf(half, into) {
      brightnessOf(half, brightness)
      const lines = contours.trace(brightness)
      flatten.flatten(half, half)
      enlargePixels(half, width, height, flat)
      for (let at = 0; at < into.length; at++) {
        const line = lines[at]!
        if (line === 255) {
          into[at] = ink
          continue
        }
        const index = tableIndex(flat[at]!)
        // The dots' edges are soft over a few thresholds, or they would shimmer.
        const covered = (dark[index]! - screen[at]!) * 14 + 128
        let colour = 0
        if (covered <= 0) colour = light[index]!
        else if (covered >= 256) colour = shade[index]!
        else colour = blended(light[index]!, shade[index]!, covered)
        into[at] = line > 0 ? blended(colour, ink, line) : colour
      }
      paintGutter(into, order)
    },
  }
}

/** For every colour its lighter and its darker ink, and how much of the surface the darker covers, of 255. */
function printingTables(): { light: Uint32Array; shade: Uint32Array; dark: Uint8Array } {
  const inkAt = (lightness: number, greenRed: number, blueYellow: number) => {
    const chroma = Math.hypot(greenRed, blueYellow)
    const stronger =
      chroma < 0.012 ? 1 : 1 + 0.75 * smoothstep(0.012, 0.05, chroma) * (1 - smoothstep(0.14, 0.26, chroma))
    return fromOkLab([Math.min(0.99, lightness), greenRed * stronger, blueYellow * stronger])
  }
  const stepOf = (lightness: number) => Math.min(steps, Math.max(0, lifted(lightness) * steps))
  const light = colourTable(([lightness, a, b]) => inkAt(0.2 + (Math.ceil(stepOf(lightness)) / steps) * 0.76, a, b))
  const shade = colourTable(([lightness, a, b]) => inkAt(0.2 + (Math.floor(stepOf(lightness)) / steps) * 0.76, a, b))
  const cover = colourTable(([lightness]) => {
    const rest = Math.ceil(stepOf(lightness)) - stepOf(lightness)
    return Math.round(255 * smoothstep(0.2, 0.9, rest) * 0.78)
  })
  return { light, shade, dark: Uint8Array.from(cover) }
}

/** Lightness with more contrast than life. */
function lifted(lightness: number): number {
  return smoothstep(0.1, 0.98, lightness) * 0.6 + lightness * 0.42
}

/** Thresholds of a screen of round dots that stands at 45 degrees. */
function dotScreen({ width, height }: StyleOrder): Uint8Array {
  const pitch = Math.max(4, height / 96)
  const turn = Math.PI / (pitch * Math.SQRT2)
  const screen = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const wave = Math.cos((x + y) * turn * Math.SQRT2) + Math.cos((x - y) * turn * Math.SQRT2)
      screen[y * width + x] = Math.round(128 - wave * 62)
    }
  }
  return screen
}

/** The paper around the panel and the black rule between the two. */
function paintGutter(pixels: Uint32Array, { width, height }: StyleOrder): void {
  const margin = Math.round(height * 0.024)
  const inside = margin + Math.max(2, Math.round(height / 160))
  for (let y = 0; y < height; y++) {
    const row = y * width
    const fromEdge = Math.min(y, height - 1 - y)
    for (const [border, colour] of [
      [inside, ink],
      [margin, paper],
    ] as const) {
      // Above and below the panel the border is the whole row, but for what the paper leaves of the rule.
      const side = fromEdge < border ? width : border
      pixels.fill(colour, row, row + side)
      pixels.fill(colour, row + width - side, row + width)
    }
  }
}
