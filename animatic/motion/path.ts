/** Where a subject goes over a shot: its foot on the frame's plane, and the side it faces. */

export interface Place2d {
  /** Pixels. */
  x: number
  y: number
  /** -1 looks left, 1 right; in between while it turns round. */
  facing: number
}

export type Path = (seconds: number) => Place2d

/** Stays about where it is. */
export function stay(x: number, y: number, facing: number): Path {
  return () => ({ x, y, facing })
}

/** Keeps its place before a camera that follows it: eases forward a little and drifts. */
export function followed(x: number, y: number, facing: number, width: number, seconds: number): Path {
  return (at) => ({
    x: x + facing * width * (0.07 * ease(at / seconds) - 0.035) + width * 0.012 * Math.sin(at * 0.9),
    y,
    facing,
  })
}

/** Crosses the frame before a camera that stands still, turns round near the edge and comes back. */
export function patrol(
  y: number,
  facing: number,
  left: number,
  right: number,
  pixelsPerSecond: number,
  startShare: number,
): Path {
  const span = Math.max(1, right - left)
  const cycle = (2 * span) / pixelsPerSecond
  const begin = facing > 0 ? startShare : 2 - startShare
  const place = (at: number) => {
    const part = ((((at / cycle) * 2 + begin) % 2) + 2) % 2
    return part < 1 ? part : 2 - part
  }
  return (at) => {
    const part = ((((at / cycle) * 2 + begin) % 2) + 2) % 2
    const forward = part < 1 ? 1 : -1
    // Within a fifth of a second of the turn, the drawing swings round instead of flipping.
    const untilTurn = (Math.min(part % 1, 1 - (part % 1)) * span) / pixelsPerSecond
    const swing = Math.max(0.1, Math.min(1, untilTurn / 0.2))
    const share = place(at)
    return { x: left + span * (0.06 * (share - smooth(share)) + smooth(share)), y, facing: forward * swing }
  }
}

/** Goes once from one side of its room to the other over the shot, and never turns. */
export function crossing(y: number, facing: number, left: number, right: number, seconds: number): Path {
  return (at) => {
    const share = Math.min(1, Math.max(0, at / seconds))
    return { x: facing > 0 ? left + (right - left) * share : right - (right - left) * share, y, facing }
  }
}

/** Goes to and fro about a path's place, `reach` pixels to either side. */
export function pacing(path: Path, reach: number): Path {
  const own = patrol(0, 1, -reach, reach, reach * 1.2, 0.5)
  return (seconds) => {
    const [place, step] = [path(seconds), own(seconds)]
    return { ...place, x: place.x + step.x, facing: step.facing }
  }
}

/** Goes along above another, `right` pixels beside it and with the foot at `y`. */
export function hovering(path: Path, right: number, y: number): Path {
  return (seconds) => {
    const { x, facing } = path(seconds)
    return { x: x + right, y, facing }
  }
}

/** Slows down before the ends. */
function smooth(share: number): number {
  return share + (share * share * (3 - 2 * share) - share) * 0.55
}

function ease(share: number): number {
  const part = Math.min(1, Math.max(0, share))
  return part * part * (3 - 2 * part)
}
