/** Pencil: graphite lines on paper and three layers of hatching for the shadows, redrawn eight times a second. */
import { scattered } from '../random.ts'
import { Contours } from './contours.ts'
import { fractalNoise } from './grain.ts'
import { type HalfPass, type StyleOrder, type StylePainter, smoothstep, word } from './pass.ts'
import { BoxBlur, brightnessOf, enlarge, makeHalfPlane, makePlane, setEach } from './raster.ts'

/** Drawings a second: the hand never draws the same line twice. */
const pace = 8
/** Drawings before the first comes again. */
const redrawings = 3

export const pencilSketch: StylePainter<HalfPass> = (order) => {
  const { width, height, random } = order
  const half = makeHalfPlane(width, height)
  const tone = makePlane(width, height)
  const blur = new BoxBlur(half.width, half.height)
  const contours = new Contours({ width, height, reach: Math.max(2, Math.round(height / 300)), from: 0.6, to: 4 })
  const hatching = paintHatching(order)
  const tooth = fractalNoise({ width, height, across: 2.6, down: 2.6, octaves: 2, random })
  const sheet = unfinishedEdge(order)
  const label = Math.floor(random() * 2 ** 31)
  const shades = Uint32Array.from({ length: 256 }, (_, light) => {
    const share = light / 255
    return word(Math.round(44 + share * 208), Math.round(43 + share * 206), Math.round(48 + share * 193))
  })
  const levels = tonesOfHatching()
  return {
    paintHalf(drawn, into, seconds) {
      brightnessOf(drawn, half.values)
      const lines = contours.trace(half.values)
      blur.blur(half.values, half.values, 1)
      enlarge(half, tone)
      const turn = Math.floor(seconds * pace + 1e-6) % redrawings
      const shift =
        Math.floor(scattered(turn, label) * height * 0.4) * width + Math.floor(scattered(turn, label + 1) * 64)
      for (let at = 0; at < into.length; at++) {
        const bright = tone.values[at]!
        const strokes = hatching[at + shift < hatching.length ? at + shift : at + shift - hatching.length]!
        const hatched =
          (strokes & 255) * levels.light[bright]! +
          ((strokes >>> 8) & 255) * levels.middle[bright]! +
          (strokes >>> 16) * levels.deep[bright]!
        const graphite = (hatched >> 8) + lines[at]!
        // Graphite stays on the paper's ridges and leaves its hollows white.
        const worn = (graphite * (150 + tooth.values[at]!)) >> 8
        const light = 255 - ((worn * sheet[at]!) >> 8) - ((255 - tooth.values[at]!) >> 5)
        into[at] = shades[light < 0 ? 0 : light]!
      }
    },
  }
}

/** How strongly each layer of hatching is drawn at a brightness, of 256. */
function tonesOfHatching(): { light: Uint16Array; middle: Uint16Array; deep: Uint16Array } {
  const fading = (from: number, to: number, most: number) =>
    Uint16Array.from({ length: 256 }, (_, bright) => Math.round(most * (1 - smoothstep(from, to, bright))))
  return { light: fading(95, 205, 96), middle: fading(50, 135, 150), deep: fading(18, 80, 190) }
}

/** Three layers of strokes at their own angles, one in each byte, 0 to 255. */
function paintHatching({ width, height, random }: StyleOrder): Uint32Array {
  const wander = fractalNoise({ width, height, across: height / 9, down: height / 9, octaves: 2, random })
  const pressure = fractalNoise({ width, height, across: height / 24, down: height / 24, octaves: 2, random })
  const pitch = Math.max(3, height / 130)
  const layers = [
    { angle: 0.85, pitch },
    { angle: -0.6, pitch: pitch * 0.9 },
    { angle: 0.25, pitch: pitch * 0.8 },
  ].map((layer) => ({
    right: Math.cos(layer.angle) / layer.pitch,
    down: Math.sin(layer.angle) / layer.pitch,
    ...layer,
  }))
  return setEach(new Uint32Array(width * height), width, (at, x, y) => {
    const pressed = 255 * Math.min(1, 0.35 + pressure.values[at]! / 200)
    return layers.reduce((packed, layer, index) => {
      const across = x * layer.right + y * layer.down + (wander.values[at]! * 0.12) / layer.pitch
      const near = Math.abs(across - Math.floor(across) - 0.5) * 2
      return packed | (Math.round(pressed * (1 - smoothstep(0.25, 0.85, near))) << (index * 8))
    }, 0)
  })
}

/** The sketch fades out towards the sheet's edges: 256 inside, 0 at the rim, along a ragged line. */
function unfinishedEdge({ width, height, random }: StyleOrder): Uint16Array {
  const ragged = fractalNoise({ width, height, across: height / 7, down: height / 7, octaves: 3, random })
  return setEach(new Uint16Array(width * height), width, (at, x, y) => {
    const rim = Math.min(x, width - 1 - x, y, height - 1 - y) / height
    return Math.round(256 * smoothstep(0.005, 0.09, rim + (ragged.values[at]! / 255 - 0.5) * 0.09))
  })
}
