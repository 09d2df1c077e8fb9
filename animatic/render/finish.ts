/** The last touch over every frame: a vignette that leads the eye in, in the colour of the shot's shadows. */
import { createCanvas } from '@napi-rs/canvas'
import type { Light } from '../sets/light.ts'
import { css, darken } from '../sets/paint/colour.ts'
import type { Layer } from '../sets/place.ts'

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
