/** Fish that swim to and fro behind glass. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { scattered } from '../../random.ts'

const colours = ['#ff9f3f', '#ffd84a', '#f25f6e', '#8a6ae0', '#5fd0c0', '#ffffff', '#3f6fe0']

/** One of many: `index` tells them apart; `half` is the tank's half width, `low` to `high` its height, in metres. */
export function paintFish(
  brush: SKRSContext2D,
  index: number,
  size: number,
  half: number,
  low: number,
  high: number,
  seconds: number,
): void {
  const pace = (0.16 + scattered(index, 1) * 0.3) * (scattered(index, 2) < 0.5 ? -1 : 1)
  const span = half * 2 + 1.6
  const x = ((((scattered(index, 3) * span + seconds * pace) % span) + span) % span) - half - 0.8
  const y = low + 0.5 + scattered(index, 4) * (high - low - 0.9) + Math.sin(seconds * 0.8 + index) * 0.08
  const long = (0.13 + scattered(index, 5) * 0.14) * size
  const tall = long * (0.42 + scattered(index, 6) * 0.4)
  const wag = Math.sin(seconds * 7 * (0.6 + Math.abs(pace)) + index) * 0.3
  const colour = colours[index % colours.length] ?? '#ff9f3f'
  brush.save()
  brush.translate(x, y)
  brush.scale(Math.sign(pace), 1)
  brush.fillStyle = colour
  brush.beginPath()
  brush.moveTo(-long * 0.7, 0)
  brush.quadraticCurveTo(-long * 1.2, tall * (0.5 + wag), -long * 1.55, tall * (0.8 + wag))
  brush.quadraticCurveTo(-long * 1.3, wag * tall, -long * 1.55, tall * (-0.8 + wag))
  brush.quadraticCurveTo(-long * 1.2, tall * (-0.5 + wag), -long * 0.7, 0)
  brush.moveTo(-long * 0.4, tall * 0.6)
  brush.quadraticCurveTo(-long * 0.2, tall * 1.5, long * 0.3, tall * 0.6)
  brush.fill()
  const body = brush.createLinearGradient(0, tall, 0, -tall)
  body.addColorStop(0, colour)
  body.addColorStop(0.6, colour)
  body.addColorStop(1, '#fff3dc')
  brush.fillStyle = body
  brush.beginPath()
  brush.ellipse(0, 0, long, tall, 0, 0, Math.PI * 2)
  brush.fill()
  if (index % 3 === 0) {
    brush.fillStyle = 'rgba(255,255,255,0.85)'
    brush.beginPath()
    brush.ellipse(long * 0.25, 0, long * 0.1, tall * 0.88, 0, 0, Math.PI * 2)
    brush.ellipse(-long * 0.4, 0, long * 0.08, tall * 0.78, 0, 0, Math.PI * 2)
    brush.fill()
  }
  brush.fillStyle = '#ffffff'
  brush.beginPath()
  brush.arc(long * 0.62, tall * 0.22, long * 0.14, 0, Math.PI * 2)
  brush.fill()
  brush.fillStyle = '#1a2030'
  brush.beginPath()
  brush.arc(long * 0.66, tall * 0.22, long * 0.08, 0, Math.PI * 2)
  brush.fill()
  brush.restore()
}
