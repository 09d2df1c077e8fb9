/** Trees, bushes and grass, shaded by the light and faded by distance. Their foot is at (x, y). */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Season } from '../../script/shot-plan.ts'
import { lit, sides } from '../light.ts'
import { paintBareTree } from './bare-tree.ts'
import { css, hex, mix } from './colour.ts'
import { type Clump, paintFoliage, traceClumps } from './foliage.ts'
import { paintBlossom, wildflowers } from './grass.ts'
import { pickOf, type Sides } from './shapes.ts'
import type { StandingOrder, StandingPainter } from './standing.ts'

const bark = hex('#5d4436')
const snowWhite = hex('#f3f7ff')

const leafColours: Record<Exclude<Season, 'winter'>, readonly string[]> = {
  spring: ['#7db84f', '#8fc45a', '#f2b5c8', '#a8cf6a'],
  summer: ['#4f9a46', '#5fa84c', '#3f8a48', '#73b052'],
  autumn: ['#d9822b', '#c9542c', '#e0a83a', '#a8702f'],
}

/** A fir of three or four tiers; under snow in winter. */
export function paintConifer(target: SKRSContext2D, x: number, y: number, height: number, order: StandingOrder): void {
  const { random, light, season, distance } = order
  const green = mix(hex('#2f6b4a'), hex('#4a8a55'), random())
  const { bright, dark } = sides(green, light, distance)
  const half = height * (0.2 + random() * 0.05)
  target.fillStyle = css(lit(bark, light, distance))
  target.fillRect(x - height * 0.025, y - height * 0.16, height * 0.05, height * 0.16)
  const shade = target.createLinearGradient(x - half, 0, x + half, 0)
  shade.addColorStop(0.1, css(bright))
  shade.addColorStop(0.75, css(dark))
  const tiers = 4
  for (let tier = 0; tier < tiers; tier++) {
    const share = tier / tiers
    const low = y - height * (0.1 + share * 0.66)
    const high = y - height * (0.44 + share * 0.66 * 0.86)
    const reach = half * (1 - share * 0.74)
    target.fillStyle = shade
    traceTier(target, x, low, high, reach)
    target.fill()
    if (season === 'winter') {
      target.fillStyle = css(lit(snowWhite, light, distance * 0.8), 0.9)
      traceTier(target, x, low - (low - high) * 0.42, high - 1, reach * 0.6)
      target.fill()
    }
  }
}

function traceTier(target: SKRSContext2D, x: number, low: number, high: number, reach: number): void {
  target.beginPath()
  target.moveTo(x, high)
  target.quadraticCurveTo(x + reach * 0.35, low - (low - high) * 0.3, x + reach, low)
  target.quadraticCurveTo(x, low + (low - high) * 0.16, x - reach, low)
  target.quadraticCurveTo(x - reach * 0.35, low - (low - high) * 0.3, x, high)
  target.closePath()
}

/** A broad crown of leaves on a forked trunk; bare and dusted with snow in winter. */
export function paintBroadleaf(
  target: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  order: StandingOrder,
): void {
  const { random, light, season, distance } = order
  if (season === 'winter') {
    paintBareTree(target, x, y, height, order)
    return
  }
  const colours = leafColours[season]
  const leaf = hex(colours[Math.floor(random() * colours.length)] ?? '#5fa84c')
  paintTrunk(target, x, y, height, sides(bark, light, distance))
  const clumps: Clump[] = Array.from({ length: 10 }, (_, index) => {
    const turn = (index / 7) * Math.PI * 2 + random()
    const out = index < 7 ? 1 : 0.35
    return {
      x: x + Math.cos(turn) * out * height * (0.19 + random() * 0.05),
      y: y - height * 0.64 + Math.sin(turn) * out * height * 0.17,
      radius: height * (0.12 + random() * 0.05),
    }
  })
  paintFoliage(target, clumps, sides(leaf, light, distance), order)
}

function paintTrunk(target: SKRSContext2D, x: number, y: number, height: number, { bright, dark }: Sides): void {
  const shade = target.createLinearGradient(x - height * 0.04, 0, x + height * 0.04, 0)
  shade.addColorStop(0, css(mix(bright, dark, 0.3)))
  shade.addColorStop(0.7, css(dark))
  target.fillStyle = shade
  target.beginPath()
  target.moveTo(x - height * 0.055, y)
  target.quadraticCurveTo(x - height * 0.02, y - height * 0.12, x - height * 0.028, y - height * 0.34)
  target.lineTo(x - height * 0.13, y - height * 0.56)
  target.lineTo(x - height * 0.09, y - height * 0.57)
  target.lineTo(x, y - height * 0.4)
  target.lineTo(x + height * 0.1, y - height * 0.58)
  target.lineTo(x + height * 0.13, y - height * 0.56)
  target.lineTo(x + height * 0.03, y - height * 0.34)
  target.quadraticCurveTo(x + height * 0.022, y - height * 0.12, x + height * 0.06, y)
  target.fill()
}

/** A low bush; under a cap of snow in winter. */
export function paintBush(target: SKRSContext2D, x: number, y: number, height: number, order: StandingOrder): void {
  const { random, light, season, distance } = order
  const colours = season === 'winter' ? ['#6f6a62', '#7a7268'] : leafColours[season === 'spring' ? 'summer' : season]
  const leaf = sides(hex(colours[Math.floor(random() * colours.length)] ?? '#5fa84c'), light, distance)
  const clumps: Clump[] = Array.from({ length: 6 }, (_, index) => {
    const along = index / 5 - 0.5
    const radius = height * (0.3 + random() * 0.18) * (1 - Math.abs(along) * 0.8)
    return { x: x + along * height * 1.5, y: y - radius * 0.8, radius }
  })
  paintFoliage(target, clumps, leaf, order)
  if (season !== 'winter') return
  target.fillStyle = css(lit(snowWhite, light, distance * 0.8), 0.94)
  traceClumps(target, clumps, 0.78, 0, -0.36)
  target.fill()
}

/** A bush in flower, but for winter. */
export const paintFlowerBush: StandingPainter = (target, x, y, height, order) => {
  paintBush(target, x, y, height, order)
  const { random, light, season, distance } = order
  if (season === 'winter') return
  for (let bloom = 0; bloom < 14; bloom++) {
    const [across, up] = [(random() - 0.5) * height * 1.8, random() * height * 0.85]
    const colour = lit(hex(pickOf(random, wildflowers.colours)), light, distance)
    paintBlossom(target, x + across, y - up, height * (0.05 + random() * 0.05), colour)
  }
}
