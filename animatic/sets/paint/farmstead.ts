/** The buildings of a farm: a barn with a silo, and a windmill that turns. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { sides } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, hex } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { pinned } from './pinned.ts'
import { landmark, usualSpan } from './scenery.ts'
import { fillShape, paintBox, paintGlow, paintLine, tonesAt } from './shapes.ts'

/** Pixels: its middle, where it stands, and how high it is. */
export interface Standing {
  x: number
  foot: number
  tall: number
}

/** A red barn with white doors, and its silo. */
export function paintBarn(order: SetOrder, { x, foot, tall }: Standing): Layer {
  const { light, season } = order
  const tones = tonesAt(light, 0.2)
  const on = lampsAreOn(light)
  const roof = tones.sides(season === 'winter' ? '#f0f5fb' : '#6d5a5c')
  return landmark(
    order,
    { depth: 0.44, x, reach: tall * 1.3, top: foot - tall * 1.25, bottom: foot + tall * 0.08 },
    (target) => {
      paintBox(target, tall * 0.62, foot - tall * 0.95, tall * 0.26, tall * 0.95, tones.sides('#c9ccd4'))
      target.fillStyle = css(roof.bright)
      target.beginPath()
      target.ellipse(tall * 0.75, foot - tall * 0.95, tall * 0.13, tall * 0.12, 0, Math.PI, 0)
      target.fill()
      for (let ring = 1; ring < 7; ring++) {
        target.fillStyle = tones.flat('#8a8e98', 0.5)
        target.fillRect(tall * 0.62, foot - tall * 0.135 * ring, tall * 0.26, Math.max(1, tall * 0.008))
      }
      paintBox(target, -tall * 0.6, foot - tall * 0.5, tall * 1.2, tall * 0.5, tones.sides('#b8433a'))
      fillShape(
        target,
        [
          -tall * 0.6,
          foot - tall * 0.5,
          -tall * 0.42,
          foot - tall * 0.78,
          0,
          foot - tall * 0.95,
          tall * 0.42,
          foot - tall * 0.78,
          tall * 0.6,
          foot - tall * 0.5,
        ],
        tones.flat('#a83c35'),
      )
      for (let plank = 1; plank < 16; plank++) {
        target.fillStyle = tones.flat('#7a2a28', 0.35)
        target.fillRect(-tall * 0.6 + plank * tall * 0.075, foot - tall * 0.52, 1, tall * 0.52)
      }
      paintLine(
        target,
        [
          -tall * 0.68,
          foot - tall * 0.46,
          -tall * 0.45,
          foot - tall * 0.8,
          0,
          foot - tall * 0.98,
          tall * 0.45,
          foot - tall * 0.8,
          tall * 0.68,
          foot - tall * 0.46,
        ],
        tall * 0.06,
        css(roof.dark),
      )
      const white = tones.flat('#f6ecdc')
      target.fillStyle = on ? '#ffd98a' : tones.flat('#5a2f2c')
      target.fillRect(-tall * 0.19, foot - tall * 0.38, tall * 0.38, tall * 0.38)
      target.fillRect(-tall * 0.08, foot - tall * 0.72, tall * 0.16, tall * 0.14)
      for (const [left, top, wide, high] of [
        [-0.19, 0.38, 0.38, 0.38],
        [-0.08, 0.72, 0.16, 0.14],
      ] as const) {
        const corners = [left * tall, foot - top * tall, (left + wide) * tall, foot - (top - high) * tall] as const
        paintLine(
          target,
          [corners[0], corners[3], corners[0], corners[1], corners[2], corners[1], corners[2], corners[3]],
          tall * 0.022,
          white,
        )
        if (!on)
          paintLine(
            target,
            [corners[0], corners[1], corners[2], corners[3], corners[2], corners[1], corners[0], corners[3]],
            tall * 0.016,
            white,
          )
      }
      if (on) paintGlow(target, 0, foot - tall * 0.2, tall * 0.5, hex('#ffcf80'), 0.5)
    },
  )
}

/** A windmill, its sails turned by the wind. */
export function paintWindmill(order: SetOrder, { x, foot, tall }: Standing): Layer[] {
  const { width, light, weather } = order
  const tones = tonesAt(light, 0.4)
  const hub = foot - tall * 0.72
  const body = landmark(order, { depth: 0.34, x, reach: tall * 0.3, top: foot - tall, bottom: foot + 2 }, (target) => {
    const { bright, dark } = sides(hex('#f0e4d0'), light, 0.4)
    const shade = target.createLinearGradient(-tall * 0.14, 0, tall * 0.14, 0)
    shade.addColorStop(0, css(bright))
    shade.addColorStop(1, css(dark))
    fillShape(target, [-tall * 0.15, foot, -tall * 0.09, hub, tall * 0.09, hub, tall * 0.15, foot], shade)
    fillShape(
      target,
      [
        -tall * 0.115,
        hub + tall * 0.02,
        -tall * 0.06,
        hub - tall * 0.11,
        tall * 0.06,
        hub - tall * 0.11,
        tall * 0.115,
        hub + tall * 0.02,
      ],
      tones.flat('#8a5a48'),
    )
    target.fillStyle = lampsAreOn(light) ? '#ffd98a' : tones.flat('#5f6f80')
    target.fillRect(-tall * 0.025, foot - tall * 0.45, tall * 0.05, tall * 0.08)
    target.fillStyle = tones.flat('#7a5a44')
    target.fillRect(-tall * 0.04, foot - tall * 0.16, tall * 0.08, tall * 0.16)
  })
  const pace = weather === 'wind' || weather === 'storm' ? 1.8 : 0.7
  const [wood, cloth] = [tones.flat('#6a5040'), tones.flat('#f4ecdc', 0.9)]
  const turning = pinned({ depth: 0.34, period: width * usualSpan, x, reach: tall * 0.6 }, (target, seconds) => {
    target.translate(0, hub)
    target.rotate(seconds * pace)
    for (let sail = 0; sail < 4; sail++) drawSail(target, tall * 0.46, wood, cloth)
  })
  return [body, turning]
}

function drawSail(target: SKRSContext2D, long: number, wood: string, cloth: string): void {
  target.rotate(Math.PI / 2)
  target.fillStyle = cloth
  target.fillRect(long * 0.18, -long * 0.02, long * 0.8, long * 0.18)
  paintLine(target, [0, 0, long, 0], long * 0.035, wood)
}
