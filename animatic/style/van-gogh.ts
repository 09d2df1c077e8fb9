/** Van Gogh: thick strokes that follow each other in swirls, turning slowly; cobalt and yellow; dark contours. */
import { Contours } from './contours.ts'
import { Details } from './details.ts'
import type { HalfPass, StyleOrder, StylePainter } from './pass.ts'
import { brightnessOf, lumaOf } from './raster.ts'
import { layStrokes, type Strokes } from './strokes.ts'
import { blended, packed, relieved, ridgeOf } from './words.ts'

const outline = 0xff4a2a18
const cobalt = 0xffb4501e
const starlight = 0xff8ae8ff

interface Swirl {
  x: number
  y: number
  /** Pixels. */
  reach: number
  turn: 1 | -1
}

export const vanGogh: StylePainter<HalfPass> = (order) => {
  const { width, height } = order
  const halfWidth = (width + 1) >> 1
  const brightness = new Uint8Array(halfWidth * ((height + 1) >> 1))
  const details = new Details(width, height)
  const contours = new Contours({ width, height, reach: Math.max(2, Math.round(height / 240)), from: 1.6, to: 6 })
  const swirls = placeSwirls(order)
  const brushes = layBrushes(order, swirls)
  const layers = [brushes.broad, brushes.fine].map((strokes, layer) => ({
    strokes,
    ids: strokes.ids,
    ridges: Uint16Array.from(strokes.relief, (relief) => ridgeOf(relief)),
    colours: new Uint32Array(strokes.x.length),
    waves: wavesOf(strokes, swirls, order, layer === 0 ? 1 : 0.45),
  }))
  const [broad, fine] = layers
  return {
    paintHalf(half, into, seconds) {
      brightnessOf(half, brightness)
      const lines = contours.trace(brightness)
      const detail = details.find(brightness)
      for (const { strokes, colours, waves } of layers) {
        for (let id = 0; id < colours.length; id++) {
          const pixel = half[(strokes.y[id]! >> 1) * halfWidth + (strokes.x[id]! >> 1)]!
          const wave = Math.sin(waves.phase[id]! - seconds * 1.6) * waves.strength[id]! + (strokes.luck[id]! - 0.5) * 34
          const vivid = strengthened(pixel, wave)
          // Every fourth stroke answers in cobalt, and the hearts of the swirls shine.
          const answered = strokes.luck[id]! < 0.22 ? blended(vivid, cobalt, 70) : vivid
          colours[id] = blended(answered, starlight, waves.shine[id]!)
        }
      }
      if (!broad || !fine) return
      const { ids: broadIds, ridges: broadRidges, colours: broadColours } = broad
      const { ids: fineIds, ridges: fineRidges, colours: fineColours } = fine
      for (let y = 0, at = 0; y < height; y++) {
        const row = (y >> 1) * halfWidth
        for (let x = 0; x < width; x++, at++) {
          const painted =
            detail[row + (x >> 1)]! > 34
              ? relieved(fineColours[fineIds[at]!]!, fineRidges[at]!)
              : relieved(broadColours[broadIds[at]!]!, broadRidges[at]!)
          const line = lines[at]!
          into[at] = line > 0 ? blended(painted, outline, (line * 190) >> 8) : painted
        }
      }
    },
  }
}

/** One great swirl and a few small ones in the upper half, never twice in one place. */
function placeSwirls({ width, height, random }: StyleOrder): Swirl[] {
  const side = Math.min(width, height)
  const places = [
    { x: 0.46, y: 0.26, reach: 0.34 },
    { x: 0.12, y: 0.16, reach: 0.17 },
    { x: 0.82, y: 0.15, reach: 0.2 },
    { x: 0.27, y: 0.06, reach: 0.12 },
    { x: 0.66, y: 0.07, reach: 0.12 },
    { x: 0.95, y: 0.4, reach: 0.14 },
  ]
  return places.map(({ x, y, reach }, index) => ({
    x: width * (x + (random() - 0.5) * 0.1),
    y: height * (y + (random() - 0.5) * 0.08),
    reach: side * reach,
    turn: index % 2 === 0 ? 1 : -1,
  }))
}

/** The brush turns about the swirls; elsewhere it runs in waves along the ground. */
function angleField(swirls: readonly Swirl[], side: number): (x: number, y: number) => number {
  return (x, y) => {
    const base =
      0.5 * Math.sin(x / (side * 0.17) + y / (side * 0.3)) + 0.3 * Math.sin(y / (side * 0.08) - x / (side * 0.4))
    let [right, down] = [Math.cos(base), Math.sin(base)]
    for (const swirl of swirls) {
      const [dx, dy] = [x - swirl.x, y - swirl.y]
      const distance = Math.hypot(dx, dy) || 1
      const pull = 5 * Math.exp(-((distance / swirl.reach) ** 2) * 1.6)
      // Not quite along the circle: a spiral.
      right += ((-dy * swirl.turn - dx * 0.22) / distance) * pull
      down += ((dx * swirl.turn - dy * 0.22) / distance) * pull
    }
    return Math.atan2(down, right)
  }
}

function layBrushes(
  { width, height, random }: StyleOrder,
  swirls: readonly Swirl[],
): { broad: Strokes; fine: Strokes } {
  const side = Math.min(width, height)
  const angleAt = angleField(swirls, side)
  return {
    broad: layStrokes({ width, height, random, length: side / 13, breadth: side / 62, angleAt }),
    fine: layStrokes({ width, height, random, length: side / 36, breadth: side / 130, angleAt }),
  }
}

interface Waves {
  phase: Float32Array
  /** How much lighter and darker the wave makes the stroke, of 255. */
  strength: Float32Array
  /** How much of the stroke is starlight, of 256. */
  shine: Uint16Array
}

/** Bands of light that run round each swirl, weaker with the distance. */
function wavesOf({ x, y }: Strokes, swirls: readonly Swirl[], { width }: StyleOrder, force: number): Waves {
  const waves: Waves = {
    phase: new Float32Array(x.length),
    strength: new Float32Array(x.length).fill(9 * force),
    shine: new Uint16Array(x.length),
  }
  for (let id = 0; id < x.length; id++) {
    waves.phase[id] = (x[id]! / width) * 30 + y[id]! * 0.05
    let nearest = Number.POSITIVE_INFINITY
    for (const swirl of swirls) {
      const [dx, dy] = [x[id]! - swirl.x, y[id]! - swirl.y]
      const out = Math.hypot(dx, dy) / swirl.reach
      if (out >= nearest || out > 1.3) continue
      nearest = out
      waves.phase[id] = Math.atan2(dy, dx) * swirl.turn * 2 + out * 11
      waves.strength[id] = force * (9 + 30 * Math.max(0, 1.3 - out))
      waves.shine[id] = Math.round(force * 190 * Math.exp(-((out / 0.3) ** 2)))
    }
  }
  return waves
}

/** Fuller colours, shadows in blue, `more` lighter. */
function strengthened(pixel: number, more: number): number {
  const bright = lumaOf(pixel)
  const base = bright + more + (((bright - 120) * 40) >> 8)
  const cold = bright < 110 ? (110 - bright) >> 2 : 0
  const red = base - cold + ((((pixel & 255) - bright) * 380) >> 8)
  const green = base + (((((pixel >>> 8) & 255) - bright) * 380) >> 8)
  const blue = base + cold * 2 + (((((pixel >>> 16) & 255) - bright) * 380) >> 8)
  return packed(red, green, blue)
}
