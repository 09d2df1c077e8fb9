/** What is seen from the moon: the earth in a black sky. */
import { createCanvas } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, hex } from './colour.ts'
import { paintGlow } from './shapes.ts'

/** The earth with seas, land, swirls of cloud and its night side. */
export function paintEarth({ width, height, random }: SetOrder): Layer {
  const radius = Math.min(width, height) * 0.13
  const size = Math.ceil(radius * 3.4)
  const canvas = createCanvas(size, size)
  const brush = canvas.getContext('2d')
  const middle = size / 2
  paintGlow(brush, middle, middle, radius * 1.6, hex('#7ab8ff'), 0.75)
  brush.beginPath()
  brush.arc(middle, middle, radius, 0, Math.PI * 2)
  brush.clip()
  const sea = brush.createRadialGradient(middle - radius * 0.4, middle - radius * 0.4, 0, middle, middle, radius * 1.1)
  sea.addColorStop(0, '#6cc0f5')
  sea.addColorStop(1, '#1d5fb8')
  brush.fillStyle = sea
  brush.fillRect(0, 0, size, size)
  for (const [count, colours, reach, flat] of [
    [13, ['#6aa84f', '#8fae58', '#c2a866'], 0.24, 0.8],
    [16, ['#ffffff', '#f0f8ff'], 0.3, 0.13],
  ] as const) {
    for (let index = 0; index < count; index++) {
      const turn = random() * Math.PI * 2
      const far = Math.sqrt(random()) * radius
      brush.fillStyle = css(hex(colours[index % colours.length] ?? '#ffffff'), flat < 0.5 ? 0.55 : 0.9)
      brush.beginPath()
      const wide = radius * reach * (0.4 + random())
      brush.ellipse(
        middle + Math.cos(turn) * far,
        middle + Math.sin(turn) * far,
        wide,
        wide * flat,
        -0.4,
        0,
        Math.PI * 2,
      )
      brush.fill()
    }
  }
  const night = brush.createRadialGradient(
    middle - radius * 0.4,
    middle - radius * 0.35,
    radius * 0.35,
    middle,
    middle,
    radius * 1.08,
  )
  night.addColorStop(0, 'rgba(4,8,30,0)')
  night.addColorStop(1, 'rgba(4,6,26,0.9)')
  brush.fillStyle = night
  brush.fillRect(0, 0, size, size)
  const x = width * (random() < 0.5 ? 0.24 : 0.76)
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt(view, 0.03)
      target.setTransform(scale, 0, 0, scale, left, top)
      target.imageSmoothingQuality = 'low'
      target.drawImage(canvas, x - middle - view.scroll * 0.01, height * 0.22 - middle + Math.sin(seconds * 0.2) * 2)
      target.resetTransform()
    },
  }
}
