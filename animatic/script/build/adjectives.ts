import { functionWords, plainAdjectives } from '../lexicon/words.ts'
import { findKnownNoun } from '../nouns.ts'
import { findVerb } from '../verbs.ts'
import type { WordNet } from './read-wordnet.ts'

/** Words that describe rather than name: no noun at all, or one that is met less often. `taken` are drawable nouns. */
export function adjectivesOf(
  adjectives: WordNet,
  nouns: WordNet,
  verbs: WordNet,
  taken: ReadonlySet<string>,
): string[] {
  const uses = ({ senses }: WordNet, word: string) =>
    (senses.get(word) ?? []).reduce((sum, sense) => sum + sense.uses, senses.has(word) ? 0.5 : 0)
  return [...adjectives.senses.keys()].filter(
    (word) =>
      /^[a-z]{3,}$/.test(word) &&
      !taken.has(word) &&
      !plainAdjectives.has(word) &&
      !functionWords.has(word) &&
      findKnownNoun(word) === undefined &&
      findVerb(word) === undefined &&
      uses(adjectives, word) > uses(nouns, word) &&
      uses(adjectives, word) > uses(verbs, word),
  )
}
