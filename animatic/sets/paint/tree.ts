/** Trees, bushes and grass, shaded by the light and faded by distance. Their foot is at (x, y). */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import type { Season } from '../../script/shot-plan.ts'
import { lit, sides } from '../light.ts'
import { paintBareTree } from './bare-tree.ts'
import { type Colour, css, darken, hex, mix } from './colour.ts'
import type { Sides } from './shapes.ts'
import type { StandingOrder } from './standing.ts'

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

interface Clump {
  x: number
  y: number
  radius: number
}

/** Leaves in three tones, the lighter ones nearer the light, which comes from above to the left. */
function paintFoliage(
  target: SKRSContext2D,
  clumps: readonly Clump[],
  { bright, dark }: Sides,
  { random, light, distance }: StandingOrder,
): void {
  target.fillStyle = css(dark)
  traceClumps(target, clumps, 1, 0, 0)
  target.fill()
  target.fillStyle = css(mix(dark, bright, 0.5))
  traceClumps(target, clumps, 0.8, -0.13, -0.2)
  target.fill()
  target.fillStyle = css(bright)
  traceClumps(target, clumps, 0.5, -0.26, -0.42)
  target.fill()
  const rim = mix(bright, light.sun.glow, 0.5 * light.sun.strength * (1 - light.darkness * 0.7))
  for (const [colour, count, dx, dy] of [
    [css(rim, 0.6), 4, -0.3, -0.45],
    [css(darken(dark, 0.12), 0.5), 4, 0.2, 0.3],
  ] as const) {
    target.fillStyle = colour
    target.beginPath()
    for (const { x, y, radius } of distance < 0.6 ? clumps : []) {
      for (let dab = 0; dab < count; dab++) {
        const [across, down] = [x + (dx + random() - 0.5) * radius, y + (dy + random() * 0.8 - 0.4) * radius]
        target.moveTo(across, down)
        target.ellipse(across, down, radius * 0.1, radius * 0.06, -0.5, 0, Math.PI * 2)
      }
    }
    target.fill()
  }
}

/** Every clump as a disc with a scalloped edge, in one path; shifted by shares of its radius. */
function traceClumps(target: SKRSContext2D, clumps: readonly Clump[], size: number, dx: number, dy: number): void {
  target.beginPath()
  for (const clump of clumps) {
    const radius = clump.radius * size
    const [x, y] = [clump.x + clump.radius * dx, clump.y + clump.radius * dy]
    target.moveTo(x + radius * 0.84, y)
    target.arc(x, y, radius * 0.84, 0, Math.PI * 2)
    // Too small to be seen, the scallops of a far tree are left away.
    const scallops = clump.radius < 5 ? 0 : 9
    for (let scallop = 0; scallop < scallops; scallop++) {
      const turn = (scallop / scallops) * Math.PI * 2 + clump.radius
      const [middleX, middleY] = [x + Math.cos(turn) * radius * 0.76, y + Math.sin(turn) * radius * 0.76]
      target.moveTo(middleX + radius * 0.32, middleY)
      target.arc(middleX, middleY, radius * 0.32, 0, Math.PI * 2)
    }
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
