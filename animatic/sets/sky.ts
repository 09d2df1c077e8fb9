/** High in the air: a sea of clouds below, clouds that pass near and far, sometimes a rainbow. */
import { createCanvas } from '@napi-rs/canvas'
import { paintCloud, paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { paintSky } from './paint/sky.ts'
import { paintStrip } from './paint/strip.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintHeights(order: SetOrder): Place {
  const { height, light, random } = order
  const rainbow = light.darkness < 0.3 && random() < 0.45
  return {
    backdrop: [
      ...paintSky(order, height),
      ...(rainbow ? [paintRainbow(order)] : []),
      ...paintClouds(order, height * 0.9),
      cloudSea(order, 0.12, height * 0.8, 0.3),
      cloudSea(order, 0.26, height * 0.88, 0.42),
    ],
    ground: [cloudSea(order, 0.5, height * 0.97, 0.6)],
    foreground: [cloudSea(order, 1.35, height * 1.1, 0.8)],
    medium: 'air',
    horizon: height * 0.75,
    floor: height * 0.86,
    dust: 'none',
  }
}

/** A bank of clouds whose lower parts run together. */
function cloudSea(order: SetOrder, depth: number, line: number, size: number): Layer {
  const { width, height, random } = order
  const wide = size * Math.min(width, height)
  const top = line - wide * 0.5
  return paintStrip({ depth, period: width * 1.6, top, height: height * 1.2 - top }, (band) => {
    const count = Math.round((band.period / wide) * 2.4)
    for (let index = 0; index < count; index++) {
      const picture = paintCloud(order, wide * (0.7 + random() * 0.6))
      const y = random() * wide * 0.3
      band.place((index / count) * band.period, picture.width / 2, (x) =>
        band.target.drawImage(picture, x - picture.width / 2, y),
      )
    }
    const fill = band.target.createLinearGradient(0, wide * 0.35, 0, band.height)
    fill.addColorStop(0, css(order.light.cloud.shade, 0))
    fill.addColorStop(0.4, css(order.light.cloud.shade, 0.85))
    fill.addColorStop(1, css(order.light.cloud.shade, 1))
    band.target.fillStyle = fill
    band.target.fillRect(0, wide * 0.35, band.period + 4, band.height)
  })
}

const rainbowColours = ['#ff5a5a', '#ff9f45', '#ffe45a', '#6fd66f', '#5ab0ff', '#8f6fe8']

function paintRainbow({ width, height, random }: SetOrder): Layer {
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  const x = width * (0.25 + random() * 0.5)
  const radius = Math.min(width, height) * 0.78
  brush.lineWidth = radius * 0.026
  rainbowColours.forEach((colour, index) => {
    brush.strokeStyle = css(hex(colour), 0.34)
    brush.beginPath()
    brush.arc(x, height * 0.98, radius - index * radius * 0.025, Math.PI, Math.PI * 2)
    brush.stroke()
  })
  return { draw: (target, view) => target.drawImage(canvas, Math.round(-view.x * 0.05), 0) }
}
