/** A character's clip made ready to play: read, cut out and looped once, and shared by all painters. */
import { cutOut } from './cut-out.ts'
import { makeLoop } from './loop.ts'
import { type ClipOrder, readFrames } from './read-frames.ts'

/** Plain data and shared memory: threads hand it on without a copy. */
export interface PlayedClip {
  /** Else the frames show the whole picture, to be framed. */
  isCutOut: boolean
  /** Pixels. */
  width: number
  height: number
  /** RGBA bytes, not premultiplied, one picture behind the other. */
  pictures: SharedArrayBuffer
  /** Which picture is shown at each step of the loop. */
  order: readonly number[]
  stepsPerSecond: number
  facing: 1 | -1
}

/** Throws when the clip cannot be decoded or holds no frame between its start and its end. */
export async function playClip(order: ClipOrder): Promise<PlayedClip> {
  const clip = await readFrames(order)
  const cut = cutOut(clip)
  const { width, height, frames } = cut ?? clip
  const loop = makeLoop(frames)
  // To and fro shows most pictures twice; each is kept once.
  const distinct = [...new Set(loop.frames)]
  const pictures = new SharedArrayBuffer(distinct.length * width * height * 4)
  for (const [nth, frame] of distinct.entries()) new Uint8Array(pictures).set(frame, nth * frame.length)
  const places = new Map(distinct.map((frame, nth) => [frame, nth]))
  return {
    isCutOut: cut !== undefined,
    width,
    height,
    pictures,
    order: loop.frames.map((frame) => places.get(frame) ?? 0),
    stepsPerSecond: clip.framesPerSecond,
    facing: cut?.facing ?? 1,
  }
}
