/** Cuts tokens into units: the longest phrases the lexicon knows, each with its part of speech. */

import { isLively, kindOf } from './kinds.ts'
import { deedPhrases } from './lexicon/deed-phrases.ts'
import { emojiDrawings } from './lexicon/emoji.ts'
import { relationWords } from './lexicon/relations.ts'
import { colourWords, numberWords, sizeWords } from './lexicon/words.ts'
import { findKnownNoun, hasDrawing, type Noun, nounPhrases } from './nouns.ts'
import { readPhrase, readWord, type Unit } from './parts-of-speech.ts'
import { singularForms } from './plurals.ts'
import type { Token } from './tokens.ts'
import { compoundStarts } from './wordnet.ts'

const longestPhrase = 5

const phraseStarts = new Set([
  ...compoundStarts(),
  ...[
    ...nounPhrases(),
    ...[deedPhrases, relationWords, numberWords, sizeWords, colourWords].flatMap((table) => [...table.keys()]),
  ]
    .filter((phrase) => phrase.includes(' '))
    .map((phrase) => phrase.slice(0, phrase.indexOf(' '))),
])

export function cutUnits(tokens: readonly Token[]): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < tokens.length; ) {
    const [unit, length] = readUnit(tokens, at, units)
    units.push(unit)
    at += length
  }
  return units
}

function readUnit(tokens: readonly Token[], at: number, before: readonly Unit[]): [Unit, number] {
  const token = tokens[at]!
  const said = { text: token.text, name: token.name }
  if (token.kind === 'emoji') return [readEmoji(token.text), 1]
  if (token.kind !== 'word') return [{ ...said, part: token.kind }, 1]
  const longest = startsPhrase(token.text) ? longestPhrase : 1
  for (let length = longest; length > 1; length--) {
    const phrase = joinWords(tokens, at, length)
    if (phrase === undefined) continue
    const verb = namesDoer(token, before) ? undefined : deedPhrases.get(phrase)
    const unit: Unit | undefined = verb === undefined ? readPhrase(phrase) : { ...said, part: 'verb', verb }
    if (unit !== undefined) return [{ ...unit, name: token.name }, length]
  }
  const deed = deedPhrases.get(token.text)
  if (deed !== undefined && !describes(before.at(-1))) return [{ ...said, part: 'verb', verb: deed }, 1]
  return [{ ...readWord(token, tokens[at + 1], before), name: token.name }, 1]
}

/** "robot dancing" without anybody before is a robot that dances, not a way to dance. */
function namesDoer({ text }: Token, before: readonly Unit[]): boolean {
  if (before.some(({ part }) => part === 'noun')) return false
  const noun = findKnownNoun(text)?.noun
  return (
    noun?.kind === 'role' || noun?.kind === 'body' || (noun?.kind === 'drawing' && isLively(kindOf(noun.name).kind))
  )
}

/** "the yoga", "a yellow drawing": a noun, not a deed. */
function describes(unit: Unit | undefined): boolean {
  return unit === undefined || ['determiner', 'adjective', 'count', 'colour', 'size', 'relation'].includes(unit.part)
}

/** Most words begin no phrase, and need not be tried in five lengths. */
function startsPhrase(word: string): boolean {
  return phraseStarts.has(word) || singularForms(word).some((singular) => phraseStarts.has(singular))
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

/** An emoji stands for its drawing; the face of an animal for the whole animal, which can move. */
function readEmoji(emoji: string): Unit {
  const found = emojiDrawings.get(emoji) ?? emojiDrawings.get([...emoji][0] ?? '')
  if (found === undefined) return { text: emoji, name: false, part: 'adverb' }
  const whole = found.replace(/-face$/, '')
  const drawing = hasDrawing(whole) && kindOf(whole).kind === 'animal' ? whole : found
  const noun: Noun = findKnownNoun(drawing.replaceAll('-', ' '))?.noun ?? { kind: 'drawing', name: drawing }
  return { text: emoji, name: false, part: 'noun', noun, plural: false }
}
