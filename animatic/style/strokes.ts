/**
 * A frame covered with brush strokes, laid once a film: for every pixel, the stroke on top there and how the ridges of its
 * paint catch the light. In each frame a stroke takes the colour of what is under its middle.
 */
import type { Random } from '../random.ts'

export interface Strokes {
  /** The stroke at each pixel. */
  ids: Uint16Array
  /** The light on the ridges of the paint at each pixel: 128 is none, less is shade. */
  relief: Uint8Array
  /** Where each stroke's middle is, pixels, and a share of its own in [0, 1). */
  x: Uint16Array
  y: Uint16Array
  luck: Float32Array
}

export interface StrokesOrder {
  width: number
  height: number
  random: Random
  /** Pixels. */
  length: number
  breadth: number
  /** The direction of the brush at a place, radians. */
  angleAt(x: number, y: number): number
}

/** `ids` are 16 bits wide. */
const mostStrokes = 65_000
/** Of the stroke's breadth and length, from one to the next: less than 1, so that they cover each other. */
const [spacingAcross, spacingAlong] = [0.62, 0.42]

export function layStrokes(order: StrokesOrder): Strokes {
  const { width, height, random } = order
  const wanted = (width * height) / (order.breadth * spacingAcross * order.length * spacingAlong)
  const spacing = Math.sqrt((width * height) / Math.min(wanted, mostStrokes * 0.9))
  const columns = Math.ceil(width / spacing)
  const rows = Math.ceil(height / spacing)
  const count = columns * rows
  const strokes: Strokes = {
    ids: new Uint16Array(width * height),
    relief: new Uint8Array(width * height).fill(128),
    x: new Uint16Array(count),
    y: new Uint16Array(count),
    luck: new Float32Array(count),
  }
  const course = { ...order, angleAt: chartCourse(order) }
  for (const [id, cell] of shuffled(count, random).entries()) {
    const x = ((cell % columns) + random()) * spacing
    const y = (Math.floor(cell / columns) + random()) * spacing
    strokes.x[id] = Math.min(width - 1, x)
    strokes.y[id] = Math.min(height - 1, y)
    strokes.luck[id] = random()
    layStroke(strokes, id, x, y, course)
  }
  return strokes
}

function shuffled(count: number, random: Random): Uint32Array {
  const cells = Uint32Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = cells[last]!
    cells[last] = cells[other]!
    cells[other] = kept
  }
  return cells
}

/** Pixels between two places at which the brush's direction is known. */
const courseStep = 8

/** The brush's direction everywhere, looked up rather than worked out anew for every bristle. */
function chartCourse({ width, height, angleAt }: StrokesOrder): (x: number, y: number) => number {
  const columns = Math.ceil(width / courseStep) + 1
  const rows = Math.ceil(height / courseStep) + 1
  const angles = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      angles[row * columns + column] = angleAt(column * courseStep, row * courseStep)
    }
  }
  return (x, y) => {
    const column = Math.min(columns - 1, Math.max(0, Math.round(x / courseStep)))
    const row = Math.min(rows - 1, Math.max(0, Math.round(y / courseStep)))
    return angles[row * columns + column]!
  }
}

/** Pulls one stroke along the brush's course, half of it before its middle and half behind. */
function layStroke(strokes: Strokes, id: number, x: number, y: number, order: StrokesOrder): void {
  const { random, length, breadth, angleAt } = order
  const bristles = Float32Array.from({ length: 8 }, () => random() - 0.5)
  const long = length * (0.75 + random() * 0.5)
  for (const way of [1, -1]) {
    let [atX, atY] = [x, y]
    for (let gone = 0; gone <= long / 2; gone++) {
      const angle = angleAt(atX, atY)
      const [right, down] = [Math.cos(angle), Math.sin(angle)]
      const along = gone / (long / 2)
      const half = (breadth / 2) * Math.sqrt(Math.max(0.08, 1 - along ** 4))
      // Light from the upper left: the side of the ridge that faces it is bright, the other one dark.
      const facing = (down * 0.6 - right * 0.8) * 74
      const end = along ** 9 * way * (right * 0.6 + down * 0.8) * -26
      for (let across = -half; across <= half; across += 0.7) {
        const markX = (atX - down * across + 0.5) | 0
        const markY = (atY + right * across + 0.5) | 0
        if (markX < 0 || markY < 0 || markX >= order.width || markY >= order.height) continue
        const share = across / half
        const light =
          128 + share * share * share * share * share * facing + end + bristles[((share + 1) * 3.99) | 0]! * 44
        const at = markY * order.width + markX
        strokes.ids[at] = id
        strokes.relief[at] = light < 0 ? 0 : light > 255 ? 255 : light
      }
      atX += right * way
      atY += down * way
    }
  }
}
