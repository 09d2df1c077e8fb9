/** Cyberpunk: night graded to magenta and cyan, glowing edges and lights, a wet floor that mirrors them, scan lines. */
import { scattered } from '../random.ts'
import { fractalNoise } from './grain.ts'
import { byte, type FullPass, type StyleOrder, type StylePainter, smoothstep } from './pass.ts'
import { BoxBlur, enlarge, halveBrightness, lumaOf, makeHalfPlane, makePlane, setEach } from './raster.ts'
import { blended, packed } from './words.ts'

/** Share of the frame's height above the line in which the wet floor mirrors. */
const mirrorLine = 0.74

export const cyberpunk: StylePainter<FullPass> = (order) => {
  const { width, height, random } = order
  const half = makeHalfPlane(width, height)
  const soft = makeHalfPlane(width, height)
  const neon = makePlane(width, height)
  const halo = makePlane(width, height)
  const blur = new BoxBlur(half.width, half.height)
  const { red: reds, green: greens, blue: blues } = gradeTables()
  const [lines, halos] = [neon.values, halo.values]
  const tint = neonTint(order)
  const label = Math.floor(random() * 2 ** 31)
  const mirrored = new Uint32Array(width * Math.ceil(height * (1 - mirrorLine)))
  return {
    paint(pixels, seconds) {
      halveBrightness(pixels, width, height, half)
      traceNeon(half, soft, blur)
      enlarge(soft, neon)
      blur.blur(soft.values, soft.values, Math.round(height / 60))
      addLights(half, soft)
      blur.blur(soft.values, soft.values, Math.round(height / 70))
      enlarge(soft, halo)
      // A tube that is about to fail.
      const hum = 236 - Math.round(scattered(Math.floor(seconds * 10), label) ** 6 * 90)
      for (let y = 0, at = 0; y < height; y++) {
        const isScanLine = y % 3 === 0
        for (let x = 0; x < width; x++, at++) {
          const pixel = pixels[at]!
          const bright = lumaOf(pixel)
          const glow = (lines[at]! * hum) >> 8
          const light = glow + halos[at]!
          const colour = tint[at]!
          const red =
            reds[bright]! + ((((pixel & 255) - bright) * 180) >> 8) + ((light * (colour & 255)) >> 8) + (glow >> 2)
          const green =
            greens[bright]! +
            (((((pixel >>> 8) & 255) - bright) * 180) >> 8) +
            ((light * ((colour >>> 8) & 255)) >> 8) +
            (glow >> 2)
          const blue =
            blues[bright]! +
            (((((pixel >>> 16) & 255) - bright) * 180) >> 8) +
            ((light * (colour >>> 16)) >> 8) +
            (glow >> 2)
          pixels[at] = isScanLine
            ? packed((red * 214) >> 8, (green * 214) >> 8, (blue * 214) >> 8)
            : packed(red, green, blue)
        }
      }
      wetFloor(pixels, mirrored, order, seconds)
    },
  }
}

/** Bright lines along the edges of things: how much each pixel differs from the mean about it. */
function traceNeon(half: { values: Uint8Array }, into: { values: Uint8Array }, blur: BoxBlur): void {
  blur.blur(half.values, into.values, 2)
  for (let at = 0; at < half.values.length; at++) {
    const edge = Math.abs(half.values[at]! - into.values[at]!) * 5 - 24
    into.values[at] = edge < 0 ? 0 : edge > 200 ? 200 : edge
  }
}

/** Lamps, windows and the moon shine as well. */
function addLights(half: { values: Uint8Array }, into: { values: Uint8Array }): void {
  for (let at = 0; at < half.values.length; at++) {
    const shine = into.values[at]! + (half.values[at]! > 150 ? (half.values[at]! - 150) * 2 : 0)
    into.values[at] = shine > 255 ? 255 : shine
  }
}

/** Shadows to indigo, lights to pink and white. */
function gradeTables(): Record<'red' | 'green' | 'blue', Int16Array> {
  const curve = (from: number, middle: number, to: number, power: number) =>
    Int16Array.from({ length: 256 }, (_, bright) => {
      const share = (bright / 255) ** power
      const value = share < 0.5 ? from + (middle - from) * share * 2 : middle + (to - middle) * (share - 0.5) * 2
      return byte(value)
    })
  return { red: curve(12, 112, 255, 1.25), green: curve(6, 44, 226, 1.45), blue: curve(34, 138, 255, 1.05) }
}

/** The colour of neon at each place: magenta, violet and cyan in wide patches. */
function neonTint({ width, height, random }: StyleOrder): Uint32Array {
  const patches = fractalNoise({ width, height, across: width * 0.3, down: height * 0.55, octaves: 2, random })
  return setEach(new Uint32Array(width * height), width, (at) => {
    const share = smoothstep(92, 148, patches.values[at]!)
    const red = Math.round(255 + (10 - 255) * share)
    const green = Math.round(24 + (224 - 24) * share)
    const blue = Math.round(190 + (255 - 190) * share)
    return (blue << 16) | (green << 8) | red
  })
}

/** The picture above the line upside down on the floor, drawn out and broken by ripples. */
function wetFloor(pixels: Uint32Array, mirrored: Uint32Array, { width, height }: StyleOrder, seconds: number): void {
  const line = Math.round(height * mirrorLine)
  const rows = height - line
  for (let row = 0; row < rows; row++) {
    const part = row / rows
    const source = Math.max(0, line - 1 - Math.round(row * 1.7)) * width
    const ripple = Math.sin(row * 0.55 + seconds * 3) * (1 + part * 7) + Math.sin(row * 0.17 - seconds * 2) * part * 9
    const shift = Math.round((ripple * height) / 720)
    for (let x = 0; x < width; x++) {
      const from = x + shift
      mirrored[row * width + x] = pixels[source + (from < 0 ? 0 : from >= width ? width - 1 : from)]!
    }
  }
  for (let row = 0; row < rows; row++) {
    const shares = Math.round(150 * smoothstep(0, 0.25, row / rows) * (1 - 0.35 * (row / rows)))
    for (let x = 0, at = (line + row) * width; x < width; x++, at++) {
      const mirror = mirrored[row * width + x]!
      // Bright things show on dark ground; dark ones do not darken what is bright.
      const share = lumaOf(mirror) > lumaOf(pixels[at]!) ? shares : shares >> 2
      pixels[at] = blended(pixels[at]!, mirror, share)
    }
  }
}
