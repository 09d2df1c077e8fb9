/** Monochrome film: one brightness a pixel, toned, shaded and grained. */
import { scattered } from '../random.ts'
import { filmGrain } from './grain.ts'
import { byte, type FullPass, type StyleOrder, word } from './pass.ts'
import { lumaOf } from './raster.ts'

export interface FilmStock {
  /** The pixel that a brightness of 0 to 255 becomes. */
  tone(brightness: number): number
  /** How much of the light passes at each pixel, of 256; rows before and after the frame may follow. */
  shade: Uint16Array
  /** Rows of `shade` above the frame, by which the shade may move. */
  spareRows?: number
  /** How many rows the shade has moved down at a moment. */
  drift?(seconds: number): number
  /** Of 255. */
  grain: number
  /** The share by which the lamp's light wavers. */
  flicker: number
  /** Times a second at which grain and lamp change. */
  pace: number
}

export function filmStock({ width, random }: StyleOrder, stock: FilmStock): FullPass {
  const tones = Uint32Array.from({ length: 256 }, (_, brightness) => stock.tone(brightness))
  const { values: noise, mask } = filmGrain(random)
  const scaled = noise.map((value) => Math.round((value / 127) * stock.grain * 2))
  const label = Math.floor(random() * 2 ** 31)
  const { shade, spareRows = 0 } = stock
  return {
    paint(pixels, seconds) {
      const turn = Math.floor(seconds * stock.pace + 1e-6)
      const offset = Math.floor(scattered(turn, label) * mask)
      const lamp = 1 + (scattered(turn, label + 1) - 0.5) * 2 * stock.flicker
      const lit = Int32Array.from({ length: 256 }, (_, brightness) => brightness * lamp)
      const moved = Math.round(spareRows - (stock.drift?.(seconds) ?? 0)) * width
      for (let at = 0; at < pixels.length; at++) {
        const bright = ((lit[lumaOf(pixels[at]!)]! * shade[at + moved]!) >> 8) + scaled[(at + offset) & mask]!
        pixels[at] = tones[bright < 0 ? 0 : bright > 255 ? 255 : bright]!
      }
    },
  }
}

/** A curve that deepens shadows and lifts lights about a middle brightness; 0 and 255 stay. `strength` 0 is straight. */
export function contrastCurve(brightness: number, middle: number, strength: number): number {
  const share = brightness / 255
  const centre = middle / 255
  const bent =
    share < centre
      ? centre * (share / centre) ** (1 + strength)
      : 1 - (1 - centre) * ((1 - share) / (1 - centre)) ** (1 + strength)
  return bent * 255
}

/** A grey pixel with its shadows and lights drawn towards two tints, each red, green and blue from 0 to 1. */
export function tinted(
  brightness: number,
  shadow: readonly [number, number, number],
  light: readonly [number, number, number],
): number {
  const share = brightness / 255
  const [red, green, blue] = [0, 1, 2].map((channel) =>
    byte((shadow[channel]! + (light[channel]! - shadow[channel]!) * share) * 255),
  )
  return word(red ?? 0, green ?? 0, blue ?? 0)
}
