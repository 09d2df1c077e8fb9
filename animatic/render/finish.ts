/** The last touch over every frame: a vignette that leads the eye in, in the colour of the shot's shadows. */
import { createCanvas } from '@napi-rs/canvas'
import { gradeTo, type Light } from '../sets/light.ts'
import { css, darken, mix } from '../sets/paint/colour.ts'
import type { Lapse, Layer } from '../sets/place.ts'

export function paintFinish(width: number, height: number, light: Light): Layer {
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  const reach = Math.hypot(width, height) / 2
  const colour = darken(light.sky[0] ?? [20, 24, 48], 0.7)
  const shade = brush.createRadialGradient(
    width / 2,
    height * 0.52,
    reach * 0.55,
    width / 2,
    height * 0.52,
    reach * 1.04,
  )
  shade.addColorStop(0, css(colour, 0))
  shade.addColorStop(0.6, css(colour, 0.12))
  shade.addColorStop(1, css(colour, 0.42))
  brush.fillStyle = shade
  brush.fillRect(0, 0, width, height)
  return { draw: (target) => target.drawImage(canvas, 0, 0) }
}

/** A time-lapse's light runs from `light` on to the lapse's: everything under the sky takes its colour on. */
export function paintLapse(light: Light, lapse: Lapse): Layer[] {
  const grade = gradeTo(light, lapse.light)
  return [
    {
      draw(target, _view, seconds) {
        target.globalCompositeOperation = 'multiply'
        target.fillStyle = css(mix([255, 255, 255], grade, Math.min(1, seconds / lapse.seconds)))
        target.fillRect(0, 0, target.canvas.width, target.canvas.height)
        target.globalCompositeOperation = 'source-over'
      },
    },
  ]
}
