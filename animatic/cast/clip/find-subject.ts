/** Finds one subject in a clip's frames and says whether it was found with confidence. */
import { type Component, componentsOf, fillHoles } from '../../pixels/components.ts'
import { boxBlur, type ColourPlanes, type Plane, spread } from '../../pixels/plane.ts'
import { findBackground, type Mask } from './background.ts'

export interface FoundSubject {
  /** The first of the frames that show the whole subject, and how many there are. */
  first: number
  /** For each of these frames: 0 to 1, how surely a pixel is the subject's. */
  masks: Plane[]
  /** And the middle of the subject, in pixels. */
  middles: { x: number; y: number }[]
}

/** Shares of the picture that a subject may cover. */
const [leastShare, mostShare] = [0.008, 0.62]
/** The share of what differs from the background that must hang together with the subject. */
const wholeShare = 0.7
/** Holes up to this share of the picture are the subject's own colours that the background has too. */
const mostHole = 0.0015
/** The least share of the outline that must be an edge of the figure's own. */
const leastEdges = 0.75
/** Fewer frames than this are no clip, unless there are no more. */
const leastFrames = 8

/** Undefined when no way of looking finds one thing that stays itself from frame to frame. */
export function findSubject(frames: readonly ColourPlanes[]): FoundSubject | undefined {
  const background = findBackground(frames)
  const ways = background.isPlain ? [background.byColour, background.byTime] : [background.byTime, background.byColour]
  for (const way of ways) {
    const found = way && follow(frames, way())
    if (!found) continue
    const { byTime, lasting } = background
    if (way !== byTime || !lasting || edgeShare(frames, lasting, found) > leastEdges) return found
  }
  return undefined
}

/**
 * The share of the subject's outline where its frame has more of an edge than the lasting picture. Where the figure
 * itself got into that picture, what it uncovers looks like a subject too; but its outline is no edge in the frame.
 */
function edgeShare(frames: readonly ColourPlanes[], lasting: ColourPlanes, { first, masks }: FoundSubject): number {
  const { width, height } = lasting
  let [edges, outline] = [0, 0]
  for (let nth = 0; nth < masks.length; nth += 3) {
    const [mask, frame] = [masks[nth]!, frames[first + nth]!]
    for (let index = width * 2; index < width * (height - 2); index++) {
      if (mask[index]! < 0.5) continue
      for (const step of [1, -1, width, -width]) {
        if (mask[index + step]! >= 0.5) continue
        outline++
        const [inner, outer] = [index - step, index + step * 2]
        if (apart(frame, inner, outer) > apart(lasting, inner, outer)) edges++
      }
    }
  }
  return edges / Math.max(1, outline)
}

function apart({ light, redGreen, yellowBlue }: ColourPlanes, one: number, other: number): number {
  return (
    Math.abs(light[one]! - light[other]!) +
    Math.abs(redGreen[one]! - redGreen[other]!) +
    Math.abs(yellowBlue[one]! - yellowBlue[other]!)
  )
}

interface Look {
  mask: Mask
  part: Component
  isSure: boolean
}

function follow(frames: readonly ColourPlanes[], masks: readonly Mask[]): FoundSubject | undefined {
  const { width, height } = frames[0]!
  const looks = masks.map((mask) => look(mask, width, height))
  const sizes = looks.flatMap((seen) => (seen?.isSure ? [seen.part.pixels.length] : [])).sort((a, b) => a - b)
  const usual = sizes[sizes.length >> 1]
  if (usual === undefined) return undefined
  const isGood = looks.map((seen) => {
    const size = seen?.part.pixels.length ?? 0
    return seen?.isSure === true && size > usual * 0.55 && size < usual * 1.7
  })
  const run = longestRun(isGood)
  if (run.length < Math.min(leastFrames, frames.length) || run.length < frames.length * 0.4) return undefined
  const kept = looks.slice(run.first, run.first + run.length).map((seen) => seen!)
  if (!staysItself(frames.slice(run.first, run.first + run.length), kept)) return undefined
  const soft = kept.map(({ mask }) => boxBlur(Float32Array.from(mask), width, height, 1))
  return { first: run.first, masks: soft.map((_, nth) => steadied(soft, nth)), middles: kept.map(middleOf(width)) }
}

/** The largest part, closed and filled, and whether it looks like one whole thing. */
function look(raw: Mask, width: number, height: number): Look | undefined {
  // Specks go first, so that closing does not join them.
  const calm = boxBlur(Float32Array.from(raw), width, height, 1).map((value) => (value > 0.45 ? 1 : 0))
  const mask = Uint8Array.from(spread(spread(calm, width, height, 1), width, height, 1, true))
  fillHoles(mask, width, height, mask.length * mostHole)
  const parts = componentsOf(mask, width, height)
  const [part] = parts
  if (!part) return undefined
  const covered = parts.reduce((sum, { pixels }) => sum + pixels.length, 0)
  const share = part.pixels.length / mask.length
  const outline = part.right - part.left + part.bottom - part.top
  const only = new Uint8Array(mask.length)
  for (const index of part.pixels) only[index] = 1
  return {
    mask: only,
    part,
    isSure:
      share > leastShare &&
      share < mostShare &&
      part.pixels.length > covered * wholeShare &&
      part.atEdge < outline * 0.12,
  }
}

function longestRun(flags: readonly boolean[]): { first: number; length: number } {
  let best = { first: 0, length: 0 }
  let length = 0
  for (const [index, flag] of flags.entries()) {
    length = flag ? length + 1 : 0
    if (length > best.length) best = { first: index - length + 1, length }
  }
  return best
}

const bins = 5

/** A ghost that the background leaves behind has other colours from frame to frame; a subject keeps its own. */
function staysItself(frames: readonly ColourPlanes[], looks: readonly Look[]): boolean {
  const histograms = frames.map((frame, nth) => histogram(frame, looks[nth]!.part.pixels))
  const mean = histograms[0]!.map((_, bin) => histograms.reduce((sum, of) => sum + of[bin]!, 0) / histograms.length)
  const alike = histograms.map((of) => of.reduce((sum, value, bin) => sum + Math.min(value, mean[bin]!), 0))
  return alike.filter((value) => value > 0.6).length >= alike.length * 0.8
}

function histogram({ light, redGreen, yellowBlue }: ColourPlanes, pixels: readonly number[]): Float64Array {
  const counts = new Float64Array(bins ** 3)
  const binOf = (value: number) => Math.min(bins - 1, Math.max(0, Math.floor(value * bins)))
  for (const index of pixels) {
    const across = binOf(redGreen[index]! / 2 + 0.5) * bins + binOf(yellowBlue[index]! / 2 + 0.5)
    counts[binOf(light[index]!) * bins * bins + across]! += 1 / pixels.length
  }
  return counts
}

/** Each pixel's median of three frames: what flickers for one frame is gone, and nothing is smeared. */
function steadied(masks: readonly Plane[], nth: number): Plane {
  const [before, after] = [masks[nth - 1], masks[nth + 1]]
  const own = masks[nth]!
  if (!before || !after) return own
  return own.map((value, index) => {
    const [one, other] = [before[index]!, after[index]!]
    return Math.max(Math.min(one, other), Math.min(value, Math.max(one, other)))
  })
}

function middleOf(width: number): (look: Look) => { x: number; y: number } {
  return ({ part }) => {
    let [x, y] = [0, 0]
    for (const index of part.pixels) {
      x += (index % width) / part.pixels.length
      y += Math.floor(index / width) / part.pixels.length
    }
    return { x, y }
  }
}
