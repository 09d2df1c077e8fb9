/** Cuts tokens into units: the longest phrases the lexicon knows, each with its part of speech. */
import { emojiDrawings } from './lexicon/emoji.ts'
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
import { findNoun, hasDrawing, type Noun } from './nouns.ts'
import type { Token } from './tokens.ts'
import { findVerb, looksLikeDoing, type Verb } from './verbs.ts'

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

const longestPhrase = 5
const modifiers = new Set(['determiner', 'count', 'size', 'colour', 'adjective'])

export function cutUnits(tokens: readonly Token[]): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < tokens.length; ) {
    const [unit, length] = readUnit(tokens, at, units.at(-1))
    units.push(unit)
    at += length
  }
  return units
}

function readUnit(tokens: readonly Token[], at: number, before: Unit | undefined): [Unit, number] {
  const token = tokens[at]!
  const said = { text: token.text, name: token.name }
  if (token.kind === 'emoji') return [readEmoji(token.text), 1]
  if (token.kind !== 'word') return [{ ...said, part: token.kind }, 1]
  for (let length = longestPhrase; length > 0; length--) {
    const phrase = joinWords(tokens, at, length)
    if (phrase === undefined) continue
    const unit = length > 1 ? readPhrase(phrase) : readWord(tokens, at, before)
    if (unit !== undefined) return [{ ...unit, name: token.name }, length]
  }
  return [{ ...said, part: 'unknown' }, 1]
}

function joinWords(tokens: readonly Token[], at: number, length: number): string | undefined {
  if (at + length > tokens.length) return undefined
  let phrase = ''
  for (let index = at; index < at + length; index++) {
    const token = tokens[index]!
    if (token.kind !== 'word' || (token.possessive && index < at + length - 1)) return undefined
    phrase += phrase === '' ? token.text : ` ${token.text}`
  }
  return phrase
}

function readEmoji(emoji: string): Unit {
  const drawing = emojiDrawings.get(emoji) ?? emojiDrawings.get([...emoji][0] ?? '')
  const noun = drawing === undefined ? undefined : (findNoun(drawing.replaceAll('-', ' '))?.noun ?? drawn(drawing))
  if (noun === undefined) return { text: emoji, name: false, part: 'adverb' }
  return { text: emoji, name: false, part: 'noun', noun, plural: false }
}

function drawn(name: string): Noun | undefined {
  return hasDrawing(name) ? { kind: 'drawing', name } : undefined
}

/** A unit of several words, or of one whose part of speech does not hang on its neighbours. */
function readPhrase(text: string): Unit | undefined {
  const said = { text, name: false }
  const relation = relationWords.get(text)
  if (relation !== undefined) return { ...said, part: 'relation', relation }
  const count = numberWords.get(text) ?? (/^\d{1,2}$/.test(text) ? text : undefined)
  if (count !== undefined) return { ...said, part: 'count', count: Math.min(24, Math.max(1, Number(count))) }
  const factor = sizeWords.get(text)
  if (factor !== undefined) return { ...said, part: 'size', factor: Number(factor) }
  const found = findNoun(text)
  if (found !== undefined) return { ...said, part: 'noun', ...found }
  const colour = colourWords.get(text)
  if (colour !== undefined) return { ...said, part: 'colour', colour }
  return undefined
}

function readWord(tokens: readonly Token[], at: number, before: Unit | undefined): Unit | undefined {
  const token = tokens[at]!
  const text = token.text
  const said = { text, name: token.name }
  if (negations.has(text)) return { ...said, part: 'negation' }
  if (determiners.has(text)) return { ...said, part: 'determiner' }
  if (text === 'and' || text === '&' || text === 'or') return { ...said, part: 'and' }
  if (pronouns.has(text)) return { ...said, part: 'pronoun' }
  const colour = colourWords.get(text)
  if (colour !== undefined && startsNoun(tokens[at + 1])) return { ...said, part: 'colour', colour }
  const phrase = readPhrase(text)
  if (token.possessive && phrase?.part === 'noun') return { ...said, part: 'adjective' }
  const verb = findVerb(text)
  if (verb !== undefined) {
    const part = partOfVerb(verb, tokens[at + 1], before, phrase?.part === 'noun')
    if (part !== 'noun') return { ...said, part, verb }
  }
  if (phrase !== undefined) return phrase
  if (functionWords.has(text)) return { ...said, part: 'function' }
  if (plainAdjectives.has(text)) return { ...said, part: 'adjective' }
  return readUnknown(text, said, tokens[at + 1], before)
}

/** By their endings and their case; the rest is taken for a noun nobody has drawn. */
function readUnknown(
  text: string,
  said: { text: string; name: boolean },
  next: Token | undefined,
  before?: Unit,
): Unit {
  if (womenNames.has(text))
    return { ...said, part: 'noun', noun: { kind: 'body', body: 'woman', heightMetres: 1.68 }, plural: false }
  if (menNames.has(text))
    return { ...said, part: 'noun', noun: { kind: 'body', body: 'man', heightMetres: 1.78 }, plural: false }
  if (text.length > 4 && text.endsWith('ly')) return { ...said, part: 'adverb' }
  const follows = before !== undefined && modifiers.has(before.part)
  if (looksLikeDoing(text)) return { ...said, part: follows && startsNoun(next) ? 'adjective' : 'verb' }
  if (text.length > 4 && /(?:ed|ful|ous|ive|ish|less|able|ible|esque)$/.test(text))
    return { ...said, part: 'adjective' }
  return { ...said, part: 'unknown' }
}

/** Whether the word is a noun here, a doing, or describes the noun after it ("a running dog"). */
function partOfVerb(
  verb: Verb,
  next: Token | undefined,
  before: Unit | undefined,
  alsoNoun: boolean,
): 'noun' | 'verb' | 'adjective' {
  const part = before?.part
  if (part !== undefined && modifiers.has(part)) {
    if (alsoNoun) return 'noun'
    return startsNoun(next) && verb.form !== 'base' ? 'adjective' : 'verb'
  }
  if (verb.form === 'ing' || verb.form === 'past' || !alsoNoun) return 'verb'
  if (before?.part === 'noun')
    return verb.form === 'third-person' || before.plural || !startsNoun(next) === false ? 'verb' : 'noun'
  if (part === 'pronoun' || part === 'and' || part === 'adverb') return 'verb'
  if (before?.text === 'to' || before?.text === 'can' || before?.text === 'will') return 'verb'
  return 'noun'
}

function startsNoun(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && !functionWords.has(token.text) && !token.text.endsWith('ly')
}
