/** Where a mostly empty picture has something on it, so that only that is drawn: empty pixels cost as much as others. */
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'

/** Pixels of the picture; `right` and `bottom` are the first that do not belong to it. */
export interface FilledPart {
  left: number
  right: number
  top: number
  bottom: number
}

/** Pixels of width within which the upper and the lower edge of what is painted are looked for. */
const columnWidth = 32
/** To begin a row of a part takes as long as so many of its pixels: narrow parts do not pay. */
const pixelsOfARow = 400

/**
 * Upright parts from left to right that hold everything painted, and that which lies up to `reach` pixels beside them:
 * how far what is painted may be shown from its place.
 */
export function filledParts(canvas: Canvas, reach: number): FilledPart[] {
  const { width, height } = canvas
  const bytes = canvas.data()
  const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height)
  const isEmpty = (y: number, from: number, to: number): boolean => {
    for (let at = y * width + from; at < y * width + to; at++) if (pixels[at] !== 0) return false
    return true
  }
  const columns: FilledPart[] = []
  for (let left = 0; left < width; left += columnWidth) {
    const right = Math.min(width, left + columnWidth)
    const [from, to] = [Math.max(0, left - reach), Math.min(width, right + reach)]
    let [top, bottom] = [0, height]
    while (top < bottom && isEmpty(top, from, to)) top++
    while (bottom > top && isEmpty(bottom - 1, from, to)) bottom--
    if (bottom > top) columns.push({ left, right, top, bottom })
  }
  return joinParts(columns)
}

/** Joins neighbours as long as fewer parts are drawn in less time; the pair that saves most comes first. */
function joinParts(columns: readonly FilledPart[]): FilledPart[] {
  const parts = [...columns]
  for (;;) {
    let [best, most] = [-1, 0]
    for (let index = 0; index + 1 < parts.length; index++) {
      const [one, other] = [parts[index], parts[index + 1]]
      if (!one || !other) continue
      const saved = costOf(one) + costOf(other) - costOf(joined(one, other))
      if (saved > most) [best, most] = [index, saved]
    }
    const [one, other] = [parts[best], parts[best + 1]]
    if (!one || !other) return parts
    parts.splice(best, 2, joined(one, other))
  }
}

const costOf = ({ left, right, top, bottom }: FilledPart): number => (right - left + pixelsOfARow) * (bottom - top)

const joined = (one: FilledPart, other: FilledPart): FilledPart => ({
  left: one.left,
  right: other.right,
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
})

export interface PartsPlace {
  /** Where the picture's upper left corner comes to lie, in pixels of the target. */
  left: number
  top: number
  scale: number
  /** Pixels to the left for each pixel up from the picture's lower edge. */
  lean: number
  isSmooth: boolean
}

/** Draws the picture as a whole would look, but only where its parts are. */
export function drawParts(
  target: SKRSContext2D,
  picture: Canvas,
  parts: readonly FilledPart[],
  { left, top, scale, lean, isSmooth }: PartsPlace,
): void {
  const { width, height } = target.canvas
  const swing = Math.ceil(Math.abs(lean) * picture.height * scale) + 1
  for (const part of parts) {
    // Whole pixels: what two parts share falls to one of them, and a clip of whole pixels is no work.
    const from = Math.max(0, Math.round(left + part.left * scale) - (part.left === 0 ? swing : 0))
    const to = Math.min(width, Math.round(left + part.right * scale) + (part.right === picture.width ? swing : 0))
    const upper = Math.max(0, Math.floor(top + part.top * scale) - 1)
    const lower = Math.min(height, Math.ceil(top + part.bottom * scale) + 1)
    if (to <= from || lower <= upper) continue
    target.save()
    target.beginPath()
    target.rect(from, upper, to - from, lower - upper)
    target.clip()
    target.imageSmoothingEnabled = isSmooth
    target.imageSmoothingQuality = 'low'
    target.setTransform(scale, 0, lean * scale, scale, left - lean * scale * picture.height, top)
    target.drawImage(picture, 0, 0)
    target.restore()
  }
}
