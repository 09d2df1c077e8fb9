/** Sky, sun, moon and stars: the layer behind all others. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Random } from '../../random.ts'
import { gradeTo, type Light } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { type Colour, css, hex, lighten } from './colour.ts'

/** Where the sun or moon stands, pixels from the left: to one side, so that the middle is left to the subject. */
export function sunX({ width, sunSide }: SetOrder): number {
  return width * (sunSide < 0.5 ? 0.14 + sunSide * 0.44 : 0.64 + (sunSide - 0.5) * 0.44)
}

interface Spot {
  x: number
  y: number
}

/** The whole sky with its sun and glow, and stars that twinkle after dark; in a time-lapse the sun moves on. */
export function paintSky(order: SetOrder, horizon: number): Layer[] {
  const { light, random, width, lapse } = order
  const strength = (of: Light) => (of.darkness > 0.5 ? (of.darkness - 0.4) * of.sun.strength : 0)
  if (lapse === undefined) {
    const stars = strength(light) > 0 ? [paintStars(random, width, horizon, strength(light))] : []
    return [skyLayer(skyPicture(order, horizon, true)), ...stars]
  }
  const share = (seconds: number) => Math.min(1, Math.max(0, seconds / lapse.seconds))
  const sets = light.sun.isMoon !== lapse.light.sun.isMoon
  const later = { ...order, light: { ...lapse.light, sky: ungraded(light, lapse.light) } }
  return [
    skyLayer(skyPicture(order, horizon, false)),
    skyLayer(skyPicture(later, horizon, sets), share),
    wheelingStars(order, horizon, (seconds) => {
      const part = share(seconds)
      return strength(light) * (1 - part) + strength(lapse.light) * part
    }),
    movingSun(order, horizon, sets ? -0.2 : lapse.light.sun.height, share),
  ]
}

/** The grade of a time-lapse darkens the sky as well, which has its own colours already. */
function ungraded(from: Light, to: Light): Colour[] {
  const grade = gradeTo(from, to)
  return to.sky.map(([red, green, blue]) => [
    Math.min(255, (red * 255) / grade[0]),
    Math.min(255, (green * 255) / grade[1]),
    Math.min(255, (blue * 255) / grade[2]),
  ])
}

function skyPicture(order: SetOrder, horizon: number, withDisc: boolean): Canvas {
  const { width, height, light } = order
  const sun = { x: sunX(order), y: horizon * (1 - light.sun.height) }
  // Hills hide what is below; the camera's tilt shows a little more than the horizon.
  const canvas = createCanvas(width, Math.min(height, Math.ceil(horizon + height * 0.2)))
  const target = canvas.getContext('2d')
  const shade = target.createLinearGradient(0, 0, 0, horizon)
  light.sky.forEach((colour, index) => {
    shade.addColorStop(index / Math.max(1, light.sky.length - 1), css(colour))
  })
  target.fillStyle = shade
  target.fillRect(0, 0, width, canvas.height)
  const reach = Math.max(width, height)
  paintRays(target, order, sun, horizon)
  glow(target, sun.x, sun.y, reach * 0.62, light.sun.glow, 0.5 * light.sun.strength * (1 - light.darkness * 0.55))
  glow(target, sun.x, sun.y, reach * 0.2, light.sun.glow, 0.55 * light.sun.strength)
  if (withDisc) paintDisc(target, light, sun.x, sun.y, Math.min(width, height) * light.sun.size)
  return canvas
}

/** The sky is too far to grow when one walks: only a lens enlarges it. Unscaled, it costs a copy and no more. */
function skyLayer(canvas: Canvas, alphaAt?: (seconds: number) => number): Layer {
  return {
    draw(frame, view, seconds) {
      const { scale, left, top } = projectionAt(view, 0)
      if (view.lens === 1) frame.setTransform(scale, 0, 0, scale, left, top)
      frame.imageSmoothingQuality = 'low'
      if (alphaAt) frame.globalAlpha = alphaAt(seconds)
      frame.drawImage(canvas, 0, 0)
      frame.globalAlpha = 1
      frame.resetTransform()
    },
  }
}

/** The sun or moon on its way to where it stands at a time-lapse's end, a share of the sky's height. */
function movingSun(order: SetOrder, horizon: number, end: number, share: (seconds: number) => number): Layer {
  const { light, width, height } = order
  const x = sunX(order)
  return {
    draw(frame, view, seconds) {
      const { scale, left, top } = projectionAt(view, 0)
      if (view.lens === 1) frame.setTransform(scale, 0, 0, scale, left, top)
      const part = share(seconds)
      const high = light.sun.height + (end - light.sun.height) * part
      const aside = (light.sun.isMoon ? 0.16 : 0.03) * part * width * (x < width / 2 ? 1 : -1)
      paintDisc(frame, light, x + aside, horizon * (1 - high), Math.min(width, height) * light.sun.size)
      frame.resetTransform()
    },
  }
}

/** Radians a second of a time-lapse: a sixth of a turn in eight seconds. */
const wheelPace = 0.065

