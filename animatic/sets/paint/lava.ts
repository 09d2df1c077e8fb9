/** A mountain that burns: its cone, its streams of lava, its smoke and what it throws. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { lit, sides } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { type Colour, css, hex, mix } from './colour.ts'
import { pinned } from './pinned.ts'
import { drawPlume, paintPuff } from './puffs.ts'
import { landmark, usualSpan } from './scenery.ts'
import { paintGlow } from './shapes.ts'

export const lava = hex('#ff7a2a')
export const hot = hex('#ffe08a')
const coneDepth = 0.16

/** Pixels: the middle of the cone, its top and foot, half its width there and at the crater. */
export interface Cone {
  x: number
  peak: number
  foot: number
  half: number
  mouth: number
}

/** The cone with its gullies, and streams of lava that fork down its flanks. */
export function paintCone(order: SetOrder, { x, peak, foot, half, mouth }: Cone): Layer {
  const { light, random, season } = order
  const tall = foot - peak
  const stone = sides(hex('#5a4650'), light, 0.42)
  const [at, own] = [0, random]
  return landmark(order, { depth: coneDepth, x, reach: half, top: peak - tall * 0.5, bottom: foot + 2 }, (target) => {
    paintGlow(target, at, peak, tall * 0.45, lava, 0.5 + light.darkness * 0.3)
    const edge = (side: number, share: number) => at + side * (mouth + (half - mouth) * share ** 1.55)
    target.save()
    target.beginPath()
    for (let step = 20; step >= 0; step--) target.lineTo(edge(-1, step / 20), peak + (step / 20) * tall)
    target.quadraticCurveTo(at, peak + tall * 0.05, edge(1, 0), peak)
    for (let step = 0; step <= 20; step++) target.lineTo(edge(1, step / 20), peak + (step / 20) * tall)
    target.clip()
    const shade = target.createLinearGradient(at - half * 0.6, peak, at + half * 0.6, peak)
    shade.addColorStop(0, css(stone.bright))
    shade.addColorStop(0.55, css(mix(stone.bright, stone.dark, 0.6)))
    shade.addColorStop(1, css(stone.dark))
    target.fillStyle = shade
    target.fillRect(at - half, peak, half * 2, tall)
    for (let gully = 0; gully < 22; gully++) {
      const side = own() * 2 - 1
      const start = own() * 0.4
      target.strokeStyle = css(gully % 2 ? stone.dark : stone.bright, 0.4)
      target.lineWidth = tall * (0.008 + own() * 0.02)
      target.beginPath()
      target.moveTo(at + side * (mouth + (half - mouth) * start ** 1.55), peak + tall * start)
      target.quadraticCurveTo(at + side * half * 0.3, peak + tall * 0.6, at + side * half * (0.75 + own() * 0.2), foot)
      target.stroke()
    }
    if (season === 'winter') paintCap(target, at, peak, tall, mouth, own, light.haze)
    const veil = target.createLinearGradient(0, peak + tall * 0.4, 0, foot)
    veil.addColorStop(0, css(light.haze, 0))
    veil.addColorStop(1, css(light.haze, 0.5))
    target.fillStyle = veil
    target.fillRect(at - half, peak, half * 2, tall)
    for (const [lean, long] of [
      [-0.1, 0.86],
      [0.16, 0.6],
      [-0.42, 0.5],
    ] as const)
      paintStream(target, at + lean * mouth * 3, peak, tall * long, lean * half * 0.8, tall * 0.026, own)
    target.restore()
  })
}

function paintCap(
  target: SKRSContext2D,
  x: number,
  peak: number,
  tall: number,
  mouth: number,
  own: Random,
  haze: Colour,
): void {
  target.fillStyle = css(mix(hex('#f2f5ff'), haze, 0.3), 0.85)
  target.beginPath()
  target.moveTo(x - mouth * 3, peak)
  target.lineTo(x + mouth * 3, peak)
  for (let step = 12; step >= 0; step--)
    target.lineTo(x + ((step / 12) * 2 - 1) * mouth * 3, peak + tall * (0.12 + own() * 0.14))
  target.fill()
}

function paintStream(
  target: SKRSContext2D,
  x: number,
  y: number,
  long: number,
  lean: number,
  wide: number,
  own: Random,
): void {
  const bends = Array.from({ length: 7 }, (_, index) => ({
    x: x + lean * (index / 6) ** 1.3 + (index === 0 ? 0 : (own() - 0.5) * wide * 2.4),
    y: y + (index / 6) * long,
  }))
  for (const [colour, alpha, thick] of [
    [lava, 0.25, 3.4],
    [hex('#e8431f'), 0.9, 1.5],
    [hot, 0.9, 0.5],
  ] as const) {
    target.strokeStyle = css(colour, alpha)
    target.lineCap = 'round'
    target.lineJoin = 'round'
    target.lineWidth = wide * thick
    target.beginPath()
    for (const bend of bends) target.lineTo(bend.x, bend.y)
    target.stroke()
  }
}

/** Smoke that the wind bends, lit from below where it leaves the crater. */
export function paintSmoke({ width, height, light }: SetOrder, cone: Cone): Layer {
  const puff = paintPuff(mix(lit(hex('#4c4450'), light, 0.2), lava, 0.06), 64)
  const under = paintPuff(mix(lava, hex('#8a5a55'), 0.35), 64)
  const base = { y: cone.peak + cone.mouth * 0.3, foot: cone.mouth * 2.4, drift: cone.mouth * 6 }
  return pinned({ depth: coneDepth, period: width * usualSpan, x: cone.x, reach: width * 0.5 }, (target, seconds) => {
    const rise = cone.peak + height * 0.12
    drawPlume(target, puff, { ...base, rise, spread: cone.mouth * 7, count: 26, seconds: 12, alpha: 1 }, seconds)
    drawPlume(
      target,
      under,
      { ...base, rise: rise * 0.35, spread: cone.mouth * 3, count: 9, seconds: 5, alpha: 0.55 },
      seconds,
    )
  })
}

/** The crater's glow breathes, and throws glowing stones. */
export function paintEruption({ width, light }: SetOrder, { x, peak, mouth }: Cone): Layer {
  const puff = paintPuff(lava)
  const ember = css(hot)
  return pinned({ depth: coneDepth, period: width * usualSpan, x, reach: mouth * 6 }, (target, seconds) => {
    const size = mouth * (4.2 + Math.sin(seconds * 2.1) * 0.5)
    target.globalAlpha = 0.55 + light.darkness * 0.3
    target.drawImage(puff, -size / 2, peak - size * 0.42, size, size * 0.8)
    target.globalAlpha = 1
    target.fillStyle = ember
    target.beginPath()
    for (let stone = 0; stone < 12; stone++) {
      const age = (seconds * 0.5 + stone * 0.381) % 1
      const way = ((stone * 0.618) % 1) * 2 - 1
      const at = way * mouth * 3.4 * age
      const high = peak - mouth * (7 * age - 8 * age * age) * (0.5 + ((stone * 0.27) % 0.5))
      target.moveTo(at + mouth * 0.08, high)
      target.arc(at, high, mouth * 0.07 * (1.2 - age), 0, Math.PI * 2)
    }
    target.fill()
  })
}
