/** What a video model takes: frames and sizes come in steps. The media room brings the film to the size asked for. */

export interface FilmRules {
  fps: number
  /** A film has a multiple of this many frames, and one more: 4 for Wan and Hunyuan, 8 for LTX. */
  frameStep: number
  /** Width and height are multiples of this. */
  multipleOf: number
  /** Larger films are made smaller, in the same shape, and enlarged afterwards. */
  maxPixels: number
}

/** The fewest frames that the model can make, at least one step of them, and no fewer than the film has. */
export function framesFor(seconds: number, { fps, frameStep }: Pick<FilmRules, 'fps' | 'frameStep'>): number {
  return Math.max(1, Math.ceil((Math.round(seconds * fps) - 1) / frameStep)) * frameStep + 1
}

/** The size nearest to the one wanted that the model can make: no more pixels than it bears, sides in its steps. */
export function sizeFor(
  width: number,
  height: number,
  { maxPixels, multipleOf }: Pick<FilmRules, 'maxPixels' | 'multipleOf'>,
): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt(maxPixels / (width * height)))
  const step = (side: number, round: (value: number) => number) =>
    Math.max(multipleOf, round((side * scale) / multipleOf) * multipleOf)
  const nearest = { width: step(width, Math.round), height: step(height, Math.round) }
  if (nearest.width * nearest.height <= maxPixels) return nearest
  return { width: step(width, Math.floor), height: step(height, Math.floor) }
}
