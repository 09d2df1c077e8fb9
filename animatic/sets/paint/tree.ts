/** Trees, bushes and grass, shaded by the light and faded by distance. Their foot is at (x, y). */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import type { Season } from '../../script/shot-plan.ts'
import { type Light, lit, sides } from '../light.ts'
import { type Colour, css, hex, mix } from './colour.ts'

export interface TreeOrder {
  light: Light
  season: Season
  random: Random
  /** 0 at the lens, 1 at the horizon. */
  distance: number
}

const bark = hex('#5d4436')
const snowWhite = hex('#f3f7ff')

const leafColours: Record<Season, readonly string[]> = {
  spring: ['#7db84f', '#8fc45a', '#f2b5c8', '#a8cf6a'],
  summer: ['#4f9a46', '#5fa84c', '#3f8a48', '#73b052'],
  autumn: ['#d9822b', '#c9542c', '#e0a83a', '#a8702f'],
  winter: ['#8a94a0', '#9aa4b0', '#7f8a96', '#a4adb8'],
}

/** A fir of three or four tiers; under snow in winter. */
export function paintConifer(target: SKRSContext2D, x: number, y: number, height: number, order: TreeOrder): void {
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

/** A broad crown of leaves on a trunk; bare and dusted in winter. */
export function paintBroadleaf(target: SKRSContext2D, x: number, y: number, height: number, order: TreeOrder): void {
  const { random, light, season, distance } = order
  const colours = leafColours[season]
  const leaf = hex(colours[Math.floor(random() * colours.length)] ?? '#5fa84c')
  const { bright, dark } = sides(leaf, light, distance)
  const trunk = sides(bark, light, distance)
  target.fillStyle = css(trunk.dark)
  target.beginPath()
  target.moveTo(x - height * 0.045, y)
  target.quadraticCurveTo(x - height * 0.02, y - height * 0.3, x - height * 0.03, y - height * 0.55)
  target.lineTo(x + height * 0.03, y - height * 0.55)
  target.quadraticCurveTo(x + height * 0.02, y - height * 0.3, x + height * 0.045, y)
  target.fill()
  const lobes = Array.from({ length: 9 }, (_, index) => {
    const turn = (index / 9) * Math.PI * 2 + random()
    const out = index < 2 ? 0 : height * (0.14 + random() * 0.07)
    return {
      x: x + Math.cos(turn) * out * 1.15,
      y: y - height * 0.66 + Math.sin(turn) * out,
      radius: height * (0.15 + random() * 0.06),
    }
  }).sort((one, other) => other.y - one.y)
  for (const lobe of lobes) paintLobe(target, lobe.x, lobe.y, lobe.radius, bright, dark)
}

/** A low round bush. */
export function paintBush(target: SKRSContext2D, x: number, y: number, height: number, order: TreeOrder): void {
  const { random, light, season, distance } = order
  const colours = leafColours[season === 'spring' ? 'summer' : season]
  const { bright, dark } = sides(hex(colours[Math.floor(random() * colours.length)] ?? '#5fa84c'), light, distance)
  for (let index = 0; index < 6; index++) {
    const out = (index / 5 - 0.5) * height * 1.7
    const radius = height * (0.36 + random() * 0.2) * (1 - Math.abs(index / 5 - 0.5) * 0.7)
    paintLobe(target, x + out, y - radius * 0.75, radius, bright, dark)
  }
}

function paintLobe(target: SKRSContext2D, x: number, y: number, radius: number, bright: Colour, dark: Colour): void {
  const shade = target.createRadialGradient(x - radius * 0.35, y - radius * 0.45, radius * 0.1, x, y, radius)
  shade.addColorStop(0, css(bright))
  shade.addColorStop(1, css(dark))
  target.fillStyle = shade
  target.beginPath()
  target.arc(x, y, radius, 0, Math.PI * 2)
  target.fill()
}

/** A palm that leans, with drooping fronds. */
export function paintPalm(target: SKRSContext2D, x: number, y: number, height: number, order: TreeOrder): void {
  const { random, light, distance } = order
  const trunk = sides(hex('#8a6a4a'), light, distance)
  const { bright, dark } = sides(hex('#4f9a52'), light, distance)
  const lean = (random() - 0.5) * height * 0.5
  const topX = x + lean
  const topY = y - height
  target.strokeStyle = css(trunk.dark)
  target.lineCap = 'round'
  target.lineWidth = height * 0.06
  target.beginPath()
  target.moveTo(x, y)
  target.quadraticCurveTo(x + lean * 0.2, y - height * 0.6, topX, topY)
  target.stroke()
  for (let index = 0; index < 9; index++) {
    const turn = Math.PI * (1.06 + (index / 8) * 0.88) + (random() - 0.5) * 0.2
    const reach = height * (0.42 + random() * 0.12)
    const endX = topX + Math.cos(turn) * reach
    const endY = topY + Math.sin(turn) * reach * 0.5 + reach * 0.42
    target.fillStyle = css(index % 2 ? bright : dark)
    target.beginPath()
    target.moveTo(topX, topY)
    target.quadraticCurveTo(topX + Math.cos(turn) * reach * 0.6, topY + Math.sin(turn) * reach * 0.75, endX, endY)
    target.quadraticCurveTo(topX + Math.cos(turn) * reach * 0.5, topY + Math.sin(turn) * reach * 0.3, topX, topY)
    target.fill()
  }
}

/** A tuft of `blades` of grass. */
export function paintTuft(
  target: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  colour: Colour,
  random: Random,
  blades = 7,
): void {
  target.fillStyle = css(colour)
  for (let index = 0; index < blades; index++) {
    const foot = x + (index / blades - 0.5) * height * 0.9
    const lean = (random() - 0.5) * height * 0.9
    const tall = height * (0.55 + random() * 0.45)
    target.beginPath()
    target.moveTo(foot - height * 0.05, y)
    target.quadraticCurveTo(foot + lean * 0.2, y - tall * 0.6, foot + lean, y - tall)
    target.quadraticCurveTo(foot + lean * 0.4, y - tall * 0.5, foot + height * 0.06, y)
    target.fill()
  }
}
