/** Lightning: the bolt in the sky, and the flash that lights everything in the same moment. */
import type { Random } from '../../random.ts'
import { paintGlow } from '../paint/shapes.ts'
import type { Layer, SetOrder } from '../place.ts'

/** How bright the flash is at a moment, 0 to 1, and which strike of the storm it is. */
function strikeAt({ sunSide }: SetOrder, seconds: number): { flash: number; strike: number } {
  const first = 0.8 + sunSide * 1.2
  const gap = 3.1 + sunSide * 1.5
  const since = (seconds - first + gap * 40) % gap
  // It flickers: one stroke, and a weaker one in the same channel.
  const flash = Math.max(0, 1 - since / 0.14) + 0.6 * Math.max(0, 1 - Math.abs(since - 0.22) / 0.1)
  return { flash: Math.min(1, flash), strike: Math.floor((seconds - first) / gap) + 40 }
}

export function paintFlash(order: SetOrder): Layer {
  const { width, height } = order
  return {
    draw(target, _view, seconds) {
      const { flash } = strikeAt(order, seconds)
      if (flash <= 0.02) return
      target.globalAlpha = flash * 0.36
      target.fillStyle = '#e8efff'
      target.fillRect(0, 0, width, height)
      target.globalAlpha = 1
    },
  }
}

/** Forked bolts from the clouds down to the horizon, each strike another one; belongs behind the hills. */
export function paintBolts(order: SetOrder, horizon: number): Layer {
  const { width, random } = order
  const bolts = Array.from({ length: 4 }, () => fork(random, width * (0.15 + random() * 0.7), -horizon * 0.05, horizon))
  return {
    draw(target, _view, seconds) {
      const { flash, strike } = strikeAt(order, seconds)
      const bolt = bolts[strike % bolts.length]
      if (flash <= 0.05 || !bolt) return
      paintGlow(target, bolt[0]?.[0] ?? 0, horizon * 0.3, horizon * 0.9, [214, 222, 255], 0.7 * flash)
      target.lineCap = 'round'
      target.lineJoin = 'round'
      for (const [colour, thick] of [
        [`rgba(190,200,255,${0.35 * flash})`, 0.02],
        [`rgba(255,255,255,${flash})`, 0.009],
      ] as const) {
        target.strokeStyle = colour
        for (const [index, points] of bolt.entries()) {
          target.lineWidth = horizon * thick * (index === 0 ? 1 : 0.5)
          target.beginPath()
          for (let at = 0; at + 1 < points.length; at += 2) target.lineTo(points[at] ?? 0, points[at + 1] ?? 0)
          target.stroke()
        }
      }
    },
  }
}

/** The main channel and its branches, each as `x, y, x, y ...`. */
function fork(random: Random, x: number, top: number, bottom: number): number[][] {
  const steps = 14
  const tall = bottom - top
  const main: number[] = []
  const branches: number[][] = []
  let at = x
  for (let step = 0; step <= steps; step++) {
    const y = top + (tall * step) / steps
    main.push(at, y)
    if (step > 2 && step < steps - 2 && random() < 0.34) {
      const lean = (random() < 0.5 ? -1 : 1) * tall * 0.05
      const branch = [at, y]
      for (let twig = 1; twig <= 4; twig++)
        branch.push(at + lean * twig + (random() - 0.5) * tall * 0.03, y + (twig * tall) / steps / 1.3)
      branches.push(branch)
    }
    at += (random() - 0.5) * tall * 0.13
  }
  return [main, ...branches]
}
