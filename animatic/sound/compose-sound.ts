/** Composes the sound of a film from its plan. */
import { forkSeed, seededRandom } from '../random.ts'
import type { Shot, ShotPlan } from '../script/shot-plan.ts'
import { ambience, ambienceKey } from './ambience.ts'
import { foley } from './foley.ts'
import { master } from './master.ts'
import { score } from './score.ts'
import { mixInto, samplesIn, silence } from './track.ts'

/** Half the cross-fade of two places at a cut. */
const crossSeconds = 0.25
const levels = { ambience: 1, foley: 1, score: 0.7 }

/**
 * Left and right channel at 48 kHz, exactly `Math.round(seconds * 48000)` samples each, at about -16 LUFS, within
 * -1 to 1, from silence and to silence. The same plan, seconds and seed give the same samples.
 */
export function composeSound(plan: ShotPlan, seconds: number, seed: number): [Float32Array, Float32Array] {
  const track = silence(samplesIn(seconds))
  const stream = (label: string) => seededRandom(forkSeed(seed, label))
  const cross = samplesIn(crossSeconds)
  for (const [index, span] of ambienceSpans(plan.shots).entries()) {
    const start = samplesIn(span.startSeconds) - cross
    const sound = ambience(span.shot, samplesIn(span.seconds) + 2 * cross, stream(`ambience ${index}`))
    mixInto(track, sound, { at: start, gain: levels.ambience, fadeIn: 2 * cross, fadeOut: 2 * cross })
  }
  for (const [index, shot] of plan.shots.entries()) {
    const sound = foley(shot, plan.tempo, samplesIn(shot.seconds), stream(`foley ${index}`))
    const placement = { at: samplesIn(shot.startSeconds), fadeIn: cross / 4, fadeOut: cross / 2 }
    mixInto(track, sound, { ...placement, gain: levels.foley })
  }
  const music = score(track.left.length, stream('score'), plan.mood, plan.tempo)
  mixInto(track, music, { at: 0, gain: levels.score })
  master(track)
  return [track.left, track.right]
}

interface Span {
  shot: Shot
  startSeconds: number
  seconds: number
}

/** Shots that follow each other at the same place, in the same air, share one span. */
function ambienceSpans(shots: readonly Shot[]): Span[] {
  const spans: Span[] = []
  for (const shot of shots) {
    const last = spans.at(-1)
    if (last !== undefined && ambienceKey(last.shot) === ambienceKey(shot)) last.seconds += shot.seconds
    else spans.push({ shot, startSeconds: shot.startSeconds, seconds: shot.seconds })
  }
  return spans
}
