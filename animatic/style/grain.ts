/** Textures made once a film: paper, canvas, wood and the grain of film. */
import type { Random } from '../random.ts'
import { byte } from './pass.ts'
import { makePlane, type Plane } from './raster.ts'

export interface NoiseOrder {
  width: number
  height: number
  /** Pixels from one bump to the next, across and down. */
  across: number
  down: number
  /** Each further octave is twice as fine and half as strong. */
  octaves: number
  random: Random
}

/** Smooth value noise in octaves (Perlin 1985 calls the sum turbulence): 0 to 255, its mean about 128. */
export function fractalNoise({ width, height, across, down, octaves, random }: NoiseOrder): Plane {
  const sum = new Float32Array(width * height)
  let total = 0
  for (let octave = 0; octave < octaves; octave++) {
    const scale = 2 ** octave
    const strength = 1 / scale
    total += strength
    addNoise(sum, { width, height, across: across / scale, down: down / scale, octaves: 1, random }, strength)
  }
  const plane = makePlane(width, height)
  // Sums of independent noises bunch about their mean: spread them out again.
  const spread = 255 * Math.min(1.5, 1 + octaves * 0.12)
  for (let at = 0; at < sum.length; at++) plane.values[at] = byte(128 + (sum[at]! / total - 0.5) * spread)
  return plane
}

function addNoise(sum: Float32Array, { width, height, across, down, random }: NoiseOrder, strength: number): void {
  const columns = Math.ceil(width / across) + 2
  const rows = Math.ceil(height / down) + 2
  const knots = Float32Array.from({ length: columns * rows }, () => random() * strength)
  const shares = Float32Array.from({ length: width }, (_, x) => ease(x / across - Math.floor(x / across)))
  const row = new Float32Array(columns)
  for (let y = 0; y < height; y++) {
    const knotRow = Math.floor(y / down)
    const share = ease(y / down - knotRow)
    for (let column = 0; column < columns; column++) {
      const upper = knots[knotRow * columns + column]!
      row[column] = upper + (knots[(knotRow + 1) * columns + column]! - upper) * share
    }
    for (let x = 0; x < width; x++) {
      const knot = Math.floor(x / across)
      sum[y * width + x]! += row[knot]! + (row[knot + 1]! - row[knot]!) * shares[x]!
    }
  }
}

function ease(share: number): number {
  return share * share * (3 - 2 * share)
}

/** Values of film grain, -127 to 127, clumped a little, in a length that is a power of two: index it by `& mask`. */
export function filmGrain(random: Random): { values: Int8Array; mask: number } {
  const length = 1 << 19
  const values = new Int8Array(length)
  let before = 0
  for (let at = 0; at < length; at++) {
    const fresh = random() + random() + random() - 1.5
    before = before * 0.35 + fresh * 0.8
    values[at] = Math.max(-127, Math.min(127, Math.round(before * 84)))
  }
  return { values, mask: length - 1 }
}

/** 256 in the middle, less towards the corners: `depth` is taken away there, from `start` of the way out. */
export function vignette(width: number, height: number, depth: number, start = 0.45): Uint16Array {
  const shade = new Uint16Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const out = Math.hypot((x / width) * 2 - 1, (y / height) * 2 - 1) / Math.SQRT2
      const share = Math.min(1, Math.max(0, (out - start) / (1 - start)))
      shade[y * width + x] = Math.round(256 * (1 - depth * share * share * (3 - 2 * share)))
    }
  }
  return shade
}
