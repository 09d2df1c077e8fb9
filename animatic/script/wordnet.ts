/** Words that WordNet knows and the hand-made lexicon does not, each with the phrase of that lexicon it is a kind of. */
import { readFileSync } from 'node:fs'

/** Stands for no phrase: the compound is something else than its last word says, and has no picture. */
export const missingKey = '-'

const lists = readLists(readFileSync(new URL('./lexicon/wordnet.generated.txt', import.meta.url), 'latin1'))

/** The phrase that stands for the noun ("dog" for "basenji"); `-` for one that has no picture. */
export function kindOfNoun(word: string): string | undefined {
  return lists.nouns.get(word)
}

/** The base form of the known verb that this base form is a way of ("walk" for "mosey"). */
export function kindOfVerb(base: string): string | undefined {
  return lists.verbs.get(base)
}

export function isAdjective(word: string): boolean {
  return lists.adjectives.has(word)
}

/** Every first word of a compound noun. */
export function compoundStarts(): Iterable<string> {
  return lists.starts
}

/** The file is sections of lines `meaning:word,word`; split once, it is 30,000 words in about ten milliseconds. */
function readLists(text: string) {
  const nouns = new Map<string, string>()
  const verbs = new Map<string, string>()
  const adjectives = new Set<string>()
  const starts = new Set<string>()
  let section = ''
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 0) {
      section = line
      continue
    }
    const meaning = line.slice(0, colon)
    for (const word of line.slice(colon + 1).split(',')) {
      if (section === '[verbs]') verbs.set(word, meaning)
      else if (section === '[adjectives]') adjectives.add(word)
      else {
        nouns.set(word, meaning)
        const space = word.indexOf(' ')
        if (space > 0) starts.add(word.slice(0, space))
      }
    }
  }
  return { nouns, verbs, adjectives, starts }
}
