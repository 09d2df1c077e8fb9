/** Moving water: a wavering mirror of what stands behind it, a tint, and glints that drift. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt, type View } from '../../camera/view.ts'
import type { SetOrder, Water } from '../place.ts'
import { css, hex, mix } from './colour.ts'
import { paintGlitter } from './glitter.ts'
import { sunX } from './sky.ts'

/** How far the far shore is, as layers count it. */
const shoreDepth = 0.45
/** Pixels of height of one mirrored row: the waver of a thicker one steps. */
const rowHeight = 1

export interface WaterSurface {
  /** Pixels from the frame's top to the far shore, as the view shows it. */
  topAt(view: View): number
  /** Draws the water over the lower part of `target`; `behind` holds what it mirrors. */
  draw(target: SKRSContext2D, behind: Canvas, view: View, seconds: number): void
}

export function paintWater(order: SetOrder, water: Water): WaterSurface {
  const { width, height, light, random } = order
  const tint = createCanvas(width, height)
  const brush = tint.getContext('2d')
  const near = mix(hex(water.colour), light.sky[0] ?? light.haze, 0.35 + light.darkness * 0.35)
  const far = mix(hex(water.colour), light.haze, 0.55)
  const shade = brush.createLinearGradient(0, 0, 0, height - water.top)
  shade.addColorStop(0, css(far, 0.16 + water.roughness * 0.4))
  shade.addColorStop(0.4, css(near, 0.34 + water.roughness * 0.4))
  shade.addColorStop(1, css(near, 0.72))
  brush.fillStyle = shade
  brush.fillRect(0, 0, width, height)
  warm(brush)
  const glints = Array.from({ length: Math.round(width / 9) }, () => ({
    x: random() * width * 1.4,
    // Squared, so that they crowd towards the far shore as perspective has it.
    share: random() ** 1.6,
    length: 0.5 + random(),
    pace: (random() - 0.5) * 22,
    phase: random() * Math.PI * 2,
  }))
  const glitter = paintGlitter(order, water.top)
  const topAt = (view: View) => {
    const shore = projectionAt(view, shoreDepth)
    return Math.round(water.top * shore.scale + shore.top)
  }
  return {
    topAt,
    draw(target, behind, view, seconds) {
      const top = topAt(view)
      mirror(target, behind, top, water.roughness, seconds)
      target.drawImage(tint, 0, top)
      drawGlints(target, view, top, seconds)
      glitter.draw(target, view, seconds)
    },
  }

  /** Under the sun the water has the colour of its glow. */
  function warm(on: SKRSContext2D): void {
    const { glow, strength, height: high, isMoon } = light.sun
    const power = strength * (isMoon ? 0.22 : 0.8 * (1 - high))
    const tall = height - water.top
    on.save()
    on.translate(sunX(order), 0)
    on.scale(0.5, 1)
    const shine = on.createRadialGradient(0, 0, 0, 0, 0, tall * 1.25)
    shine.addColorStop(0, css(glow, power))
    shine.addColorStop(0.5, css(glow, power * 0.6))
    shine.addColorStop(1, css(glow, 0))
    on.fillStyle = shine
    on.fillRect(-width * 2, 0, width * 4, height)
    on.restore()
  }

  /** All glints of one brightness are one path: filling each alone costs ten times as much. */
  function drawGlints(target: SKRSContext2D, view: View, top: number, seconds: number): void {
    target.fillStyle = css(mix(light.sun.glow, [255, 255, 255], 0.45))
    const span = width * 1.4
    for (let level = 0; level < glintLevels; level++) {
      target.beginPath()
      for (const glint of glints) {
        const shine = Math.sin(seconds * 1.6 + glint.phase)
        if (Math.floor(((shine + 0.3) / 1.3) * glintLevels * 0.999) !== level) continue
        const depth = 0.45 + glint.share * 0.65
        const x = wrap(glint.x + glint.pace * seconds - (view.x + view.scroll) * depth, span) - width * 0.2
        const long = width * (0.006 + glint.share * 0.034) * glint.length
        const y = top + 3 + glint.share * (height - top)
        target.moveTo(x + long, y)
        target.ellipse(x, y, long, 0.5 + glint.share * 1.2, 0, 0, Math.PI * 2)
      }
      target.globalAlpha = (0.1 + 0.3 * (level / glintLevels)) * (1 - light.darkness * 0.4)
      target.fill()
    }
    target.globalAlpha = 1
  }
}

const glintLevels = 4

function wrap(x: number, span: number): number {
  return ((x % span) + span) % span
}

/** Rows of the picture above the shore, upside down, each shifted by two waves that grow towards the lens. */
function mirror(target: SKRSContext2D, behind: Canvas, top: number, roughness: number, seconds: number): void {
  const { width, height } = target.canvas
  const depth = height - top
  const reachAt = (share: number) => (1 + share * 9) * (0.6 + roughness * 1.8) * (height / 720)
  target.imageSmoothingEnabled = false
  mirrorEdges(target, behind, top, Math.ceil(reachAt(1)) + 1)
  for (let row = 0; row < depth; row += rowHeight) {
    const share = row / depth
    const reach = reachAt(share)
    const wave = Math.log1p(share * 12) * 16
    const shift =
      Math.sin(wave * 2.1 - seconds * 2.3) * reach * 0.6 + Math.sin(wave * 5.3 + seconds * 3.1) * reach * 0.4
    const lift = Math.sin(wave * 3.7 - seconds * 2.7) * reach * 0.8
    const source = Math.min(top - rowHeight, Math.max(0, top - rowHeight - row * Math.min(top / depth, 1) + lift))
    // On whole pixels a row is copied; between them it is computed anew, which takes twice as long.
    target.drawImage(behind, 0, Math.round(source), width, rowHeight, Math.round(shift), top + row, width, rowHeight)
  }
  target.imageSmoothingEnabled = true
}

/** What the rows leave open at the frame's sides when they are shifted: the mirror image as it hangs there at rest. */
function mirrorEdges(target: SKRSContext2D, behind: Canvas, top: number, edge: number): void {
  const { width, height } = target.canvas
  const depth = height - top
  const tall = Math.min(top, depth)
  target.save()
  target.setTransform(1, 0, 0, -1, 0, top + depth)
  for (const x of [0, width - edge]) target.drawImage(behind, x, top - tall, edge, tall, x, 0, edge, depth)
  target.restore()
}
