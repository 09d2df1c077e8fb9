/** Tall trunks that leave the frame at its top, and the roof of leaves that they carry. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { lit, sides } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, darken, hex, mix } from './colour.ts'
import { paintFoliage, traceClumps } from './foliage.ts'
import { alongBand, placeAlike } from './scenery.ts'
import type { Sides } from './shapes.ts'
import { paintStrip } from './strip.ts'

export interface TrunksOrder {
  depth: number
  /** Pixels: where they stand, and how thick they are. */
  ground: number
  wide: number
  /** In one period of 1.6 frame widths. */
  count: number
  /** 0 at the lens, 1 at the horizon. */
  distance: number
  leaf: string
}

export function paintTrunks(order: SetOrder, { depth, ground, wide, count, distance, leaf }: TrunksOrder): Layer {
  const { width, height, light, season, random } = order
  const top = -height * 0.14
  return paintStrip({ depth, period: width * 1.6, top, height: ground - top + wide }, (band) => {
    const bark = sides(hex('#6a4d3a'), light, distance)
    for (const { x } of alongBand(band, random, count, 0.7))
      placeAlike(band, random, x, wide * 3, (at, own) => {
        const half = wide * (0.6 + own() * 0.6) * 0.5
        paintTrunk(band.target, at, ground - top + (own() - 0.5) * wide * 0.5, half, bark, own)
      })
    // In winter only the firs have a roof, and it carries snow.
    const green = sides(hex(season === 'winter' ? '#4a6f60' : leaf), light, distance)
    const snow = css(lit(hex('#f3f7ff'), light, distance * 0.8), 0.92)
    const size = Math.min(wide * 2.2, height * 0.07)
    for (const { x, luck } of alongBand(band, random, Math.round((band.period / size) * 0.55), 1.4))
      placeAlike(band, random, x, size * 4, (at, own) => {
        // The leaves hang lower in some places than in others.
        const low = height * 0.15 + luck ** 2 * height * 0.16
        const clumps = Array.from({ length: 7 }, () => ({
          x: at + (own() - 0.5) * size * 4,
          y: low - own() * height * 0.12,
          radius: size * (0.55 + own() * 0.4),
        }))
        paintFoliage(band.target, clumps, green, { light, season, random: own, distance })
        if (season !== 'winter') return
        band.target.fillStyle = snow
        traceClumps(band.target, clumps, 0.72, -0.05, -0.4)
        band.target.fill()
      })
  })
}

/** From its foot out through the top of the picture; `half` of its thickness. */
function paintTrunk(target: SKRSContext2D, x: number, foot: number, half: number, bark: Sides, random: Random): void {
  const lean = (random() - 0.5) * half * 3.2
  const shade = target.createLinearGradient(x - half, 0, x + half, 0)
  shade.addColorStop(0, css(mix(bark.bright, [255, 240, 210], 0.12)))
  shade.addColorStop(0.35, css(mix(bark.bright, bark.dark, 0.4)))
  shade.addColorStop(1, css(darken(bark.dark, 0.08)))
  target.fillStyle = shade
  target.beginPath()
  target.moveTo(x - half * 2.2, foot)
  target.quadraticCurveTo(x - half, foot - half * 2, x - half * 0.9 + lean, 0)
  target.lineTo(x + half * 0.9 + lean, 0)
  target.quadraticCurveTo(x + half, foot - half * 2, x + half * 2.2, foot)
  target.quadraticCurveTo(x, foot + half * 0.5, x - half * 2.2, foot)
  target.fill()
  target.strokeStyle = css(darken(bark.dark, 0.3), 0.4)
  target.lineWidth = Math.max(0.8, half * 0.09)
  target.beginPath()
  for (let groove = 0; groove < 9; groove++) {
    const [side, low] = [(random() - 0.5) * 1.5, foot * (0.15 + random() * 0.8)]
    const high = low - foot * (0.06 + random() * 0.12)
    const at = (y: number) => x + side * half + lean * (1 - y / foot)
    target.moveTo(at(low), low)
    target.quadraticCurveTo(at(low) + (random() - 0.5) * half * 0.4, (low + high) / 2, at(high), high)
  }
  target.stroke()
}
