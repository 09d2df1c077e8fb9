/** Rows of leaning gravestones. */

import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { lit, sides } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { css, darken, hex } from './colour.ts'
import { paintTuft } from './grass.ts'
import { alongBand, placeAlike, scenery } from './scenery.ts'

interface StonesOrder {
  depth: number
  y: number
  size: number
  count: number
  distance: number
}

export function paintGravestones(order: SetOrder, { depth, y, size, count, distance }: StonesOrder): Layer {
  const { random } = order
  return scenery(order, { depth, top: y - size * 1.8, bottom: y + size * 0.3 }, (band) => {
    for (const { x, luck } of alongBand(band, random, count, 0.8))
      placeAlike(band, random, x, size * 1.4, (at, own) =>
        paintStone(band.target, at, y + (luck - 0.5) * size * 0.2, size, own, order, distance),
      )
  })
}

function paintStone(
  target: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  random: Random,
  order: SetOrder,
  distance: number,
): void {
  const { light, season } = order
  const tones = sides(
    hex(['#9a9ca4', '#8a8f98', '#a8a29c', '#7f8792'][Math.floor(random() * 4)] ?? '#9a9ca4'),
    light,
    distance,
  )
  const kind = random()
  const half = size * (0.3 + random() * 0.1)
  const tall = size * (0.75 + random() * 0.35)
  target.save()
  target.translate(x, y)
  target.rotate((random() - 0.5) * 0.22)
  const shade = target.createLinearGradient(-half, 0, half, 0)
  shade.addColorStop(0, css(tones.bright))
  shade.addColorStop(1, css(tones.dark))
  target.fillStyle = shade
  if (kind < 0.28) {
    const arm = size * 0.09
    target.fillRect(-arm, -tall * 1.25, arm * 2, tall * 1.3)
    target.fillRect(-half * 0.95, -tall * 0.98, half * 1.9, arm * 1.9)
    target.fillRect(-half * 0.7, -size * 0.14, half * 1.4, size * 0.2)
  } else {
    target.beginPath()
    target.moveTo(-half, size * 0.06)
    target.lineTo(-half, -tall + half * (kind < 0.75 ? 1 : 0.3))
    if (kind < 0.75) target.arc(0, -tall + half, half, Math.PI, 0)
    else target.lineTo(0, -tall - half * 0.3)
    target.lineTo(half, -tall + half * (kind < 0.75 ? 1 : 0.3))
    target.lineTo(half, size * 0.06)
    target.fill()
    target.fillStyle = css(darken(tones.dark, 0.25), 0.6)
    for (let line = 0; line < 3; line++)
      target.fillRect(
        -half * 0.5,
        -tall * (0.66 - line * 0.13),
        half * (line === 0 ? 1 : 0.8),
        Math.max(1, size * 0.02),
      )
  }
  if (season === 'winter') {
    target.fillStyle = css(lit(hex('#f4f8ff'), light, distance))
    target.beginPath()
    target.ellipse(
      0,
      -tall * (kind < 0.28 ? 1.24 : 0.97),
      half * (kind < 0.28 ? 0.4 : 0.85),
      size * 0.06,
      0,
      0,
      Math.PI * 2,
    )
    target.fill()
  }
  target.restore()
  for (let tuft = 0; tuft < 3; tuft++)
    paintTuft(
      target,
      x + (tuft - 1) * half,
      y + size * 0.06,
      size * 0.16,
      lit(hex(season === 'winter' ? '#dfe8f2' : '#5f7a52'), light, distance),
      random,
      5,
    )
}
