/** Strips painted in the frame's own pixels, and things on them that look the same on both sides of the seam. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { type Random, seededRandom } from '../../random.ts'
import type { Layer, SetOrder } from '../place.ts'
import { pinned } from './pinned.ts'
import { type Band, paintStrip } from './strip.ts'

/** Frame widths after which scenery repeats, where nothing else is said. */
export const usualSpan = 1.7

export interface SceneryOrder {
  depth: number
  /** Pixels from the frame's top that the scenery covers. */
  top: number
  bottom: number
  span?: number
  sway?: number
}

/** A strip on which y counts from the frame's top. */
export function scenery(
  { width }: SetOrder,
  { depth, top, bottom, span = usualSpan, sway = 0 }: SceneryOrder,
  paint: (band: Band) => void,
): Layer {
  return paintStrip({ depth, period: width * span, top, height: bottom - top, sway }, (band) => {
    band.target.translate(0, -top)
    paint(band)
  })
}

export interface LandmarkOrder {
  depth: number
  /** Pixels from the strip's left end, and how far it spreads to either side. */
  x: number
  reach: number
  top: number
  bottom: number
  span?: number
}

/** One thing that stands once in a period, kept in a picture of its own size; `paint` gets x measured from it. */
export function landmark(
  { width }: SetOrder,
  { depth, x, reach, top, bottom, span = usualSpan }: LandmarkOrder,
  paint: (target: SKRSContext2D) => void,
): Layer {
  const half = Math.ceil(reach)
  const canvas = createCanvas(half * 2, Math.ceil(bottom - top))
  const brush = canvas.getContext('2d')
  brush.translate(half, -top)
  paint(brush)
  return pinned({ depth, period: width * span, x, reach: half }, (target) => {
    target.imageSmoothingQuality = 'low'
    target.drawImage(canvas, -half, top)
  })
}

/** Calls `draw` at x and across the seam with the same random numbers. */
export function placeAlike(
  band: Band,
  random: Random,
  x: number,
  reach: number,
  draw: (x: number, random: Random) => void,
): void {
  const seed = Math.floor(random() * 2 ** 32)
  band.place(x, reach, (at) => draw(at, seededRandom(seed)))
}

/** `count` places along the band, evenly but not quite, each with a share of its own in [0, 1). */
export function alongBand(band: Band, random: Random, count: number, jitter = 0.6): { x: number; luck: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    x: ((index + 0.5 + (random() - 0.5) * jitter) / count) * band.period,
    luck: random(),
  }))
}
