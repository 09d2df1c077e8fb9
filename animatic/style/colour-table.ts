/** What becomes of each colour, worked out once for 32 steps of red, green and blue. */
import { byte, word } from './pass.ts'

/** Lightness 0 to 1 and two axes of colour, in which distances look as large as they are (Ottosson 2020). */
export type OkLab = readonly [lightness: number, greenRed: number, blueYellow: number]

export function toOkLab(red: number, green: number, blue: number): OkLab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ]
}

/** The nearest pixel that a screen can show. */
export function fromOkLab([lightness, greenRed, blueYellow]: OkLab): number {
  const long = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3
  const medium = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3
  const short = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3
  return word(
    encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  )
}

/** The transfer curve of sRGB (IEC 61966-2-1). */
function linear(value: number): number {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function encoded(value: number): number {
  return byte(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055))
}

/** The place of a pixel's colour in a table. */
export function tableIndex(pixel: number): number {
  return ((pixel >>> 3) & 31) | ((pixel >>> 6) & 0x3e0) | ((pixel >>> 9) & 0x7c00)
}

/** `choose` for the middle of every step. */
export function colourTable(choose: (colour: OkLab) => number): Uint32Array {
  return Uint32Array.from({ length: 32768 }, (_, index) => {
    const [red, green, blue] = [index & 31, (index >>> 5) & 31, index >>> 10].map((step) => (step * 255) / 31)
    return choose(toOkLab(red ?? 0, green ?? 0, blue ?? 0))
  })
}

/** `#rrggbb` as a pixel. */
export function pixelOf(text: string): number {
  const value = Number.parseInt(text.slice(1), 16)
  return word(value >> 16, (value >> 8) & 255, value & 255)
}

/** The pixel of a palette that looks nearest; `chromaWeight` above 1 minds the hue more than the lightness. */
export function nearestOf(palette: readonly number[], chromaWeight = 1): (colour: OkLab) => number {
  const known = palette.map((pixel) => ({
    pixel,
    lab: toOkLab(pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255),
  }))
  return (colour) => {
    let nearest = 0xff000000
    let least = Number.POSITIVE_INFINITY
    for (const { pixel, lab } of known) {
      const chroma = (lab[1] - colour[1]) ** 2 + (lab[2] - colour[2]) ** 2
      const distance = (lab[0] - colour[0]) ** 2 + chromaWeight * chroma
      if (distance >= least) continue
      least = distance
      nearest = pixel
    }
    return nearest
  }
}
