/** Frequent words of other languages, turned into the English ones the lexicon knows. */
import { readFileSync } from 'node:fs'
import { findNoun } from './further-nouns.ts'
import { foreignWords, hanWords } from './lexicon/foreign.ts'
import { functionWords } from './lexicon/words.ts'
import { findKnownNoun } from './nouns.ts'
import { findVerb } from './verbs.ts'
import { isAdjective } from './wordnet.ts'

const { spaced, unspaced } = collect()
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u
const longestHanWord = Math.max(...[...unspaced.keys()].map((word) => word.length))
/** Endings of plurals and cases, the longest first. */
const endings = ['nen', 'en', 'es', 'er', 'n', 's', 'e', 'x']

/** The word itself, or the English words for it. Chinese and Japanese are cut at the longest known words. */
export function translate(word: string): string[] {
  // What the hand-made lexicon names in English is that: a boot, a trombone.
  const english = findKnownNoun(word) === undefined ? spaced.get(word) : undefined
  if (english !== undefined) return english.split(' ')
  if (han.test(word)) return cutHan(word)
  return pluralOf(word) ?? [word]
}

/** The English of a plural or a case that is listed in its plain form alone: "leones", "Katzen". */
function isEnglish(word: string): boolean {
  return functionWords.has(word) || findVerb(word) !== undefined || isAdjective(word) || findNoun(word) !== undefined
}

function pluralOf(word: string): string[] | undefined {
  if (isEnglish(word)) return undefined
  for (const ending of endings) {
    if (word.length - ending.length < 4 || !word.endsWith(ending)) continue
    const english = spaced.get(word.slice(0, -ending.length))
    if (english !== undefined) return english.split(' ')
  }
  return undefined
}

/** The hand-made words know better than what emoji are called. */
function collect(): { spaced: Map<string, string>; unspaced: Map<string, string> } {
  const found = { spaced: new Map<string, string>(), unspaced: new Map<string, string>() }
  let table = found.spaced
  const text = readFileSync(new URL('./lexicon/foreign.generated.txt', import.meta.url), 'utf8')
  for (const line of text.split('\n')) {
    if (line === '[unspaced]') table = found.unspaced
    const colon = line.indexOf(':')
    if (colon < 0) continue
    for (const word of line.slice(colon + 1).split(',')) table.set(word, line.slice(0, colon))
  }
  for (const [word, english] of foreignWords) found.spaced.set(word, english)
  for (const [word, english] of hanWords) found.unspaced.set(word, english)
  return found
}

function cutHan(text: string): string[] {
  const words: string[] = []
  let unknown = ''
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longestHanWord, text.length - at)
    while (length > 0 && !unspaced.has(text.slice(at, at + length))) length--
    if (length === 0) {
      unknown += text[at++]
      continue
    }
    if (unknown !== '') words.push(unknown)
    unknown = ''
    words.push(...(unspaced.get(text.slice(at, at + length)) ?? '').split(' ').filter((part) => part !== ''))
    at += length
  }
  if (unknown !== '') words.push(unknown)
  return words
}
