/** Vehicles that stand about: parked cars and airliners. Their wheels stand at y. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { css, darken } from './colour.ts'
import { fillShape, type Tones } from './shapes.ts'

export const carColours = ['#d9534a', '#3f6fae', '#f0ece4', '#5f6672', '#e0a030', '#4f9a7a', '#8a5f9a'] as const

/** A car seen from the side, `long` pixels; it faces right. */
export function paintCar(
  target: SKRSContext2D,
  x: number,
  y: number,
  long: number,
  colour: string,
  tones: Tones,
): void {
  const { bright, dark } = tones.sides(colour)
  const shade = target.createLinearGradient(0, y - long * 0.34, 0, y)
  shade.addColorStop(0, css(bright))
  shade.addColorStop(1, css(dark))
  const at = (share: number) => x + (share - 0.5) * long
  target.fillStyle = 'rgba(20,22,40,0.28)'
  target.beginPath()
  target.ellipse(x, y, long * 0.52, long * 0.035, 0, 0, Math.PI * 2)
  target.fill()
  target.fillStyle = shade
  target.beginPath()
  target.moveTo(at(0.01), y - long * 0.06)
  target.lineTo(at(0.01), y - long * 0.17)
  target.quadraticCurveTo(at(0.02), y - long * 0.2, at(0.12), y - long * 0.21)
  target.quadraticCurveTo(at(0.22), y - long * 0.345, at(0.34), y - long * 0.345)
  target.lineTo(at(0.56), y - long * 0.345)
  target.quadraticCurveTo(at(0.66), y - long * 0.34, at(0.76), y - long * 0.215)
  target.quadraticCurveTo(at(0.97), y - long * 0.2, at(0.99), y - long * 0.13)
  target.lineTo(at(0.99), y - long * 0.06)
  target.fill()
  const glass = tones.flat('#3f5468')
  fillShape(
    target,
    [at(0.18), y - long * 0.21, at(0.26), y - long * 0.31, at(0.43), y - long * 0.31, at(0.43), y - long * 0.21],
    glass,
  )
  fillShape(
    target,
    [at(0.46), y - long * 0.21, at(0.46), y - long * 0.31, at(0.56), y - long * 0.31, at(0.69), y - long * 0.21],
    glass,
  )
  target.fillStyle = tones.flat('#fff2c0')
  target.fillRect(at(0.955), y - long * 0.16, long * 0.035, long * 0.035)
  target.fillStyle = tones.flat('#d2403a')
  target.fillRect(at(0.01), y - long * 0.17, long * 0.025, long * 0.04)
  for (const wheel of [0.2, 0.79]) {
    for (const [size, tyre] of [
      [0.078, '#2a2c34'],
      [0.042, '#b8bcc6'],
    ] as const) {
      target.fillStyle = tones.flat(tyre)
      target.beginPath()
      target.arc(at(wheel), y - long * 0.065, long * size, 0, Math.PI * 2)
      target.fill()
    }
  }
}

/** An airliner seen from the side; it faces right. */
export function paintAirliner(
  target: SKRSContext2D,
  x: number,
  y: number,
  long: number,
  colour: string,
  tones: Tones,
): void {
  const at = (share: number) => x + (share - 0.5) * long
  const body = y - long * 0.125
  const { bright, dark } = tones.sides('#f6f7fa')
  const paint = tones.flat(colour)
  fillShape(
    target,
    [
      at(0.02),
      body - long * 0.03,
      at(-0.02),
      body - long * 0.2,
      at(0.06),
      body - long * 0.2,
      at(0.17),
      body - long * 0.04,
    ],
    paint,
  )
  const shade = target.createLinearGradient(0, body - long * 0.055, 0, body + long * 0.055)
  shade.addColorStop(0, css(bright))
  shade.addColorStop(1, css(dark))
  target.fillStyle = shade
  target.beginPath()
  target.moveTo(at(0), body - long * 0.04)
  target.quadraticCurveTo(at(0.1), body - long * 0.055, at(0.2), body - long * 0.055)
  target.lineTo(at(0.86), body - long * 0.055)
  target.quadraticCurveTo(at(0.99), body - long * 0.04, at(1), body + long * 0.015)
  target.quadraticCurveTo(at(0.97), body + long * 0.05, at(0.86), body + long * 0.05)
  target.lineTo(at(0.24), body + long * 0.05)
  target.quadraticCurveTo(at(0.1), body + long * 0.03, at(0), body - long * 0.03)
  target.fill()
  target.fillStyle = paint
  target.fillRect(at(0.16), body + long * 0.016, long * 0.8, long * 0.012)
  target.fillStyle = tones.flat('#4a5f78')
  for (let window = 0; window < 26; window++)
    target.fillRect(at(0.2 + window * 0.025), body - long * 0.018, long * 0.011, long * 0.018)
  fillShape(
    target,
    [
      at(0.93),
      body - long * 0.03,
      at(0.965),
      body - long * 0.022,
      at(0.975),
      body - long * 0.008,
      at(0.93),
      body - long * 0.008,
    ],
    tones.flat('#3a4a60'),
  )
  fillShape(
    target,
    [
      at(0.55),
      body + long * 0.02,
      at(0.36),
      body + long * 0.085,
      at(0.42),
      body + long * 0.088,
      at(0.66),
      body + long * 0.035,
    ],
    css(darken(dark, 0.12)),
  )
  fillShape(
    target,
    [
      at(0.02),
      body - long * 0.025,
      at(-0.05),
      body - long * 0.045,
      at(0.0),
      body - long * 0.05,
      at(0.12),
      body - long * 0.025,
    ],
    css(darken(dark, 0.06)),
  )
  target.fillStyle = paint
  target.beginPath()
  target.ellipse(at(0.53), body + long * 0.078, long * 0.05, long * 0.026, 0, 0, Math.PI * 2)
  target.fill()
  for (const wheel of [0.46, 0.5, 0.88]) {
    target.fillStyle = tones.flat('#6a6f7a')
    target.fillRect(at(wheel) - long * 0.004, body + long * 0.04, long * 0.008, y - body - long * 0.05)
    target.fillStyle = tones.flat('#22242c')
    target.beginPath()
    target.arc(at(wheel), y - long * 0.014, long * 0.015, 0, Math.PI * 2)
    target.fill()
  }
}
