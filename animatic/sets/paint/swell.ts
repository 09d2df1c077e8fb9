/** Rows of waves that roll, each nearer one larger and quicker. */
import { type Light, lit } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { type Colour, css, darken, hex, lighten, mix } from './colour.ts'
import { paintStrip } from './strip.ts'

export interface SwellOrder {
  /** Pixels: the horizon. */
  top: number
  colour: string
  /** 0 is calm, 1 a storm. */
  roughness: number
  /** Which of the seven rows, the furthest first. */
  from: number
  to: number
}

const rows = 7

export function paintSwell(order: SetOrder, { top, colour, roughness, from, to }: SwellOrder): Layer[] {
  const { width, height, light, random } = order
  return Array.from({ length: to - from }, (_, index) => {
    const row = from + index
    const share = (row + 1) / rows
    const depth = 0.25 + share * 1.05
    const line = top + (height - top) * share ** 1.7
    const high = height * (0.006 + 0.05 * share * share) * (0.35 + roughness)
    const length = width * (0.05 + 0.2 * share)
    const waves = Math.max(3, Math.round((width * 1.6) / length))
    // Far water shows the sky above the horizon, near water the sky overhead and more of its own colour.
    const mirrored = skyAt(light, 0.95 - share * 0.75)
    const own = lit(mix(hex(colour), hex('#0d4468'), share * 0.6), light, 0.55 * (1 - share))
    const base = mix(own, mirrored, 0.5 - share * 0.22)
    const phase = random() * Math.PI * 2
    const below = (height - top) * (0.1 + share * 0.34)
    const strip = paintStrip({ depth, period: width * 1.6, top: line - high, height: high * 2 + below }, (band) => {
      const crest = (x: number) => {
        const turn = (x / band.period) * Math.PI * 2
        return high * (1 - 0.7 * Math.sin(turn * waves + phase) - 0.3 * Math.sin(turn * (waves * 2 - 1) + phase * 3))
      }
      const shade = band.target.createLinearGradient(0, 0, 0, band.height)
      shade.addColorStop(0, css(lighten(base, 0.16), 0.85))
      shade.addColorStop(0.3, css(base, 0.62))
      shade.addColorStop(1, css(darken(base, 0.1), 0))
      band.target.fillStyle = shade
      band.target.beginPath()
      band.target.moveTo(-2, band.height)
      for (let x = -2; x <= band.period + 6; x += 3) band.target.lineTo(x, crest(x))
      band.target.lineTo(band.period + 4, band.height)
      band.target.fill()
      band.target.strokeStyle = css(mix(light.sun.glow, [255, 255, 255], 0.6), 0.1 + roughness * 0.16)
      band.target.lineWidth = Math.max(1, high * 0.08)
      band.target.beginPath()
      for (let x = -2; x <= band.period + 6; x += 3) band.target.lineTo(x, crest(x) + 1)
      band.target.stroke()
    })
    const pace = width * (0.012 + share * 0.04)
    return {
      draw(target, view, seconds) {
        const roll = Math.sin(seconds * 1.3 + row * 0.9) * high * 0.3
        strip.draw(
          target,
          { ...view, scroll: view.scroll + (seconds * pace) / depth, y: view.y - roll / depth },
          seconds,
        )
      },
    }
  })
}

/** The sky's colour at a share of the way from the zenith down to the horizon. */
function skyAt({ sky, haze }: Light, share: number): Colour {
  const at = share * (sky.length - 1)
  const from = Math.floor(at)
  return mix(sky[from] ?? haze, sky[from + 1] ?? sky[from] ?? haze, at - from)
}
