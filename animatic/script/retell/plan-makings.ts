/** The plan of a film that was made in steps: told anew, then changed or gone on with, each step by a prompt. */
import { planTellings, readPrompt } from '../read-prompt.ts'
import type { Shot, ShotPlan } from '../shot-plan.ts'
import { type Beat, cutBeats, divideSeconds, mostShots } from '../shots.ts'
import { fitShots, inherit, readTellings, type Telling, tell } from '../tellings.ts'
import { tokenize } from '../tokens.ts'
import { changeTelling } from './change.ts'

/** One step in which a film came to be. */
export interface Making {
  kind: 'new' | 'remix' | 'edit' | 'extension'
  prompt: string
  /** Of the film after this step. */
  seconds: number
}

interface Told {
  tellings: Telling[]
  plan: ShotPlan
}

/**
 * The plan after the last step. The first is `new`; a film of one step has the plan of its prompt. What a remix or an edit
 * does not name stays as it was; an extension leaves the film before it as it is, frame for frame.
 */
export function planMakings(makings: readonly Making[]): ShotPlan {
  const [first, ...later] = makings
  if (!first) throw new RangeError('A film is made in at least one step.')
  if (later.length === 0) return readPrompt(first.prompt, first.seconds)
  let told = tellNew(first)
  for (const making of later) told = making.kind === 'extension' ? extend(told, making) : change(told, making)
  return told.plan
}

function tellNew({ prompt, seconds }: Making): Told {
  const tellings = readTellings(prompt, seconds)
  const beats = tellings.map(({ beat }) => beat)
  return pinned(tellings, planTellings(prompt, tellings, divideSeconds(beats, seconds)))
}

/** What was chosen counts as told from here on. */
function pinned(tellings: Telling[], plan: ShotPlan): Told {
  for (const [index, telling] of tellings.entries()) {
    const shot = plan.shots[index]!
    const { timeOfDay, weather, season, camera, place } = shot
    const tempo = index === 0 ? plan.tempo : 1
    telling.scene.place = place
    telling.air = { ...telling.air, timeOfDay, weather, season, camera, mood: plan.mood, tempo, cameraLast: false }
    if (plan.style !== undefined) telling.air.style = plan.style
  }
  return { tellings, plan }
}

function change({ tellings, plan }: Told, { kind, prompt }: Making): Told {
  const changed = structuredClone(tellings)
  const tokens = tokenize(prompt)
  for (const telling of changed) changeTelling(telling, tokens, { keepsMotion: kind === 'edit', adds: false })
  // The tempo is the product of all.
  for (const { air } of changed.slice(1)) air.tempo = 1
  const next = planTellings(prompt, changed, plan.shots)
  const shots = next.shots.map((shot, index) => ({ ...shot, ...continuing(plan.shots[index]) }))
  return pinned(changed, { ...next, shots })
}

const continuing = (shot: Shot | undefined): Pick<Shot, 'continues'> =>
  shot?.continues ? { continues: shot.continues } : {}

/** The first of the new shots goes on with the last of the film, unless it is somewhere else. */
function extend({ tellings, plan }: Told, { prompt, seconds }: Making): Told {
  const last = plan.shots.at(-1)!
  const start = last.startSeconds + last.seconds
  const beats = cutBeats(tokenize(prompt))
  const [opening = { tokens: [] }, ...rest] = beats
  const first = openExtension(tellings.at(-1)!, opening)
  const further = fitShots(rest.map(tell), Math.max(1, mostShots(seconds - start) - 1)).filter(() => rest.length > 0)
  const added = [first]
  for (const telling of further) added.push(inherit(telling, added.at(-1)!))
  for (const [index, { air, beat }] of added.entries()) {
    Object.assign(air, { tempo: 1, style: plan.style, mood: plan.mood })
    if (!beat.isCut) air.camera ??= added[index - 1]?.air.camera
  }
  const times = divideSeconds(
    added.map(({ beat }) => beat),
    seconds - start,
  ).map((time) => ({ ...time, startSeconds: start + time.startSeconds }))
  const all = [...tellings, ...added]
  const next = planTellings(prompt, all, [...plan.shots, ...times])
  // The film before it stays as it is, whatever the whole reads like now.
  const shots = next.shots.map((shot, index) => plan.shots[index] ?? shot)
  for (let index = plan.shots.length; index < shots.length; index++) {
    const [shot, before] = [shots[index]!, shots[index - 1]!]
    if (shot.place !== before.place || all[index]?.beat.isCut) continue
    const origin = before.continues ?? { shot: index - 1, seconds: 0 }
    shot.continues = { shot: origin.shot, seconds: origin.seconds + before.seconds }
  }
  return pinned(all, { ...next, style: plan.style, mood: plan.mood, tempo: plan.tempo, shots })
}

/** The last telling, changed by the words; after a cut, what the words tell by themselves. */
function openExtension(last: Telling, opening: Beat): Telling {
  if (opening.isCut) return inherit(tell(opening), last)
  const first: Telling = { ...structuredClone(last), beat: opening }
  changeTelling(first, opening.tokens, { keepsMotion: false, adds: true })
  return first
}
