/** The frames of a whole film: its shots one after the other, joined by short cross-fades. */
import { createCanvas } from '@napi-rs/canvas'
import type { PlayedClip } from '../cast/clip/play-clip.ts'
import { forkSeed, seededRandom } from '../random.ts'
import type { Shot, ShotPlan } from '../script/shot-plan.ts'
import { prepareStyle } from '../style/index.ts'
import { type PreparedShot, prepareShot } from './draw-shot.ts'
import { transitionInto } from './transitions.ts'

export interface FilmDrawer {
  /**
   * The frame at `seconds` from the film's start, as RGBA bytes that are valid until the next is asked for. Frames must
   * be asked for in order.
   */
  draw(seconds: number): Promise<Buffer>
}

export interface DrawOrder {
  plan: ShotPlan
  width: number
  height: number
  seed: number
  images: readonly string[]
  /** Plays the lead of every shot. */
  character: PlayedClip | undefined
}

/** Prepares each shot when it is first seen and lets it go when it is past, so that long films stay small. */
export async function drawFilm({ plan, width, height, seed, images, character }: DrawOrder): Promise<FilmDrawer> {
  const style = plan.style
    ? prepareStyle(plan.style, { width, height, random: seededRandom(forkSeed(seed, 'style')) })
    : undefined
  const size = { width: style?.drawnWidth ?? width, height: style?.drawnHeight ?? height }
  const prepared = new Map<Shot, PreparedShot>()
  const canvas = createCanvas(size.width, size.height)
  const target = canvas.getContext('2d')
  const veil = createCanvas(size.width, size.height)
  const ready = async (shot: Shot, index: number): Promise<PreparedShot> => {
    const known = prepared.get(shot)
    if (known) return known
    const origin = shot.continues?.shot ?? index
    const shotSeed = forkSeed(seed, `shot ${origin}`)
    // Paths and moves are those of the shot that it goes on with.
    const timed = { ...shot, seconds: plan.shots[origin]?.seconds ?? shot.seconds }
    const made = await prepareShot({
      shot: timed,
      ...size,
      seed: shotSeed,
      tempo: plan.tempo,
      style: plan.style,
      images,
      character,
    })
    prepared.set(shot, made)
    const before = plan.shots[index - 1]
    if (shot.continues && before) {
      const leadX = (await ready(before, index - 1)).leadX(shot.continues.seconds)
      if (leadX !== undefined) made.startFrom(leadX, shot.continues.seconds)
    }
    collectPictures()
    return made
  }
  const drawShots = async (seconds: number): Promise<void> => {
    const index = Math.max(
      0,
      plan.shots.findLastIndex(({ startSeconds }) => startSeconds <= seconds + 1e-6),
    )
    const shot = plan.shots[index]
    if (!shot) throw new Error('The plan has no shot.')
    const inShot = seconds - shot.startSeconds
    ;(await ready(shot, index)).draw(target, seenBefore(shot) + inShot)
    const before = plan.shots[index - 1]
    if (!before) return
    const transition = transitionInto(shot, before)
    if (inShot >= transition.seconds) {
      if (prepared.delete(before)) collectPictures()
      return
    }
    ;(await ready(before, index - 1)).draw(veil.getContext('2d'), seenBefore(before) + before.seconds + inShot)
    transition.draw(target, veil, inShot / transition.seconds)
  }
  return {
    async draw(seconds) {
      await drawShots(seconds)
      const drawn = canvas.data()
      return style?.paint(drawn, seconds) ?? drawn
    },
  }
}

/** The seconds of its set that were seen in the shots it goes on with. */
const seenBefore = ({ continues }: Shot): number => continues?.seconds ?? 0

/** Pictures weigh megabytes that the heap knows nothing of: it would keep the ones let go for the whole film. */
function collectPictures(): void {
  globalThis.gc?.()
}
