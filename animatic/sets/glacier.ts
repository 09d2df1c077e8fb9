/** A glacier that ends in a bay: walls of blue ice, floes, snow underfoot, and northern lights at night. */
import { lit, sides } from './light.ts'
import { paintAurora } from './paint/aurora.ts'
import { snowCap } from './paint/caps.ts'
import { paintCliff, raggedRim } from './paint/cliff.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { groundBand, ridgeBand } from './paint/land.ts'
import { paintRock } from './paint/rock.ts'
import { alongBand, placeAlike, scenery } from './paint/scenery.ts'
import { paintSky } from './paint/sky.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const ice = '#a9dcf2'

export function paintGlacier(order: SetOrder): Place {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const shore = height * 0.58
  const bank = height * 0.71
  return {
    backdrop: [
      ...paintSky(order, shore),
      ...(light.darkness > 0.5 && light.sun.strength > 0.25 ? [paintAurora(order, shore)] : []),
      ...paintClouds(order, shore),
      ridgeBand(order, {
        depth: 0.07,
        colour: '#8498bf',
        crest: shore - unit * 0.38,
        foot: shore - unit * 0.16,
        bottom: shore - unit * 0.04,
        feature: width * 0.36,
        ruggedness: 0.85,
        distance: 0.78,
        decorate: snowCap(order, { share: 0.6, distance: 0.5 }),
      }),
      ridgeBand(order, {
        depth: 0.14,
        colour: '#cfe3f2',
        crest: shore - unit * 0.27,
        foot: shore - unit * 0.12,
        bottom: shore,
        feature: width * 0.5,
        ruggedness: 0.3,
        distance: 0.55,
      }),
      front(order, { depth: 0.28, foot: shore, tall: unit * 0.24, distance: 0.42, step: unit * 0.2 }),
      front(order, { depth: 0.45, foot: shore + unit * 0.005, tall: unit * 0.1, distance: 0.1, step: unit * 0.34 }),
    ],
    water: { top: shore, colour: '#2f7f9f', roughness: 0.16 },
    ground: [
      floes(order, { depth: 0.6, y: shore + (bank - shore) * 0.36, size: unit * 0.055, count: 9 }),
      floes(order, { depth: 0.8, y: shore + (bank - shore) * 0.7, size: unit * 0.085, count: 7 }),
      groundBand(order, {
        depth: 1,
        top: bank,
        far: '#f6faff',
        near: '#dbe8f6',
        scatter: {
          count: 120,
          paint(target, x, y, share, own) {
            if (own() < 0.16) {
              const size = unit * (0.008 + share * 0.026)
              paintRock(target, x, y, size, sides(hex(ice), light, 0.05), own)
              return
            }
            const reach = unit * (0.02 + share * 0.1)
            target.fillStyle = css(lit(hex(own() < 0.6 ? '#b9d2ee' : '#ffffff'), light, 0.1), 0.34)
            target.beginPath()
            target.ellipse(x, y, reach, reach * 0.12, 0, 0, Math.PI * 2)
            target.fill()
          },
        },
      }),
    ],
    foreground: [
      ridgeBand(order, {
        depth: 1.45,
        colour: '#cfe0f2',
        crest: height * 0.94,
        foot: height * 1.03,
        bottom: height * 1.2,
        feature: width * 0.8,
        ruggedness: 0.1,
        distance: 0.02,
      }),
    ],
    medium: 'ground',
    horizon: shore,
    floor: height * 0.86,
    dust: 'snow',
  }
}

interface FrontOrder {
  depth: number
  foot: number
  tall: number
  distance: number
  /** Pixels of one block. */
  step: number
}

/** Where the glacier breaks off: towers of ice with blue clefts between them. */
function front(order: SetOrder, { depth, foot, tall, distance, step }: FrontOrder): Layer {
  const { light, random } = order
  const tones = sides(hex(ice), light, distance)
  const deep = sides(hex('#4fa8d6'), light, distance)
  return scenery(order, { depth, top: foot - tall * 1.5, bottom: foot + 3 }, (band) => {
    const { target } = band
    const count = Math.round(band.period / step)
    for (const { x, luck } of alongBand(band, random, count, 0.9)) {
      // The nearer row is broken: bergs with open water between them.
      if (depth > 0.4 && luck < 0.4) continue
      placeAlike(band, random, x, step * 1.4, (at, own) => {
        const half = step * (0.5 + own() * 0.3)
        const high = tall * (0.55 + luck * 0.6)
        const peak = (share: number) =>
          foot - high * (0.65 + 0.35 * Math.sin(share * Math.PI)) * (depth > 0.4 ? Math.sin(0.25 + share * 2.6) : 1)
        const rim = raggedRim(own, at - half, at + half, peak, high * 0.24, 8)
        paintCliff(target, { random: own, tones, rim, foot: foot + 3, grain: 'pillars' })
        const blue = target.createLinearGradient(0, foot - high * 0.5, 0, foot)
        blue.addColorStop(0, css(deep.dark, 0))
        blue.addColorStop(1, css(deep.dark, 0.7))
        target.fillStyle = blue
        target.fillRect(at - half + 1, foot - high * 0.5, half * 2 - 2, high * 0.5 + 3)
        target.fillStyle = css(lit(hex('#ffffff'), light, distance * 0.7))
        target.beginPath()
        for (const [rimX, rimY] of rim) target.lineTo(rimX, rimY - 1)
        for (const [rimX, rimY] of rim.toReversed())
          target.lineTo(rimX, Math.min(foot, rimY + high * (0.02 + own() * 0.09)))
        target.fill()
      })
    }
  })
}

/** Flat pieces of ice that float, each with its blue foot under water. */
function floes(
  order: SetOrder,
  { depth, y, size, count }: { depth: number; y: number; size: number; count: number },
): Layer {
  const { light, random } = order
  const top = css(lit(hex('#f8fcff'), light, 0.12))
  const side = css(lit(hex('#8cc8e8'), light, 0.2))
  const below = css(lit(hex('#5fb0d0'), light, 0.25), 0.4)
  const layer = scenery(order, { depth, top: y - size, bottom: y + size }, (band) => {
    for (const { x, luck } of alongBand(band, random, count, 1.1)) {
      const half = size * (0.5 + luck * 1.1)
      placeAlike(band, random, x, half * 1.4, (at, own) => {
        const { target } = band
        const slant = (own() - 0.5) * half * 0.4
        for (const [fill, from, to, grow] of [
          [below, 0, 0.3, 0.9],
          [side, -0.12, 0.1, 1],
          [top, -0.2, 0, 1],
        ] as const) {
          target.fillStyle = fill
          target.beginPath()
          target.moveTo(at - half * grow, y + to * size)
          target.lineTo(at - half * 0.7 * grow + slant, y + from * size - size * 0.08)
          target.lineTo(at + half * 0.55 * grow + slant, y + from * size - size * 0.1)
          target.lineTo(at + half * grow, y + to * size - size * 0.03)
          target.lineTo(at + half * 0.3 * grow, y + to * size + size * 0.12)
          target.fill()
        }
      })
    }
  })
  return {
    draw: (target, view, seconds) =>
      layer.draw(target, { ...view, y: view.y - Math.sin(seconds * 0.9 + depth * 9) * size * 0.03 }, seconds),
  }
}
