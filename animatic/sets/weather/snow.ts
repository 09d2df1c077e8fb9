/** Snow in the air, from fine and far to large and soft before the lens, and on the ground, where it gathers. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import { scattered } from '../../random.ts'
import { css, mix } from '../paint/colour.ts'
import type { Layer, SetOrder, WeatherGround } from '../place.ts'
import { wrap } from './wrap.ts'

const flakes = 190

export function paintSnowfall({ width, height, light }: SetOrder): Layer {
  const white = mix(light.haze, [255, 255, 255], 0.85)
  const [crisp, soft] = [paintFlake(24, white, 0.3), paintFlake(48, white, 0.05)]
  return {
    draw(target, view, seconds) {
      target.imageSmoothingQuality = 'low'
      for (let index = 0; index < flakes; index++) {
        const near = scattered(index, 3) ** 2
        const fall = seconds * (0.07 + near * 0.15) + scattered(index, 1)
        const y = (fall % 1) * height * 1.1 - height * 0.05
        const drift = Math.sin(seconds * (0.7 + near) + index) * width * 0.012
        const blown = (view.x + view.scroll) * (0.3 + near * 0.7) + seconds * width * 0.015
        const x = wrap(scattered(index, 2) * width * 1.2 + drift - blown, width * 1.2) - width * 0.1
        // The nearest are out of focus.
        const blurred = near > 0.72
        const size = height * (0.006 + near * (blurred ? 0.036 : 0.021))
        target.globalAlpha = (blurred ? 0.4 : 0.55) + 0.4 * scattered(index, 4)
        target.drawImage(blurred ? soft : crisp, x, y, size, size)
      }
      target.globalAlpha = 1
    },
  }
}

/** Specks that lie where they fell: more of them, and larger, the longer it snows. */
export function paintSnowCover({ width, height, light }: SetOrder, { horizon }: WeatherGround): Layer {
  const colour = css(mix(light.haze, [255, 255, 255], 0.8), 0.8)
  const top = horizon + (height - horizon) * 0.16
  const span = width * 1.3
  return {
    draw(target, view, seconds) {
      const fallen = Math.min(260, 40 + seconds * 24)
      target.fillStyle = colour
      target.beginPath()
      for (let index = 0; index < fallen; index++) {
        const share = scattered(index, 6) ** 1.3
        const { scale, left, top: shift } = projectionAt(view, 1)
        const x = (wrap(scattered(index, 5) * span - view.scroll, span) - width * 0.15) * scale + left
        const y = (top + share * (height * 1.05 - top)) * scale + shift
        const grown = Math.min(1, (fallen - index) / 60)
        const size = height * (0.002 + 0.008 * share) * (0.4 + 0.6 * grown)
        target.moveTo(x + size, y)
        target.ellipse(x, y, size, size * 0.42, 0, 0, Math.PI * 2)
      }
      target.fill()
    },
  }
}

function paintFlake(size: number, colour: readonly [number, number, number], firm: number): Canvas {
  const canvas = createCanvas(size, size)
  const brush = canvas.getContext('2d')
  const soft = brush.createRadialGradient(size / 2, size / 2, (size / 2) * firm, size / 2, size / 2, size / 2)
  soft.addColorStop(0, css(colour))
  soft.addColorStop(1, css(colour, 0))
  brush.fillStyle = soft
  brush.fillRect(0, 0, size, size)
  return canvas
}
