/** Gathers units into what a sentence is made of: things, places, doings and the words that join them. */
import type { RelationKind } from './lexicon/relations.ts'
import type { Noun } from './nouns.ts'
import type { Unit } from './units.ts'
import type { Verb } from './verbs.ts'

/** A noun one can draw. */
export type NamedThing = Exclude<
  Noun,
  { kind: 'place' } | { kind: 'clothes' } | { kind: 'blank' } | { kind: 'missing' }
>

export interface Thing {
  kind: 'thing'
  words: string
  noun: NamedThing
  count: number
  colour?: string
  sizeFactor: number
  /** Adjectives, such as `old`, that may choose another drawing. */
  adjectives: readonly string[]
  /** From a participle before the noun: "a sleeping cat". */
  verb?: Verb
}

export type Piece =
  | Thing
  | { kind: 'place'; place: string }
  | { kind: 'missing'; words: string }
  | { kind: 'clothes'; words: string }
  | { kind: 'verb'; verb?: Verb }
  | { kind: 'relation'; relation: RelationKind }
  | { kind: 'word'; text: string }
  | { kind: 'pronoun' }
  | { kind: 'and' }
  | { kind: 'comma' }
  | { kind: 'stop' }

const inNounGroup = new Set(['determiner', 'count', 'size', 'colour', 'adjective', 'noun', 'unknown'])

export function gatherPieces(units: readonly Unit[]): Piece[] {
  const pieces: Piece[] = []
  let group: Unit[] = []
  let negated = false
  const close = () => {
    if (!negated) pieces.push(...readGroup(group))
    if (group.some((unit) => unit.part === 'noun' || unit.part === 'unknown')) negated = false
    group = []
  }
  for (const unit of units) {
    if (inNounGroup.has(unit.part) && !opensVerb(unit, group)) {
      if (startsAnew(unit, group)) close()
      group.push(unit)
      continue
    }
    close()
    if (unit.part === 'negation') negated = true
    else if (unit.part === 'verb') pieces.push({ kind: 'verb', verb: unit.verb })
    else if (unit.part === 'relation') pieces.push({ kind: 'relation', relation: unit.relation })
    else if (unit.part === 'pronoun' || unit.part === 'and' || unit.part === 'comma' || unit.part === 'stop') {
      if (unit.part === 'stop') negated = false
      pieces.push({ kind: unit.part })
    } else pieces.push({ kind: 'word', text: unit.text })
    if (unit.part === 'unknown') pieces.push({ kind: 'verb' })
  }
  close()
  return pieces
}

function startsAnew(unit: Unit, group: readonly Unit[]): boolean {
  const opens = unit.part === 'determiner' || unit.part === 'count'
  return opens && group.some((other) => other.part === 'noun' || other.part === 'unknown')
}

/** "a corgi zooms": an unknown word in -s or -ed after a living thing is what it does. */
function opensVerb(unit: Unit, group: readonly Unit[]): boolean {
  const last = group.at(-1)
  if (unit.part !== 'unknown' || last?.part !== 'noun' || last.plural || group.length < 2) return false
  return (last.noun.kind === 'body' || last.noun.kind === 'role') && /(?:s|ed)$/.test(unit.text)
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
  if (noun.kind === 'place') return [{ kind: 'place', place: noun.place }, ...places]
  if (noun.kind === 'drawing' || noun.kind === 'body' || noun.kind === 'role') return [thingOf(group, head, noun)]
  return noun.kind === 'blank' ? places : [{ kind: noun.kind, words: head.text }]
}

function isBlank(unit: Unit): boolean {
  return unit.part === 'noun' && unit.noun.kind === 'blank'
}

function placeOf(unit: Unit): Piece[] {
  return unit.part === 'noun' && unit.noun.kind === 'place' ? [{ kind: 'place', place: unit.noun.place }] : []
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
  const words = group.slice(start, end + 1)
  if (words.every((unit) => unit.part === 'unknown' && unit.text.length < 2)) return []
  return [{ kind: 'missing', words: words.map((unit) => unit.text).join(' ') }]
}

function thingOf(group: readonly Unit[], head: Unit & { part: 'noun' }, noun: NamedThing): Thing {
  const thing: Thing = {
    kind: 'thing',
    words: group
      .filter((unit) => unit.part !== 'determiner')
      .map((unit) => unit.text)
      .join(' '),
    noun,
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
  thing.sizeFactor = Math.min(4, Math.max(0.3, thing.sizeFactor))
  return thing
}
