/** Reads the pieces of one shot's words as a scene: who is there, what each does, how they stand to each other. */

import { kindOf } from './kinds.ts'
import { outfits } from './lexicon/people.ts'
import { landmarks, roofed } from './lexicon/places.ts'
import { farWords, placingWords, type RelationKind, weakVerbs } from './lexicon/relations.ts'
import type { Piece, Thing } from './pieces.ts'
import { addProps, unnamedThing } from './props.ts'
import { type Actor, actUpon, hold, isAlive, place } from './relations.ts'
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
interface Reading {
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

/** After one of these a building is a place to be in. */
const withinWords = new Set(['in', 'inside', 'at', 'within', 'through', 'relation inside'])

/** More than a picture can hold; the rest is told as unresolved. */
const mostActors = 24

export function readScene(pieces: readonly Piece[]): Scene {
  const scene: Scene = { actors: [], unresolved: [], refersBack: false }
  const start = { joined: false, adjacent: false, absent: false, placeSure: false, before: '' }
  const reading: Reading = { scene, doers: [], group: [], ...start }
  for (const piece of pieces) {
    readPiece(reading, piece)
    reading.before = piece.kind === 'word' ? piece.text : piece.kind
    if (piece.kind === 'relation' && piece.relation === 'inside') reading.before = 'relation inside'
  }
  settle(scene)
  scene.actors.push(...addProps(scene.actors))
  return scene
}

/** A building told alone is the place; a place told alone is shown with what stands there. */
function settle(scene: Scene): void {
  const [only, ...others] = scene.actors
  if (only === undefined) {
    const name = landmarks.get(scene.placeWords ?? '')
    if (name !== undefined) scene.actors.push({ thing: unnamedThing(name), passive: true })
  } else if (others.length === 0 && only.thing.noun.kind === 'drawing' && only.thing.noun.place !== undefined) {
    if (scene.place !== undefined || only.verb !== undefined || only.thing.colour !== undefined) return
    scene.place = only.thing.noun.place
    scene.placeWords = only.thing.words
    scene.actors = []
  }
}

function readPiece(reading: Reading, piece: Piece): void {
  if (piece.kind === 'thing' && reading.scene.actors.length >= mostActors) readMissing(reading, piece.words)
  else if (piece.kind === 'thing') readThing(reading, piece)
  else if (piece.kind === 'verb') readVerb(reading, piece.verb)
  else if (piece.kind === 'deed') readDeed(reading, piece.verb)
  else if (piece.kind === 'place') readPlace(reading, piece.place, piece.words)
  else if (piece.kind === 'blank') readAbsent(reading)
  else if (piece.kind === 'clothes') readClothes(reading, piece)
  else if (piece.kind === 'missing') readMissing(reading, piece.words)
  else if (piece.kind === 'relation') reading.relation = piece.relation
  else if (piece.kind === 'pronoun') readPronoun(reading)
  else if (piece.kind === 'and') reading.joined = true
  else if (piece.kind === 'comma') reading.joined = reading.verb === undefined
  else if (piece.kind === 'stop' || opensClause(piece.text)) closeClause(reading)
}

function opensClause(text: string): boolean {
  return text === 'while' || text === 'as' || text === 'when' || text === 'where' || text === 'but'
}

function closeClause(reading: Reading): void {
  Object.assign(reading, { group: [], verb: undefined, relation: undefined, joined: false, adjacent: false })
}

function readPronoun(reading: Reading): void {
  if (reading.scene.actors.length === 0) reading.scene.refersBack = true
  reading.adjacent = false
  reading.relation = undefined
}

function readMissing(reading: Reading, words: string): void {
  const { unresolved } = reading.scene
  if (unresolved.length < mostActors && !unresolved.includes(words)) unresolved.push(words)
  readAbsent(reading)
}

/** Clothes are shown by themselves or where there is a drawing of somebody in them, and missed where not. */
function readClothes(reading: Reading, { words, thing }: Extract<Piece, { kind: 'clothes' }>): void {
  if (thing !== undefined && !reading.scene.actors.some(isAlive) && reading.scene.looseVerb === undefined) {
    readThing(reading, thing)
    return
  }
  const outfit = outfits.get(words)
  const wearers = reading.group.filter(({ thing }) => thing.noun.kind === 'body')
  if (outfit === undefined || wearers.length === 0) {
    readMissing(reading, words)
    return
  }
  for (const wearer of wearers) wearer.outfit ??= outfit
  reading.relation = undefined
  reading.adjacent = true
}

/** "coffee with steam rising": the rising is the steam's; but "a girl with long hair dancing" dances herself. */
function readAbsent(reading: Reading): void {
  const placed = reading.relation !== undefined || placingWords.has(reading.before) || reading.verb !== undefined
  const worn = reading.before === 'with' && reading.doers.some(isAlive)
  reading.absent = !placed && !worn && !reading.joined
  reading.relation = undefined
  reading.adjacent = false
}

/** Before or beside a house one stands in the street. */
const outsideOf = new Set<RelationKind>(['in-front-of', 'behind', 'left-of', 'right-of'])

function readPlace(reading: Reading, told: string, words: string): void {
  const isOutside = reading.relation !== undefined && outsideOf.has(reading.relation)
  const place = (isOutside || reading.before === 'outside') && roofed.has(told) ? 'street' : told
  const sure = placingWords.has(reading.before) || reading.before.startsWith('relation')
  if (reading.scene.place === undefined || (sure && !reading.placeSure)) {
    reading.scene.place = place
    reading.scene.placeWords = words
  }
  reading.placeSure ||= sure
  reading.relation = undefined
  reading.adjacent = false
}

/** "a bowl of apples": what is in it, not what stands beside it. */
const vessels = new Set(['bowl', 'bucket', 'vase', 'box', 'plate', 'pot', 'dish', 'tray'])

function headOf({ thing }: Actor): string {
  return thing.words.slice(thing.words.lastIndexOf(' ') + 1)
}

function readThing(reading: Reading, thing: Thing): void {
  if (thing.noun.kind === 'drawing' && thing.noun.place !== undefined && withinWords.has(reading.before)) {
    readPlace(reading, thing.noun.place, thing.words)
    return
  }
  const actor: Actor = { thing: kinOf(reading.scene.actors, thing), verb: thing.verb, passive: false }
  reading.scene.actors.push(actor)
  reading.adjacent = true
  reading.absent = false
  const compound = thing.bare && (reading.before === 'is' || reading.before === 'are')
  const vessel = reading.scene.actors.at(-2)
  if (reading.before === 'of' && vessel !== undefined && vessels.has(headOf(vessel))) {
    actor.passive = true
    place(actor, vessel, 'inside', undefined)
  } else if (reading.relation !== undefined) relate(reading, actor, reading.relation)
  else if (reading.doers.length > 0 && (reading.before === 'with' || compound)) accompany(reading, actor)
  else if (reading.doers.length > 0 && farWords.has(reading.before)) actor.passive = true
  else if (reading.verb !== undefined && reading.doers.length > 0) {
    actor.passive = true
    actUpon(reading.doers, actor, reading.verb)
    reading.group = [actor]
  } else {
    reading.group = reading.joined && reading.group.length > 0 ? [...reading.group, actor] : [actor]
    reading.doers = reading.group
    reading.joined = false
  }
}

const kin = new Set([
  'mother',
  'father',
  'mom',
  'dad',
  'parents',
  'parent',
  'mum',
  'brother',
  'sister',
  'friend',
  'friends',
])

/** The mother of a duckling is no woman. */
function kinOf(actors: readonly Actor[], thing: Thing): Thing {
  const [young] = actors
  if (young === undefined || thing.noun.kind !== 'body' || !kin.has(thing.words)) return thing
  const { noun, sizeFactor } = young.thing
  if (noun.kind !== 'drawing' || !actors.every(isAnimal)) return thing
  return { ...thing, noun, sizeFactor: sizeFactor < 1 ? 1 : 1.3 }
}

function isAnimal({ thing: { noun } }: Actor): boolean {
  return noun.kind === 'drawing' && ['animal', 'bird', 'fish'].includes(kindOf(noun.name).kind)
}

/** "a man with a lantern" holds it; "a man with a dog" goes beside it; "a person is pottery making" only handles it. */
function accompany(reading: Reading, actor: Actor): void {
  actor.passive = true
  reading.adjacent = reading.before === 'with'
  if (reading.before === 'with' && reading.verb?.base !== 'play') hold(reading.doers, actor)
}

/** The thing after a preposition: what the one before it is placed against. */
function relate(reading: Reading, landmark: Actor, kind: RelationKind): void {
  const last = reading.scene.actors.at(-2)
  const placed = last !== undefined && !last.passive ? last : reading.doers[0]
  reading.relation = undefined
  landmark.passive = true
  if (placed === undefined || placed === landmark) return
  const people = (reading.doers.includes(placed) ? reading.doers : [placed]).filter(isPerson)
  if (kind === 'under' && people.length > 0 && isUmbrella(landmark)) hold(people, landmark)
  else place(placed, landmark, kind, reading.verb)
}

/** What people go under is held over them. */
function isUmbrella({ thing: { noun } }: Actor): boolean {
  return noun.kind === 'drawing' && (noun.name === 'umbrella' || noun.name === 'umbrella-with-rain-drops')
}

function isPerson({ thing: { noun } }: Actor): boolean {
  return noun.kind === 'body' || noun.kind === 'role'
}

function readVerb(reading: Reading, verb: Verb | undefined): void {
  if (reading.absent) {
    Object.assign(reading, { absent: false, verb, adjacent: false })
    return
  }
  const last = reading.scene.actors.at(-1)
  const own =
    reading.adjacent && last !== undefined && (!last.passive || isAlive(last)) && reading.relation === undefined
  if (own && !reading.doers.includes(last)) {
    reading.doers = [last]
    last.passive = false
  }
  if (reading.doers.length === 0) reading.scene.looseVerb ??= verb
  if (verb !== undefined) give(reading.doers, verb)
  reading.verb = verb ?? reading.verb
  reading.relation = undefined
  reading.joined = false
  reading.adjacent = false
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

function readDeed(reading: Reading, verb: Verb): void {
  if (reading.verb === undefined) {
    readAbsent(reading)
    return
  }
  if (isWeak(reading.verb)) give(reading.doers, verb)
  reading.relation = undefined
  reading.adjacent = false
}
