/** The sea floor: corals and sponges, weed that sways, bubbles that rise. */
import { scattered } from '../../random.ts'
import { lit } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, hex, mix } from './colour.ts'
import { paintStrip } from './strip.ts'

export const corals = ['#ff7a6b', '#ff9f5a', '#f25f8e', '#c86bd6', '#ffd166']

export function reef({ width, height, light, random }: SetOrder, floor: number): Layer {
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

export function weed({ width, height, light, random }: SetOrder): Layer {
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

export function bubbles({ width, height }: SetOrder): Layer {
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
