/** Windows: the view through them at its own distance, their frames and their curtains. */
import { css, mix } from '../paint/colour.ts'
import type { Layer } from '../place.ts'
import { seenRects } from './layers.ts'
import { type Outlook, paintOutlook } from './outlook.ts'
import type { Pencil } from './shapes.ts'
import { type Room, tone } from './space.ts'

export interface Opening {
  /** Metres of the wall: the middle, the sill and the size of the glass. */
  x: number
  y: number
  width: number
  height: number
}

/** Sky, weather and a view behind the wall, drawn no further than the openings in it. */
export function viewThrough(
  room: Room,
  openings: readonly Opening[],
  period: number,
  outlook: Outlook = 'garden',
): Layer {
  const scene = paintOutlook(room.outside, room.eye, outlook)
  return {
    draw(target, view, seconds) {
      for (const opening of openings) {
        for (const { x, y, width, height } of seenRects(room, { ...opening, depth: room.wall, period }, view)) {
          target.save()
          target.beginPath()
          target.rect(Math.floor(x) - 1, Math.floor(y) - 1, Math.ceil(width) + 3, Math.ceil(height) + 3)
          target.clip()
          for (const layer of scene) layer.draw(target, view, seconds)
          target.restore()
        }
      }
    },
  }
}

export interface FrameOrder {
  colour?: string
  /** Panes across and up. */
  columns?: number
  rows?: number
  /** The curtains' colour; none without. */
  curtains?: string
  arched?: boolean
}

/** Cuts the opening out of the wall on which `brush` paints in metres, and frames it. */
export function cutWindow(pencil: Pencil, opening: Opening, order: FrameOrder = {}): void {
  const { room, brush } = pencil
  const { x, y, width, height } = opening
  const { colour = '#f7f1e4', columns = 2, rows = 2, curtains, arched = false } = order
  const outline = () => {
    brush.beginPath()
    brush.moveTo(x - width / 2, y)
    brush.lineTo(x + width / 2, y)
    brush.lineTo(x + width / 2, y + height - (arched ? width / 2 : 0))
    if (arched) brush.arc(x, y + height - width / 2, width / 2, 0, Math.PI)
    else brush.lineTo(x - width / 2, y + height)
    brush.closePath()
  }
  brush.globalCompositeOperation = 'destination-out'
  brush.fillStyle = '#000'
  outline()
  brush.fill()
  brush.globalCompositeOperation = 'source-over'
  const gleam = brush.createLinearGradient(x - width / 2, y + height, x + width / 2, y)
  const shine = css(mix(room.outside.light.sun.glow, [255, 255, 255], 0.5), 0.22 - room.dark * 0.12)
  for (const [stop, lit] of [
    [0, 0],
    [0.28, 0],
    [0.29, 1],
    [0.42, 1],
    [0.43, 0],
    [0.5, 0],
    [0.51, 1],
    [0.55, 1],
    [0.56, 0],
    [1, 0],
  ] as const)
    gleam.addColorStop(stop, lit ? shine : 'rgba(255,255,255,0)')
  brush.fillStyle = gleam
  outline()
  brush.fill()
  brush.save()
  outline()
  brush.clip()
  brush.strokeStyle = tone(room, colour, -0.12)
  brush.lineWidth = 0.045
  brush.beginPath()
  for (let column = 1; column < columns; column++) {
    brush.moveTo(x - width / 2 + (column * width) / columns, y)
    brush.lineTo(x - width / 2 + (column * width) / columns, y + height)
  }
  for (let row = 1; row < rows; row++) {
    brush.moveTo(x - width / 2, y + (row * height) / rows)
    brush.lineTo(x + width / 2, y + (row * height) / rows)
  }
  brush.stroke()
  brush.restore()
  brush.strokeStyle = tone(room, colour, 0.05)
  brush.lineWidth = 0.09
  outline()
  brush.stroke()
  brush.fillStyle = tone(room, colour, 0.12)
  brush.fillRect(x - width / 2 - 0.12, y - 0.09, width + 0.24, 0.09)
  brush.fillStyle = tone(room, colour, -0.35, 0.6)
  brush.fillRect(x - width / 2 - 0.1, y - 0.13, width + 0.2, 0.04)
  if (curtains) for (const side of [-1, 1]) paintCurtain(pencil, opening, side, curtains)
}

/** One half of a pair, gathered at the side and held by a band. */
function paintCurtain({ room, brush }: Pencil, { x, y, width, height }: Opening, side: number, colour: string): void {
  const wide = width * 0.3
  const outer = x + side * (width / 2 + 0.16)
  const [high, low] = [y + height + 0.16, y - 0.28]
  const middle = y + height * 0.36
  const folds = brush.createLinearGradient(outer, 0, outer - side * wide, 0)
  for (let fold = 0; fold <= 8; fold++) folds.addColorStop(fold / 8, tone(room, colour, fold % 2 ? -0.28 : 0.1))
  brush.fillStyle = folds
  brush.beginPath()
  brush.moveTo(outer, high)
  brush.lineTo(outer - side * wide, high)
  brush.quadraticCurveTo(outer - side * wide * 0.9, middle + 0.2, outer - side * wide * 0.36, middle)
  brush.quadraticCurveTo(outer - side * wide * 0.7, (low + middle) / 2, outer - side * wide * 0.62, low)
  brush.lineTo(outer + side * 0.02, low)
  brush.closePath()
  brush.fill()
  brush.strokeStyle = tone(room, colour, -0.45)
  brush.lineWidth = 0.05
  brush.beginPath()
  brush.moveTo(outer, middle + 0.02)
  brush.lineTo(outer - side * wide * 0.4, middle - 0.02)
  brush.stroke()
  brush.strokeStyle = tone(room, '#6b4a34')
  brush.lineWidth = 0.05
  brush.beginPath()
  brush.moveTo(x - width / 2 - 0.3, high)
  brush.lineTo(x + width / 2 + 0.3, high)
  brush.stroke()
}
