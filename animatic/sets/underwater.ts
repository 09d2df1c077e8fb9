/** Under the sea: light from above in shafts, rocks, weed that sways, corals and far small fish. */
import { createCanvas } from '@napi-rs/canvas'
import { scattered } from '../random.ts'
import { lit } from './light.ts'
import { css, darken, hex, lighten, mix } from './paint/colour.ts'
import { ridgeBand } from './paint/land.ts'
import { paintStrip } from './paint/strip.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const corals = ['#ff7a6b', '#ff9f5a', '#f25f8e', '#c86bd6', '#ffd166']

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

function reef({ width, height, light, random }: SetOrder, floor: number): Layer {
  return paintStrip({ depth: 1, period: width * 1.8, top: floor - height * 0.14, height: height * 0.42 }, (band) => {
    const { target } = band
    const sand = height * 0.16
    const shade = target.createLinearGradient(0, sand, 0, band.height)
    shade.addColorStop(0, css(lit(hex('#e8d6a8'), light, 0.25)))
    shade.addColorStop(1, css(lit(hex('#a88f6a'), light, 0.35)))
    target.fillStyle = shade
    target.beginPath()
    target.moveTo(-2, band.height)
    for (let x = -2; x <= band.period + 8; x += 6)
      target.lineTo(x, sand + Math.sin((x / band.period) * Math.PI * 10) * height * 0.012)
    target.lineTo(band.period + 4, band.height)
    target.fill()
    for (let index = 0; index < 13; index++) {
      const x = (index / 13) * band.period + random() * 60
      const size = height * (0.05 + random() * 0.07)
      const colour = lit(hex(corals[Math.floor(random() * corals.length)] ?? '#ff7a6b'), light, 0.15)
      const turns = Array.from({ length: 7 }, () => random())
      band.place(x, size * 2, (at) => {
        target.strokeStyle = css(colour)
        target.lineCap = 'round'
        turns.forEach((turn, arm) => {
          const lean = (arm / 6 - 0.5) * 1.7 + (turn - 0.5) * 0.3
          target.lineWidth = size * 0.13
          target.beginPath()
          target.moveTo(at, sand + 4)
          target.quadraticCurveTo(
            at + lean * size * 0.3,
            sand - size * 0.5,
            at + lean * size,
            sand - size * (0.7 + turn * 0.5),
          )
          target.stroke()
        })
      })
    }
  })
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

function weed({ width, height, light, random }: SetOrder): Layer {
  const blades = Array.from({ length: 16 }, () => ({
    x: random() * width * 1.5,
    tall: height * (0.12 + random() * 0.2),
    phase: random() * 6,
    dark: random(),
  }))
  return {
    draw(target, view, seconds) {
      const span = width * 1.5
      for (const { x, tall, phase, dark } of blades) {
        const at = ((((x - (view.x + view.scroll) * 1.4) % span) + span) % span) - width * 0.25
        const sway = Math.sin(seconds * 1.1 + phase) * tall * 0.22
        target.fillStyle = css(mix(lit(hex('#1f7a5c'), light, 0.1), lit(hex('#0d3f4a'), light, 0), dark))
        target.beginPath()
        target.moveTo(at - tall * 0.06, height + 4)
        target.bezierCurveTo(
          at - tall * 0.1 + sway * 0.2,
          height - tall * 0.5,
          at + tall * 0.08 + sway * 0.6,
          height - tall * 0.7,
          at + sway,
          height - tall,
        )
        target.bezierCurveTo(
          at + tall * 0.14 + sway * 0.6,
          height - tall * 0.6,
          at + sway * 0.2,
          height - tall * 0.4,
          at + tall * 0.07,
          height + 4,
        )
        target.fill()
      }
    },
  }
}

function bubbles({ width, height }: SetOrder): Layer {
  return {
    draw(target, view, seconds) {
      target.strokeStyle = 'rgba(235,250,255,0.55)'
      target.lineWidth = Math.max(1, height / 500)
      target.beginPath()
      for (let index = 0; index < 34; index++) {
        const rise = (seconds * (0.06 + scattered(index, 1) * 0.1) + scattered(index, 2)) % 1
        const span = width * 1.2
        const x =
          ((((scattered(index, 3) * span - (view.x + view.scroll) * 0.8) % span) + span) % span) -
          width * 0.1 +
          Math.sin(seconds * 2 + index) * 6
        const size = height * (0.003 + scattered(index, 4) ** 2 * 0.011)
        target.moveTo(x + size, height * (1.03 - rise * 1.1))
        target.arc(x, height * (1.03 - rise * 1.1), size, 0, Math.PI * 2)
      }
      target.stroke()
    },
  }
}
