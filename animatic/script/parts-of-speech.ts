/** Tells the part of speech of a word from the lexicon, its ending and its neighbours. */

import { findFurtherNoun } from './further-nouns.ts'
import { isLively, kindOf } from './kinds.ts'
import { menNames, womenNames } from './lexicon/people.ts'
import { type RelationKind, relationWords } from './lexicon/relations.ts'
import {
  colourWords,
  determiners,
  functionWords,
  negations,
  numberWords,
  plainAdjectives,
  pronouns,
  sizeWords,
} from './lexicon/words.ts'
import { findKnownNoun, type Noun } from './nouns.ts'
import type { Token } from './tokens.ts'
import { findFurtherVerb, findProgressive, findVerb, looksLikeDoing, type Verb } from './verbs.ts'
import { isAdjective } from './wordnet.ts'

export type Unit = { text: string; name: boolean } & (
  | { part: 'noun'; noun: Noun; plural: boolean }
  | { part: 'count'; count: number }
  | { part: 'size'; factor: number }
  | { part: 'colour'; colour: string }
  | { part: 'adjective'; verb?: Verb }
  | { part: 'verb'; verb?: Verb }
  | { part: 'relation'; relation: RelationKind }
  | { part: 'determiner' | 'function' | 'adverb' | 'pronoun' | 'negation' | 'and' | 'comma' | 'stop' | 'unknown' }
)

const beForms = new Set('is are was were'.split(' '))
/** After one of these a number counts no things. */
const measures = new Set(
  'year years second seconds minute minutes hour hours mm percent degrees fps k am pm oclock'.split(' '),
)
const modifiers = new Set(['determiner', 'count', 'size', 'colour', 'adjective'])

/** A unit whose part of speech does not hang on its neighbours: any phrase, and many single words. */
export function readPhrase(text: string): Unit | undefined {
  const said = { text, name: false }
  const relation = relationWords.get(text)
  if (relation !== undefined) return { ...said, part: 'relation', relation }
  const count = numberWords.get(text) ?? (/^\d{1,2}$/.test(text) ? text : undefined)
  if (count !== undefined) return { ...said, part: 'count', count: Math.min(24, Math.max(1, Number(count))) }
  const factor = sizeWords.get(text)
  if (factor !== undefined) return { ...said, part: 'size', factor: Number(factor) }
  const found = findKnownNoun(text) ?? (text.includes(' ') ? findFurtherNoun(text) : undefined)
  if (found !== undefined) return { ...said, part: 'noun', ...found }
  const colour = colourWords.get(text)
  return colour === undefined ? undefined : { ...said, part: 'colour', colour }
}

/** `before` are the units read so far. */
export function readWord(token: Token, next: Token | undefined, before: readonly Unit[]): Unit {
  const { text, name } = token
  const said = { text, name }
  const last = before.at(-1)
  if (negations.has(text)) return { ...said, part: 'negation' }
  if (determiners.has(text)) return { ...said, part: 'determiner' }
  if (text === 'and' || text === 'or') return { ...said, part: 'and' }
  if (pronouns.has(text)) return { ...said, part: 'pronoun' }
  const colour = colourWords.get(text)
  if (colour !== undefined && startsNoun(next)) return { ...said, part: 'colour', colour }
  const noun = findKnownNoun(text === 'glasses' && next?.text === 'of' ? 'glass' : text)
  if (token.possessive && noun !== undefined) return { ...said, part: 'adjective' }
  const verb = findVerb(text)
  const isDoing = beForms.has(last?.text ?? '') || (isLivelyNoun(last) && determiners.has(next?.text ?? ''))
  const progressive = verb === undefined && isDoing ? findProgressive(text) : undefined
  if (progressive !== undefined) return { ...said, part: 'verb', verb: progressive }
  if (verb !== undefined) {
    const part = partOfVerb(
      verb,
      next,
      before,
      noun !== undefined && (noun.noun.kind !== 'blank' || isNamedByBefore(verb, before)),
    )
    if (part === 'unknown' && noun === undefined) return { ...said, part }
    if (part !== 'noun' && part !== 'unknown') return { ...said, part, verb }
  }
  const ends = !startsNoun(next) || findVerb(next?.text ?? '')?.form === 'ing'
  if (noun !== undefined && sizeWords.has(text) && ends) return { ...said, part: 'noun', ...noun }
  if (/^\d/.test(text) && (measures.has(next?.text ?? '') || !/^\d{1,2}$/.test(text)))
    return { ...said, part: 'adverb' }
  if (text === 'glasses' && next?.text === 'of' && noun !== undefined)
    return { ...said, part: 'noun', noun: noun.noun, plural: true }
  if (plainAdjectives.has(text) && noun?.noun.kind === 'blank' && startsNoun(next))
    return { ...said, part: 'adjective' }
  const phrase = readPhrase(text)
  if (phrase !== undefined) return { ...phrase, name }
  if (functionWords.has(text)) return { ...said, part: 'function' }
  if (plainAdjectives.has(text)) return { ...said, part: 'adjective' }
  return readUnknown(said, next, last)
}

