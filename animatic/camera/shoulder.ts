/** Somebody's head and shoulder, dark and out of focus, over whom the camera looks. */
import { createCanvas } from '@napi-rs/canvas'
import type { Light } from '../sets/light.ts'
import { css, darken, mix } from '../sets/paint/colour.ts'
import type { Layer } from '../sets/place.ts'
import { projectionAt } from './view.ts'

/** Nearer than anything else. */
const depth = 1.6

export function paintShoulder(height: number, light: Light): Layer {
  const tall = height * 0.86
  const canvas = createCanvas(Math.ceil(tall * 0.82), Math.ceil(tall))
  const brush = canvas.getContext('2d')
  const body = darken(mix(light.sky[0] ?? light.haze, [40, 32, 36], 0.7), 0.62)
  brush.filter = `blur(${(height / 90).toFixed(1)}px)`
  // The rim that the scene's light leaves, and the dark figure before it.
  for (const [colour, shift] of [
    [css(mix(body, light.sun.glow, 0.5)), tall * 0.012],
    [css(body), 0],
  ] as const) {
    brush.fillStyle = colour
    brush.beginPath()
    brush.ellipse(tall * 0.27 + shift, tall * 0.33, tall * 0.165, tall * 0.21, 0.06, 0, Math.PI * 2)
    brush.fill()
    brush.beginPath()
    brush.moveTo(-tall * 0.2, tall * 1.1)
    brush.lineTo(-tall * 0.2, tall * 0.68)
    brush.quadraticCurveTo(tall * 0.16, tall * 0.62, tall * 0.18 + shift, tall * 0.45)
    brush.lineTo(tall * 0.34 + shift, tall * 0.45)
    brush.quadraticCurveTo(tall * 0.38, tall * 0.62, tall * 0.56, tall * 0.66)
    brush.quadraticCurveTo(tall * 0.74 + shift, tall * 0.72, tall * 0.76 + shift, tall * 1.1)
    brush.fill()
  }
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt({ ...view, scroll: 0 }, depth)
      target.save()
      target.imageSmoothingQuality = 'low'
      target.setTransform(scale, 0, 0, scale, left, top)
      const breath = Math.sin(seconds * 1.5) * height * 0.003
      target.drawImage(canvas, -tall * 0.14, height * 1.06 - tall + breath)
      target.restore()
    },
  }
}
