/** Fences and railings that run across the frame. */
import type { Layer, SetOrder } from '../place.ts'
import { scenery } from './scenery.ts'
import { fillShape, paintLine, tonesAt } from './shapes.ts'

export interface FenceOrder {
  depth: number
  /** Pixels: the line it stands on, and how high it is. */
  y: number
  tall: number
  kind: 'rails' | 'pickets' | 'iron' | 'railing'
  colour: string
  distance: number
}

export function paintFence(order: SetOrder, { depth, y, tall, kind, colour, distance }: FenceOrder): Layer {
  const { width, light, season } = order
  const { flat } = tonesAt(light, distance)
  const paint = flat(colour)
  const step = tall * { rails: 1.5, pickets: 0.26, iron: 0.2, railing: 0.3 }[kind]
  return scenery(order, { depth, top: y - tall * 1.2, bottom: y + tall * 0.1, span: 1.5 }, ({ target, period }) => {
    // Every sixth of a railing's bars is a post, across the seam as well.
    const count = Math.round((width * 1.5) / step / 6) * 6
    const bars = { rails: [0.85, 0.5], pickets: [0.75, 0.32], iron: [0.85, 0.14], railing: [1, 0.1] }[kind]
    for (const high of bars) {
      target.fillStyle = paint
      target.fillRect(
        0,
        y - tall * high,
        period + 4,
        tall * (kind === 'rails' ? 0.09 : kind === 'railing' ? 0.08 : 0.06),
      )
    }
    for (let index = 0; index <= count; index++) {
      const x = (index / count) * period
      const post = kind === 'railing' && index % 6 === 0
      const half = tall * (kind === 'rails' ? 0.06 : kind === 'pickets' ? 0.075 : post ? 0.05 : 0.018)
      const top = y - tall * (kind === 'rails' ? 1 : kind === 'railing' ? 1 : 0.97)
      if (kind === 'pickets') {
        fillShape(target, [x - half, y, x - half, top, x, top - half * 1.6, x + half, top, x + half, y], paint)
      } else if (kind === 'iron') {
        paintLine(target, [x, y, x, top], half * 2, paint)
        fillShape(target, [x - half * 2.4, top, x, top - tall * 0.14, x + half * 2.4, top], paint)
      } else {
        target.fillStyle = paint
        target.fillRect(x - half, top - (post ? tall * 0.05 : 0), half * 2, y - top)
      }
      if (season === 'winter' && (kind === 'rails' || kind === 'pickets')) {
        target.fillStyle = flat('#f4f8ff')
        target.fillRect(x - half * 1.2, top - half * 0.8, half * 2.4, half * 1.2)
      }
    }
  })
}
