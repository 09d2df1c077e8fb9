/** Bands of land shared by the open-air sets: far mountains, hills, rows of trees, ground. */

import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { lit } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { type Colour, css, darken, hex, lighten, mix } from './colour.ts'
import { outline, paintRidge } from './ridge.ts'
import { placeAlike } from './scenery.ts'
import type { StandingPainter } from './standing.ts'
import { type Band, paintStrip } from './strip.ts'

export interface RidgeBandOrder {
  depth: number
  colour: string
  /** Pixels from the frame's top: the highest point, the lowest point of the line, and the band's lower edge. */
  crest: number
  foot: number
  bottom: number
  /** Pixels between the largest features. */
  feature: number
  ruggedness: number
  /** 0 at the lens, 1 at the horizon. */
  distance: number
  /** How brightly the sun behind it lights its edge, 0 to 1. */
  rim?: number
  /** Pixels that what is painted on top may stand out above the crest. */
  above?: number
  /** Paints more on top, such as snow caps or trees; `lineAt` gives the ridge's height in the band. */
  decorate?: (band: Band, lineAt: (x: number) => number) => void
}

/** One line of hills or mountains, lit at its crest and fading into haze at its foot. */
export function ridgeBand({ width, height, light, random }: SetOrder, order: RidgeBandOrder): Layer {
  const { depth, crest, foot, bottom, feature, ruggedness, distance, above = 2, rim = 1 } = order
  const top = crest - above
  const unit = Math.min(width, height)
  return paintStrip({ depth, period: width * 1.7, top, height: bottom - top }, (band) => {
    const line = outline(random, { period: band.period, feature, ruggedness })
    const colour = lit(hex(order.colour), light, distance)
    const base = mix(colour, light.haze, 0.3 + light.hazeShare * 0.4)
    paintRidge(band, { line, crest: above, foot: foot - top, colour, base: distance > 0.3 ? base : colour })
    const lineAt = (x: number) => above + (foot - crest) * (1 - line(x))
    paintRim(
      band,
      lineAt,
      css(mix(colour, light.sun.glow, 0.6), 0.5 * rim * light.sun.strength * (1 - light.darkness * 0.8)),
      unit * 0.003,
    )
    order.decorate?.(band, lineAt)
  })
}

/** The edge that the sun behind it lights. */
function paintRim({ target, period }: Band, lineAt: (x: number) => number, colour: string, thick: number): void {
  target.strokeStyle = colour
  target.lineWidth = Math.max(1, thick)
  target.beginPath()
  for (let x = -2; x <= period + 4; x += 2) target.lineTo(x, lineAt(x) + thick / 2)
  target.stroke()
}

export interface TreeRowOrder {
  depth: number
  /** Pixels from the frame's top where the trees stand. */
  ground: number
  /** Pixels of the tallest tree. */
  tall: number
  /** Trees in one frame's width. */
  density: number
  /** 0 at the lens, 1 at the horizon. */
  distance: number
  sway?: number
  paint: StandingPainter
}

/** How far a tree, a bush or a cottage spreads to either side, in its own heights. */
const treeReach = 1.8

/** A row of trees, or of what else stands on one line, the further ones first. */
export function treeRow({ width, light, season, random }: SetOrder, order: TreeRowOrder): Layer {
  const { depth, ground, tall, density, distance, sway, paint } = order
  const top = ground - tall * 1.15
  const period = width * 1.5
  return paintStrip({ depth, period, top, height: tall * 1.25, ...(sway ? { sway } : {}) }, (band) => {
    const trees = Array.from({ length: Math.round(density * 1.5) }, () => ({
      x: random() * band.period,
      y: ground - top + (random() - 0.6) * tall * 0.12,
      height: tall * (0.55 + random() * 0.45),
    })).sort((one, other) => one.y - other.y)
    for (const { x, y, height } of trees)
      placeAlike(band, random, x, height * treeReach, (at, own) =>
        paint(band.target, at, y, height, { light, season, random: own, distance }),
      )
  })
}

export interface GroundOrder {
  depth: number
  top: number
  far: string
  near: string
  /** What is scattered over it, `share` 0 far to 1 near. */
  scatter?: Scatter
}

export interface Scatter {
  count: number
  paint: (target: SKRSContext2D, x: number, y: number, share: number, random: Random) => void
}

/** The ground the subjects stand on, from the horizon to below the frame. */
export function groundBand({ width, height, light, random }: SetOrder, order: GroundOrder): Layer {
  const bottom = height * 1.16
  return paintStrip({ depth: order.depth, period: width * 2, top: order.top, height: bottom - order.top }, (band) => {
    const shade = band.target.createLinearGradient(0, 0, 0, height - order.top)
    shade.addColorStop(0, css(lit(hex(order.far), light, 0.5)))
    shade.addColorStop(0.35, css(lit(mix(hex(order.far), hex(order.near), 0.6), light, 0.2)))
    shade.addColorStop(1, css(darken(lit(hex(order.near), light, 0.02), 0.16)))
    band.target.fillStyle = shade
    const line = outline(random, { period: band.period, feature: width * 0.5, ruggedness: 0.1 })
    const bump = (height - order.top) * 0.05
    band.target.beginPath()
    band.target.moveTo(-2, band.height)
    for (let x = -2; x <= band.period + 8; x += 6) band.target.lineTo(x, bump * line(x))
    band.target.lineTo(band.period + 4, band.height)
    band.target.fill()
    paintDapples(band, random, bump * 2, lit(hex(order.near), light, 0.05))
    const { count, paint } = order.scatter ?? { count: 0, paint: () => {} }
    const spots = Array.from({ length: count }, () => ({
      x: random() * band.period,
      share: 0.04 + random() ** 1.4 * 0.96,
    }))
    spots.sort((one, other) => one.share - other.share)
    const reach = Math.min(width, height) * 0.15
    for (const { x, share } of spots)
      placeAlike(band, random, x, reach, (at, own) =>
        paint(band.target, at, bump + share * (height * 1.1 - order.top - bump), share, own),
      )
  })
}

/** Patches where the ground is a little lighter or darker, flat as one sees them from the side. */
function paintDapples(band: Band, random: Random, top: number, colour: Colour): void {
  const { target, period, height } = band
  for (let patch = 0; patch < 46; patch++) {
    const share = random() ** 1.5
    const long = height * (0.16 + share * 0.5) * (0.6 + random() * 0.8)
    const y = top + share * (height - top)
    const tint = random() < 0.5 ? lighten(colour, 0.35) : darken(colour, 0.45)
    const alpha = 0.05 + random() * 0.11
    band.place(random() * period, long, (x) => {
      target.save()
      target.translate(x, y)
      target.scale(1, 0.13)
      const soft = target.createRadialGradient(0, 0, long * 0.3, 0, 0, long)
      soft.addColorStop(0, css(tint, alpha))
      soft.addColorStop(1, css(tint, 0))
      target.fillStyle = soft
      target.fillRect(-long, -long, long * 2, long * 2)
      target.restore()
    })
  }
}