/** "in flight", "morning light", "lights": a blank noun rather than a doing, by what stands before it. */
function isNamedByBefore({ form }: Verb, before: readonly Unit[]): boolean {
  const last = before.at(-1)
  if (form === 'ing' || form === 'past') return false
  if (last === undefined || last.part === 'function') return form === 'base'
  if (modifiers.has(last.part)) return true
  if (last.part !== 'noun' || last.plural || form !== 'base' || isLivelyNoun(last)) return false
  if (last.noun.kind === 'company' || last.noun.kind === 'clothes') return false
  return !before.slice(-clauseReach).some(({ part, text }) => part === 'and' || isVerbHelper(text))
}

/** So many words back, two who do something together may have been named. */
const clauseReach = 9

/** "two children building a castle": after one who can, before what it is done to, it is a doing. */
function isLivelyNoun(unit: Unit | undefined): boolean {
  if (unit?.part !== 'noun') return false
  const { noun } = unit
  return noun.kind === 'body' || noun.kind === 'role' || (noun.kind === 'drawing' && isLively(kindOf(noun.name).kind))
}

/** By its ending and its case; the rest is taken for a noun nobody has drawn. */
function readUnknown(said: { text: string; name: boolean }, next: Token | undefined, before: Unit | undefined): Unit {
  const { text } = said
  const body = personOfName(text)
  if (body !== undefined) return { ...said, part: 'noun', noun: body, plural: false }
  const further = findFurtherNoun(text)
  if (further !== undefined) return { ...said, part: 'noun', ...further }
  if (isAdjective(text)) return { ...said, part: 'adjective' }
  const follows = before !== undefined && modifiers.has(before.part)
  if (text.length > 4 && text.endsWith('ly'))
    return { ...said, part: follows && startsNoun(next) ? 'adjective' : 'adverb' }
  if (before?.part === 'pronoun' && /(?:s|ed)$/.test(text)) return { ...said, part: 'verb' }
  if (looksLikeDoing(text)) {
    const verb = findFurtherVerb(text)
    return follows && startsNoun(next) ? { ...said, part: 'adjective' } : { ...said, part: 'verb', verb }
  }
  const describes = text.length > 4 && /(?:ed|ful|ous|ive|ish|less|able|ible|esque)$/.test(text)
  return { ...said, part: describes ? 'adjective' : 'unknown' }
}

function personOfName(name: string): Noun | undefined {
  if (womenNames.has(name)) return { kind: 'body', body: 'woman', heightMetres: 1.68 }
  return menNames.has(name) ? { kind: 'body', body: 'man', heightMetres: 1.78 } : undefined
}

/** Whether a word that may be a verb is a noun here, a doing, or describes the noun after it ("a running dog"). */
function partOfVerb(
  verb: Verb,
  next: Token | undefined,
  before: readonly Unit[],
  alsoNoun: boolean,
): 'noun' | 'verb' | 'adjective' | 'unknown' {
  const last = before.at(-1)
  if (last !== undefined && modifiers.has(last.part)) {
    if (alsoNoun) return 'noun'
    if (startsNoun(next)) return verb.form === 'base' ? 'unknown' : 'adjective'
    return last.part === 'adjective' && verb.form !== 'base' ? 'verb' : 'unknown'
  }
  if (verb.form === 'ing' || verb.form === 'past' || !alsoNoun)
    return verb.form === 'base' && afterPlacing(last) ? 'unknown' : 'verb'
  if (last === undefined && verb.form === 'third-person' && verbFollowers.has(next?.text ?? '')) return 'verb'
  if (last?.part === 'unknown' && verb.form === 'third-person') return 'verb'
  if (last?.part === 'noun') return verb.form === 'third-person' || last.plural ? 'verb' : 'noun'
  if (last?.part === 'and') return verb.form === 'third-person' && clauseHasVerb(before) ? 'verb' : 'noun'
  return last?.part === 'pronoun' || last?.part === 'adverb' || isVerbHelper(last?.text) ? 'verb' : 'noun'
}

/** "flies off", "waves at": what follows a verb at the beginning. */
const verbFollowers = new Set('off away up down at around over through into past back out'.split(' '))
const verbHelpers = new Set('to can will would could should may might must do does did who then'.split(' '))

function isVerbHelper(text: string | undefined): boolean {
  return text !== undefined && verbHelpers.has(text)
}

/** "on the top of broccoli": no verb in its base form follows a word of place. */
function afterPlacing(unit: Unit | undefined): boolean {
  return unit?.part === 'relation'
}

function clauseHasVerb(before: readonly Unit[]): boolean {
  for (let index = before.length - 1; index >= 0 && before[index]!.part !== 'stop'; index--) {
    if (before[index]!.part === 'verb') return true
    if (before.length - index > 12) return false
  }
  return false
}

/** Whether the next word may still belong to a group of nouns. */
function startsNoun(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && !functionWords.has(token.text) && !token.text.endsWith('ly')
}
