/** Gathers units into what a sentence is made of: things, places, doings and the words that join them. */

import { isLively, kindOf } from './kinds.ts'
import type { RelationKind } from './lexicon/relations.ts'
import { findKnownNoun, type Noun } from './nouns.ts'
import type { Unit } from './parts-of-speech.ts'
import type { Action } from './shot-plan.ts'
import { findToldVerb, findVerb, type Verb } from './verbs.ts'

/** A noun one can draw. */
export type NamedThing = Extract<Noun, { kind: 'drawing' } | { kind: 'body' } | { kind: 'role' }>

export interface Thing {
  kind: 'thing'
  words: string
  noun: NamedThing
  count: number
  colour?: string
  sizeFactor: number
  /** Adjectives, such as `old`, that may choose another drawing. */
  adjectives: readonly string[]
  /** Named without article or number, as in "is playing guitar". */
  bare: boolean
  /** From a participle before the noun: "a sleeping cat". */
  verb?: Verb
  /** Of an animal that does what people do: "chef" of a mouse chef. */
  trade?: string
}

export type Piece =
  | Thing
  | { kind: 'place'; place: string; words: string }
  /** A doing told as a noun: "takes a walk". */
  | { kind: 'deed'; verb: Verb }
  /** A noun that is neither shown nor missed, such as "steam". */
  | { kind: 'blank' }
  | { kind: 'missing'; words: string }
  /** `thing` is the garment by itself. */
  | { kind: 'clothes'; words: string; colour?: string; thing?: Thing }
  | { kind: 'verb'; verb?: Verb }
  | { kind: 'relation'; relation: RelationKind }
  | { kind: 'word'; text: string }
  | { kind: 'pronoun' }
  | { kind: 'and' }
  | { kind: 'comma' }
  | { kind: 'stop' }

/** Words of place that may follow a thing without a preposition: "a whale underwater". */
const trailing = new Set(['underwater', 'downtown', 'indoors', 'outdoors'])
/** A longer run of words is a list without commas; it is cut, which also keeps the reading linear. */
const longestGroup = 24
const inNounGroup = new Set(['determiner', 'count', 'size', 'colour', 'adjective', 'noun', 'unknown'])

export function gatherPieces(units: readonly Unit[]): Piece[] {
  const pieces: Piece[] = []
  let group: Unit[] = []
  let negated = false
  const close = (after: readonly Unit[] = []) => {
    if (!negated) pieces.push(...(nameGroup(group, after) ?? readGroup(group)))
    if (group.some((unit) => unit.part === 'noun' || unit.part === 'unknown')) negated = false
    group = []
  }
  for (const [at, unit] of units.entries()) {
    const opens = opensVerb(unit, units[at + 1], group)
    if (inNounGroup.has(unit.part) && !opens) {
      if (startsAnew(unit, group)) close()
      group.push(unit)
      continue
    }
    close(units.slice(at, at + 3))
    if (unit.part === 'negation') negated = true
    else if (unit.part === 'verb') pieces.push({ kind: 'verb', verb: unit.verb })
    else if (unit.part === 'relation') pieces.push({ kind: 'relation', relation: unit.relation })
    else if (unit.part === 'pronoun' || unit.part === 'and' || unit.part === 'comma' || unit.part === 'stop') {
      if (unit.part === 'stop') negated = false
      pieces.push({ kind: unit.part })
    } else if (!opens) pieces.push({ kind: 'word', text: unit.text })
    if (opens) pieces.push({ kind: 'verb', verb: findToldVerb(unit.text) })
  }
  close()
  return pieces
}

/** What things do as well, so that a name before it need not be a person's. */
const thingsDo = new Set<Action>(['float', 'fall', 'fly', 'burn', 'grow', 'shine', 'spin', 'stand'])
const beForms = new Set(['is', 'are', 'was', 'were'])
const longestName = 4

/** "Elon Musk is dancing", "Zora is singing": words nobody knows, without an article, that do what people do. */
function nameGroup(group: readonly Unit[], [next, ...later]: readonly Unit[]): Piece[] | undefined {
  const head = group.at(-1)
  if (head?.part !== 'unknown' || head.text.length < 3 || group.length > longestName) return undefined
  if (group.some((unit) => unit.part !== 'unknown' && !isNameLike(unit))) return undefined
  const isBe = next !== undefined && beForms.has(next.text)
  const doing = isBe ? later.find(({ part }) => part === 'verb') : next
  if (doing?.part !== 'verb' || doing.verb === undefined || thingsDo.has(doing.verb.action)) return undefined
  if (!head.name && !(isBe && group.length === 1)) return undefined
  if (group.some((unit) => isPerson(unit))) return undefined
  const noun = findKnownNoun('person')?.noun
  return noun?.kind === 'body' ? [thingOf(group, { ...head, part: 'noun', noun, plural: false }, noun)] : undefined
}

