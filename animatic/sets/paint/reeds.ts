/** Reeds and bulrushes in clumps that bend in the wind, and the leaves that lie on still water. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Random } from '../../random.ts'
import type { Season } from '../../script/shot-plan.ts'
import { lit } from '../light.ts'
import type { Layer, SetOrder } from '../place.ts'
import { type Colour, css, darken, hex, lighten, mix } from './colour.ts'
import { alongBand, placeAlike, scenery } from './scenery.ts'

const stems: Record<Season, string> = { spring: '#6f9a48', summer: '#587f42', autumn: '#a5853f', winter: '#b3a488' }

export interface ReedsOrder {
  depth: number
  /** Pixels from the frame's top where they stand, and of the tallest. */
  foot: number
  tall: number
  /** Clumps in one frame's width. */
  count: number
  /** 0 at the lens, 1 at the horizon. */
  distance: number
  /** Grass has no bulrushes between its blades. */
  kind?: 'reeds' | 'grass'
  /** How much darker than lit, for what stands against the light. */
  shade?: number
}

/** A clump is a small picture, sheared by the wind: a whole band would be mostly empty. */
export function paintReeds(
  order: SetOrder,
  { depth, foot, tall, count, distance, shade = 0, kind = 'reeds' }: ReedsOrder,
): Layer {
  const { width, light, season, random, weather } = order
  const colour = darken(lit(hex(stems[season]), light, distance), shade)
  const rim = mix(lighten(colour, 0.2), light.sun.glow, 0.5 * light.sun.strength)
  const pictures = [0, 1, 2].map(() =>
    paintClump(random, tall * (0.75 + random() * 0.25), colour, rim, kind === 'reeds' ? 5 : 0),
  )
  const span = width * 1.6
  const clumpCount = Math.round(count * 1.6)
  const clumps = Array.from({ length: clumpCount }, (_, index) => ({
    x: ((index + random() * 0.9) / clumpCount) * span,
    picture: pictures[index % pictures.length],
    phase: random() * Math.PI * 2,
  }))
  const gust = weather === 'wind' || weather === 'storm' ? 0.2 : 0.05
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt(view, depth)
      target.imageSmoothingQuality = 'low'
      for (const { x, picture, phase } of clumps) {
        if (!picture) continue
        const passed = x - view.scroll * depth + picture.width
        const shown = ((((passed % span) + span) % span) - picture.width) * scale + left
        if (shown > width) continue
        const lean = Math.sin(seconds * 1.3 + phase) * gust + gust * 0.6
        target.setTransform(scale, 0, -lean * scale, scale, shown, foot * scale + top)
        target.drawImage(picture, 0, -picture.height)
      }
      target.resetTransform()
    },
  }
}

function paintClump(random: Random, tall: number, colour: Colour, rim: Colour, rushes: number): Canvas {
  const canvas = createCanvas(Math.ceil(tall * 1.3), Math.ceil(tall * 1.08))
  const brush = canvas.getContext('2d')
  brush.translate(canvas.width / 2, canvas.height)
  brush.lineCap = 'round'
  for (let blade = 0; blade < 26; blade++) {
    const x = (random() + random() - 1) * tall * 0.36
    const high = tall * (0.4 + random() * 0.5) * (1 - Math.abs(x / tall) * 0.7)
    const lean = x * 0.5 + (random() - 0.5) * tall * 0.22
    brush.fillStyle = css(mix(colour, rim, random() * 0.4))
    paintBlade(brush, x, high, lean, tall * 0.014)
  }
  for (let rush = 0; rush < rushes; rush++) {
    const x = (random() - 0.5) * tall * 0.36
    const [high, lean] = [tall * (0.7 + random() * 0.27), x * 0.4 + (random() - 0.5) * tall * 0.1]
    brush.strokeStyle = css(colour)
    brush.lineWidth = Math.max(1, tall * 0.011)
    brush.beginPath()
    brush.moveTo(x, 0)
    brush.quadraticCurveTo(x, -high * 0.6, x + lean, -high)
    brush.stroke()
    brush.strokeStyle = css(mix(multiplied(colour), rim, 0.12))
    brush.lineWidth = tall * 0.036
    brush.beginPath()
    brush.moveTo(x + lean * 0.74, -high * 0.8)
    brush.lineTo(x + lean * 0.93, -high * 0.93)
    brush.stroke()
  }
  return canvas
}

