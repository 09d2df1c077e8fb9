/** Finds what any English noun stands for: by the hand-made lexicon, or by what WordNet says it is a kind of. */
import { findKnownNoun, type Noun } from './nouns.ts'
import { singularForms } from './plurals.ts'
import { kindOfNoun, missingKey } from './wordnet.ts'

/** The noun that the phrase names, singular or plural, in either lexicon; undefined when neither knows it. */
export function findNoun(phrase: string): { noun: Noun; plural: boolean } | undefined {
  return findKnownNoun(phrase) ?? findFurtherNoun(phrase)
}

/** The noun by WordNet alone: "basenji" is a dog, "Danube" a river. */
export function findFurtherNoun(phrase: string): { noun: Noun; plural: boolean } | undefined {
  const exact = kindNamed(phrase)
  if (exact !== undefined) return { noun: exact, plural: false }
  const start = phrase.lastIndexOf(' ') + 1
  for (const singular of singularForms(phrase.slice(start))) {
    const noun = kindNamed(phrase.slice(0, start) + singular)
    if (noun !== undefined) return { noun, plural: true }
  }
  return undefined
}

function kindNamed(phrase: string): Noun | undefined {
  const kind = kindOfNoun(phrase)
  // "cherry tomato", "corn salad": to WordNet a herb, to the eye what the last word says.
  const head =
    kind === 'herb' && phrase.includes(' ') ? findKnownNoun(phrase.slice(phrase.lastIndexOf(' ') + 1)) : undefined
  if (head?.noun.kind === 'drawing') return head.noun
  if (kind === undefined) return undefined
  return kind === missingKey ? { kind: 'missing' } : findKnownNoun(kind)?.noun
}
