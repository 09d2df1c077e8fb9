/** Layers of an interior: whole walls, single pieces of furniture and things that move, each at its depth. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { projectionAt, type View } from '../../camera/view.ts'
import type { Layer } from '../place.ts'
import type { Pencil } from './shapes.ts'
import { type Room, rowAt } from './space.ts'

/** Draws in metres: x from the frame's middle to the right, y from the floor up. */
export type Paint = (pencil: Pencil) => void

export interface Piece {
  /** Metres: the middle, the lower edge, a little below the floor unless told, for shadows and near feet,, and the size. */
  x: number
  y?: number
  width: number
  height: number
  paint: Paint
  /** Blurs what is closer than the eye rests on, in metres. */
  blur?: number
}

interface Picture {
  canvas: Canvas
  left: number
  top: number
}

/** A wall that repeats after `period` metres: `paint` fills from -period / 2 to period / 2. */
export function mural(
  room: Room,
  order: { depth: number; period: number; high: number; low?: number; paint: Paint },
): Layer {
  const { depth, period, high, low = 0, paint } = order
  const picture = paintPiece(room, depth, { x: 0, y: low, width: period, height: high - low, paint }, 2)
  return tiled([picture], depth, Math.round(period * room.metre * depth))
}

/** Things of one depth, each on a picture no larger than it is; they come round again after `period` metres. */
export function pieces(room: Room, depth: number, period: number, things: readonly Piece[]): Layer {
  const pictures = things.map((thing) => paintPiece(room, depth, thing, 0))
  return tiled(pictures, depth, Math.round(period * room.metre * depth))
}

function paintPiece(
  room: Room,
  depth: number,
  { x, y = -0.15, width, height, paint, blur }: Piece,
  overlap: number,
): Picture {
  const scale = room.metre * depth
  const canvas = createCanvas(Math.round(width * scale) + overlap, Math.ceil(height * scale))
  const brush = canvas.getContext('2d')
  // Whole pixels, so that an upright picture is copied, not resampled, when the camera rests.
  const left = Math.round(room.order.width / 2 + (x - width / 2) * scale)
  const top = Math.round(rowAt(room, depth, y + height))
  if (blur) brush.filter = `blur(${(blur * scale).toFixed(1)}px)`
  brush.setTransform(scale, 0, 0, -scale, room.order.width / 2 - left, rowAt(room, depth) - top)
  paint({ room, brush })
  return { canvas, left, top }
}

function tiled(pictures: readonly Picture[], depth: number, period: number): Layer {
  return {
    draw(target, view) {
      const { scale, left, top } = projectionAt(view, depth)
      target.imageSmoothingQuality = 'low'
      for (const picture of pictures) {
        for (const shift of copies(view, target.canvas.width, depth, period, picture.left, picture.canvas.width)) {
          target.setTransform(scale, 0, 0, scale, left, top)
          target.drawImage(picture.canvas, picture.left + shift, picture.top)
        }
      }
      target.resetTransform()
    },
  }
}

/** How far the copies of a thing that the view shows are shifted, in pixels. */
function copies(view: View, frame: number, depth: number, period: number, start: number, wide: number): number[] {
  const { scale, left } = projectionAt(view, depth)
  const scrolled = view.scroll * depth
  const from = -left / scale + scrolled - start - wide
  const to = (frame - left) / scale + scrolled - start
  const shifts: number[] = []
  for (let tile = Math.ceil(from / period); tile * period < to; tile++) shifts.push(tile * period - scrolled)
  return shifts
}

/** Something that moves at x metres, drawn anew in each frame, in metres from the floor below the frame's middle. */
export function moving(
  room: Room,
  order: { depth: number; period: number; x: number; reach: number },
  draw: (pencil: Pencil, seconds: number) => void,
): Layer {
  const { depth, period, x, reach } = order
  const metre = room.metre * depth
  const start = room.order.width / 2 + (x - reach) * metre
  return {
    draw(target, view, seconds) {
      const { scale, left, top } = projectionAt(view, depth)
      for (const shift of copies(
        view,
        target.canvas.width,
        depth,
        Math.round(period * metre),
        start,
        reach * 2 * metre,
      )) {
        const across = (room.order.width / 2 + shift) * scale + left
        target.save()
        target.setTransform(metre * scale, 0, 0, -metre * scale, across, rowAt(room, depth) * scale + top)
        draw({ room, brush: target }, seconds)
        target.restore()
      }
      target.resetTransform()
    },
  }
}

/** Where a rectangle of the wall, in metres, shows in the frame; one for each copy in sight. */
export function seenRects(
  room: Room,
  {
    depth,
    period,
    x,
    y,
    width,
    height,
  }: { depth: number; period: number; x: number; y: number; width: number; height: number },
  view: View,
): { x: number; y: number; width: number; height: number }[] {
  const { scale, left, top } = projectionAt(view, depth)
  const metre = room.metre * depth
  const start = room.order.width / 2 + (x - width / 2) * metre
  return copies(view, room.order.width, depth, Math.round(period * metre), start, width * metre).map((shift) => ({
    x: (start + shift) * scale + left,
    y: rowAt(room, depth, y + height) * scale + top,
    width: width * metre * scale,
    height: height * metre * scale,
  }))
}
