/** The fixed things of a railway: the platform opposite with its hall, the tracks. */
import { lit } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, darken, hex } from './colour.ts'
import { lampsAreOn } from './lamp.ts'
import { scenery } from './scenery.ts'
import { fillShape, paintBox, paintGlow, paintLine, tonesAt } from './shapes.ts'

/** The other platform: a roof on posts over a waiting hall with a clock. */
export function paintStationHall(order: SetOrder, bed: number): Layer {
  const { width, height, light, season } = order
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.26)
  const on = lampsAreOn(light)
  const foot = bed - unit * 0.01
  return scenery(order, { depth: 0.46, top: foot - unit * 0.36, bottom: bed + unit * 0.03 }, (band) => {
    const { target, period } = band
    target.fillStyle = tones.flat('#a59a90')
    target.fillRect(0, foot - 1, period + 4, unit * 0.045)
    target.fillStyle = tones.flat(season === 'winter' ? '#f2f6fb' : '#d6ccba')
    target.fillRect(0, foot - unit * 0.008, period + 4, unit * 0.012)
    for (const share of [0.17, 0.68])
      band.place(period * share, unit * 0.5, (x) => {
        const [wide, tall] = [unit * 0.6, unit * 0.19]
        paintBox(target, x - wide / 2, foot - tall, wide, tall, tones.sides('#c0705a'))
        for (let window = 0; window < 6; window++) {
          const left = x - wide * 0.45 + window * wide * 0.16
          const door = window === 2
          target.fillStyle = on ? '#ffdc90' : tones.flat(door ? '#5a4436' : '#6f93ac')
          target.fillRect(left, foot - tall * (door ? 0.66 : 0.7), wide * 0.095, tall * (door ? 0.66 : 0.42))
        }
        if (on) paintGlow(target, x, foot - tall * 0.4, wide * 0.5, hex('#ffd080'), 0.4)
        fillShape(
          target,
          [
            x - wide * 0.66,
            foot - tall * 0.94,
            x - wide * 0.5,
            foot - tall * 1.36,
            x + wide * 0.5,
            foot - tall * 1.36,
            x + wide * 0.66,
            foot - tall * 0.94,
          ],
          tones.flat(season === 'winter' ? '#eff4fa' : '#5f6a78'),
        )
        target.fillStyle = tones.flat('#3f4854')
        target.fillRect(x - wide * 0.66, foot - tall * 0.96, wide * 1.32, tall * 0.06)
        for (const post of [-0.62, -0.3, 0.3, 0.62])
          paintLine(
            target,
            [x + post * wide, foot, x + post * wide, foot - tall * 0.93],
            unit * 0.008,
            tones.flat('#3f5a50'),
          )
        paintBox(target, x - wide * 0.07, foot - tall * 1.7, wide * 0.14, tall * 0.5, tones.sides('#b5654f'))
        fillShape(
          target,
          [x - wide * 0.09, foot - tall * 1.68, x, foot - tall * 1.9, x + wide * 0.09, foot - tall * 1.68],
          tones.flat('#4f5a68'),
        )
        target.fillStyle = on ? '#fff4cf' : tones.flat('#f8f4ea')
        target.beginPath()
        target.arc(x, foot - tall * 1.47, wide * 0.045, 0, Math.PI * 2)
        target.fill()
        paintLine(
          target,
          [x, foot - tall * 1.6, x, foot - tall * 1.47, x + wide * 0.025, foot - tall * 1.44],
          Math.max(1, unit * 0.003),
          tones.flat('#2f2f38'),
        )
      })
  })
}

/** Gravel, sleepers and two pairs of rails. */
export function paintTracks(order: SetOrder, bed: number, platform: number): Layer {
  const { height, light, random, season } = order
  const white = season === 'winter'
  return scenery(
    order,
    { depth: 0.86, top: bed, bottom: platform + height * 0.06, span: 1.5 },
    ({ target, period }) => {
      const stone = lit(hex(white ? '#d3d9e2' : '#8f857c'), light, 0.14)
      const shade = target.createLinearGradient(0, bed, 0, platform)
      shade.addColorStop(0, css(stone))
      shade.addColorStop(1, css(darken(stone, 0.35)))
      target.fillStyle = shade
      target.fillRect(0, bed, period + 4, platform - bed + height * 0.06)
      for (let pebble = 0; pebble < 420; pebble++) {
        target.fillStyle = css(random() < 0.5 ? darken(stone, 0.25) : stone, 0.5)
        target.fillRect(random() * period, bed + random() * (platform - bed), 3, 2)
      }
      for (const [share, size] of [
        [0.1, 0.6],
        [0.5, 1],
      ] as const) {
        const y = bed + (platform - bed) * share
        const deep = (platform - bed) * 0.24 * size
        const count = Math.round(period / (deep * 1.1))
        for (let sleeper = 0; sleeper < count; sleeper++) {
          target.fillStyle = css(lit(hex(white ? '#a9a4a4' : '#6a5444'), light, 0.12))
          target.fillRect((sleeper / count) * period, y, deep * 0.42, deep)
        }
        for (const rail of [0.08, 0.78]) {
          target.fillStyle = css(lit(hex('#4f4a4c'), light, 0.1))
          target.fillRect(0, y + deep * rail, period + 4, deep * 0.13)
          target.fillStyle = css(lit(hex('#d6dce4'), light, 0.1))
          target.fillRect(0, y + deep * rail, period + 4, Math.max(1, deep * 0.045))
        }
      }
    },
  )
}
