/** Boats that lie at anchor and bob: sailing boats and fishing boats. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Layer, SetOrder } from '../place.ts'
import { lampsAreOn } from './lamp.ts'
import { pinned } from './pinned.ts'
import { usualSpan } from './scenery.ts'
import { fillShape, paintGlow, paintLine, type Tones, tonesAt } from './shapes.ts'

const hulls = ['#d9534a', '#3f6fae', '#f0e6d6', '#3f8f7f', '#e0a030'] as const

export interface BoatOrder {
  depth: number
  /** Pixels: its middle, the water line, and its length. */
  x: number
  y: number
  long: number
  distance: number
  kind: 'sail' | 'fishing'
}

export function paintBoat(order: SetOrder, { depth, x, y, long, distance, kind }: BoatOrder): Layer {
  const { width, light, random } = order
  const tones = tonesAt(light, distance)
  const hull = hulls[Math.floor(random() * hulls.length)] ?? hulls[0]
  const [half, tall] = [Math.ceil(long * 0.62), Math.ceil(long * 1.45)]
  const canvas = createCanvas(half * 2, tall)
  const brush = canvas.getContext('2d')
  brush.translate(half, tall - long * 0.12)
  if (kind === 'sail') drawSails(brush, long, tones)
  else drawCabin(brush, long, tones, lampsAreOn(light))
  drawHull(brush, long, tones, hull)
  const phase = random() * 6
  return pinned({ depth, period: width * usualSpan, x, reach: half }, (target, seconds) => {
    target.translate(0, y + Math.sin(seconds * 1.2 + phase) * long * 0.012)
    target.rotate(Math.sin(seconds * 0.9 + phase) * 0.025)
    target.imageSmoothingQuality = 'low'
    target.drawImage(canvas, -half, -(tall - long * 0.12))
  })
}

function drawHull(brush: SKRSContext2D, long: number, tones: Tones, colour: string): void {
  const half = long / 2
  fillShape(
    brush,
    [-half, -long * 0.13, half * 1.1, -long * 0.16, half * 0.78, long * 0.05, -half * 0.82, long * 0.05],
    tones.flat(colour),
  )
  fillShape(
    brush,
    [-half * 0.9, -long * 0.0, half * 0.88, -long * 0.01, half * 0.78, long * 0.05, -half * 0.82, long * 0.05],
    tones.flat('#2f3a4a'),
  )
  fillShape(
    brush,
    [-half, -long * 0.135, half * 1.1, -long * 0.165, half * 1.06, -long * 0.125, -half * 0.98, -long * 0.1],
    tones.flat('#fbf4e6'),
  )
}

function drawSails(brush: SKRSContext2D, long: number, tones: Tones): void {
  paintLine(brush, [0, -long * 0.1, 0, -long * 1.25], long * 0.018, tones.flat('#6a5040'))
  brush.fillStyle = tones.flat('#fff8ea')
  brush.beginPath()
  brush.moveTo(-long * 0.02, -long * 1.2)
  brush.quadraticCurveTo(-long * 0.34, -long * 0.6, -long * 0.44, -long * 0.24)
  brush.lineTo(-long * 0.02, -long * 0.22)
  brush.fill()
  brush.fillStyle = tones.flat('#f0d9b8')
  brush.beginPath()
  brush.moveTo(long * 0.03, -long * 1.1)
  brush.quadraticCurveTo(long * 0.3, -long * 0.6, long * 0.46, -long * 0.22)
  brush.lineTo(long * 0.03, -long * 0.26)
  brush.fill()
}

function drawCabin(brush: SKRSContext2D, long: number, tones: Tones, on: boolean): void {
  paintLine(brush, [-long * 0.2, -long * 0.1, -long * 0.2, -long * 0.85], long * 0.022, tones.flat('#5a4638'))
  paintLine(
    brush,
    [-long * 0.2, -long * 0.8, long * 0.34, -long * 0.2],
    Math.max(1, long * 0.008),
    tones.flat('#4a4440'),
  )
  paintLine(
    brush,
    [-long * 0.2, -long * 0.8, -long * 0.48, -long * 0.16],
    Math.max(1, long * 0.008),
    tones.flat('#4a4440'),
  )
  brush.fillStyle = tones.flat('#f4ecdd')
  brush.fillRect(long * 0.02, -long * 0.4, long * 0.26, long * 0.28)
  brush.fillStyle = tones.flat('#c95a48')
  brush.fillRect(-long * 0.01, -long * 0.43, long * 0.32, long * 0.045)
  brush.fillStyle = on ? '#ffe09a' : tones.flat('#5f8299')
  brush.fillRect(long * 0.05, -long * 0.36, long * 0.08, long * 0.09)
  brush.fillRect(long * 0.16, -long * 0.36, long * 0.08, long * 0.09)
  if (on) paintGlow(brush, long * 0.15, -long * 0.32, long * 0.3, [255, 208, 120], 0.6)
}
