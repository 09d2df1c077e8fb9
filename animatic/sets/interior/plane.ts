/** A level plane - floor, ceiling or the top of a counter - that keeps its perspective under every camera move. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { projectionAt } from '../../camera/view.ts'
import type { Layer } from '../place.ts'
import { halfWidth, type Room, rowAt, tone } from './space.ts'

/** Metres from the lens to where the subject stands, which fixes how long a metre looks that leads away. */
const subjectMetres = 5
/** Strips of the plane, each sheared to its own depths. */
const strips = 28

export interface PlaneBrush {
  brush: SKRSContext2D
  /** Metres across that the view shows at its widest, to either side of the middle. */
  half: number
  /** Metres away from the subject, farther positive: the nearest and furthest that shows. */
  near: number
  far: number
  /** Fills the rectangle from (left, near) to (right, far), in metres. */
  fill(left: number, near: number, right: number, far: number): void
}

export interface PlaneOrder {
  /** Shows in the joints. */
  colour: string
  /** Metres above the floor. */
  level: number
  /** Metres across after which the pattern repeats. */
  repeat: number
  paint(plane: PlaneBrush): void
  /** Painted last, in pixels of the frame: light and shade over the whole plane. */
  shade?(brush: SKRSContext2D, top: number, bottom: number, width: number): void
}

/** From the back wall towards the lens, past the frame's edge. */
export function paintPlane(room: Room, { colour, level, repeat, paint, shade }: PlaneOrder): Layer {
  const { width, height } = room.order
  const far = room.wall
  const perDepth = rowAt(room, 1, level) - room.eye
  const near = ((perDepth > 0 ? height * 1.14 : -height * 0.14) - room.eye) / perDepth
  const [start, end] = [rowAt(room, far, level), rowAt(room, near, level)].sort((one, other) => one - other)
  const top = Math.floor(start ?? 0)
  const canvasHeight = Math.ceil((end ?? height) - top)
  const repeatPixels = repeat * room.metre
  const margin = Math.ceil((repeatPixels * near) / 2) + 2
  const canvas = createCanvas(width + margin * 2, canvasHeight)
  const brush = canvas.getContext('2d')
  // What is painted edge to edge leaves hairs between, through which nothing may show.
  brush.fillStyle = tone(room, colour, -0.2)
  brush.fillRect(0, 0, canvas.width, canvas.height)
  const distance = (depth: number) => subjectMetres / depth - subjectMetres
  const place = (x: number, away: number): [number, number] => {
    const depth = subjectMetres / (subjectMetres + away)
    return [margin + width / 2 + x * room.metre * depth, rowAt(room, depth, level) - top]
  }
  paint({
    brush,
    half: halfWidth(room, far) + repeat,
    near: distance(near) - 0.05,
    far: distance(far),
    fill(left, close, right, away) {
      brush.beginPath()
      brush.moveTo(...place(left, close))
      brush.lineTo(...place(right, close))
      brush.lineTo(...place(right, away))
      brush.lineTo(...place(left, away))
      brush.fill()
    },
  })
  shade?.(brush, rowAt(room, far, level) - top, rowAt(room, near, level) - top, canvas.width)
  const depths = Array.from({ length: strips + 1 }, (_, index) => {
    const depth = far + ((near - far) * index) / strips
    return { depth, row: rowAt(room, depth, level) }
  })
  return {
    draw(target, view) {
      const travelled = view.x + view.scroll
      const moved = travelled - Math.round(travelled / repeatPixels) * repeatPixels
      const middle = width / 2
      const shown = depths.map(({ depth, row }) => {
        const { scale, top: shift } = projectionAt(view, depth)
        return {
          row,
          scale,
          x: view.focusX + (middle - view.focusX) * scale - moved * depth * scale,
          y: Math.round(row * scale + shift),
        }
      })
      target.imageSmoothingQuality = 'low'
      for (let index = 0; index < strips; index++) {
        const [one, other] = [shown[index], shown[index + 1]]
        if (!one || !other) continue
        const [upper, lower] = one.row < other.row ? [one, other] : [other, one]
        if (lower.y <= upper.y || lower.y < 0 || upper.y > height) continue
        const stretch = (lower.y - upper.y) / (lower.row - upper.row)
        const across = (upper.scale + lower.scale) / 2
        const shear = (lower.x - upper.x) / (lower.row - upper.row)
        const left = upper.x - across * middle - shear * upper.row
        target.setTransform(across, 0, shear, stretch, left, upper.y - stretch * upper.row)
        const source = upper.row - top
        const tall = Math.min(lower.row - upper.row, canvasHeight - source)
        target.drawImage(canvas, 0, source, canvas.width, tall, -margin, upper.row, canvas.width, tall)
      }
      target.resetTransform()
    },
  }
}
