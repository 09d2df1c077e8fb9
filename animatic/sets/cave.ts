/** A cave: rock all round, crystals that glow, a still pool, and far off the way out into the day. */
import { lit, sides } from './light.ts'
import { paintCrystals, paintDripstone } from './paint/cavern.ts'
import { type Colour, css, darken, hex, mix } from './paint/colour.ts'
import { groundBand } from './paint/land.ts'
import { pinned } from './paint/pinned.ts'
import { paintPuff, paintSparks } from './paint/puffs.ts'
import { paintRock } from './paint/rock.ts'
import { landmark, scenery } from './paint/scenery.ts'
import { fillShape } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const gems = ['#5ae0ff', '#b07aff', '#6affc0'] as const

export function paintCave(order: SetOrder): Place {
  const { width, height, random } = order
  const unit = Math.min(width, height)
  const gem = hex(gems[Math.floor(random() * gems.length)] ?? gems[0])
  const light = {
    ...order.light,
    haze: mix(mix(hex('#3a4a78'), gem, 0.28), hex('#141a36'), order.light.darkness * 0.4),
    hazeShare: 0.5,
    ambient: mix(mix(hex('#b9c0e0'), gem, 0.16), hex('#7f86b8'), order.light.darkness * 0.5),
    sun: { ...order.light.sun, strength: order.light.sun.strength * 0.4 },
  }
  const inside = { ...order, light }
  const shore = height * 0.63
  const bank = height * 0.72
  const exit = { x: width * (random() < 0.5 ? 0.2 : 0.76), y: shore - unit * 0.14, size: unit * 0.19 }
  return {
    backdrop: [
      ...paintSky(order, shore),
      back(inside, exit, shore),
      daylight(order, exit, shore),
      ...paintDripstone(inside, {
        depth: 0.22,
        hang: height * 0.26,
        stand: unit * 0.16,
        foot: shore,
        distance: 0.62,
        count: 15,
      }),
      paintCrystals(inside, { depth: 0.3, foot: shore, size: unit * 0.09, count: 5, gem, distance: 0.3 }),
      ...paintDripstone(inside, {
        depth: 0.42,
        hang: height * 0.24,
        stand: unit * 0.1,
        foot: shore + 3,
        distance: 0.36,
        count: 10,
      }),
    ],
    water: { top: shore, colour: css16(mix(gem, hex('#123a5a'), 0.6)), roughness: 0.08 },
    ground: [
      groundBand(inside, {
        depth: 1,
        top: bank,
        far: '#6d6f8e',
        near: '#3c3c58',
        scatter: {
          count: 130,
          paint(target, x, y, share, own) {
            const size = unit * (0.006 + share * 0.026 * own())
            paintRock(target, x, y, size, sides(hex('#6a6a86'), light, 0.1), own)
          },
        },
      }),
      paintCrystals(inside, {
        depth: 0.9,
        foot: bank + unit * 0.03,
        size: unit * 0.085,
        count: 4,
        gem,
        distance: 0.08,
      }),
    ],
    foreground: [
      rim(inside, -1),
      rim(inside, 1),
      paintSparks(inside, {
        depth: 1.1,
        top: height * 0.1,
        bottom: height * 0.95,
        colour: gem,
        count: 20,
        size: unit * 0.006,
        pace: 0.03,
      }),
    ],
    medium: 'ground',
    light,
    horizon: shore,
    floor: height * 0.87,
    dust: 'dust',
    indoors: true,
  }
}

function css16(colour: Colour): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

interface Exit {
  x: number
  y: number
  size: number
}

