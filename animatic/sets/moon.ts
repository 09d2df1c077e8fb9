/** The moon: grey dust, craters and rounded hills under a black sky, with the earth hanging in it. */
import { createCanvas } from '@napi-rs/canvas'
import { sides } from './light.ts'
import { css, darken, hex, lighten, mix } from './paint/colour.ts'
import { groundBand, ridgeBand } from './paint/land.ts'
import { paintLander } from './paint/lander.ts'
import { paintEarth } from './paint/moon-sky.ts'
import { paintRock } from './paint/rock.ts'
import { alongBand, scenery } from './paint/scenery.ts'
import { paintStars } from './paint/sky.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintMoon(order: SetOrder): Place {
  const { width, height, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.6
  // No air: no haze, a hard sun, and shadows with a little blue earthshine in them.
  const light = {
    ...order.light,
    sky: [hex('#03040c'), hex('#060818'), hex('#0a0e24'), hex('#10163a')],
    haze: hex('#2a3050'),
    hazeShare: 0.12,
    ambient: mix(hex('#ffffff'), hex('#8c98d0'), order.light.darkness * 0.75),
    sun: { ...order.light.sun, glow: hex('#fff6e0'), strength: 0.8 - order.light.darkness * 0.5 },
  }
  const airless = { ...order, light }
  const hill = (depth: number, high: number, low: number, colour: string, distance: number) =>
    ridgeBand(airless, {
      depth,
      colour,
      crest: horizon - unit * high,
      foot: horizon + unit * low,
      bottom: horizon + unit * (low + 0.12),
      feature: width * 0.4,
      ruggedness: 0.32,
      distance,
    })
  return {
    backdrop: [
      space(airless),
      paintStars(random, width, horizon, 0.95),
      paintEarth(airless),
      hill(0.07, 0.22, -0.01, '#8d90a0', 0.95),
      hill(0.15, 0.12, 0.02, '#a2a4b0', 0.62),
      hill(0.28, 0.04, 0.07, '#b4b5be', 0.3),
      paintLander(airless, horizon + unit * 0.07),
    ],
    ground: [
      groundBand(airless, {
        depth: 1,
        top: horizon + unit * 0.08,
        far: '#b9bac2',
        near: '#85868f',
        scatter: {
          count: 120,
          paint(target, x, y, share, own) {
            const size = unit * (0.004 + share * 0.02 * own())
            paintRock(target, x, y, size, sides(hex('#9a9ba4'), light, 0.05), own)
          },
        },
      }),
      craters(airless, horizon + unit * 0.12),
    ],
    foreground: [],
    medium: 'ground',
    light,
    horizon,
    floor: height * 0.86,
    dust: 'dust',
    indoors: true,
  }
}

function space({ width, height, light }: SetOrder): Layer {
  const canvas = createCanvas(width, Math.ceil(height * 0.85))
  const brush = canvas.getContext('2d')
  const shade = brush.createLinearGradient(0, 0, 0, canvas.height)
  light.sky.forEach((colour, index) => {
    shade.addColorStop(index / 3, css(colour))
  })
  brush.fillStyle = shade
  brush.fillRect(0, 0, width, canvas.height)
  return { draw: (target) => target.drawImage(canvas, 0, 0) }
}

/** Craters: flatter the further they are; the rim catches the sun, the bowl lies in shade. */
function craters(order: SetOrder, top: number): Layer {
  const { width, height, light, random } = order
  const unit = Math.min(width, height)
  const { bright, dark } = sides(hex('#9fa0a8'), light, 0.05)
  return scenery(order, { depth: 1, top, bottom: height * 1.16, span: 2 }, (band) => {
    const { target } = band
    const spots = alongBand(band, random, 40, 2).map((spot) => ({ ...spot, share: random() ** 1.3 }))
    for (const { x, luck, share } of spots.sort((one, other) => one.share - other.share)) {
      const wide = unit * (0.016 + share * 0.12) * (0.3 + luck * luck)
      const flat = wide * (0.2 + share * 0.12)
      const y = top + flat * 1.3 + share * (height * 1.06 - top)
      band.place(x, wide * 1.3, (at) => {
        target.fillStyle = css(lighten(bright, 0.25), 0.85)
        target.beginPath()
        target.ellipse(at, y, wide * 1.12, flat * 1.15, 0, 0, Math.PI * 2)
        target.fill()
        const bowl = target.createLinearGradient(at - wide, y - flat, at + wide * 0.6, y + flat)
        bowl.addColorStop(0, css(darken(dark, 0.42)))
        bowl.addColorStop(1, css(mix(bright, dark, 0.35)))
        target.fillStyle = bowl
        target.beginPath()
        target.ellipse(at, y + flat * 0.06, wide, flat * 0.92, 0, 0, Math.PI * 2)
        target.fill()
      })
    }
  })
}
