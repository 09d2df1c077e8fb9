/** What falls, blows and drifts before the lens. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { scattered } from '../random.ts'
import { css, mix } from './paint/colour.ts'
import type { Layer, SetOrder } from './place.ts'

/** The layers that the weather puts over the whole picture; none for a clear day. */
export function paintWeather(order: SetOrder): Layer[] {
  switch (order.weather) {
    case 'rain':
      return [rain(order, 190, 0.1)]
    case 'storm':
      return [rain(order, 300, 0.24), lightning(order)]
    case 'snow':
      return [snow(order)]
    case 'fog':
      return [fog(order)]
    case 'wind':
      return [leaves(order)]
    default:
      return []
  }
}

function rain({ width, height, light }: SetOrder, count: number, slant: number): Layer {
  const colour = css(mix(light.haze, [235, 242, 255], 0.6), 0.34)
  return {
    draw(target, view, seconds) {
      target.strokeStyle = colour
      for (const near of [0, 1]) {
        const long = height * (near ? 0.075 : 0.042)
        target.lineWidth = (near ? 1.9 : 1.1) * (height / 720)
        target.beginPath()
        for (let index = near; index < count; index += 2) {
          const fall = seconds * (near ? 2.3 : 1.6) + scattered(index, 1)
          const round = Math.floor(fall)
          const y = (fall - round) * (height + long) - long
          const x =
            wrap(
              scattered(index + round * 613, 2) * width * 1.3 - (view.x + view.scroll) * (near ? 0.9 : 0.5),
              width * 1.3,
            ) -
            width * 0.1 -
            y * slant
          target.moveTo(x, y)
          target.lineTo(x - long * slant, y + long)
        }
        target.stroke()
      }
    },
  }
}

function lightning({ width, height, random }: SetOrder): Layer {
  const first = 0.8 + random() * 1.2
  const gap = 3.1 + random() * 1.5
  return {
    draw(target, _view, seconds) {
      const since = (seconds - first + gap * 40) % gap
      const flash = Math.max(0, 1 - since / 0.12) + 0.6 * Math.max(0, 1 - Math.abs(since - 0.22) / 0.1)
      if (flash <= 0.02) return
      target.globalAlpha = Math.min(0.42, flash * 0.42)
      target.fillStyle = '#e8efff'
      target.fillRect(0, 0, width, height)
      target.globalAlpha = 1
    },
  }
}

function snow({ width, height, light }: SetOrder): Layer {
  const flake = softDot(24, css(mix(light.haze, [255, 255, 255], 0.85)))
  const count = 170
  return {
    draw(target, view, seconds) {
      for (let index = 0; index < count; index++) {
        const near = scattered(index, 3) ** 2
        const fall = seconds * (0.07 + near * 0.13) + scattered(index, 1)
        const y = (fall % 1) * height * 1.1 - height * 0.05
        const drift = Math.sin(seconds * (0.7 + near) + index) * width * 0.012
        const x =
          wrap(
            scattered(index, 2) * width * 1.2 +
              drift -
              (view.x + view.scroll) * (0.3 + near * 0.7) -
              seconds * width * 0.015,
            width * 1.2,
          ) -
          width * 0.1
        const size = height * (0.006 + near * 0.021)
        target.globalAlpha = 0.5 + 0.45 * scattered(index, 4)
        target.drawImage(flake, x, y, size, size)
      }
      target.globalAlpha = 1
    },
  }
}

function fog({ width, height, light, random }: SetOrder): Layer {
  const bank = createCanvas(Math.round(width * 0.8), Math.round(height * 0.5))
  const brush = bank.getContext('2d')
  for (let index = 0; index < 16; index++) {
    const radius = height * (0.1 + random() * 0.12)
    const x = radius + random() * (bank.width - radius * 2)
    const y = radius + random() * (bank.height - radius * 2)
    const soft = brush.createRadialGradient(x, y, 0, x, y, radius)
    soft.addColorStop(0, css(light.haze, 0.32))
    soft.addColorStop(1, css(light.haze, 0))
    brush.fillStyle = soft
    brush.fillRect(0, 0, bank.width, bank.height)
  }
  return {
    draw(target, view, seconds) {
      target.imageSmoothingQuality = 'low'
      for (let index = 0; index < 4; index++) {
        const span = width * 1.9
        const x =
          wrap(index * span * 0.27 + seconds * width * (0.012 + index * 0.005) - (view.x + view.scroll) * 0.6, span) -
          bank.width
        target.drawImage(bank, x, height * (0.3 + index * 0.13))
      }
    },
  }
}

function leaves({ width, height, season }: SetOrder): Layer {
  const colours = season === 'spring' ? ['#f6c1d3', '#ffdbe6', '#f09ab6'] : ['#d9822b', '#c9a03a', '#8fae4a']
  return {
    draw(target, view, seconds) {
      for (let index = 0; index < 26; index++) {
        const pace = 0.24 + scattered(index, 1) * 0.2
        const x =
          width * 1.2 -
          wrap(seconds * pace * width + scattered(index, 2) * width * 1.3 + view.scroll * 0.6, width * 1.3)
        const y = height * (0.1 + scattered(index, 3) * 0.85) + Math.sin(seconds * 2.2 + index) * height * 0.05
        const size = height * (0.007 + scattered(index, 4) * 0.01)
        target.fillStyle = colours[index % colours.length] ?? '#d9822b'
        target.save()
        target.translate(x, y)
        target.rotate(seconds * (2 + scattered(index, 5) * 3) + index)
        target.beginPath()
        target.ellipse(
          0,
          0,
          size,
          size * 0.45 * (0.4 + 0.6 * Math.abs(Math.cos(seconds * 3 + index))),
          0,
          0,
          Math.PI * 2,
        )
        target.fill()
        target.restore()
      }
    },
  }
}

function softDot(size: number, colour: string): Canvas {
  const dot = createCanvas(size, size)
  const brush: SKRSContext2D = dot.getContext('2d')
  const soft = brush.createRadialGradient(size / 2, size / 2, size * 0.12, size / 2, size / 2, size / 2)
  soft.addColorStop(0, colour)
  soft.addColorStop(1, colour.replace(/[\d.]+\)$/, '0)'))
  brush.fillStyle = soft
  brush.fillRect(0, 0, size, size)
  return dot
}

function wrap(x: number, span: number): number {
  return ((x % span) + span) % span
}
