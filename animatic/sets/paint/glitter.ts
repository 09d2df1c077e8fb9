/** The path of broken light that a low sun or the moon lays on water. */
import { projectionAt } from '../../camera/view.ts'
import { scattered } from '../../random.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, lighten, mix } from './colour.ts'
import { sunX } from './sky.ts'

const glints = 150
const levels = 3

/** Glints between the far shore `top` and the frame's lower edge, in the colour of the sun's glow. */
export function paintGlitter(order: SetOrder, top: number): Layer {
  const { width, height, light } = order
  const { glow, colour, strength, isMoon } = light.sun
  // The higher the sun, the more of its light goes into the water instead of along it.
  const power = strength * (isMoon ? 0.55 : 1 - light.sun.height * 0.75)
  const middle = sunX(order)
  const shine = css(lighten(mix(glow, colour, 0.35), isMoon ? 0.3 : 0.1))
  const long = Math.min(width, height * 1.78)
  return {
    draw(target, view, seconds) {
      if (power < 0.1) return
      // The path goes with the sun, which no walk leaves behind.
      const sky = projectionAt(view, 0)
      const shore = projectionAt(view, 0.45)
      const x0 = view.lens === 1 ? middle * sky.scale + sky.left : middle
      const y0 = top * shore.scale + shore.top
      target.fillStyle = shine
      for (let level = 0; level < levels; level++) {
        target.beginPath()
        for (let index = 0; index < glints; index++) {
          const lit = Math.sin(seconds * (1.4 + scattered(index, 1) * 2.2) + scattered(index, 2) * 6.28)
          if (Math.floor((lit + 0.35) * 2.2) !== level) continue
          const share = scattered(index, 3) ** 1.5
          const aside = (scattered(index, 4) + scattered(index, 5) + scattered(index, 6)) / 1.5 - 1
          const x = x0 + aside * long * (0.03 + share * 0.17) + Math.sin(seconds + index) * long * 0.004
          const y = y0 + 2 + share * (height - y0)
          const reach = long * (0.004 + share * 0.022) * (0.5 + scattered(index, 7))
          target.moveTo(x + reach, y)
          target.ellipse(x, y, reach, height * (0.0008 + share * 0.0026), 0, 0, Math.PI * 2)
        }
        target.globalAlpha = power * (0.35 + (0.6 * level) / (levels - 1))
        target.fill()
      }
      target.globalAlpha = 1
    },
  }
}
