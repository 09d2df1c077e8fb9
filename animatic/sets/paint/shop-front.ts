/** A house with a shop in its ground floor: window, door, awning and sign below, flats above. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import type { SetOrder } from '../place.ts'
import { css, hex, mix } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { fillShape, paintBox, paintGlow, pickOf, tonesAt } from './shapes.ts'

const walls = ['#c9796a', '#e0b98a', '#8fa8b8', '#d9c7a8', '#a98fae', '#9cb59a', '#d89a7a'] as const
const paints = ['#2f6f6a', '#8a3b3f', '#37507f', '#5a4a3c', '#6b7f3a', '#7a3f6a'] as const
const awnings = ['#d9534a', '#3f8f7f', '#e0a030', '#4a6fb0', '#b0568a'] as const
const goods = ['#e2574c', '#f2b441', '#4fa3d8', '#6cb668', '#c77fd0', '#f0e0c0'] as const

export interface ShopOrder {
  order: SetOrder
  random: Random
  /** Pixels: the left edge, the foot, the size, and how high the ground floor is. */
  left: number
  foot: number
  wide: number
  tall: number
  floor: number
  distance: number
}

export function paintShopFront(target: SKRSContext2D, shop: ShopOrder): void {
  const { order, random, left, foot, wide, tall, floor, distance } = shop
  const tones = tonesAt(order.light, distance)
  const wall = pickOf(random, walls)
  paintBox(target, left, foot - tall, wide + 1, tall, tones.sides(wall))
  target.fillStyle = tones.flat(order.season === 'winter' ? '#f2f6fc' : '#e9dcc4')
  target.fillRect(left - wide * 0.015, foot - tall, wide * 1.03, floor * 0.1)
  paintFlats(target, shop, wall)
  const paint = tones.sides(pickOf(random, paints))
  paintBox(target, left + wide * 0.03, foot - floor, wide * 0.94, floor, paint)
  const lit = lampsAreOn(order.light)
  const doorLeft = random() < 0.5
  const [glassX, doorX] = [left + wide * (doorLeft ? 0.34 : 0.09), left + wide * (doorLeft ? 0.09 : 0.7)]
  for (const [x, across, sill] of [
    [glassX, wide * 0.56, 0.2],
    [doorX, wide * 0.2, 0.04],
  ] as const) {
    const [top, high] = [foot - floor * 0.72, floor * (0.72 - sill)]
    const shade = target.createLinearGradient(x, top, x + across, top + high)
    shade.addColorStop(0, lit ? '#fff0b8' : tones.flat('#b8d4e0'))
    shade.addColorStop(1, lit ? '#f5b860' : tones.flat('#5f8299'))
    target.fillStyle = shade
    target.fillRect(x, top, across, high)
    if (!lit)
      fillShape(
        target,
        [
          x + across * 0.2,
          top,
          x + across * 0.42,
          top,
          x + across * 0.18,
          top + high,
          x,
          top + high,
          x,
          top + high * 0.8,
        ],
        'rgba(255,255,255,0.2)',
      )
  }
  const count = 6
  for (let index = 0; index < count; index++) {
    const size = wide * (0.03 + random() * 0.025)
    target.fillStyle = css(mix(hex(pickOf(random, goods)), order.light.haze, lit ? 0.05 : 0.25))
    const x = glassX + wide * 0.56 * ((index + 0.5) / count)
    if (random() < 0.5) target.fillRect(x - size * 0.7, foot - floor * 0.2 - size * 2, size * 1.4, size * 2)
    else {
      target.beginPath()
      target.arc(x, foot - floor * 0.2 - size, size, 0, Math.PI * 2)
      target.fill()
    }
  }
  paintAwning(target, left + wide * 0.05, foot - floor * 0.78, wide * 0.9, floor * 0.26, pickOf(random, awnings), shop)
  target.fillStyle = tones.flat('#f7efdc')
  for (let letter = 0, x = left + wide * 0.26; letter < 7; letter++) {
    const across = wide * (0.035 + random() * 0.035)
    target.fillRect(x, foot - floor * 0.93, across, floor * 0.075)
    x += across + wide * 0.018
  }
  if (lit) paintGlow(target, left + wide / 2, foot - floor * 0.3, floor * 1.1, hex('#ffcf80'), 0.28)
}

/** Windows above the shop, some with a box of flowers. */
function paintFlats(
  target: SKRSContext2D,
  { order, random, left, foot, wide, tall, floor, distance }: ShopOrder,
  wall: string,
): void {
  const tones = tonesAt(order.light, distance)
  const storey = floor * 0.86
  for (let row = 0; (row + 1) * storey < tall - floor * 1.02; row++) {
    const y = foot - floor * 1.12 - row * storey
    for (let column = 0; column < 3; column++) {
      const [x, across, high] = [left + wide * (0.13 + column * 0.28), wide * 0.17, storey * 0.56]
      target.fillStyle = tones.flat('#f2e8d5')
      target.fillRect(x - across * 0.1, y - high * 1.08, across * 1.2, high * 1.18)
      const shines = lampsAreOn(order.light) && random() < 0.5
      target.fillStyle = shines ? '#ffd98c' : tones.flat('#5b7688')
      target.fillRect(x, y - high, across, high)
      target.fillStyle = tones.flat(wall)
      target.fillRect(x + across * 0.46, y - high, across * 0.08, high)
      if (order.season === 'winter' || random() < 0.6) continue
      for (let flower = 0; flower < 7; flower++) {
        target.fillStyle = tones.flat(flower % 2 ? '#5f9a4f' : pickOf(random, goods))
        target.beginPath()
        target.arc(x + (flower / 6) * across, y + high * 0.02 - random() * high * 0.1, across * 0.11, 0, Math.PI * 2)
        target.fill()
      }
    }
  }
}

/** A striped awning with a scalloped edge; snow lies on it in winter. */
export function paintAwning(
  target: SKRSContext2D,
  left: number,
  top: number,
  wide: number,
  tall: number,
  colour: string,
  { order, distance }: { order: SetOrder; distance: number },
): void {
  const tones = tonesAt(order.light, distance)
  const stripes = Math.max(5, Math.round(wide / (tall * 0.55)))
  const [over, step] = [wide * 0.04, wide / stripes]
  for (let index = 0; index < stripes; index++) {
    const fill = tones.flat(index % 2 ? '#f6eedd' : colour)
    const [from, to] = [index / stripes, (index + 1) / stripes]
    const wideFoot = wide + over * 2
    const [footLeft, footRight] = [left - over + wideFoot * from, left - over + wideFoot * to]
    fillShape(
      target,
      [left + wide * from, top, left + wide * to, top, footRight, top + tall * 0.8, footLeft, top + tall * 0.8],
      fill,
    )
    target.beginPath()
    target.ellipse((footLeft + footRight) / 2, top + tall * 0.79, step * 0.54, tall * 0.2, 0, 0, Math.PI)
    target.fill()
  }
  const under = target.createLinearGradient(0, top, 0, top + tall)
  under.addColorStop(0, 'rgba(255,255,255,0.12)')
  under.addColorStop(1, 'rgba(20,10,40,0.22)')
  target.fillStyle = under
  target.fillRect(left - over, top, wide + over * 2, tall * 0.8)
  if (order.season === 'winter') {
    target.fillStyle = tones.flat('#f4f8ff')
    target.beginPath()
    target.ellipse(left + wide / 2, top, wide * 0.51, tall * 0.14, 0, 0, Math.PI * 2)
    target.fill()
  }
}
