/** Reads a named thing or a place: who it is, whom it goes with, where it stands. */
import { kindOf } from './kinds.ts'
import { wordSet } from './lexicon/phrase-table.ts'
import { roofed } from './lexicon/places.ts'
import { farWords, headwear, placingWords, type RelationKind } from './lexicon/relations.ts'
import type { Thing } from './pieces.ts'
import type { Reading } from './reading.ts'
import { type Actor, actUpon, hold, isAlive, isPerson, place } from './relations.ts'

/** After one of these a building is a place to be in. */
const withinWords = new Set(['in', 'inside', 'at', 'within', 'through', 'relation inside'])

/** What a scene has beside its place: "boots in the snow of a village", "a puddle in the street". */
const weakPlaces = wordSet(`
  water puddle puddles waves sand snow ice grass floor wooden-floor ground carpet rug shelf windowsill window-sill lane bend path sky
  blue-sky sea ocean spotlight field crater lava roof counter
`)

function isWeak(words: string): boolean {
  return weakPlaces.has(words.replaceAll(' ', '-')) || weakPlaces.has(words)
}

/** Before or beside a house one stands in the street. */
const outsideOf = new Set<RelationKind>(['in-front-of', 'behind', 'left-of', 'right-of'])

export function readPlace(reading: Reading, told: string, words: string): void {
  const isOutside = reading.relation !== undefined && outsideOf.has(reading.relation)
  const place = (isOutside || reading.before === 'outside') && roofed.has(told) ? 'street' : told
  const { placeWords } = reading.scene
  const handled = reading.before === 'verb' && reading.doers.length > 0 && isWeak(words)
  if (handled) return
  const sure = placingWords.has(reading.before) || reading.before.startsWith('relation')
  const isStronger = placeWords !== undefined && isWeak(placeWords) && !isWeak(words)
  const isWeaker = placeWords !== undefined && !isWeak(placeWords) && isWeak(words)
  if (placeWords === undefined || isStronger || (sure && !reading.placeSure && !isWeaker)) {
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

export function readThing(reading: Reading, thing: Thing): void {
  if (thing.noun.kind === 'drawing' && thing.noun.place !== undefined && withinWords.has(reading.before)) {
    readPlace(reading, thing.noun.place, thing.words)
    return
  }
  const actor: Actor = { thing: kinOf(reading.scene.actors, thing), verb: thing.verb, passive: false }
  if (reading.before === 'comma') actor.opensClause = true
  reading.scene.actors.push(actor)
  reading.adjacent = true
  reading.absent = false
  const compound = thing.bare && (reading.before === 'is' || reading.before === 'are')
  const vessel = reading.scene.actors.at(-2)
  const wearer = wearerOf(reading, actor)
  if (reading.before === 'of' && vessel !== undefined && vessels.has(headOf(vessel))) {
    actor.passive = true
    place(actor, vessel, 'inside', undefined)
  } else if (wearer !== undefined) {
    actor.passive = true
    actor.relation = { kind: 'on', of: wearer }
    reading.relation = undefined
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

/** Who wears it: "a dog in sunglasses", "a penguin with a top hat"; undefined for "a rabbit comes out of a hat". */
function wearerOf({ relation, before, doers, verb, scene }: Reading, { thing: { noun } }: Actor): Actor | undefined {
  if (noun.kind !== 'drawing' || !headwear.has(noun.name)) return undefined
  const last = scene.actors.at(-2)
  if (relation === 'inside' && last !== undefined && isAlive(last) && (verb === undefined || !doers.includes(last)))
    return last
  return before === 'with' ? doers.find(isAlive) : undefined
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
  const seated = kind === 'inside' && last !== undefined && isAlive(last) && isSeat(landmark)
  const placed = last !== undefined && (!last.passive || seated) ? last : reading.doers[0]
  reading.relation = undefined
  landmark.passive = true
  if (placed === undefined || placed === landmark) return
  const people = (reading.doers.includes(placed) ? reading.doers : [placed]).filter(isPerson)
  if (kind === 'under' && people.length > 0 && isUmbrella(landmark)) hold(people, landmark)
  else place(placed, landmark, kind, reading.verb)
}

/** "pushes an old woman in a wheelchair": it is she who sits in it. */
function isSeat({ thing: { noun } }: Actor): boolean {
  return noun.kind === 'drawing' && /wheelchair|cart|sled/.test(noun.name)
}

/** What people go under is held over them. */
function isUmbrella({ thing: { noun } }: Actor): boolean {
  return noun.kind === 'drawing' && (noun.name === 'umbrella' || noun.name === 'umbrella-with-rain-drops')
}
