/** Flat ground that people made: slabs, cobbles, boards or tar, from a line in the distance to below the frame. */
import { lit } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, darken, hex, lighten, mix } from './colour.ts'
import { scenery } from './scenery.ts'

export interface PavingOrder {
  depth?: number
  /** Pixels from the frame's top; `bottom` only where something else follows. */
  top: number
  bottom?: number
  far: string
  near: string
  kind: 'slabs' | 'cobbles' | 'boards' | 'tar'
}

export function paintPaving(order: SetOrder, { depth = 1, top, far, near, kind, ...rest }: PavingOrder): Layer {
  const { width, height, light, random, season, weather } = order
  const bottom = rest.bottom ?? height * 1.16
  const white = season === 'winter' || weather === 'snow'
  const wet = weather === 'rain' || weather === 'storm'
  const under = (text: string) => {
    const snowed = white ? mix(hex(text), hex('#eef3fa'), kind === 'tar' ? 0.5 : 0.72) : hex(text)
    return wet ? darken(snowed, 0.22) : snowed
  }
  return scenery(order, { depth, top, bottom, span: 1.5 }, ({ target, period }) => {
    const tall = bottom - top
    const shade = target.createLinearGradient(0, top, 0, Math.min(bottom, height))
    shade.addColorStop(0, css(lit(under(far), light, 0.34)))
    shade.addColorStop(1, css(darken(lit(under(near), light, 0.02), 0.12)))
    target.fillStyle = shade
    target.fillRect(0, top, period + 4, tall)
    const dark = darken(lit(under(near), light, 0.1), 0.3)
    const bright = lighten(lit(under(far), light, 0.05), 0.25)
    const rows =
      kind === 'tar' ? 0 : Math.max(3, Math.round((kind === 'cobbles' ? 17 : 11) * Math.min(1, (tall / height) * 2.4)))
    for (let row = 0; row < rows; row++) {
      const y = top + tall * (row / rows) ** 1.7
      const high = top + tall * ((row + 1) / rows) ** 1.7 - y
      target.fillStyle = css(dark, white ? 0.16 : 0.3)
      target.fillRect(0, y, period + 4, Math.max(1, high * 0.05))
      if (kind === 'boards') continue
      const wide = high * (kind === 'cobbles' ? 1.7 : 3.4)
      const count = Math.max(4, Math.round(period / wide))
      for (let index = 0; index <= count; index++) {
        const x = ((index + (row % 2) * 0.5) / count) * period
        if (index < count && random() < 0.5) {
          target.fillStyle = css(random() < 0.5 ? bright : dark, 0.05 + random() * 0.13)
          target.fillRect(x, y, period / count, high)
        }
        target.fillStyle = css(dark, white ? 0.1 : 0.24)
        target.fillRect(x, y, Math.max(1, high * 0.05), high)
      }
    }
    if (kind === 'boards') paintGrain()
    if (kind === 'tar') paintFlecks()

    function paintGrain(): void {
      for (let index = 0; index < 90; index++) {
        const share = random()
        target.fillStyle = css(random() < 0.6 ? dark : bright, 0.16)
        target.fillRect(random() * period, top + tall * share ** 1.7, width * (0.02 + random() * 0.1), 1 + share * 2)
      }
    }

    function paintFlecks(): void {
      for (let index = 0; index < 220; index++) {
        const share = random()
        target.fillStyle = css(random() < 0.5 ? dark : bright, 0.22)
        target.fillRect(random() * period, top + tall * share ** 1.4, 2 + share * 14 * random(), 1 + share)
      }
    }
  })
}

/** A strip of one colour across the frame, such as a kerb, a painted line or a lawn's edge. */
export function paintStripe(
  order: SetOrder,
  {
    depth = 1,
    top,
    bottom,
    colour,
    distance = 0.1,
  }: { depth?: number; top: number; bottom: number; colour: string; distance?: number },
): Layer {
  return scenery(order, { depth, top, bottom, span: 1.2 }, ({ target, period }) => {
    target.fillStyle = css(lit(hex(colour), order.light, distance))
    target.fillRect(0, top, period + 4, bottom - top)
  })
}
