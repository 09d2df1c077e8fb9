/** Climbs from every verb of WordNet to the nearest one whose motion the hand-made lexicon knows. */
import { vagueVerbs } from '../lexicon/wordnet-rules.ts'
import { findVerb } from '../verbs.ts'
import type { WordNet } from './read-wordnet.ts'

const mostSteps = 4

/** Known verbs, in their base form, and the further verbs that are a way of doing each. */
export function verbsOf({ synsets, senses }: WordNet): Map<string, string[]> {
  const anchors = new Map<string, string>()
  for (const [word, [first]] of senses) {
    const known = findVerb(word)
    if (known?.form === 'base' && first !== undefined && !anchors.has(first.synset)) anchors.set(first.synset, word)
  }
  const lists = new Map<string, string[]>()
  for (const [word, [first]] of senses) {
    if (!/^[a-z]{3,}$/.test(word) || findVerb(word) !== undefined || first === undefined) continue
    let level: readonly string[] = [first.synset]
    for (let step = 0; step < mostSteps && level.length > 0; step++) {
      const base = level.map((id) => anchors.get(id)).find((found) => found !== undefined)
      if (base !== undefined) {
        if (step === 0 || !vagueVerbs.has(base)) lists.set(base, [...(lists.get(base) ?? []), word])
        break
      }
      level = level.flatMap((id) => synsets.get(id)?.above ?? [])
    }
  }
  return lists
}
