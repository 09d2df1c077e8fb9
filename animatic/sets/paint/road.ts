/** A road across the frame, with a pavement behind it and dashes that pass by. */
import { lit } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, darken, hex, lighten, mix } from './colour.ts'
import { paintStrip } from './strip.ts'

/** From `top` (pixels) down past the frame's edge; `pavement` pixels of it are for walking, 0 for none. */
export function paintRoad(order: SetOrder, { top, pavement }: { top: number; pavement: number }): Layer[] {
  const { width, height, light, random, weather } = order
  const bottom = height * 1.16
  const wet = weather === 'rain' || weather === 'storm'
  const white = weather === 'snow'
  const surface = paintStrip({ depth: 1, period: width * 1.6, top, height: bottom - top }, (band) => {
    const { target } = band
    const tar = lit(hex(white ? '#aeb8c6' : wet ? '#3a4252' : '#565c68'), light, 0.08)
    const shade = target.createLinearGradient(0, pavement, 0, height - top)
    shade.addColorStop(0, css(mix(tar, light.haze, 0.22)))
    shade.addColorStop(1, css(darken(tar, 0.3)))
    target.fillStyle = shade
    target.fillRect(0, 0, band.period + 4, band.height)
    if (pavement > 0) {
      target.fillStyle = css(lit(hex(white ? '#eef2f8' : '#b9b3a8'), light, 0.15))
      target.fillRect(0, 0, band.period + 4, pavement)
      target.fillStyle = css(lit(hex('#7d7a76'), light, 0.15))
      target.fillRect(0, pavement, band.period + 4, Math.max(2, pavement * 0.14))
    }
    const middle = pavement + (height - top - pavement) * 0.3
    target.fillStyle = css(lit(hex('#f3ead0'), light, 0.1), 0.8)
    const dash = band.period / 12
    for (let index = 0; index < 12; index++)
      target.fillRect(index * dash, middle, dash * 0.5, Math.max(2, height * 0.007))
    for (let index = 0; index < 160; index++) {
      target.fillStyle = css(random() < 0.5 ? darken(tar, 0.2) : mix(tar, [255, 255, 255], 0.1), 0.35)
      target.fillRect(random() * band.period, pavement * 1.2 + random() * band.height, 3 + random() * 22, 1 + random())
    }
  })
  return wet ? [surface, shineOf(order, top + pavement, pavement > 0)] : [surface]
}

/** Long upright reflections on a wet road: of the sky, and in a town of its lamps and windows after dark. */
function shineOf({ width, height, light, random }: SetOrder, top: number, inTown: boolean): Layer {
  const sky = light.sky.at(-1) ?? light.haze
  const colours = inTown && light.darkness > 0.3 ? ['#ffd58a', '#ff9a6b', '#8ad0ff', '#ffe9b8', '#ff6f7d'] : []
  return paintStrip({ depth: 0.72, period: width * 1.5, top, height: height - top }, (band) => {
    for (let index = 0; index < 26; index++) {
      const x = random() * band.period
      const wide = width * (0.006 + random() * 0.022)
      const long = band.height * (0.4 + random() * 0.55)
      const lamp = colours[Math.floor(random() * colours.length)]
      const colour = lamp ? hex(lamp) : lighten(sky, 0.25)
      const alpha = 0.1 + random() * 0.22
      band.place(x, wide * 2, (at) => {
        const shade = band.target.createLinearGradient(0, 0, 0, long)
        shade.addColorStop(0, css(colour, alpha * 0.3))
        shade.addColorStop(0.15, css(colour, alpha * 0.5))
        shade.addColorStop(1, css(colour, 0))
        band.target.fillStyle = shade
        // Narrower and narrower bars over each other have soft sides, as a wet road blurs them.
        for (const share of [1, 0.66, 0.36]) band.target.fillRect(at - wide * share, 0, wide * share * 2, long)
      })
    }
  })
}
