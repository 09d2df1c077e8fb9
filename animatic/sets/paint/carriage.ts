/** Railway carriages seen from the side. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { css, hex } from './colour.ts'
import { fillShape, type Tones } from './shapes.ts'

/** One carriage of a train; the first has a sloped nose to the right. */
export function paintCarriage(
  target: SKRSContext2D,
  left: number,
  y: number,
  long: number,
  tall: number,
  first: boolean,
  colour: string,
  on: boolean,
  tones: Tones,
): void {
  const nose = first ? tall * 0.75 : 0
  const { bright, dark } = tones.sides('#f2efe8')
  const shade = target.createLinearGradient(0, y - tall, 0, y)
  shade.addColorStop(0, css(bright))
  shade.addColorStop(1, css(dark))
  target.fillStyle = shade
  target.beginPath()
  target.moveTo(left, y - tall * 0.1)
  target.lineTo(left, y - tall)
  target.lineTo(left + long - nose, y - tall)
  if (first) target.quadraticCurveTo(left + long - nose * 0.2, y - tall * 0.92, left + long, y - tall * 0.34)
  target.lineTo(left + long, y - tall * 0.1)
  target.fill()
  target.fillStyle = tones.flat(colour)
  target.fillRect(left, y - tall * 0.36, long - (first ? nose * 0.04 : 0), tall * 0.26)
  target.fillRect(left, y - tall, long - nose, tall * 0.06)
  const glass = on ? '#ffe3a0' : tones.flat('#3f5a74')
  const count = Math.max(3, Math.round((long - nose) / (tall * 0.62)))
  for (let window = 0; window < count; window++) {
    const x = left + ((window + 0.18) * (long - nose)) / count
    target.fillStyle = glass
    target.fillRect(x, y - tall * 0.82, ((long - nose) / count) * 0.64, tall * 0.34)
  }
  if (first)
    fillShape(
      target,
      [
        left + long - nose * 0.9,
        y - tall * 0.86,
        left + long - nose * 0.5,
        y - tall * 0.83,
        left + long - nose * 0.16,
        y - tall * 0.48,
        left + long - nose * 0.9,
        y - tall * 0.48,
      ],
      css(hex(on ? '#ffe9b8' : '#34485e')),
    )
  target.fillStyle = tones.flat('#2c2f38')
  target.fillRect(left + tall * 0.06, y - tall * 0.11, long - tall * 0.12, tall * 0.08)
  for (const wheel of [0.12, 0.24, 0.76, 0.88]) {
    target.beginPath()
    target.arc(left + long * wheel, y - tall * 0.07, tall * 0.08, 0, Math.PI * 2)
    target.fill()
  }
}
