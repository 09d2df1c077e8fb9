/** Shafts of sun that fall slantwise through leaves or a window and breathe slowly. */
import type { Layer, SetOrder } from '../place.ts'
import { css } from './colour.ts'

export function paintSunbeams({ width, light, random }: SetOrder, bottom: number): Layer {
  const count = 6
  const slant = (random() < 0.5 ? -1 : 1) * width * 0.2
  const beams = Array.from({ length: count }, (_, index) => ({
    x: ((index + random() * 0.8) / count) * width * 1.2 - width * 0.1,
    wide: width * (0.015 + random() * 0.045),
    phase: random() * Math.PI * 2,
  }))
  const strength = 0.3 * light.sun.strength * (1 - light.darkness * 0.7)
  return {
    draw(target, view, seconds) {
      const shade = target.createLinearGradient(0, 0, 0, bottom)
      shade.addColorStop(0, css(light.sun.glow, strength))
      shade.addColorStop(1, css(light.sun.glow, 0))
      target.fillStyle = shade
      for (const { x, wide, phase } of beams) {
        const span = width * 1.4
        const at = ((((x - view.scroll * 0.16) % span) + span) % span) - width * 0.2
        target.globalAlpha = 0.55 + 0.45 * Math.sin(seconds * 0.7 + phase)
        target.beginPath()
        target.moveTo(at - wide, 0)
        target.lineTo(at + wide, 0)
        target.lineTo(at + wide * 2.2 - slant, bottom)
        target.lineTo(at - wide * 2.2 - slant, bottom)
        target.fill()
      }
      target.globalAlpha = 1
    },
  }
}