/** "van" in Vincent van Gogh. */
function isNameLike(unit: Unit): boolean {
  return unit.part === 'noun' && unit.noun.kind !== 'body' && unit.noun.kind !== 'role' && !unit.plural
}

function startsAnew(unit: Unit, group: readonly Unit[]): boolean {
  if (group.length >= longestGroup) return true
  const opens =
    unit.part === 'determiner' ||
    unit.part === 'count' ||
    /^(?:on|under|above|at|in|by|during|against) /.test(unit.text)
  return opens && group.some((other) => other.part === 'noun' || other.part === 'unknown')
}

/** Parts of speech that follow a verb sooner than a noun. */
const afterVerb = new Set(['determiner', 'function', 'relation', 'adverb', 'pronoun', 'count'])

/**
 * "a corgi zooms", "seabirds scatter", "the pigeon showcases its plumage": a word nobody has drawn, after one who can
 * do something or before what it is done to, is a doing.
 */
function opensVerb(unit: Unit, next: Unit | undefined, group: readonly Unit[]): boolean {
  const last = group.at(-1)
  const unseen = unit.part === 'unknown' || (unit.part === 'noun' && unit.noun.kind === 'missing')
  if (!unseen || last?.part !== 'noun' || last.noun.kind === 'blank' || / /.test(unit.text)) return false
  const verb = findToldVerb(unit.text)
  if (last.plural) return verb !== undefined && verb.form === 'base' && isLivelyNoun(last)
  if (!/(?:s|ed)$/.test(unit.text)) return false
  return (
    (isLivelyNoun(last) && (group.length > 1 || verb !== undefined)) ||
    (verb !== undefined && afterVerb.has(next?.part ?? ''))
  )
}

function isLivelyNoun(unit: Unit): boolean {
  if (unit.part !== 'noun') return false
  const { noun } = unit
  return noun.kind === 'body' || noun.kind === 'role' || (noun.kind === 'drawing' && isLively(kindOf(noun.name).kind))
}

function readGroup(group: readonly Unit[]): Piece[] {
  const heads = group.filter((unit) => unit.part === 'noun' || unit.part === 'unknown')
  let last = heads.length - 1
  while (last > 0 && isBlank(heads[last]!)) last--
  const head = heads[last]
  if (head === undefined) return []
  const places = heads.slice(0, last).flatMap(placeOf)
  if (head.part === 'unknown') return [...missing(group, head), ...places]
  if (head.part !== 'noun') return []
  const { noun } = head
  if (noun.kind === 'place') {
    const owner = heads[last - 1]
    const thing =
      owner !== undefined && (trailing.has(head.text) || isPerson(owner) || isCreature(owner))
        ? readGroup(group.slice(0, group.indexOf(head)))
        : places
    const place: Piece = { kind: 'place', place: noun.place, words: head.text }
    return thing === places ? [place, ...places] : [...thing, place]
  }
  if (noun.kind === 'company') {
    const kin = heads[last - 1]
    if (kin?.part === 'noun' && kin.noun.kind === 'drawing')
      return [{ ...thingOf(group, kin, kin.noun), count: noun.members.length }]
    return companyOf(group, noun.members)
  }
  const worker = heads[last - 1]
  if (isPerson(head) && worker?.part === 'noun' && worker.noun.kind === 'drawing' && isCreature(worker) && !head.name)
    return [
      { ...thingOf(group, { ...worker, plural: head.part === 'noun' && head.plural }, worker.noun), trade: head.text },
    ]
  if (noun.kind === 'drawing' || noun.kind === 'body' || noun.kind === 'role') return [thingOf(group, head, noun)]
  if (noun.kind === 'clothes' && noun.name !== undefined) {
    const thing = thingOf(group, head, { kind: 'drawing', name: noun.name })
    return [{ kind: 'clothes', words: head.text, ...colourOf(group), thing }]
  }
  if (noun.kind === 'clothes') return [{ kind: 'clothes', words: head.text, ...colourOf(group) }]
  if (noun.kind !== 'blank') return [{ kind: noun.kind, words: head.text }]
  const verb = findVerb(head.text)
  return [...places, verb === undefined ? { kind: 'blank' } : { kind: 'deed', verb }]
}

