/** Under the sea: light from above in shafts, rocks, weed that sways, corals and far small fish. */

import { createCanvas } from '@napi-rs/canvas'
import { scattered } from '../random.ts'
import { css, darken, hex, lighten, mix } from './paint/colour.ts'
import { ridgeBand } from './paint/land.ts'
import { bubbles, reef, weed } from './paint/reef.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintUnderwater(order: SetOrder): Place {
  const { width, height } = order
  // Water, not air, takes the light away here.
  const light = {
    ...order.light,
    haze: mix(hex('#2b9cc4'), hex('#0b2f5e'), order.light.darkness),
    hazeShare: 0.55,
    ambient: mix(hex('#cdf3ff'), hex('#5f7fc0'), order.light.darkness),
  }
  const inWater = { ...order, light }
  const floor = height * 0.86
  return {
    backdrop: [
      depths(inWater),
      ridgeBand(inWater, {
        depth: 0.15,
        colour: '#2c6f95',
        crest: height * 0.62,
        foot: height * 0.86,
        bottom: height * 1.1,
        feature: width * 0.45,
        ruggedness: 0.6,
        distance: 0.75,
        rim: 0,
      }),
      farFish(inWater),
      ridgeBand(inWater, {
        depth: 0.4,
        colour: '#245f86',
        crest: height * 0.72,
        foot: height * 0.92,
        bottom: height * 1.14,
        feature: width * 0.3,
        ruggedness: 0.55,
        distance: 0.45,
        rim: 0,
      }),
      shafts(inWater),
    ],
    ground: [reef(inWater, floor)],
    foreground: [weed(inWater), bubbles(inWater)],
    medium: 'underwater',
    light,
    horizon: height * 0.3,
    floor,
    dust: 'none',
    indoors: true,
  }
}

function depths({ width, height, light }: SetOrder): Layer {
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  const shade = brush.createLinearGradient(0, 0, 0, height)
  shade.addColorStop(0, css(lighten(light.haze, 0.5 - light.darkness * 0.35)))
  shade.addColorStop(0.35, css(light.haze))
  shade.addColorStop(1, css(mix(darken(light.haze, 0.55), hex('#06245a'), 0.5)))
  brush.fillStyle = shade
  brush.fillRect(0, 0, width, height)
  return { draw: (target) => target.drawImage(canvas, 0, 0) }
}

/** Shafts of light that swing slowly, as the waves above bend them. */
function shafts({ width, height, light, random }: SetOrder): Layer {
  const count = 7
  const beams = Array.from({ length: count }, (_, index) => ({
    x: ((index + random() * 0.7) / count) * width * 1.1,
    wide: width * (0.03 + random() * 0.06),
    phase: random() * 6,
  }))
  return {
    draw(target, _view, seconds) {
      const fadeOut = target.createLinearGradient(0, 0, 0, height * 0.9)
      fadeOut.addColorStop(0, css(lighten(light.haze, 0.75), 0.3 * (1 - light.darkness * 0.6)))
      fadeOut.addColorStop(1, css(light.haze, 0))
      target.fillStyle = fadeOut
      for (const { x, wide, phase } of beams) {
        const swing = Math.sin(seconds * 0.5 + phase) * width * 0.03
        target.globalAlpha = 0.5 + 0.5 * Math.sin(seconds * 0.8 + phase * 2)
        target.beginPath()
        target.moveTo(x - wide * 0.4, -4)
        target.lineTo(x + wide * 0.4, -4)
        target.lineTo(x + wide * 1.3 - width * 0.16 + swing, height * 0.9)
        target.lineTo(x - wide * 1.3 - width * 0.16 + swing, height * 0.9)
        target.fill()
      }
      target.globalAlpha = 1
    },
  }
}

function farFish({ width, height, light }: SetOrder): Layer {
  const colour = css(darken(light.haze, 0.3), 0.55)
  return {
    draw(target, view, seconds) {
      target.fillStyle = colour
      for (let index = 0; index < 14; index++) {
        const span = width * 1.3
        const x =
          ((((scattered(index, 1) * 0.35 * width - seconds * width * 0.03 - view.scroll * 0.2 + index * 9) % span) +
            span) %
            span) -
          width * 0.1
        const y = height * (0.3 + scattered(index, 2) * 0.16) + Math.sin(seconds * 1.5 + index) * height * 0.008
        const size = height * (0.009 + scattered(index, 3) * 0.006)
        target.beginPath()
        target.ellipse(x, y, size * 1.5, size * 0.7, 0, 0, Math.PI * 2)
        target.moveTo(x + size * 1.2, y)
        target.lineTo(x + size * 2.3, y - size * 0.7)
        target.lineTo(x + size * 2.3, y + size * 0.7)
        target.fill()
      }
    },
  }
}
