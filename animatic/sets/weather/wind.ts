/** What the wind carries: leaves or petals over grass and streets, sand over dry ground, loose snow over white ground. */
import { scattered } from '../../random.ts'
import { lit } from '../light.ts'
import { css, hex } from '../paint/colour.ts'
import { paintPuff } from '../paint/puffs.ts'
import type { Layer, SetOrder } from '../place.ts'
import { wrap } from './wrap.ts'

export function paintLeaves({ width, height, season }: SetOrder): Layer {
  const colours = season === 'spring' ? ['#f6c1d3', '#ffdbe6', '#f09ab6'] : ['#d9822b', '#c9a03a', '#8fae4a']
  return {
    draw(target, view, seconds) {
      for (let index = 0; index < 30; index++) {
        const pace = 0.24 + scattered(index, 1) * 0.2
        const blown = seconds * pace * width + scattered(index, 2) * width * 1.3 + view.scroll * 0.6
        const x = width * 1.2 - wrap(blown, width * 1.3)
        const y = height * (0.1 + scattered(index, 3) * 0.85) + Math.sin(seconds * 2.2 + index) * height * 0.05
        const size = height * (0.006 + scattered(index, 4) * 0.012)
        // It tumbles: seen from the side it is a line.
        const seen = 0.2 + 0.8 * Math.abs(Math.cos(seconds * 3 + index))
        target.fillStyle = colours[index % colours.length] ?? '#d9822b'
        target.save()
        target.translate(x, y)
        target.rotate(seconds * (2 + scattered(index, 5) * 3) + index)
        target.beginPath()
        target.moveTo(-size, 0)
        target.quadraticCurveTo(0, -size * seen, size, 0)
        target.quadraticCurveTo(0, size * seen, -size, 0)
        target.fill()
        target.restore()
      }
    },
  }
}

/** Banks of dust that rush along the ground, and grains that streak past. */
export function paintDustStorm({ width, height, light }: SetOrder, matter: 'dust' | 'snow'): Layer[] {
  const colour = lit(hex(matter === 'dust' ? '#dcb987' : '#f2f6fc'), light, 0.1)
  const puff = paintPuff(colour)
  const span = width * 1.8
  return [
    {
      draw(target, view, seconds) {
        target.imageSmoothingQuality = 'low'
        for (let index = 0; index < 16; index++) {
          const near = scattered(index, 1)
          const blown = seconds * width * (0.22 + near * 0.3) + scattered(index, 2) * span + view.scroll * (0.4 + near)
          const long = width * (0.3 + near * 0.5)
          const high = height * (0.08 + near * 0.16)
          const y = height * (0.52 + near * 0.44) + Math.sin(seconds + index * 2) * height * 0.012
          target.globalAlpha = 0.3 + 0.22 * scattered(index, 3)
          target.drawImage(puff, width * 1.4 - wrap(blown, span), y - high / 2, long, high)
        }
        target.globalAlpha = 0.6
        target.strokeStyle = css(colour)
        target.lineWidth = Math.max(1, height / 500)
        target.beginPath()
        for (let index = 0; index < 70; index++) {
          const pace = 0.7 + scattered(index, 4) * 0.8
          const x =
            width * 1.2 - wrap(seconds * pace * width + scattered(index, 5) * width * 1.3 + view.scroll, width * 1.3)
          const y = height * (0.4 + 0.58 * scattered(index, 6)) + Math.sin(seconds * 3 + index) * height * 0.008
          target.moveTo(x, y)
          target.lineTo(x + width * 0.012 * pace, y - height * 0.002)
        }
        target.stroke()
        target.globalAlpha = 1
      },
    },
  ]
}
