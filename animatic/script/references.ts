/** Gives a plan's shots the reference images: which is seen when, what of the prompt is drawn into it, and why. */
import { readAtmosphere } from './atmosphere.ts'
import type { CameraMove, Mood, Shot, ShotPlan, Subject, Transition } from './shot-plan.ts'
import { tokenize } from './tokens.ts'

/** What is known of an image before the film is drawn. */
export interface ReferenceFacts {
  /** Something in it stands out as its subject. */
  hasFigure: boolean
}

export interface ReferenceOrder {
  plan: ShotPlan
  images: readonly ReferenceFacts[]
  /** Seconds of the film. */
  seconds: number
  /** A clip plays the lead: it is put into the image, whatever that shows. */
  hasCharacter: boolean
}

/** Moves that show a still picture well, for prompts that name none. */
const cameras: readonly CameraMove[] = ['dolly-in', 'pan-right', 'dolly-out', 'orbit', 'zoom-in', 'pan-left']
const transitions: Record<Mood, Transition> = {
  calm: 'cross-fade',
  sad: 'cross-fade',
  romantic: 'cross-fade',
  mysterious: 'cross-fade',
  joyful: 'slide',
  playful: 'slide',
  epic: 'push',
  tense: 'push',
}
/** A prompt this quick is cut quickly. */
const quickTempo = 1.4

/**
 * Every shot of the film shows one of the images, in their order; shots are divided when there are more images. The
 * images' own light and the camera's usual moves hold where the prompt tells nothing else. `notes` says what was decided.
 */
export function withReferences({ plan, images, seconds, hasCharacter }: ReferenceOrder): ShotPlan {
  if (images.length === 0) return plan
  const told = readAtmosphere(tokenize(plan.prompt)).atmosphere
  const notes = new Set<string>()
  const shots = divide(plan.shots, images.length, seconds).map(({ shot, image }, index): Shot => {
    const facts = images[image] ?? { hasFigure: false }
    const { subjects, said } = placedSubjects(plan.prompt, shot.subjects, facts, hasCharacter)
    for (const note of said) notes.add(note)
    return {
      ...shot,
      subjects,
      camera: told.camera === undefined ? (cameras[index % cameras.length] ?? 'dolly-in') : shot.camera,
      reference: {
        image,
        keepsLight: told.timeOfDay === undefined,
        transition: plan.tempo >= quickTempo ? 'push' : transitions[plan.mood],
      },
    }
  })
  return withNotes({ ...plan, shots }, [...notes])
}

/** The plan with more sentences on what was decided. */
export function withNotes(plan: ShotPlan, notes: readonly string[]): ShotPlan {
  return notes.length === 0 ? plan : { ...plan, notes: [...(plan.notes ?? []), ...notes] }
}

/** The shots of the prompt when there are at least as many as images, else one for each image. */
function divide(shots: readonly Shot[], images: number, seconds: number): { shot: Shot; image: number }[] {
  if (shots.length >= images) {
    return shots.map((shot, index) => ({ shot, image: Math.floor((index * images) / shots.length) }))
  }
  const span = seconds / images
  return Array.from({ length: images }, (_, image) => {
    const middle = (image + 0.5) * span
    const shot = shots.findLast(({ startSeconds }) => startSeconds <= middle) ?? shots[0]!
    return { shot: { ...shot, startSeconds: image * span, seconds: span }, image }
  })
}

interface Placed {
  subjects: Subject[]
  said: string[]
}

/** Those that the image cannot be taken to show already; what rides on or is held by one of them comes along. */
function placedSubjects(
  prompt: string,
  subjects: readonly Subject[],
  facts: ReferenceFacts,
  hasCharacter: boolean,
): Placed {
  const said: string[] = []
  const lead = subjects.findIndex(({ kind }) => kind !== 'sky' && kind !== 'plant')
  const isPlaced = subjects.map((subject, index) => {
    if (hasCharacter && index === lead) return true
    const reason = reasonToLeaveOut(prompt, subject, index === lead, facts)
    said.push(
      reason === undefined
        ? `"${subject.words}" is drawn into the reference image.`
        : `"${subject.words}" is not drawn: ${reason}.`,
    )
    return reason === undefined
  })
  for (const [index, { relation }] of subjects.entries()) {
    if (relation === undefined || !(isPlaced[index] || isPlaced[relation.of])) continue
    if (['riding', 'holding', 'inside'].includes(relation.kind)) isPlaced[index] = isPlaced[relation.of] = true
  }
  const kept = subjects.map((_, index) => index).filter((index) => isPlaced[index])
  return {
    subjects: kept.map((index) => {
      const { relation, ...subject } = subjects[index]!
      const of = relation ? kept.indexOf(relation.of) : -1
      return relation && of >= 0 ? { ...subject, relation: { ...relation, of } } : subject
    }),
    said,
  }
}

const definite = new Set('the this that these those his her their its my our your'.split(' '))
const indefinite = new Set('a an some another one two three four five six seven eight nine ten several many'.split(' '))
const still = new Set(['stand', 'sit', 'sleep', 'shine'])

/** Why the image is taken to show the subject already; undefined for one that has to be drawn. */
function reasonToLeaveOut(
  prompt: string,
  { words, kind, action, count }: Subject,
  isLead: boolean,
  { hasFigure }: ReferenceFacts,
): string | undefined {
  const { before, after } = aroundWords(prompt, words)
  if (/^(?:\w+ ){0,3}(?:enters?|arriv|appears?|joins?|comes? in|walks? in)/.test(after)) return undefined
  const article = before.findLast((word) => definite.has(word) || indefinite.has(word))
  if (article !== undefined && definite.has(article)) {
    return `"${article} ${words}" speaks of what the reference image is taken to show`
  }
  if (kind === 'plant' || kind === 'sky' || still.has(action)) {
    return 'it does nothing that the reference image could not show as it is'
  }
  const passes = /^(?:\w+ ){0,4}(?:across|past|through|into|by|over)\b/.test(after)
  if (isLead && hasFigure && count === 1 && !passes) {
    return 'the reference image has a figure of its own, which is taken to be it'
  }
  return undefined
}

/** The three words before the first mention, and what follows it. */
function aroundWords(prompt: string, words: string): { before: string[]; after: string } {
  const text = prompt.toLowerCase().replace(/\s+/g, ' ')
  const at = text.indexOf(words)
  if (at < 0) return { before: [], after: '' }
  return {
    before: text
      .slice(0, at)
      .split(/[^\p{L}'-]+/u)
      .filter(Boolean)
      .slice(-3),
    after: text.slice(at + words.length).trimStart(),
  }
}
