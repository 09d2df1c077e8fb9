/** The letters that rise from one who sleeps. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Seen } from './draw-actor.ts'

const letters = 3
/** Seconds from the mouth to nothing. */
const lifeSeconds = 3.6

export function drawSnores(target: SKRSContext2D, { x, y, width, height, stance }: Seen, seconds: number): void {
  const ahead = Math.sign(stance.facing)
  const reach = Math.max(width, height) * 0.5
  target.save()
  target.lineJoin = 'round'
  target.lineCap = 'round'
  for (let index = 0; index < letters; index++) {
    const share = (seconds / lifeSeconds + index / letters) % 1
    const size = reach * (0.09 + 0.13 * share)
    target.globalAlpha = Math.min(1, share * 6, (1 - share) * 3)
    const left = x + ahead * width * 0.34 + Math.sin(share * 7 + index) * reach * 0.06 + ahead * share * reach * 0.3
    const top = y - height - share * reach * 0.75 - size
    target.beginPath()
    target.moveTo(left, top)
    target.lineTo(left + size, top)
    target.lineTo(left, top + size)
    target.lineTo(left + size, top + size)
    for (const [style, wide] of [
      ['rgba(40,44,90,0.55)', 0.36],
      ['#ffffff', 0.2],
    ] as const) {
      target.strokeStyle = style
      target.lineWidth = Math.max(1, size * wide)
      target.stroke()
    }
  }
  target.restore()
}
