/** Northern lights: curtains that fold and brighten slowly. */
import { createCanvas } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, hex } from './colour.ts'

const curtains = [
  { from: '#6affb0', to: '#4a7dff', y: 0.14, tall: 0.36, pace: 0.16 },
  { from: '#8affd0', to: '#b05aff', y: 0.0, tall: 0.3, pace: 0.11 },
] as const

export function paintAurora({ width, random }: SetOrder, horizon: number): Layer {
  // One column of light, stretched to each fold: a whole curtain a frame would be far dearer.
  const columns = curtains.map(({ from, to }) => {
    const canvas = createCanvas(4, 64)
    const brush = canvas.getContext('2d')
    const shade = brush.createLinearGradient(0, 0, 0, 64)
    shade.addColorStop(0, css(hex(to), 0))
    shade.addColorStop(0.45, css(hex(to), 0.35))
    shade.addColorStop(0.85, css(hex(from), 0.8))
    shade.addColorStop(1, css(hex(from), 0))
    brush.fillStyle = shade
    brush.fillRect(0, 0, 4, 64)
    return canvas
  })
  const phase = random() * 6
  const steps = 80
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt(view, 0.02)
      target.setTransform(scale, 0, 0, scale, left, top)
      target.imageSmoothingQuality = 'low'
      curtains.forEach(({ y, tall, pace }, index) => {
        const column = columns[index]
        if (!column) return
        for (let step = -4; step < steps + 4; step++) {
          const along = step / steps
          const fold =
            Math.sin(along * 9 + seconds * pace * 2 + phase + index * 2) + 0.5 * Math.sin(along * 23 - seconds * pace)
          const high = horizon * tall * (0.75 + 0.25 * Math.sin(along * 14 + seconds * pace * 3))
          target.globalAlpha = 0.5 + 0.3 * Math.sin(along * 31 + seconds * pace * 5 + phase)
          target.drawImage(column, along * width, horizon * (y + fold * 0.07), width / steps + 1, high)
        }
      })
      target.globalAlpha = 1
      target.resetTransform()
    },
  }
}