/** The brown of a bulrush's head under the light of its stem. */
function multiplied([red, green, blue]: Colour): Colour {
  return [red * 0.8, green * 0.42, blue * 0.4]
}

function paintBlade(brush: SKRSContext2D, x: number, high: number, lean: number, half: number): void {
  brush.beginPath()
  brush.moveTo(x - half, 0)
  brush.quadraticCurveTo(x - half * 0.6 + lean * 0.15, -high * 0.65, x + lean, -high)
  brush.quadraticCurveTo(x + half * 0.8 + lean * 0.25, -high * 0.6, x + half, 0)
  brush.fill()
}

/** Lily pads in groups, in bloom from spring to summer; fallen leaves in autumn, thin ice in winter. */
export function paintPads(
  order: SetOrder,
  { depth, top, bottom }: { depth: number; top: number; bottom: number },
): Layer {
  const { width, height, light, season, random } = order
  const unit = Math.min(width, height)
  const colours = {
    spring: ['#6faa55', '#83b964'],
    summer: ['#4f8f4f', '#639f55'],
    autumn: ['#c9752f', '#d9a23c', '#a8542c'],
    winter: ['#e4eef6', '#d3e2ee'],
  }[season]
  return scenery(order, { depth, top: top - unit * 0.05, bottom, span: 1.7 }, (band) => {
    for (const { x, luck } of alongBand(band, random, 7, 1)) {
      const y = top + luck * (bottom - top) * 0.8
      const size = unit * (0.016 + 0.02 * luck) * (season === 'autumn' ? 0.5 : season === 'winter' ? 1.6 : 1)
      placeAlike(band, random, x, unit * 0.3, (at, own) => {
        for (let pad = 0; pad < 6; pad++) {
          const [padX, padY] = [at + (own() - 0.5) * size * 8, y + (own() - 0.5) * size * 1.8]
          const colour = lit(hex(colours[Math.floor(own() * colours.length)] ?? '#4f8f4f'), light, 0.12)
          paintPad(band.target, padX, padY, size * (0.7 + own() * 0.5), own() * 6, colour)
          if (own() < 0.25 && (season === 'spring' || season === 'summer'))
            paintLily(band.target, padX, padY - size * 0.2, size * 0.5, lit(hex('#ffc9dc'), light, 0.05))
        }
      })
    }
  })
}

function paintPad(target: SKRSContext2D, x: number, y: number, size: number, turn: number, colour: Colour): void {
  target.save()
  target.translate(x, y)
  target.scale(1, 0.3)
  for (const [shift, tint] of [
    [size * 0.2, darken(colour, 0.4)],
    [0, colour],
  ] as const) {
    target.fillStyle = css(tint)
    target.beginPath()
    target.moveTo(0, shift)
    target.arc(0, shift, size, turn, turn + Math.PI * 1.86)
    target.fill()
  }
  target.restore()
}

function paintLily(target: SKRSContext2D, x: number, y: number, size: number, colour: Colour): void {
  for (let petal = 0; petal < 5; petal++) {
    const lean = (petal / 4 - 0.5) * 1.9
    target.fillStyle = css(lighten(colour, Math.abs(lean) < 0.6 ? 0.35 : 0))
    target.beginPath()
    target.ellipse(
      x + Math.sin(lean) * size * 0.6,
      y - Math.cos(lean) * size * 0.5,
      size * 0.26,
      size * 0.6,
      lean,
      0,
      6.29,
    )
    target.fill()
  }
}
