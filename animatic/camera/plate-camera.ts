/** The camera before a still picture: the same moves, kept within what a picture has to show, and never at rest. */
import { type CameraOrder, cameraMove } from './moves.ts'
import type { View } from './view.ts'

/** The most that the camera goes aside, as a share of the frame's width. */
const mostAside = 0.085
/** A drift that is always there, as a share of the frame's smaller side: it is what tells near from far. */
const drift = 0.016
const samples = 40

export interface PlateCameraOrder extends CameraOrder {
  /** The picture stands framed in the frame, and is to be seen whole: the camera moves less. */
  isFramed: boolean
}

/** What is left of a move before a framed picture. */
const framedShare = 0.22

/** Like `cameraMove`; what would scroll past goes aside with the rest, for a picture has an end. */
export function plateCamera(order: PlateCameraOrder): (seconds: number) => View {
  const { width, height, seconds: length } = order
  const move = cameraMove(order)
  const aside = (view: View) => view.x + view.scroll * 0.35
  let most = 0
  for (let sample = 0; sample <= samples; sample++) {
    most = Math.max(most, Math.abs(aside(move((length * sample) / samples))))
  }
  const whole = order.isFramed ? framedShare : 1
  const keep = Math.min(1, (mostAside * width) / Math.max(1, most)) * whole
  const reach = drift * Math.min(width, height)
  return (seconds) => {
    const view = move(seconds)
    return {
      ...view,
      x: aside(view) * keep + reach * Math.sin(seconds * 0.55 - 0.9),
      y: view.y * keep + reach * 0.35 * Math.sin(seconds * 0.43 + 0.4),
      zoom: 1.01 + Math.max(0, view.zoom - 1.01) * whole,
      scroll: 0,
      scrollSpeed: 0,
    }
  }
}

/** The views that a shot of this camera passes through, with half a second before and after for the transitions. */
export function viewsOf(camera: (seconds: number) => View, seconds: number): View[] {
  const [from, to] = [0, seconds + 1]
  const count = Math.max(samples, Math.ceil((to - from) * 12))
  return Array.from({ length: count + 1 }, (_, index) => camera(from + ((to - from) * index) / count))
}
