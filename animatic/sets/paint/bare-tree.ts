/** A gnarled tree without leaves, with snow on its boughs in winter; its foot is at (x, y). */
import { lit, sides } from '../light.ts'
import { css, hex, mix } from './colour.ts'
import type { StandingPainter } from './standing.ts'

interface Bough {
  fromX: number
  fromY: number
  toX: number
  toY: number
  /** Pixels from the straight line at the middle. */
  bend: number
  thick: number
}

export const paintBareTree: StandingPainter = (target, x, y, tall, { light, season, random, distance }) => {
  const { bright, dark } = sides(hex('#5a4a48'), light, distance)
  const boughs: Bough[] = []
  grow(x, y, tall * 0.3, -Math.PI / 2 + (random() - 0.5) * 0.2, tall * 0.075, 0)
  target.lineCap = 'round'
  target.lineJoin = 'round'
  strokeBoughs(css(mix(bright, dark, 0.7)), 1, 0)
  if (season === 'winter') strokeBoughs(css(lit(hex('#f3f7ff'), light, distance * 0.8), 0.92), 0.5, -0.36)

  function grow(fromX: number, fromY: number, long: number, turn: number, thick: number, level: number): void {
    const [toX, toY] = [fromX + Math.cos(turn) * long, fromY + Math.sin(turn) * long]
    boughs.push({ fromX, fromY, toX, toY, bend: (random() - 0.5) * long * 0.4, thick })
    if (level === 5) return
    const arms = level < 2 ? 3 : 2
    for (let arm = 0; arm < arms; arm++) {
      const spread = (arm / (arms - 1) - 0.5) * (1.5 - level * 0.08) + (random() - 0.5) * 0.5
      const bent = turn * 0.9 + (-Math.PI / 2) * 0.1 + spread
      grow(toX, toY, long * (0.66 + random() * 0.16), bent, thick * 0.6, level + 1)
    }
  }

  /** `size` of each bough's thickness, `lift` thicknesses up. Upright ones carry no snow. */
  function strokeBoughs(colour: string, size: number, lift: number): void {
    target.strokeStyle = colour
    for (const { fromX, fromY, toX, toY, bend, thick } of boughs) {
      if (lift !== 0 && Math.abs(toX - fromX) < Math.abs(toY - fromY) * 0.45) continue
      const up = lift * thick
      target.lineWidth = Math.max(0.6, thick * size)
      target.beginPath()
      target.moveTo(fromX, fromY + up)
      target.quadraticCurveTo((fromX + toX) / 2 + bend, (fromY + toY) / 2 + up, toX, toY + up)
      target.stroke()
    }
  }
}
