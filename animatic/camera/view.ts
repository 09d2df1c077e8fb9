/** Where the camera stands at one moment, and how a layer at some distance shows through it. */

export interface View {
  /** Pixels the camera has moved right and down, measured at the subject's distance. */
  x: number
  y: number
  /** Pixels the world has passed by under a subject that the camera follows; adds to `x` for all but the subject. */
  scroll: number
  /** Pixels a second by which `scroll` grows. */
  scrollSpeed: number
  /** 1 shows the whole frame; never less, so no edge shows. */
  zoom: number
  /** 1 enlarges far and near alike, as a lens does; 0 lets the far stay, as walking closer does. */
  lens: number
  /** The point that stays in place when zooming, in pixels. */
  focusX: number
  focusY: number
  /** Pixels by which the camera looks further down than at rest: turned, not moved, it shifts near and far alike. */
  lookDown?: number
  /** How blurred what is near (the subjects and before them) and what is far shows: 0 sharp, 1 as soft as it gets. */
  blur?: { near: number; far: number }
}

/** How a layer at `depth` is placed: 0 is the sky, 1 the subject's distance, above 1 the foreground. */
export function projectionAt(view: View, depth: number): { scale: number; left: number; top: number } {
  const scale = 1 + (view.zoom - 1) * (view.lens + (1 - view.lens) * (0.25 + 0.75 * depth))
  return {
    scale,
    left: view.focusX - view.focusX * scale - view.x * depth * scale,
    top: view.focusY - view.focusY * scale - (view.y * depth + (view.lookDown ?? 0)) * scale,
  }
}

/** Where a point at the subject's distance is seen, in pixels of the frame. */
export function seenAt(view: View, x: number, y: number): { x: number; y: number; scale: number } {
  const { scale, left, top } = projectionAt(view, 1)
  return { x: x * scale + left, y: y * scale + top, scale }
}
