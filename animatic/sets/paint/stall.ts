/** A market stall: crates of fruit on a counter under an awning, its left and right open. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import type { SetOrder } from '../place.ts'
import { hex } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { paintBox, paintGlow, paintLine, pickOf, tonesAt } from './shapes.ts'
import { paintAwning } from './shop-front.ts'

const stripes = ['#d9534a', '#3f8f7f', '#e0a030', '#4a6fb0', '#8a5ab0'] as const
const fruits = ['#e2574c', '#f2a03d', '#f4d24a', '#7fb84a', '#b0568a', '#8a4a2f', '#f2e0b8'] as const

/** `x` is its middle, `size` about its height without the awning, in pixels. */
export function paintStall(
  target: SKRSContext2D,
  x: number,
  foot: number,
  size: number,
  random: Random,
  order: SetOrder,
  distance: number,
): void {
  const tones = tonesAt(order.light, distance)
  const wide = size * 1.25
  const left = x - wide / 2
  const on = lampsAreOn(order.light)
  target.fillStyle = tones.flat(on ? '#c98f50' : '#7a6450')
  target.fillRect(left + wide * 0.04, foot - size * 0.82, wide * 0.92, size * 0.6)
  for (let shelf = 0; shelf < 2; shelf++) {
    const y = foot - size * (0.5 + shelf * 0.16)
    for (let index = 0; index < 9; index++) {
      target.fillStyle = tones.flat(pickOf(random, fruits))
      target.fillRect(
        left + wide * (0.08 + index * 0.095),
        y - size * 0.09 * (0.5 + random() * 0.5),
        wide * 0.06,
        size * 0.09,
      )
    }
    target.fillStyle = tones.flat('#5a4332')
    target.fillRect(left + wide * 0.04, y, wide * 0.92, size * 0.018)
  }
  for (const side of [0.03, 0.97])
    paintLine(
      target,
      [left + wide * side, foot, left + wide * side, foot - size * 0.95],
      size * 0.035,
      tones.flat('#6a4f3a'),
    )
  paintBox(target, left, foot - size * 0.36, wide, size * 0.36, tones.sides('#a67848'))
  for (let plank = 1; plank < 7; plank++) {
    target.fillStyle = tones.flat('#5a3f2a', 0.4)
    target.fillRect(left + (wide * plank) / 7, foot - size * 0.36, Math.max(1, size * 0.008), size * 0.36)
  }
  for (let crate = 0; crate < 4; crate++) heap(crate)
  if (on) paintGlow(target, x, foot - size * 0.6, size * 0.9, hex('#ffd080'), 0.55)
  paintAwning(target, left - wide * 0.02, foot - size * 1.18, wide * 1.04, size * 0.34, pickOf(random, stripes), {
    order,
    distance,
  })

  /** Fruit heaped in a crate on the counter. */
  function heap(crate: number): void {
    const [at, across] = [left + wide * (0.02 + crate * 0.245), wide * 0.225]
    const colour = pickOf(random, fruits)
    const { bright, dark } = tones.sides(colour)
    for (const [row, count] of [
      [0, 5],
      [1, 4],
      [2, 2],
    ] as const)
      for (let fruit = 0; fruit < count; fruit++) {
        const radius = across * 0.115
        const fruitX = at + across * (0.5 + (fruit - (count - 1) / 2) * 0.2)
        const fruitY = foot - size * 0.42 - row * radius * 1.4
        target.fillStyle = `rgb(${(fruit % 2 ? bright : dark).map(Math.round).join(',')})`
        target.beginPath()
        target.arc(fruitX, fruitY, radius, 0, Math.PI * 2)
        target.fill()
      }
    paintBox(target, at, foot - size * 0.42, across, size * 0.08, tones.sides('#d0a468'))
  }
}
