/** Rain at three distances, and where it strikes the ground or the water. */
import { projectionAt } from '../../camera/view.ts'
import { scattered } from '../../random.ts'
import { css, mix } from '../paint/colour.ts'
import type { Layer, SetOrder, WeatherGround } from '../place.ts'
import { wrap } from './wrap.ts'

const distances = [
  { long: 0.03, thick: 0.9, pace: 1.3, passes: 0.3, alpha: 0.22 },
  { long: 0.055, thick: 1.3, pace: 1.8, passes: 0.6, alpha: 0.34 },
  { long: 0.1, thick: 2, pace: 2.5, passes: 1.1, alpha: 0.42 },
]

/** `count` drops in the air at a time, leaning by `slant` pixels to the left for each one down. */
export function paintRain({ width, height, light }: SetOrder, count: number, slant: number): Layer {
  const colour = mix(light.haze, [238, 244, 255], 0.6 - light.darkness * 0.25)
  return {
    draw(target, view, seconds) {
      target.lineCap = 'round'
      for (const [near, { long: share, thick, pace, passes, alpha }] of distances.entries()) {
        const long = height * share
        target.strokeStyle = css(colour, alpha)
        target.lineWidth = thick * (height / 720)
        target.beginPath()
        for (let index = near; index < count; index += distances.length) {
          const fall = seconds * pace * (0.85 + scattered(index, 4) * 0.3) + scattered(index, 1)
          const round = Math.floor(fall)
          const y = (fall - round) * (height + long) - long
          const from = scattered(index + round * 613, 2) * width * 1.3
          const x = wrap(from - (view.x + view.scroll) * passes, width * 1.3) - width * 0.1 - y * slant
          target.moveTo(x, y)
          target.lineTo(x - long * slant, y + long)
        }
        target.stroke()
      }
    },
  }
}

/** Seconds that a drop's crown or ring is seen. */
const splashSeconds = 0.42

/** Crowns and rings on the ground, rings that widen on water; small far away, larger near. */
export function paintSplashes({ width, height, light }: SetOrder, ground: WeatherGround, count: number): Layer {
  const top = ground.horizon + (height - ground.horizon) * 0.2
  const colour = css(mix(light.haze, [240, 246, 255], 0.7))
  const onWater = ground.medium === 'water'
  return {
    draw(target, view, seconds) {
      target.strokeStyle = colour
      target.lineWidth = Math.max(1, height / 600)
      // Splashes of one age are one path.
      const ages = 4
      for (let stage = 0; stage < ages; stage++) {
        target.beginPath()
        for (let index = stage; index < count; index += ages) {
          const lived = seconds / splashSeconds + stage / ages
          const round = Math.floor(lived)
          const age = lived - round
          const share = scattered(index + round * 389, 2) ** 1.2
          const depth = 0.5 + share * 0.7
          const { scale, left, top: shift } = projectionAt(view, depth)
          const passed = wrap(scattered(index + round * 389, 1) * width * 1.2 - view.scroll * depth, width * 1.2)
          const x = (passed - width * 0.1) * scale + left
          const y = (top + share * (height - top)) * scale + shift
          const size = height * (0.004 + 0.012 * share) * (onWater ? 1.7 : 1)
          const reach = size * (0.3 + age)
          target.moveTo(x + reach, y)
          target.ellipse(x, y, reach, reach * 0.3, 0, 0, Math.PI * 2)
          // On water the ring is what one sees; on the ground the crown.
          if (onWater || age > 0.6) continue
          const high = size * 0.9 * Math.sin((age / 0.6) * Math.PI)
          for (const side of [-1, 1]) {
            target.moveTo(x + side * reach * 0.7, y - high * 0.2)
            target.lineTo(x + side * reach * 1.2, y - high)
          }
        }
        target.globalAlpha = 0.55 * (1 - ((seconds / splashSeconds + stage / ages) % 1))
        target.stroke()
      }
      target.globalAlpha = 1
    },
  }
}
