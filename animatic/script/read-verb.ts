/** Reads a doing: whose it is, and whether it tells more than the one before. */
import { weakVerbs } from './lexicon/relations.ts'
import { type Reading, readAbsent } from './reading.ts'
import { type Actor, isAlive } from './relations.ts'
import type { Action } from './shot-plan.ts'
import type { Verb } from './verbs.ts'

export function readVerb(reading: Reading, verb: Verb | undefined): void {
  if (reading.absent) {
    Object.assign(reading, { absent: false, verb, adjacent: false })
    return
  }
  const last = reading.scene.actors.at(-1)
  const begins = last?.opensClause === true && reading.before === 'thing' && verb?.form !== 'past'
  const own =
    reading.adjacent &&
    last !== undefined &&
    (!last.passive || isAlive(last) || begins) &&
    reading.relation === undefined
  if (own && !reading.doers.includes(last)) {
    reading.doers = [last]
    last.passive = false
  }
  if (reading.doers.length === 0) reading.scene.looseVerb ??= verb
  if (verb !== undefined) give(doersOf(reading.doers, verb), verb)
  reading.verb = verb ?? reading.verb
  reading.relation = undefined
  reading.joined = false
  reading.adjacent = false
}

/** What lifeless things do as well. */
const thingsDo = new Set<Action>(['float', 'fall', 'fly', 'burn', 'grow', 'shine', 'spin', 'stand', 'drive'])

/** "with pumpkins, kids play": what only the living do, only they do, when both are named together. */
function doersOf(doers: readonly Actor[], verb: Verb): readonly Actor[] {
  const alive = doers.filter(isAlive)
  return thingsDo.has(verb.action) || alive.length === 0 ? doers : alive
}

/** The first verb tells the action, unless it hardly tells one: "bends down to drink". */
function give(doers: readonly Actor[], verb: Verb): void {
  for (const doer of doers) {
    if (doer.verb === undefined || isWeak(doer.verb)) doer.verb = verb
  }
}

function isWeak(verb: Verb): boolean {
  return verb.action === 'stand' || weakVerbs.has(verb.base)
}

export function readDeed(reading: Reading, verb: Verb): void {
  if (reading.verb === undefined) {
    readAbsent(reading)
    return
  }
  if (isWeak(reading.verb)) give(reading.doers, verb)
  reading.relation = undefined
  reading.adjacent = false
}
