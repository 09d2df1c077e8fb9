/** Makes frames that go round without a jump: from an end that looks like a beginning, or to and fro. */

export interface Loop {
  /** In the order they are shown, again and again. */
  frames: Uint8ClampedArray[]
  kind: 'round' | 'to-and-fro'
}

/** At least this share of the frames is used, so that a loop is not a twitch. */
const leastShare = 0.5
const leastFrames = 6
/** An end may differ from the beginning by this many times what two frames in a row differ by. */
const mostJump = 1.7
/** Frames that melt into those before the beginning. */
const blended = 3
/** Frames over which a turn slows down. */
const easedFrames = 3

/** Of RGBA frames of one size. */
export function makeLoop(frames: readonly Uint8ClampedArray[]): Loop {
  if (frames.length < 3) return { frames: [...frames], kind: 'to-and-fro' }
  const thumbs = frames.map(thumbOf)
  const steps = thumbs.slice(1).map((thumb, index) => distance(thumb, thumbs[index]!))
  const usual = Math.max(1e-6, steps.reduce((sum, step) => sum + step, 0) / steps.length)
  const best = bestRound(thumbs)
  if (best && best.jump < usual * mostJump) return { frames: round(frames, best.from, best.to), kind: 'round' }
  return { frames: toAndFro(frames), kind: 'to-and-fro' }
}

/** Samples of the frame, colours weighted by their opacity. */
function thumbOf(frame: Uint8ClampedArray): Float32Array {
  const count = Math.min(4000, frame.length / 4)
  const thumb = new Float32Array(count * 4)
  for (let sample = 0; sample < count; sample++) {
    const at = Math.floor((sample * (frame.length / 4)) / count) * 4
    const alpha = frame[at + 3]! / 255
    for (let channel = 0; channel < 3; channel++) thumb[sample * 4 + channel] = frame[at + channel]! * alpha
    thumb[sample * 4 + 3] = frame[at + 3]!
  }
  return thumb
}

function distance(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += Math.abs(one[index]! - other[index]!)
  return sum / one.length
}

/** The frames `from` to `to - 1` whose next frame would look most like the first, and move like it. */
function bestRound(thumbs: readonly Float32Array[]): { from: number; to: number; jump: number } | undefined {
  const least = Math.max(leastFrames, Math.ceil(thumbs.length * leastShare))
  let best: { from: number; to: number; jump: number; cost: number } | undefined
  for (let from = 0; from + least < thumbs.length; from++) {
    for (let to = from + least; to < thumbs.length; to++) {
      const jump = distance(thumbs[from]!, thumbs[to]!)
      const [before, after] = [thumbs[from + 1]!, thumbs[to - 1]!]
      // Going the same way: the frame after the first is not the one before the last.
      const turned = distance(before, after) < jump * 0.5 ? 1.5 : 1
      const cost = jump * turned * (1.2 - (0.2 * (to - from)) / thumbs.length)
      if (!best || cost < best.cost) best = { from, to, jump: jump * turned, cost }
    }
  }
  return best
}

/** The last frames melt into those that came before the first. */
function round(frames: readonly Uint8ClampedArray[], from: number, to: number): Uint8ClampedArray[] {
  const loop = frames.slice(from, to)
  const count = Math.min(blended, from, loop.length - 1)
  for (let back = 1; back <= count; back++) {
    const share = (count + 1 - back) / (count + 1)
    const at = loop.length - back
    loop[at] = melted(loop[at]!, frames[from - back]!, share)
  }
  return loop
}

function melted(one: Uint8ClampedArray, other: Uint8ClampedArray, share: number): Uint8ClampedArray {
  const mixed = new Uint8ClampedArray(one.length)
  for (let at = 0; at < one.length; at += 4) {
    const [here, there] = [one[at + 3]! * (1 - share), other[at + 3]! * share]
    const alpha = here + there
    if (alpha === 0) continue
    for (let channel = 0; channel < 3; channel++) {
      mixed[at + channel] = (one[at + channel]! * here + other[at + channel]! * there) / alpha
    }
    mixed[at + 3] = alpha
  }
  return mixed
}

/** Forward and back, each turn slowed down. */
function toAndFro(frames: readonly Uint8ClampedArray[]): Uint8ClampedArray[] {
  const last = frames.length - 1
  const soft = Math.min(easedFrames, last / 2)
  return Array.from({ length: last * 2 }, (_, index) => {
    const along = index <= last ? index : 2 * last - index
    const fromEnd = Math.min(along, last - along)
    const eased = fromEnd < soft ? (fromEnd * fromEnd) / (2 * soft) + soft / 2 : fromEnd
    return frames[Math.round(along <= last / 2 ? eased : last - eased)]!
  })
}
