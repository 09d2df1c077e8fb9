/** Stands full of people, who wave, and whose cameras flash. */
import { scattered } from '../../random.ts'
import type { Layer, SetOrder } from '../place.ts'
import { hex, mix } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { pinned } from './pinned.ts'
import { scenery } from './scenery.ts'
import { pickOf, tonesAt } from './shapes.ts'

export const crowdColours = [
  '#d9534a',
  '#f2c23c',
  '#4f8fd0',
  '#f2ede2',
  '#5aa86a',
  '#8a6ab8',
  '#e08a4a',
  '#3f4f78',
] as const

interface CrowdOrder {
  depth: number
  top: number
  bottom: number
  rows: number
  distance: number
}

/** Rows of people: heads over coloured crowdColours, steps between the blocks. The whole stand sways a little. */
export function paintCrowd(order: SetOrder, { depth, top, bottom, rows, distance }: CrowdOrder): Layer {
  const { light, random } = order
  const bright = lampsAreOn(light) ? { ...light, ambient: mix(light.ambient, hex('#f0f2ff'), 0.5) } : light
  const tones = tonesAt(bright, distance)
  const step = (bottom - top) / rows
  return scenery(order, { depth, top: top - step, bottom: bottom + step, span: 1.6 }, ({ target, period }) => {
    const shade = target.createLinearGradient(0, top, 0, bottom)
    shade.addColorStop(0, tones.flat('#3a4258'))
    shade.addColorStop(1, tones.flat('#5f6a80'))
    target.fillStyle = shade
    target.fillRect(0, top - step * 0.4, period + 4, bottom - top + step * 1.4)
    const seats = Math.round(period / (step * 0.62))
    for (let row = 0; row < rows; row++) {
      const y = top + (row + 0.9) * step
      for (let seat = 0; seat < seats; seat++) {
        const x = ((seat + (row % 2) * 0.5) / seats) * period
        const aisle = ((x / period) * 12) % 1 < 0.05
        if (aisle || random() < 0.07) continue
        target.fillStyle = tones.flat(pickOf(random, crowdColours))
        target.fillRect(x - step * 0.2, y - step * 0.42, step * 0.44, step * 0.6)
        target.fillStyle = tones.flat(
          ['#f0c8a0', '#d8a070', '#a87048', '#f4d4b4'][Math.floor(random() * 4)] ?? '#f0c8a0',
        )
        target.beginPath()
        target.arc(x, y - step * 0.56, step * 0.19, 0, Math.PI * 2)
        target.fill()
      }
      target.fillStyle = 'rgba(20,26,50,0.16)'
      target.fillRect(0, y + step * 0.1, period + 4, step * 0.1)
    }
    const dusk = target.createLinearGradient(0, top, 0, bottom)
    dusk.addColorStop(0, 'rgba(24,30,60,0.4)')
    dusk.addColorStop(0.6, 'rgba(24,30,60,0)')
    target.fillStyle = dusk
    target.fillRect(0, top - step, period + 4, bottom - top + step * 2)
  })
}

/** Cameras that flash in the stands, and scarves that are waved. */
export function paintFlashes({ width, height, light }: SetOrder, top: number, bottom: number): Layer {
  const unit = Math.min(width, height)
  return pinned({ depth: 0.33, period: width * 1.6, x: width * 0.5, reach: width }, (target, seconds) => {
    for (let index = 0; index < 40; index++) {
      const x = (scattered(index, 21) - 0.5) * width * 1.6
      const y = top + scattered(index, 22) * (bottom - top)
      if (index % 2) {
        const lean = Math.sin(seconds * 5 + index) * unit * 0.01
        target.fillStyle = crowdColours[index % crowdColours.length] ?? crowdColours[0]
        target.fillRect(x + lean, y - unit * 0.012, unit * 0.016, unit * 0.006)
        continue
      }
      const shine = Math.sin(seconds * 2.3 + index * 2.7) ** 24
      if (shine < 0.1) continue
      target.fillStyle = `rgba(255,255,255,${shine * (0.5 + light.darkness * 0.5)})`
      target.beginPath()
      target.arc(x, y, unit * 0.007 * shine, 0, Math.PI * 2)
      target.fill()
    }
  })
}
