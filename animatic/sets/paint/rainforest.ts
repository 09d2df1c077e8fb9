/** The trees of a rainforest: roofs of crowns seen from outside, and giants whose crowns are above the frame. */
import { sides } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, hex, mix } from './colour.ts'
import { paintLeaf, paintLiana } from './frond.ts'
import { alongBand, placeAlike, scenery } from './scenery.ts'
import type { Sides } from './shapes.ts'

export const rainforestGreens = ['#3f9a52', '#56ab4f', '#2f8560', '#74b348'] as const
const greens = rainforestGreens

interface CanopyOrder {
  depth: number
  y: number
  size: number
  foot: number
  distance: number
}

/** The roof of a forest seen from outside: round crowns heaped up, the lower ones in front. */
export function paintCanopy(order: SetOrder, { depth, y, size, foot, distance }: CanopyOrder): Layer {
  const { light, random } = order
  return scenery(order, { depth, top: y - size * 2.4, bottom: foot }, (band) => {
    const { target } = band
    const rows = 5
    for (let row = 0; row < rows; row++) {
      const count = Math.round(band.period / (size * 0.95))
      for (const { x, luck } of alongBand(band, random, count, 1.4)) {
        const radius = size * (0.6 + luck * 0.5)
        const high = y + (row / (rows - 1)) * (foot - y) - (row === 0 ? luck * size : 0)
        const { bright, dark } = sides(hex(greens[Math.floor(luck * 29) % 4] ?? greens[0]), light, distance)
        band.place(x, radius, (at) => {
          const shade = target.createLinearGradient(0, high - radius * 0.8, 0, high + radius * 0.8)
          shade.addColorStop(0, css(bright))
          shade.addColorStop(0.8, css(mix(mix(bright, dark, 0.6), light.haze, 0.1 + (row / rows) * 0.25)))
          target.fillStyle = shade
          target.beginPath()
          // A crown is a ring of small lobes round a large one.
          target.ellipse(at, high, radius * 0.8, radius * 0.66, 0, 0, Math.PI * 2)
          for (let lobe = 0; lobe < 9; lobe++) {
            const turn = (lobe / 9 + luck) * Math.PI * 2
            const small = radius * (0.26 + 0.12 * Math.sin(lobe * 2.3 + luck * 9))
            const [lobeX, lobeY] = [at + Math.cos(turn) * radius * 0.72, high + Math.sin(turn) * radius * 0.56]
            target.moveTo(lobeX + small, lobeY)
            target.arc(lobeX, lobeY, small, 0, Math.PI * 2)
          }
          target.fill()
        })
      }
    }
  })
}

/** Trees whose crowns are above the frame: roots like buttresses, lianas, a hanging roof of leaves. */
export function paintGiants(
  order: SetOrder,
  { depth, foot, wide, distance }: { depth: number; foot: number; wide: number; distance: number },
): Layer {
  const { height, light, random } = order
  const top = -height * 0.12
  const bark = sides(hex('#7a6048'), light, distance)
  const leaf = (luck: number): Sides => sides(hex(greens[Math.floor(luck * 31) % 4] ?? greens[0]), light, distance)
  return scenery(order, { depth, top, bottom: foot + wide * 0.4 }, (band) => {
    const { target } = band
    for (const share of [0.02, 0.14, 0.5, 0.56, 0.78]) {
      placeAlike(band, random, band.period * share, wide * 3, (x, own) => {
        const half = wide * (0.35 + own() * 0.3)
        const shade = target.createLinearGradient(x - half, 0, x + half, 0)
        shade.addColorStop(0, css(bark.bright))
        shade.addColorStop(1, css(bark.dark))
        target.fillStyle = shade
        target.beginPath()
        target.moveTo(x - half * 3.4, foot)
        target.quadraticCurveTo(x - half * 1.1, foot - wide * 0.7, x - half, foot - wide * 3)
        target.lineTo(x - half * 0.8, top)
        target.lineTo(x + half * 0.8, top)
        target.lineTo(x + half, foot - wide * 3)
        target.quadraticCurveTo(x + half * 1.1, foot - wide * 0.6, x + half * 3.2, foot)
        target.lineTo(x + half * 0.9, foot - wide * 0.3)
        target.lineTo(x, foot + wide * 0.1)
        target.lineTo(x - half, foot - wide * 0.4)
        target.fill()
        for (let index = 0; index < 3; index++)
          paintLiana(
            target,
            x + (own() - 0.5) * wide * 4,
            height * own() * 0.06,
            height * (0.16 + own() * 0.22),
            leaf(own()),
            own,
          )
      })
    }
    for (const { x, luck } of alongBand(band, random, 44, 1.5)) {
      const long = wide * (1 + luck)
      placeAlike(band, random, x, long * 1.2, (at, own) => {
        for (let index = 0; index < 4; index++)
          paintLeaf(target, at, height * (0.06 * own() - 0.06), long, Math.PI * (0.15 + own() * 0.7), leaf(own()), 0.2)
      })
    }
  })
}
