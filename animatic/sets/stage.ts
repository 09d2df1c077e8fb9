/** A theatre: curtains, boards, moving spotlights, dust in the light and the heads of an audience. */

import { lightOf } from './light.ts'
import { css, darken, hex, lighten } from './paint/colour.ts'
import { paintStrip } from './paint/strip.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const velvets = ['#9c1f35', '#5a2a86', '#1f4f8c', '#0f6b5a']
const lamps = ['#ffd98a', '#ff8ab0', '#8ad4ff', '#c8ff9a']

export function paintStage(order: SetOrder): Place {
  const { height, random } = order
  const velvet = hex(velvets[Math.floor(random() * velvets.length)] ?? '#9c1f35')
  const boards = height * 0.7
  return {
    backdrop: [curtain(order, boards, velvet)],
    ground: [floor(order, boards), spots(order)],
    foreground: [audience(order)],
    medium: 'ground',
    light: { ...lightOf('golden-hour', 'clear'), darkness: 0.15 },
    horizon: boards,
    floor: height * 0.86,
    dust: 'none',
    indoors: true,
  }
}

function curtain({ width, height }: SetOrder, boards: number, velvet: readonly [number, number, number]): Layer {
  return paintStrip({ depth: 0.4, period: width * 1.2, top: -height * 0.14, height: boards + height * 0.2 }, (band) => {
    const { target } = band
    const folds = 26
    const step = band.period / folds
    for (let fold = 0; fold < folds; fold++) {
      const shade = target.createLinearGradient(fold * step, 0, (fold + 1) * step, 0)
      shade.addColorStop(0, css(darken(velvet, 0.62)))
      shade.addColorStop(0.45, css(lighten(velvet, 0.08)))
      shade.addColorStop(1, css(darken(velvet, 0.62)))
      target.fillStyle = shade
      target.fillRect(fold * step - 0.5, 0, step + 3, band.height)
    }
    const dusk = target.createLinearGradient(0, 0, 0, band.height)
    dusk.addColorStop(0, 'rgba(8,4,18,0.75)')
    dusk.addColorStop(0.6, 'rgba(8,4,18,0.1)')
    dusk.addColorStop(1, 'rgba(8,4,18,0.35)')
    target.fillStyle = dusk
    target.fillRect(0, 0, band.period + 4, band.height)
  })
}

function floor({ width, height }: SetOrder, top: number): Layer {
  const wood = hex('#8a5a3a')
  return paintStrip({ depth: 0.9, period: width * 1.2, top, height: height * 1.16 - top }, (band) => {
    const { target } = band
    const shade = target.createLinearGradient(0, 0, 0, height - top)
    shade.addColorStop(0, css(darken(wood, 0.55)))
    shade.addColorStop(0.5, css(wood))
    shade.addColorStop(1, css(darken(wood, 0.45)))
    target.fillStyle = shade
    target.fillRect(0, 0, band.period + 4, band.height)
    target.fillStyle = 'rgba(30,14,8,0.4)'
    for (let row = 1; row < 8; row++) target.fillRect(0, band.height * (row / 8) ** 1.5, band.period + 4, 1.5)
  })
}

/** Cones of coloured light that swing from above and meet on the boards. */
function spots({ width, height, random }: SetOrder): Layer {
  const count = 4
  const cones = Array.from({ length: count }, (_, index) => ({
    x: ((index + 0.5) / count) * width,
    phase: random() * 6,
    colour: hex(lamps[index % lamps.length] ?? '#ffd98a'),
  }))
  return {
    draw(target, _view, seconds) {
      target.globalCompositeOperation = 'lighter'
      for (const { x, phase, colour } of cones) {
        const aim = width * 0.5 + (x - width * 0.5) * 0.35 + Math.sin(seconds * 0.7 + phase) * width * 0.16
        const shade = target.createLinearGradient(0, 0, 0, height * 0.9)
        shade.addColorStop(0, css(colour, 0.34))
        shade.addColorStop(1, css(colour, 0.04))
        target.fillStyle = shade
        target.beginPath()
        target.moveTo(x - width * 0.008, -4)
        target.lineTo(x + width * 0.008, -4)
        target.lineTo(aim + width * 0.11, height * 0.88)
        target.lineTo(aim - width * 0.11, height * 0.88)
        target.fill()
        target.fillStyle = css(colour, 0.13)
        target.beginPath()
        target.ellipse(aim, height * 0.88, width * 0.13, height * 0.035, 0, 0, Math.PI * 2)
        target.fill()
      }
      target.globalCompositeOperation = 'source-over'
    },
  }
}

function audience({ width, height, random }: SetOrder): Layer {
  const heads = Array.from({ length: 15 }, (_, index) => ({
    x: ((index + random() * 0.5) / 15) * width * 1.3,
    size: height * (0.034 + random() * 0.014),
    phase: random() * 6,
  }))
  return {
    draw(target, view, seconds) {
      target.fillStyle = '#0a0714'
      const span = width * 1.3
      for (const { x, size, phase } of heads) {
        const at = ((((x - (view.x + view.scroll) * 1.3) % span) + span) % span) - width * 0.15
        const y = height * 0.985 + Math.sin(seconds * 2.2 + phase) * height * 0.005
        target.beginPath()
        target.arc(at, y, size, 0, Math.PI * 2)
        target.ellipse(at, y + size * 2.1, size * 1.9, size * 1.4, 0, 0, Math.PI * 2)
        target.fill()
      }
    },
  }
}
