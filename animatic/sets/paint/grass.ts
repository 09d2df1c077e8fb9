/** Grass: its colours through the year, tufts and flowers on the ground, and the blades close to the lens. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import type { Season } from '../../script/shot-plan.ts'
import { lit, sides } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { type Colour, css, darken, hex, lighten, mix } from './colour.ts'
import type { Scatter } from './land.ts'
import { placeAlike } from './scenery.ts'
import { pickOf } from './shapes.ts'
import { paintStrip } from './strip.ts'

export const grassColours: Record<Season, { far: string; near: string; blade: string }> = {
  spring: { far: '#a5c66a', near: '#6fae4c', blade: '#5c9c42' },
  summer: { far: '#9fbf62', near: '#5f9e48', blade: '#4f8c3e' },
  autumn: { far: '#c9ae5f', near: '#a18743', blade: '#8a7238' },
  winter: { far: '#e6edf4', near: '#d4dfea', blade: '#b3c2d0' },
}

export interface Blossoms {
  /** How many of the tufts are in bloom. */
  share: number
  colours: readonly [string, ...string[]]
}

export const wildflowers: Blossoms = { share: 0.34, colours: ['#ffffff', '#ffd84d', '#ff8fab', '#c59bff', '#ff6f61'] }
export const daisies: Blossoms = { share: 0.14, colours: ['#ffffff', '#ffd84d'] }

export interface GrassOrder {
  /** Tufts over two frame widths. */
  count: number
  /** Their heights far away and close by, as shares of the frame's smaller side. */
  sizes: readonly [far: number, near: number]
  colour: string
  /** None in winter. */
  blossoms?: Blossoms
}

/** Tufts for `groundBand`. */
export function grassScatter(order: SetOrder, { count, sizes, colour, blossoms }: GrassOrder): Scatter {
  const { width, height, light, season } = order
  const unit = Math.min(width, height)
  const [far, near] = sizes
  return {
    count,
    paint(target, x, y, share, random) {
      const size = unit * (far + share * (near - far)) * (0.75 + random() * 0.6)
      const tint = darken(hex(colour), random() * 0.16)
      paintTuft(target, x, y, size, lit(tint, light, 0.22 * (1 - share)), random, 6)
      if (!blossoms || season === 'winter' || random() > blossoms.share) return
      const petals = lit(hex(pickOf(random, blossoms.colours)), light, 0.05)
      for (let bloom = 0; bloom < 3; bloom++)
        paintBlossom(target, x + (random() - 0.5) * size * 1.4, y - size * (0.7 + random() * 0.5), size * 0.24, petals)
    },
  }
}

/** A tuft of `blades` of grass, the ones at the back darker. */
export function paintTuft(
  target: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  colour: Colour,
  random: Random,
  blades = 7,
): void {
  const tones = [css(darken(colour, 0.16)), css(colour), css(lighten(colour, 0.13))]
  for (let index = 0; index < blades; index++) {
    const foot = x + (random() - 0.5) * height * 0.9
    const lean = (random() - 0.5) * height * 0.9
    const tall = height * (0.55 + random() * 0.45)
    target.fillStyle = tones[Math.floor((index / blades) * 3)] ?? css(colour)
    target.beginPath()
    target.moveTo(foot - height * 0.05, y)
    target.quadraticCurveTo(foot + lean * 0.2, y - tall * 0.6, foot + lean, y - tall)
    target.quadraticCurveTo(foot + lean * 0.4, y - tall * 0.5, foot + height * 0.06, y)
    target.fill()
  }
}

/** A flower's head: five petals round a yellow heart, or a dot where that is all one would see. */
export function paintBlossom(target: SKRSContext2D, x: number, y: number, radius: number, colour: Colour): void {
  target.fillStyle = css(colour)
  target.beginPath()
  if (radius < 1.6) {
    target.arc(x, y, radius, 0, Math.PI * 2)
    target.fill()
    return
  }
  for (let petal = 0; petal < 5; petal++) {
    const turn = (petal / 5) * Math.PI * 2 - 0.3
    const [petalX, petalY] = [x + Math.cos(turn) * radius * 0.62, y + Math.sin(turn) * radius * 0.5]
    target.moveTo(petalX + radius * 0.5, petalY)
    target.arc(petalX, petalY, radius * 0.5, 0, Math.PI * 2)
  }
  target.fill()
  target.fillStyle = css(mix(colour, [255, 196, 40], 0.8))
  target.beginPath()
  target.arc(x, y, radius * 0.36, 0, Math.PI * 2)
  target.fill()
}

/** Blades at the lower edge of the frame, close to the lens and dark against the light; `tall` shares of the frame. */
export function foregroundGrass(order: SetOrder, colour: string, tall: number): Layer {
  const { width, height, light, random } = order
  const base = darken(sides(hex(colour), light, 0).dark, 0.3)
  const high = height * tall
  return paintStrip(
    { depth: 1.55, period: width * 1.8, top: height - high * 0.75, height: high * 1.6, sway: high * 0.09 },
    (band) => {
      for (let index = 0; index < 90; index++) {
        // In drifts, with gaps between that leave the ground to be seen.
        const x = random() * band.period
        const drift = 0.5 + 0.5 * Math.sin((x / band.period) * Math.PI * 6 + 1)
        const size = high * (0.3 + random() * 0.3 + drift * 0.4)
        const tint = mix(base, lit(hex(colour), light, 0), random() * 0.4)
        placeAlike(band, random, x, size * 1.2, (at, own) => paintTuft(band.target, at, high * 1.1, size, tint, own, 7))
      }
    },
  )
}
