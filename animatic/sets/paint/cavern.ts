/** What grows in caves: dripstone and glowing crystals. */
import { sides } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { type Colour, css, hex, mix } from './colour.ts'
import { alongBand, placeAlike, scenery } from './scenery.ts'
import { fillShape, paintGlow, paintShape } from './shapes.ts'

interface TeethOrder {
  depth: number
  /** Pixels: how far the longest hangs from the roof, how high the tallest stands. */
  hang: number
  stand: number
  foot: number
  distance: number
  count: number
}

/** Stalactites from a roof of rock, and stalagmites from the floor. */
export function paintDripstone(order: SetOrder, { depth, hang, stand, foot, distance, count }: TeethOrder): Layer[] {
  const { height, light, random } = order
  const top = -height * 0.1
  const roof = height * (0.02 + depth * 0.05)
  const tones = sides(hex('#77759a'), light, distance)
  const hanging = scenery(order, { depth, top, bottom: roof + hang }, (band) => {
    for (const { x, luck } of alongBand(band, random, count * 2, 1.2)) {
      placeAlike(band, random, x, band.period / count, (at, own) => {
        const half = (band.period / count) * (0.4 + own() * 0.4)
        const long = hang * (0.25 + luck * luck * 0.75)
        const lean = (own() - 0.5) * half * 0.2
        const left = [at - half, top, at - half * 0.9, roof * 0.9, at - half * 0.16, roof + long * 0.55]
        const right = [at + half * 0.16, roof + long * 0.5, at + half * 0.9, roof * 0.8, at + half, top]
        const upsideDown = { bright: tones.dark, dark: tones.bright }
        paintShape(band.target, [...left, at + lean, roof + long, ...right], upsideDown)
      })
    }
  })
  const standing = scenery(order, { depth, top: foot - stand, bottom: foot + 2 }, (band) => {
    for (const { x, luck } of alongBand(band, random, count, 1.2)) {
      placeAlike(band, random, x, stand, (at, own) => {
        const high = stand * (0.25 + luck * 0.75)
        const half = high * (0.3 + own() * 0.25)
        const left = [at - half * 1.6, foot + 2, at - half * 0.5, foot - high * 0.4]
        const right = [at + half * 0.4, foot - high * 0.5, at + half * 1.5, foot + 2]
        paintShape(band.target, [...left, at + (own() - 0.5) * half * 0.3, foot - high, ...right], tones)
      })
    }
  })
  return [hanging, standing]
}

interface CrystalsOrder {
  depth: number
  foot: number
  size: number
  count: number
  gem: Colour
  distance: number
}

/** Clusters of glowing crystals. */
export function paintCrystals(order: SetOrder, { depth, foot, size, count, gem, distance }: CrystalsOrder): Layer {
  const { light, random } = order
  const colour = mix(gem, light.haze, distance)
  return scenery(order, { depth, top: foot - size * 2.2, bottom: foot + size }, (band) => {
    for (const { x, luck } of alongBand(band, random, count, 0.9)) {
      placeAlike(band, random, x, size * 2.4, (at, own) => {
        const { target } = band
        paintGlow(target, at, foot - size * 0.4, size * 1.8, gem, 0.42)
        for (let index = 0; index < 6; index++) {
          const lean = (index / 5 - 0.5) * 1.5 + (own() - 0.5) * 0.2
          const long = size * (0.4 + own() * 0.6 + (index === 2 ? 0.35 : 0)) * (0.7 + luck * 0.4)
          const wide = long * 0.15
          target.save()
          target.translate(at + lean * size * 0.3, foot + size * 0.05)
          target.rotate(lean * 0.6)
          fillShape(target, [-wide, 0, -wide, -long * 0.76, 0, -long, 0, 0], css(mix(colour, [255, 255, 255], 0.55)))
          fillShape(target, [0, 0, 0, -long, wide, -long * 0.72, wide, 0], css(mix(colour, light.haze, 0.3)))
          target.restore()
        }
      })
    }
  })
}
