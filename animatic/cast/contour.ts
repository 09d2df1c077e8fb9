/** A dark edge round a drawing, as painters set a figure off from a ground of its own colour. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Style } from '../script/shot-plan.ts'

/** Styles whose strokes run over the edge between a figure and its ground. */
const needy = new Set<Style | undefined>(['oil-painting', 'pencil-sketch', 'van-gogh'])
/** Share of the picture's longer side. */
const thickness = 0.018
const ink = 'rgba(38, 20, 34, 0.72)'

export function needsContour(style: Style | undefined): boolean {
  return needy.has(style)
}

/** Darkens the picture along the inside of its edge, in place. */
export function drawContour(picture: Canvas): void {
  const { width, height } = picture
  const thick = Math.max(2, Math.max(width, height) * thickness)
  const inner = createCanvas(width, height)
  const brush = inner.getContext('2d')
  brush.drawImage(picture, 0, 0)
  brush.globalCompositeOperation = 'destination-in'
  for (let turn = 0; turn < 8; turn++)
    brush.drawImage(picture, Math.cos((turn * Math.PI) / 4) * thick, Math.sin((turn * Math.PI) / 4) * thick)
  const edge = createCanvas(width, height)
  const pen = edge.getContext('2d')
  pen.fillStyle = ink
  pen.fillRect(0, 0, width, height)
  pen.globalCompositeOperation = 'destination-out'
  pen.drawImage(inner, 0, 0)
  const target = picture.getContext('2d')
  target.save()
  target.resetTransform()
  target.globalAlpha = 1
  target.globalCompositeOperation = 'source-atop'
  target.drawImage(edge, 0, 0)
  target.restore()
}
