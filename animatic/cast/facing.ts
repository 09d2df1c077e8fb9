/** Which way a drawing looks. Nearly all of the set look left; these look right, or straight at the viewer. */

const facingRight = new Set([
  'airplane',
  'small-airplane',
  'airplane-departure',
  'rocket',
  'boomerang',
  'man-merpeople',
  'dashing-away',
])

/** 1 when the drawing looks right, -1 when it looks left. */
export function drawnFacing(drawing: string): 1 | -1 {
  return facingRight.has(drawing) || drawing.includes('facing-right') ? 1 : -1
}

/** Turns, in radians, that bring a drawing made at a slant level, when it looks the way it is drawn. */
const slants: Record<string, number> = { airplane: 0.6, 'small-airplane': 0.55, rocket: 0.55 }

export function levelTurn(drawing: string): number {
  return slants[drawing] ?? 0
}
