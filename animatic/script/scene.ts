/** Reads the pieces of one shot's words as a scene: who is there, what each does, how they stand to each other. */
import { headwear, holdingVerbs, type RelationKind, ridingVerbs, wearingVerbs } from './lexicon/relations.ts'
import type { Piece, Thing } from './pieces.ts'
import type { Verb } from './verbs.ts'

export interface Actor {
  thing: Thing
  verb?: Verb
  /** Named as what another one acts upon or stands against, so it does nothing by itself. */
  passive: boolean
  relation?: { kind: RelationKind; of: Actor }
}

export interface Scene {
  actors: Actor[]
  place?: string
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
  placeSure: boolean
}

const placing = new Set([
  'in',
  'on',
  'at',
  'through',
  'along',
  'across',
  'into',
  'over',
  'by',
  'from',
  'near',
  'around',
  'inside',
  'under',
  'to',
  'down',
  'up',
  'toward',
  'towards',
  'onto',
  'above',
  'within',
  'beside',
])

export function readScene(pieces: readonly Piece[]): Scene {
  const scene: Scene = { actors: [], unresolved: [], refersBack: false }
  const reading: Reading = { scene, doers: [], group: [], joined: false, adjacent: false, placeSure: false }
  let before = ''
  for (const piece of pieces) {
    if (piece.kind === 'thing') readThing(reading, piece, before)
    else if (piece.kind === 'verb') readVerb(reading, piece.verb)
    else if (piece.kind === 'place') readPlace(reading, piece.place, before)
    else if (piece.kind === 'missing' || piece.kind === 'clothes') readMissing(reading, piece.words)
    else if (piece.kind === 'relation') reading.relation = piece.relation
    else if (piece.kind === 'pronoun') readPronoun(reading)
    else if (piece.kind === 'and') reading.joined = true
    else if (piece.kind === 'comma') reading.joined = !reading.verb
    else if (piece.kind === 'stop' || isClauseWord(piece.text)) closeClause(reading)
    before = piece.kind === 'word' ? piece.text : piece.kind
  }
  return scene
}

function isClauseWord(text: string): boolean {
  return text === 'while' || text === 'as' || text === 'when' || text === 'where' || text === 'but'
}

function closeClause(reading: Reading): void {
  reading.group = []
  reading.verb = undefined
  reading.relation = undefined
  reading.joined = false
  reading.adjacent = false
}

function readPronoun(reading: Reading): void {
  if (reading.scene.actors.length === 0) reading.scene.refersBack = true
  reading.adjacent = false
  reading.relation = undefined
}

function readMissing(reading: Reading, words: string): void {
  if (!reading.scene.unresolved.includes(words)) reading.scene.unresolved.push(words)
  reading.relation = undefined
  reading.adjacent = false
}

function readPlace(reading: Reading, place: string, before: string): void {
  const sure = placing.has(before) || before === 'relation'
  if (reading.scene.place === undefined || (sure && !reading.placeSure)) reading.scene.place = place
  reading.placeSure ||= sure
  reading.relation = undefined
  reading.adjacent = false
}

function readThing(reading: Reading, thing: Thing, before: string): void {
  const { scene } = reading
  const actor: Actor = { thing, verb: thing.verb, passive: false }
  scene.actors.push(actor)
  reading.adjacent = true
  if (reading.relation !== undefined) {
    relate(reading, actor, reading.relation)
    reading.relation = undefined
    return
  }
  if (before === 'with' && reading.doers.length > 0) {
    actor.passive = true
    if (isPortable(actor)) hold(reading.doers, actor)
    return
  }
  if (reading.verb !== undefined && reading.doers.length > 0) {
    actor.passive = true
    act(reading.doers, actor, reading.verb)
    reading.group = [actor]
    return
  }
  reading.group = reading.joined && reading.group.length > 0 ? [...reading.group, actor] : [actor]
  reading.doers = reading.group
  reading.joined = false
}

/** The thing after a preposition: what the one before it is placed against. */
function relate(reading: Reading, landmark: Actor, kind: RelationKind): void {
  const last = reading.scene.actors.at(-2)
  const placed = last !== undefined && !last.passive ? last : reading.doers[0]
  const riding = reading.verb !== undefined && ridingVerbs.has(reading.verb.base)
  landmark.passive = true
  if (placed === undefined || placed === landmark) return
  placed.relation ??= { kind: riding && (kind === 'on' || kind === 'inside') ? 'riding' : kind, of: landmark }
}

/** What becomes of a thing that the doers act upon. */
function act(doers: readonly Actor[], object: Actor, verb: Verb): void {
  const doer = doers[0]!
  if (ridingVerbs.has(verb.base)) doer.relation ??= { kind: 'riding', of: object }
  else if (verb.base === 'drive' || verb.base === 'steer') doer.relation ??= { kind: 'inside', of: object }
  else if (wearingVerbs.has(verb.base)) {
    if (object.thing.noun.kind === 'drawing' && headwear.has(object.thing.noun.name))
      object.relation = { kind: 'on', of: doer }
  } else if (holdingVerbs.has(verb.base) && isPortable(object)) hold(doers, object)
}

function hold(doers: readonly Actor[], object: Actor): void {
  const doer = doers[0]!
  doer.relation ??= { kind: 'holding', of: object }
}

function isPortable(actor: Actor): boolean {
  return actor.thing.noun.kind === 'drawing'
}

function readVerb(reading: Reading, verb: Verb | undefined): void {
  const last = reading.scene.actors.at(-1)
  const own =
    reading.adjacent && last !== undefined && (!last.passive || isAlive(last)) && reading.relation === undefined
  if (own && !reading.doers.includes(last)) {
    reading.doers = [last]
    last.passive = false
  }
  if (reading.doers.length === 0) reading.scene.looseVerb ??= verb
  for (const doer of reading.doers) doer.verb ??= verb
  reading.verb = verb ?? reading.verb
  reading.relation = undefined
  reading.joined = false
  reading.adjacent = false
}

function isAlive(actor: Actor): boolean {
  return actor.thing.noun.kind !== 'drawing'
}