function colourOf(group: readonly Unit[]): { colour?: string } {
  const named = group.find((unit) => unit.part === 'colour')
  return named?.part === 'colour' ? { colour: named.colour } : {}
}

/** One thing for each kind of people in a couple or a family. */
function companyOf(group: readonly Unit[], members: readonly string[]): Piece[] {
  return members.flatMap((member, index): Piece[] => {
    const noun = findKnownNoun(member)?.noun
    if (noun?.kind !== 'body') return []
    const head: Unit & { part: 'noun' } = { text: member, name: false, part: 'noun', noun, plural: false }
    const described = group.filter((unit) => unit.part === 'adjective')
    const thing: Piece = thingOf([...described, head], head, noun)
    return index === 0 ? [thing] : [{ kind: 'and' }, thing]
  })
}

function isPerson(unit: Unit): boolean {
  return unit.part === 'noun' && (unit.noun.kind === 'body' || unit.noun.kind === 'role')
}

/** "a kangaroo disco": the animal, or what flies, is there as well as the place; "a fish market" sells. */
function isCreature(unit: Unit): boolean {
  if (unit.part !== 'noun' || unit.noun.kind !== 'drawing') return false
  const { kind } = kindOf(unit.noun.name)
  return kind === 'animal' || kind === 'bird' || kind === 'aircraft'
}

function isBlank(unit: Unit): boolean {
  return unit.part === 'noun' && unit.noun.kind === 'blank'
}

function placeOf(unit: Unit): Piece[] {
  return unit.part === 'noun' && unit.noun.kind === 'place'
    ? [{ kind: 'place', place: unit.noun.place, words: unit.text }]
    : []
}

/** The unknown head with the nouns right before it ("fire hydrant"). A person's surname is no missing thing. */
function missing(group: readonly Unit[], head: Unit): Piece[] {
  const end = group.indexOf(head)
  let start = end
  while (start > 0 && (group[start - 1]!.part === 'noun' || group[start - 1]!.part === 'unknown')) start--
  const first = group[start]!
  if (head.name && first.part === 'noun' && first.noun.kind === 'body' && first !== head) {
    return [thingOf(group, first, first.noun)]
  }
  const known = group.slice(start, end).findLast(isShownAlone)
  if (known?.part === 'noun' && isNamed(known.noun))
    return [thingOf(group.slice(0, end), known, known.noun), { kind: 'missing', words: head.text }]
  const words = group.slice(start, end + 1)
  if (words.every((unit) => unit.part === 'unknown' && unit.text.length < 2)) return []
  return [{ kind: 'missing', words: words.map((unit) => unit.text).join(' ') }]
}

/** "a camel caravan", "lemon slices": the unknown word is said to be missing, the thing before it is there all the same. */
function isShownAlone(unit: Unit): boolean {
  if (unit.part !== 'noun') return false
  const { noun } = unit
  if (noun.kind === 'body' || noun.kind === 'role') return true
  if (noun.kind !== 'drawing') return false
  const { kind } = kindOf(noun.name)
  return kind !== 'object' && kind !== 'vehicle' && unit.text !== 'glass'
}

function isNamed(noun: Noun): noun is NamedThing {
  return noun.kind === 'drawing' || noun.kind === 'body' || noun.kind === 'role'
}

function thingOf(group: readonly Unit[], head: Unit & { part: 'noun' }, noun: NamedThing): Thing {
  const thing: Thing = {
    kind: 'thing',
    words: group
      .filter((unit) => unit.part !== 'determiner')
      .map((unit) => unit.text)
      .join(' '),
    noun,
    bare: group.every((unit) => unit.part !== 'determiner' && unit.part !== 'count'),
    count: head.plural ? 3 : 1,
    sizeFactor: 1,
    adjectives: group.flatMap((unit) => (unit.part === 'adjective' || unit.part === 'size' ? [unit.text] : [])),
  }
  for (const unit of group) {
    if (unit.part === 'count' && (unit.count > 1 || !head.plural)) thing.count = unit.count
    if (unit.part === 'size') thing.sizeFactor *= unit.factor
    if (unit.part === 'colour') thing.colour ??= unit.colour
    if (unit.part === 'adjective' && unit.verb !== undefined) thing.verb = unit.verb
  }
  // A drawing that is of a colour by itself is painted in it all the more: a black cat.
  if (noun.kind === 'drawing' && noun.name.startsWith('black-') && head.text.startsWith('black'))
    thing.colour ??= 'black'
  thing.sizeFactor = Math.min(4, Math.max(0.3, thing.sizeFactor))
  return thing
}