/** Stars that turn about the pole as hours pass. */
function wheelingStars({ random, width }: SetOrder, horizon: number, strengthAt: (seconds: number) => number): Layer {
  const pole = { x: width * 0.46, y: horizon * 0.3 }
  const reach = Math.hypot(Math.max(pole.x, width - pole.x), horizon * 0.7)
  const stars = Array.from({ length: Math.round((Math.PI * reach * reach) / 2600) }, () => ({
    away: Math.sqrt(random()) * reach,
    turn: random() * Math.PI * 2,
    size: (0.5 + random() ** 3 * 1.5) * (Math.min(width, horizon * 1.8) / 720),
  }))
  return {
    draw(frame, view, seconds) {
      const strength = strengthAt(seconds)
      if (strength <= 0.02) return
      const { scale, left, top } = projectionAt(view, 0.02)
      frame.setTransform(scale, 0, 0, scale, left, top)
      frame.fillStyle = '#fffdf0'
      frame.globalAlpha = Math.min(1, strength * 1.3)
      frame.beginPath()
      for (const { away, turn, size } of stars) {
        const x = pole.x + Math.cos(turn + seconds * wheelPace) * away
        const y = pole.y + Math.sin(turn + seconds * wheelPace) * away
        if (x < -4 || x > width + 4 || y < -4 || y > horizon) continue
        frame.moveTo(x + size, y)
        frame.arc(x, y, size, 0, Math.PI * 2)
      }
      frame.fill()
      frame.globalAlpha = 1
      frame.resetTransform()
    },
  }
}

/** A low sun lights the haze along the horizon, and its rays fan out through it. */
function paintRays(target: SKRSContext2D, { width, light, random }: SetOrder, sun: Spot, horizon: number): void {
  const { glow: colour, strength, height } = light.sun
  const low = strength * Math.max(0, 1 - height * 2.4) * (1 - light.darkness)
  if (low < 0.1) return
  target.save()
  target.translate(sun.x, horizon)
  target.scale(1, 0.3)
  glow(target, 0, 0, width * 0.75, colour, 0.6 * low)
  target.restore()
  const reach = Math.max(width, horizon) * 0.95
  const shade = target.createRadialGradient(sun.x, sun.y, 0, sun.x, sun.y, reach)
  shade.addColorStop(0, css(lighten(colour, 0.3), 0.1 * low))
  shade.addColorStop(0.4, css(colour, 0.045 * low))
  shade.addColorStop(1, css(colour, 0))
  target.fillStyle = shade
  for (let ray = 0; ray < 14; ray++) {
    const turn = Math.PI * (1 + (ray + random() * 0.7) / 14)
    const half = 0.015 + random() * 0.045
    // Three fans of shrinking width: a soft edge without a filter.
    for (const share of [1, 0.66, 0.33]) {
      target.beginPath()
      target.moveTo(sun.x, sun.y)
      target.lineTo(sun.x + Math.cos(turn - half * share) * reach, sun.y + Math.sin(turn - half * share) * reach)
      target.lineTo(sun.x + Math.cos(turn + half * share) * reach, sun.y + Math.sin(turn + half * share) * reach)
      target.fill()
    }
  }
}

function glow(target: SKRSContext2D, x: number, y: number, radius: number, colour: Colour, alpha: number): void {
  const shade = target.createRadialGradient(x, y, 0, x, y, radius)
  shade.addColorStop(0, css(colour, alpha))
  shade.addColorStop(0.35, css(colour, alpha * 0.42))
  shade.addColorStop(1, css(colour, 0))
  target.fillStyle = shade
  target.fillRect(x - radius, y - radius, radius * 2, radius * 2)
}

function paintDisc(target: SKRSContext2D, light: Light, x: number, y: number, radius: number): void {
  // Cloud leaves a bright spot of a sun, not its disc.
  if (light.sun.strength < 0.6) return
  target.globalAlpha = Math.min(1, light.sun.strength)
  const shade = target.createRadialGradient(x - radius * 0.2, y - radius * 0.25, radius * 0.1, x, y, radius)
  shade.addColorStop(0, css(lighten(light.sun.colour, 0.5)))
  shade.addColorStop(1, css(light.sun.colour))
  target.fillStyle = shade
  target.beginPath()
  target.arc(x, y, radius, 0, Math.PI * 2)
  target.fill()
  if (light.sun.isMoon) {
    target.fillStyle = css(hex('#c9cbe0'), 0.55)
    for (const [dx, dy, size] of [
      [-0.3, -0.2, 0.2],
      [0.25, 0.15, 0.26],
      [-0.1, 0.4, 0.14],
      [0.35, -0.4, 0.12],
    ] as const) {
      target.beginPath()
      target.arc(x + dx * radius, y + dy * radius, size * radius, 0, Math.PI * 2)
      target.fill()
    }
  }
  target.globalAlpha = 1
}

/** Stars over the whole width, down to the horizon; each twinkles at its own pace. */
export function paintStars(random: Random, width: number, horizon: number, strength: number): Layer {
  const stars = Array.from({ length: Math.round((width * horizon) / 2200) }, () => ({
    x: random() * width,
    y: random() ** 1.3 * horizon,
    size: (0.5 + random() ** 3 * 1.5) * (Math.min(width, horizon * 1.8) / 720),
    pace: 0.8 + random() * 2.4,
    phase: random() * Math.PI * 2,
  }))
  return {
    draw(frame, view, seconds) {
      const { scale, left, top } = projectionAt(view, 0.02)
      frame.setTransform(scale, 0, 0, scale, left, top)
      frame.fillStyle = '#fffdf0'
      for (const star of stars) {
        frame.globalAlpha = Math.max(0, strength * (0.62 + 0.38 * Math.sin(seconds * star.pace + star.phase)))
        frame.beginPath()
        frame.arc(star.x, star.y, star.size, 0, Math.PI * 2)
        frame.fill()
      }
      frame.globalAlpha = 1
      frame.resetTransform()
    },
  }
}
