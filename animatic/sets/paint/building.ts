/** One house front or tower with windows, some of them lit after dark. */
import { lit, sides } from '../light.ts'
import type { SetOrder } from '../place.ts'
import { type Colour, css, darken, hex, mix } from './colour.ts'
import type { Band } from './strip.ts'

export interface BuildingOrder {
  /** Pixels in the band: left edge, foot, and size. */
  x: number
  ground: number
  width: number
  height: number
  colour: Colour
  /** 0 at the lens, 1 at the horizon. */
  distance: number
  order: SetOrder
}

const lamplight = ['#ffe3a0', '#ffd07a', '#fff2cc', '#ffc46b']

export function paintBuilding(band: Band, { x, ground, width, height, colour, distance, order }: BuildingOrder): void {
  const { light, random } = order
  const { bright, dark } = sides(colour, light, distance)
  const top = ground - height
  const storey = Math.max(9, width * 0.19)
  const columns = Math.max(2, Math.round(width / storey))
  const rows = Math.floor((height - storey * 0.7) / storey)
  const shine = Array.from({ length: rows * columns }, () => ({
    on: random(),
    lamp: Math.floor(random() * lamplight.length),
  }))
  const flat = random() < 0.6
  band.place(x, width + 4, (at) => {
    const { target } = band
    const shade = target.createLinearGradient(at, 0, at + width, 0)
    shade.addColorStop(0, css(bright))
    shade.addColorStop(1, css(mix(bright, dark, 0.75)))
    target.fillStyle = shade
    target.fillRect(at, top, width + 1, height + 4)
    target.fillStyle = css(darken(dark, 0.15))
    if (flat) target.fillRect(at - 1, top - storey * 0.14, width + 3, storey * 0.2)
    else target.fillRect(at + width * 0.3, top - storey * 0.5, width * 0.3, storey * 0.5)
    const glass = mix(dark, lit(hex('#27405e'), light, distance), 0.7)
    shine.forEach(({ on, lamp }, index) => {
      const column = index % columns
      const row = Math.floor(index / columns)
      const left = at + ((column + 0.24) * width) / columns
      const isLit = light.darkness > 0.3 && on < 0.2 + light.darkness * 0.35
      target.fillStyle = isLit
        ? css(mix(hex(lamplight[lamp] ?? '#ffe3a0'), light.haze, distance * 0.45))
        : css(glass, 0.85)
      target.fillRect(left, top + storey * (row + 0.42), (width / columns) * 0.52, storey * 0.54)
    })
  })
}
