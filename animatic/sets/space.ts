/** Space: stars at three distances, a nebula, a large planet and a moon. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { css, darken, hex, lighten, mix } from './paint/colour.ts'
import { paintStars } from './paint/sky.ts'
import { paintStrip } from './paint/strip.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const nebulae = [
  ['#5b2a8c', '#c0458a', '#2a4fb0'],
  ['#1c5a8c', '#3fb0a8', '#5a3aa0'],
  ['#8c3a2a', '#e08a4a', '#5a2a7c'],
] as const
const planets = ['#e0905a', '#5aa0d8', '#c86a8a', '#7ac0a0', '#d8b05a'] as const

export function paintSpace(order: SetOrder): Place {
  const { width, height, random } = order
  return {
    backdrop: [
      nebula(order),
      paintStars(random, width, height * 1.02, 0.95),
      farStars(order, 0.05, 150, 1),
      ...(order.hasWorlds ? [] : [planet(order)]),
      farStars(order, 0.16, 60, 1.7),
    ],
    ground: [],
    foreground: [farStars(order, 0.6, 16, 2.2)],
    medium: 'space',
    horizon: height * 0.5,
    floor: height * 0.8,
    dust: 'none',
    indoors: true,
  }
}

function nebula({ width, height, random }: SetOrder): Layer {
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  const shade = brush.createLinearGradient(0, 0, width, height)
  shade.addColorStop(0, '#050818')
  shade.addColorStop(0.5, '#0b1033')
  shade.addColorStop(1, '#070a1f')
  brush.fillStyle = shade
  brush.fillRect(0, 0, width, height)
  const colours = nebulae[Math.floor(random() * nebulae.length)] ?? nebulae[0]
  brush.globalCompositeOperation = 'lighter'
  const slope = (random() - 0.5) * 0.9
  for (let index = 0; index < 46; index++) {
    const along = random()
    const x = width * along
    const y = height * (0.5 + slope * (along - 0.5) + (random() - 0.5) * 0.46 * (random() + 0.3))
    soft(
      brush,
      x,
      y,
      Math.min(width, height) * (0.1 + random() * 0.24),
      colours[index % 3] ?? '#5b2a8c',
      0.05 + random() * 0.07,
    )
  }
  return { draw: (target) => target.drawImage(canvas, 0, 0) }
}

function soft(brush: SKRSContext2D, x: number, y: number, radius: number, colour: string, alpha: number): void {
  const shade = brush.createRadialGradient(x, y, 0, x, y, radius)
  shade.addColorStop(0, css(hex(colour), alpha))
  shade.addColorStop(1, css(hex(colour), 0))
  brush.fillStyle = shade
  brush.fillRect(x - radius, y - radius, radius * 2, radius * 2)
}

function farStars({ width, height, random }: SetOrder, depth: number, count: number, size: number): Layer {
  return paintStrip({ depth, period: width * 1.4, top: -height * 0.1, height: height * 1.2 }, (band) => {
    for (let index = 0; index < count; index++) {
      const [x, y, tint] = [random() * band.period, random() * band.height, random()]
      const radius = size * (0.4 + random() ** 2) * (height / 720)
      const colour = mix(hex('#bcd4ff'), hex('#fff0cf'), tint)
      band.place(x, radius * 4, (at) => {
        soft(band.target, at, y, radius * 3.5, '#a8c4ff', 0.35)
        band.target.fillStyle = css(colour)
        band.target.beginPath()
        band.target.arc(at, y, radius, 0, Math.PI * 2)
        band.target.fill()
      })
    }
  })
}

/** A banded planet with its night side, perhaps a ring, low in one corner of the frame. */
function planet({ width, height, random }: SetOrder): Layer {
  const radius = Math.min(width, height) * (0.24 + random() * 0.14)
  const colour = hex(planets[Math.floor(random() * planets.length)] ?? '#e0905a')
  const ringed = random() < 0.5
  const canvas = createCanvas(Math.ceil(radius * 4.4), Math.ceil(radius * 2.6))
  const brush = canvas.getContext('2d')
  const [cx, cy] = [canvas.width / 2, canvas.height / 2]
  soft(brush, cx, cy, radius * 1.28, '#9ec4ff', 0.5)
  if (ringed) drawRing(brush, cx, cy, radius, colour, Math.PI, Math.PI * 2)
  brush.save()
  brush.beginPath()
  brush.arc(cx, cy, radius, 0, Math.PI * 2)
  brush.clip()
  for (let band = 0; band < 11; band++) {
    brush.fillStyle = css(mix(lighten(colour, random() * 0.35), darken(colour, 0.25), random() * 0.8))
    brush.beginPath()
    brush.ellipse(cx, cy - radius + (band + 0.5) * (radius * 0.19), radius * 1.25, radius * 0.16, 0.06, 0, Math.PI * 2)
    brush.fill()
  }
  const night = brush.createRadialGradient(cx - radius * 0.45, cy - radius * 0.5, radius * 0.25, cx, cy, radius * 1.12)
  night.addColorStop(0, 'rgba(255,255,255,0.22)')
  night.addColorStop(0.45, 'rgba(6,8,30,0.1)')
  night.addColorStop(1, 'rgba(4,6,26,0.88)')
  brush.fillStyle = night
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.restore()
  if (ringed) drawRing(brush, cx, cy, radius, colour, 0, Math.PI)
  const x = (random() < 0.5 ? 0.14 : 0.86) * width
  const y = height * (random() < 0.5 ? 0.2 : 0.82)
  return {
    draw(target, view, seconds) {
      target.imageSmoothingQuality = 'low'
      target.drawImage(
        canvas,
        x - cx - (view.x + view.scroll * 0.1) * 0.08 - seconds * width * 0.002,
        y - cy - view.y * 0.08,
      )
    },
  }
}

function drawRing(
  brush: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  colour: readonly [number, number, number],
  from: number,
  to: number,
): void {
  brush.lineWidth = radius * 0.2
  brush.strokeStyle = css(lighten(colour, 0.5), 0.6)
  brush.beginPath()
  brush.ellipse(x, y, radius * 1.75, radius * 0.42, -0.12, from, to)
  brush.stroke()
  brush.lineWidth = radius * 0.05
  brush.strokeStyle = css(lighten(colour, 0.75), 0.5)
  brush.beginPath()
  brush.ellipse(x, y, radius * 1.98, radius * 0.5, -0.12, from, to)
  brush.stroke()
}
