/** What is known of a shot between two pieces of its words. */
import { placingWords, type RelationKind } from './lexicon/relations.ts'
import { type Actor, isAlive } from './relations.ts'
import type { Verb } from './verbs.ts'

export interface Scene {
  actors: Actor[]
  place?: string
  placeWords?: string
  unresolved: string[]
  /** A verb whose doer is not named in these words: "then jumps over a fence". */
  looseVerb?: Verb
  /** The scene speaks of somebody told before: "it", "she". */
  refersBack: boolean
}

/** Where a reading stands between two pieces. */
export interface Reading {
  scene: Scene
  /** Whom the next verb without a doer of its own belongs to. */
  doers: Actor[]
  /** The things named last, joined by "and" or commas. */
  group: Actor[]
  /** The clause has a verb, so what follows is acted upon. */
  verb?: Verb
  relation?: RelationKind
  joined: boolean
  /** Nothing but small words since the last thing. */
  adjacent: boolean
  /** The doer of the next verb is something that is not shown. */
  absent: boolean
  /** A preposition stood before the place. */
  placeSure: boolean
  /** The word or the kind of the piece before. */
  before: string
}

/** More than a picture can hold; the rest is told as unresolved. */
export const mostActors = 24

export function readMissing(reading: Reading, words: string): void {
  const { unresolved } = reading.scene
  if (unresolved.length < mostActors && !unresolved.includes(words)) unresolved.push(words)
  readAbsent(reading)
}

/** "coffee with steam rising": the rising is the steam's; but "a girl with long hair dancing" dances herself. */
export function readAbsent(reading: Reading): void {
  const placed = reading.relation !== undefined || placingWords.has(reading.before) || reading.verb !== undefined
  const worn = reading.before === 'with' && reading.doers.some(isAlive)
  reading.absent = !placed && !worn && !reading.joined
  reading.relation = undefined
  reading.adjacent = false
}
