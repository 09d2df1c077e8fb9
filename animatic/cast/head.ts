/** Where a drawing's head is, for what is worn on it. */
import type { Canvas } from '@napi-rs/canvas'
import { hasRoundHead, hasWholeBody } from './body.ts'

export interface Head {
  /** Shares of the wearer's width and height, from the middle of its foot; `right` is towards the way it is drawn. */
  right: number
  top: number
  eyes: number
  /** Share of the wearer's width. */
  width: number
}

/** `facing` is 1 for a drawing that looks right. */
export function headOf(drawing: string, picture: Canvas, facing: 1 | -1): Head {
  const { width, height } = picture
  if (hasRoundHead(drawing)) return { right: 0, top: 0.95, eyes: 0.71, width: 0.78 }
  if (width > height * 0.85 && !hasWholeBody(drawing)) return sideHead(picture, facing)
  const rows = spanOf(picture, 0, width, 0.03, 0.14)
  const right = ((rows.left + rows.right) / 2 / width - 0.5) * facing
  return { right, top: 0.985, eyes: 0.915, width: Math.min(0.6, (rows.right - rows.left) / width) }
}

/** Of one that stands on four legs, the head is the top of what is at its fore end. */
function sideHead(picture: Canvas, facing: 1 | -1): Head {
  const { width, height } = picture
  const fore = Math.round(width * 0.4)
  const from = facing === 1 ? width - fore : 0
  const whole = spanOf(picture, from, fore, 0, 1)
  const rows = spanOf(picture, from, fore, whole.top / height, whole.top / height + 0.2)
  const right = ((rows.left + rows.right) / 2 / width - 0.5) * facing
  return {
    right,
    top: 1 - whole.top / height - 0.06,
    eyes: 1 - whole.top / height - 0.2,
    width: Math.min(0.4, Math.max(0.2, (rows.right - rows.left) / width)),
  }
}

/** The pixels that are painted in some columns and rows; the rows are shares of the height. */
function spanOf(picture: Canvas, from: number, across: number, upper: number, lower: number) {
  const { height } = picture
  const start = Math.floor(upper * height)
  const rows = Math.max(1, Math.min(height - start, Math.ceil((lower - upper) * height)))
  const { data } = picture.getContext('2d').getImageData(from, start, across, rows)
  const span = { left: across, right: 0, top: rows }
  for (let at = 0; at < across * rows; at++) {
    if ((data[at * 4 + 3] ?? 0) < 128) continue
    span.left = Math.min(span.left, at % across)
    span.right = Math.max(span.right, at % across)
    span.top = Math.min(span.top, Math.floor(at / across))
  }
  return { left: from + span.left, right: from + span.right, top: start + span.top }
}
