/** A street lamp, its foot at (x, y); it shines after dark. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Light } from '../light.ts'
import { hex } from './colour.ts'
import { paintGlow, paintLine, tonesAt } from './shapes.ts'

export const lampsAreOn = (light: Light): boolean => light.darkness > 0.3

export interface LampOrder {
  light: Light
  distance: number
  colour?: string
  /** A lantern on a straight post, a ball, or an arm over a road. */
  kind: 'lantern' | 'ball' | 'arm'
}

export function paintLamp(
  target: SKRSContext2D,
  x: number,
  y: number,
  tall: number,
  { light, distance, kind, colour = '#2e3440' }: LampOrder,
): void {
  const { flat } = tonesAt(light, distance)
  const iron = flat(colour)
  const head = kind === 'arm' ? x + tall * 0.16 : x
  const on = lampsAreOn(light)
  paintLine(target, [x, y, x, y - tall * 0.92], tall * 0.026, iron)
  paintLine(target, [x, y, x, y - tall * 0.12], tall * 0.05, iron)
  if (on) paintGlow(target, head, y - tall, tall * 0.62, hex('#ffd58a'), 0.7)
  const glass = on ? '#fff3c9' : flat('#dfe6ea')
  if (kind === 'arm') {
    paintLine(target, [x, y - tall * 0.92, x + tall * 0.05, y - tall, head, y - tall], tall * 0.026, iron)
    target.fillStyle = glass
    target.beginPath()
    target.ellipse(head, y - tall * 0.985, tall * 0.055, tall * 0.022, 0, 0, Math.PI * 2)
    target.fill()
  } else if (kind === 'ball') {
    target.fillStyle = glass
    target.beginPath()
    target.arc(x, y - tall * 0.97, tall * 0.055, 0, Math.PI * 2)
    target.fill()
  } else {
    target.fillStyle = glass
    target.beginPath()
    for (const [dx, dy] of [
      [-0.035, 0.9],
      [-0.055, 1],
      [0.055, 1],
      [0.035, 0.9],
    ] as const)
      target.lineTo(x + dx * tall, y - dy * tall)
    target.fill()
    paintLine(target, [x - tall * 0.07, y - tall, x, y - tall * 1.06, x + tall * 0.07, y - tall], tall * 0.022, iron)
    paintLine(target, [x, y - tall * 0.9, x, y - tall], tall * 0.01, iron)
  }
}
