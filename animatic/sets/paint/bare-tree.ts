/** A gnarled tree without leaves; its foot is at (x, y). */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { type Light, sides } from '../light.ts'
import { css, hex, mix } from './colour.ts'

export function paintBareTree(
  target: SKRSContext2D,
  x: number,
  y: number,
  tall: number,
  light: Light,
  distance: number,
  random: Random,
): void {
  const { bright, dark } = sides(hex('#5a4a48'), light, distance)
  target.strokeStyle = css(mix(bright, dark, 0.7))
  target.lineCap = 'round'
  target.lineJoin = 'round'
  grow(x, y, tall * 0.3, -Math.PI / 2 + (random() - 0.5) * 0.2, tall * 0.075, 0)

  function grow(fromX: number, fromY: number, long: number, turn: number, thick: number, level: number): void {
    const [toX, toY] = [fromX + Math.cos(turn) * long, fromY + Math.sin(turn) * long]
    const bend = (random() - 0.5) * long * 0.4
    target.lineWidth = thick
    target.beginPath()
    target.moveTo(fromX, fromY)
    target.quadraticCurveTo((fromX + toX) / 2 + bend, (fromY + toY) / 2, toX, toY)
    target.stroke()
    if (level === 5) return
    const arms = level < 2 ? 3 : 2
    for (let arm = 0; arm < arms; arm++) {
      const spread = (arm / (arms - 1) - 0.5) * (1.5 - level * 0.08) + (random() - 0.5) * 0.5
      grow(
        toX,
        toY,
        long * (0.66 + random() * 0.16),
        turn * 0.9 + (-Math.PI / 2) * 0.1 + spread,
        thick * 0.6,
        level + 1,
      )
    }
  }
}
