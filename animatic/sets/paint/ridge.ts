/** Lines of hills and mountains that close on themselves after one period. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { type Colour, css } from './colour.ts'
import type { Band } from './strip.ts'

/** A height between 0 and 1 for every x; equal at 0 and at the period. */
export type Outline = (x: number) => number

export interface OutlineOrder {
  period: number
  /** Pixels between the largest features. */
  feature: number
  /** 0 is rolling, 1 is jagged. */
  ruggedness: number
}

/** Value noise in octaves (Perlin's fractal sum), on a lattice that wraps round. */
export function outline(random: Random, { period, feature, ruggedness }: OutlineOrder): Outline {
  const octaves = ruggedness > 0.5 ? 6 : 4
  const lattices = Array.from({ length: octaves }, (_, octave) => {
    const cells = Math.max(2, Math.round((period / feature) * 2 ** octave))
    return Array.from({ length: cells }, random)
  })
  const gain = 0.28 + ruggedness * 0.24
  const raw: Outline = (x) =>
    lattices.reduce((sum, lattice, octave) => {
      const height = wrapped(lattice, x / period, octave === 0 ? ruggedness : 0)
      // Jagged lines fold the noise over: its middle becomes sharp crests (Musgrave's ridged fractal).
      const shaped = ruggedness > 0.5 ? 1 - Math.abs(height * 2 - 1) : height
      return sum + shaped * gain ** octave
    }, 0)
  const samples = Array.from({ length: 400 }, (_, index) => raw((index / 400) * period))
  const [low, high] = [Math.min(...samples), Math.max(...samples)]
  return (x) => Math.min(1, Math.max(0, (raw(x) - low) / (high - low || 1)))
}

function wrapped(lattice: readonly number[], share: number, sharpness: number): number {
  const place = (share - Math.floor(share)) * lattice.length
  const cell = Math.floor(place)
  const part = place - cell
  const smooth = part * part * (3 - 2 * part)
  const step = smooth + (part - smooth) * sharpness
  const from = lattice[cell % lattice.length] ?? 0
  const to = lattice[(cell + 1) % lattice.length] ?? 0
  return from + (to - from) * step
}

export interface RidgeOrder {
  line: Outline
  /** Pixels from the band's top: where the highest point and the lowest point of the line are. */
  crest: number
  foot: number
  /** The colour at the crest and the colour it fades into lower down. */
  colour: Colour
  base: Colour
}

/** Fills everything below the line. */
export function paintRidge(band: Band, { line, crest, foot, colour, base }: RidgeOrder): void {
  const { target } = band
  const shade = target.createLinearGradient(0, crest, 0, Math.max(foot, crest + 1) + (foot - crest) * 0.35)
  shade.addColorStop(0, css(colour))
  shade.addColorStop(1, css(base))
  target.fillStyle = shade
  traceRidge(target, band, line, crest, foot)
  target.fill()
}

/** The same area as a path, to clip or to fill. */
export function traceRidge(target: SKRSContext2D, band: Band, line: Outline, crest: number, foot: number): void {
  target.beginPath()
  target.moveTo(-2, band.height)
  for (let x = -2; x <= band.period + 4; x += 2) target.lineTo(x, foot - (foot - crest) * line(x))
  target.lineTo(band.period + 4, band.height)
  target.closePath()
}
