/** Moving water: a wavering mirror of what stands behind it, a tint, and glints that drift. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt, type View } from '../../camera/view.ts'
import type { SetOrder, Water } from '../place.ts'
import { css, hex, mix } from './colour.ts'

/** Pixels of height of one mirrored row; small enough that the waver does not step. */
const rowHeight = 2

export interface WaterSurface {
  /** Draws the water over the lower part of `target`; `behind` holds what it mirrors. */
  draw(target: SKRSContext2D, behind: Canvas, view: View, seconds: number): void
}

export function paintWater(order: SetOrder, water: Water): WaterSurface {
  const { width, height, light, random } = order
  const tint = createCanvas(8, height)
  const brush = tint.getContext('2d')
  const near = mix(hex(water.colour), light.sky[0] ?? light.haze, 0.35 + light.darkness * 0.35)
  const far = mix(hex(water.colour), light.haze, 0.55)
  const shade = brush.createLinearGradient(0, 0, 0, height)
  shade.addColorStop(0, css(far, 0.16 + water.roughness * 0.4))
  shade.addColorStop(0.4, css(near, 0.34 + water.roughness * 0.4))
  shade.addColorStop(1, css(near, 0.78))
  brush.fillStyle = shade
  brush.fillRect(0, 0, 8, height)
  const glints = Array.from({ length: Math.round(width / 9) }, () => ({
    x: random() * width * 1.4,
    // Squared, so that they crowd towards the far shore as perspective has it.
    share: random() ** 1.6,
    length: 0.5 + random(),
    pace: (random() - 0.5) * 22,
    phase: random() * Math.PI * 2,
  }))
  return {
    draw(target, behind, view, seconds) {
      const shore = projectionAt(view, 0.45)
      const top = Math.round(water.top * shore.scale + shore.top)
      mirror(target, behind, top, water.roughness, seconds)
      target.drawImage(tint, 0, top, width, height - top)
      drawGlints(target, view, top, seconds)
    },
  }

  function drawGlints(target: SKRSContext2D, view: View, top: number, seconds: number): void {
    const depthOf = height - top
    target.fillStyle = css(mix(light.sun.glow, [255, 255, 255], 0.45))
    for (const glint of glints) {
      const depth = 0.45 + glint.share * 0.65
      const span = width * 1.4
      const x = glint.x + glint.pace * seconds - (view.x + view.scroll) * depth
      const wrapped = (((x % span) + span) % span) - width * 0.2
      const shine = Math.sin(seconds * 1.6 + glint.phase)
      if (shine < -0.3) continue
      const long = width * (0.008 + glint.share * 0.04) * glint.length
      target.globalAlpha = (0.1 + 0.24 * shine * shine) * (1 - light.darkness * 0.4)
      const thick = 1 + glint.share * 2.4
      target.beginPath()
      target.ellipse(wrapped, top + 3 + glint.share * depthOf, long, thick * 0.5, 0, 0, Math.PI * 2)
      target.fill()
    }
    target.globalAlpha = 1
  }
}

/** Rows of the picture above the shore, upside down, each shifted by two waves that grow towards the lens. */
function mirror(target: SKRSContext2D, behind: Canvas, top: number, roughness: number, seconds: number): void {
  const { width, height } = target.canvas
  const depth = height - top
  target.imageSmoothingQuality = 'low'
  for (let row = 0; row < depth; row += rowHeight) {
    const share = row / depth
    const reach = (1 + share * 9) * (0.6 + roughness * 1.8) * (height / 720)
    const wave = Math.log1p(share * 12) * 16
    const shift =
      Math.sin(wave * 2.1 - seconds * 2.3) * reach * 0.6 + Math.sin(wave * 5.3 + seconds * 3.1) * reach * 0.4
    const lift = Math.sin(wave * 3.7 - seconds * 2.7) * reach * 0.8
    const source = Math.min(
      top - rowHeight,
      Math.max(0, top - rowHeight - row * (top / depth > 1 ? 1 : top / depth) + lift),
    )
    target.drawImage(behind, 0, source, width, rowHeight, shift - 12, top + row, width + 24, rowHeight)
  }
}