/** The furthest wall, with a hole in it through which the sky is seen. */
function back(order: SetOrder, { x, y, size }: Exit, shore: number): Layer {
  const { width, height, light, random } = order
  const top = -height * 0.15
  return scenery(order, { depth: 0.12, top, bottom: shore + 4, span: 2.2 }, (band) => {
    const { target } = band
    const shade = target.createLinearGradient(0, top, 0, shore)
    shade.addColorStop(0, css(darken(light.haze, 0.55)))
    shade.addColorStop(1, css(mix(light.haze, [255, 255, 255], 0.06)))
    target.fillStyle = shade
    target.fillRect(0, top, band.period + 4, shore - top + 4)
    for (let index = 0; index < 90; index++) {
      const [at, high, wide] = [
        random() * band.period,
        top + random() * (shore - top),
        width * (0.02 + random() * 0.06),
      ]
      target.fillStyle = css(random() < 0.5 ? darken(light.haze, 0.6) : light.haze, 0.14)
      band.place(at, wide, (placed) => {
        target.beginPath()
        target.ellipse(placed, high, wide, wide * (0.5 + (index % 5) * 0.2), 0.4, 0, Math.PI * 2)
        target.fill()
      })
    }
    const swirl = random() * 6
    const corners = Array.from({ length: 36 }, (_, index) => {
      const turn = (index / 36) * Math.PI * 2
      const far =
        size * (0.96 + 0.09 * Math.sin(turn * 3 + swirl) + 0.05 * Math.sin(turn * 7 + swirl * 2) + random() * 0.03)
      return [x + Math.cos(turn) * far * 1.15, Math.min(shore + 4, y + Math.sin(turn) * far * 1.1)]
    }).flat()
    target.globalCompositeOperation = 'destination-out'
    fillShape(target, corners, '#000')
    target.globalCompositeOperation = 'source-over'
    target.strokeStyle = css(mix(light.haze, order.light.sun.glow, 0.6), 0.7)
    target.lineWidth = size * 0.05
    target.lineJoin = 'round'
    target.beginPath()
    for (let index = 0; index < corners.length; index += 2) target.lineTo(corners[index] ?? 0, corners[index + 1] ?? 0)
    target.closePath()
    target.stroke()
  })
}

/** Light that falls in through the hole. */
function daylight({ width, light }: SetOrder, { x, y, size }: Exit, shore: number): Layer {
  const glow = paintPuff(mix(light.sun.glow, light.haze, 0.3), 96)
  const strength = 0.6 - light.darkness * 0.35
  const side = x < width / 2 ? 1 : -1
  return pinned({ depth: 0.12, period: width * 2.2, x, reach: size * 5 }, (target, seconds) => {
    target.imageSmoothingQuality = 'low'
    target.globalAlpha = strength * (0.85 + 0.15 * Math.sin(seconds * 0.8))
    target.drawImage(glow, -size * 1.7, y - size * 1.6, size * 3.4, size * 3.2)
    const beam = target.createLinearGradient(0, y, side * size * 3, shore)
    beam.addColorStop(0, css(light.sun.glow, strength * 0.5))
    beam.addColorStop(1, css(light.sun.glow, 0))
    fillShape(
      target,
      [-size * 0.7, y - size * 0.6, size * 0.7, y - size * 0.7, side * size * 3.6, shore, side * size * 1.4, shore],
      beam,
    )
    target.globalAlpha = 1
  })
}

/** Rock close to the lens at one side of the frame. It travels with the camera: passing by, it would hide the subject. */
function rim(order: SetOrder, side: -1 | 1): Layer {
  const { width, height, light, random } = order
  const colour = css(darken(lit(hex('#2a2a44'), light, 0), 0.45))
  const [x, top, bottom] = [side < 0 ? 0 : width, -height * 0.1, height * 1.14]
  const rock = landmark(order, { depth: 1.35, x, reach: width * 0.172, top, bottom, span: 2 }, (target) => {
    const corners = [side * width * 0.172, top]
    for (let step = 0; step <= 14; step++) {
      const share = step / 14
      const bulge = width * (0.012 + 0.24 * Math.abs(share - 0.5) ** 1.6 + random() * 0.014)
      corners.push(-side * bulge, top + share * (bottom - top))
    }
    fillShape(target, [...corners, side * width * 0.172, bottom], colour)
  })
  return { draw: (target, view, seconds) => rock.draw(target, { ...view, scroll: 0 }, seconds) }
}
