/** Climbs from every noun of WordNet to the nearest phrase of the hand-made lexicon that it is a kind of. */
import { kindOf } from '../kinds.ts'
import { meantSense, otherwise, readsAsVerb, shallow } from '../lexicon/wordnet-rules.ts'
import { colourWords } from '../lexicon/words.ts'
import { findKnownNoun, knownNouns, type Noun } from '../nouns.ts'
import type { Sense, Synset, WordNet } from './read-wordnet.ts'

/** Numbers of lexicographer files, lexnames(5WN). */
const tops = 3
const animal = 5
const artifact = 6
const food = 13
const group = 14
const location = 15
const natural = 17
const person = 18
const phenomenon = 19
const plant = 20
const substance = 27
const concrete = new Set([tops, animal, artifact, food, natural, person, plant, location, phenomenon])

/** Key of the words that WordNet knows as something other than their last word says: "sea horse", "fire escape". */
export const missingKey = '-'
const mostSteps = 9

/** Phrases of the hand-made lexicon and the further words that are a kind of each. */
export function nounsOf(nouns: WordNet, verbs: WordNet, adjectives: WordNet): Map<string, string[]> {
  const anchors = anchorsOf(nouns)
  const found = new Map<string, string>()
  for (const [word, senses] of nouns.senses) {
    if (word.includes(' ') || !/^\p{L}{3,}$/u.test(word) || findKnownNoun(word) !== undefined) continue
    if (usesOf(verbs, word) + 2 * usesOf(adjectives, word) > 2 * usesOf(nouns, word) + 1) continue
    const phrase = kindOfWord(nouns, anchors, senses)
    if (phrase !== undefined) found.set(word, isEaten(nouns, senses) && isPlant(phrase) ? missingKey : phrase)
  }
  for (const [word, senses] of nouns.senses) {
    if (!/^[\p{L}']{2,}(?: [\p{L}']+){1,3}$/u.test(word) || isLatin(nouns, word)) continue
    if (findKnownNoun(word) !== undefined || isColoured(word) || readsAsVerb.test(word)) continue
    const last = word.slice(word.lastIndexOf(' ') + 1)
    const ofLast = phraseOf(last, found)
    const phrase = kindOfWord(nouns, anchors, senses)
    if (phrase !== undefined ? !means(phrase, ofLast) : ofLast !== undefined && isOther(nouns, word, last))
      found.set(word, phrase ?? missingKey)
  }
  const lists = new Map<string, string[]>()
  for (const [word, phrase] of found) {
    const list = lists.get(phrase)
    if (list === undefined) lists.set(phrase, [word])
    else list.push(word)
  }
  return lists
}

/** The synsets that phrases of the lexicon name; undefined stops a climb without a find. */
function anchorsOf(nouns: WordNet): Map<string, string | undefined> {
  const anchors = new Map<string, string | undefined>()
  for (const [phrase, noun] of knownNouns()) {
    const fields = fieldsOf(noun)
    const senses = nouns.senses.get(phrase) ?? []
    const meant = meantSense[phrase]
    const sense =
      meant !== undefined
        ? senses[meant - 1]
        : fields
            .map((group) => senses.find(({ synset }) => group.includes(nouns.synsets.get(synset)?.field ?? -1)))
            .find((fitting) => fitting !== undefined)
    if (sense === undefined || otherwise.has(phrase)) continue
    const told = noun.kind === 'missing' ? undefined : phrase
    if (!anchors.has(sense.synset)) anchors.set(sense.synset, told)
  }
  return anchors
}

/** Lexicographer files that the noun's synset may stand in, the better groups first. */
function fieldsOf(noun: Noun): number[][] {
  if (noun.kind === 'body' || noun.kind === 'role') return [[person, tops]]
  if (noun.kind === 'place') return [[artifact, natural, location, group, phenomenon]]
  if (noun.kind === 'missing') return [[artifact, animal, plant, food]]
  if (noun.kind === 'clothes') return [[artifact]]
  if (noun.kind !== 'drawing') return []
  const { kind } = kindOf(noun.name)
  if (kind === 'animal' || kind === 'bird' || kind === 'fish') return [[animal]]
  if (kind === 'plant') return [[plant]]
  if (kind === 'food') return [[food], [plant]]
  if (kind === 'sky') return [[natural, phenomenon], [artifact]]
  return kind === 'person' ? [[person]] : [[artifact], [natural, phenomenon, substance]]
}

type Anchors = ReadonlyMap<string, string | undefined>

/**
 * The phrase for the word's first drawable sense. A sense that is rare beside the others does not count, nor does any
 * behind a drawable one that leads nowhere: a wrong picture is worse than none.
 */
function kindOfWord({ synsets }: WordNet, anchors: Anchors, senses: readonly Sense[]): string | undefined {
  const total = senses.reduce((sum, { uses }) => sum + uses, 0)
  const kinds = senses.filter(({ synset }) => (synsets.get(synset)?.above.length ?? 0) > 0 || anchors.has(synset))
  if (kinds.length === 0) return climbFromName(synsets, anchors, senses[0]?.synset ?? '')
  const ranked = total > 0 ? kinds : kinds.toSorted((one, other) => rankOf(one) - rankOf(other))
  for (const [rank, { synset, uses }] of ranked.entries()) {
    if (!concrete.has(synsets.get(synset)?.field ?? -1)) continue
    const usual = rank === 0 || (total === 0 ? rank <= 2 : uses >= total * 0.3)
    return usual ? climb(synsets, anchors, synset) : undefined
  }
  return undefined

  /** Where nothing was counted, an animal is likelier than a thing and a thing than somebody who does something. */
  function rankOf({ synset }: Sense): number {
    const field = synsets.get(synset)?.field ?? -1
    if (field === person) return 2
    return field === animal || !concrete.has(field) ? 0 : 1
  }
}

/** A name of a town, a river, a mountain or a building, which nothing else is called by. */
function climbFromName(synsets: WordNet['synsets'], anchors: Anchors, synset: string): string | undefined {
  const named = synsets.get(synset)
  if (named === undefined || ![location, natural, artifact].includes(named.field)) return undefined
  return named.instanceOf.map((id) => climb(synsets, anchors, id)).find((phrase) => phrase !== undefined)
}

function climb(synsets: ReadonlyMap<string, Synset>, anchors: Anchors, from: string): string | undefined {
  let level = [from]
  const seen = new Set<string>()
  for (let step = 0; step < mostSteps && level.length > 0; step++) {
    const next: string[] = []
    for (const id of level) {
      if (anchors.has(id)) {
        const phrase = anchors.get(id)
        return phrase !== undefined && (step === 0 || !shallow.has(phrase)) ? phrase : undefined
      }
      for (const above of synsets.get(id)?.above ?? []) {
        if (!seen.has(above)) next.push(above)
        seen.add(above)
      }
    }
    level = next
  }
  return undefined
}

function usesOf({ senses }: WordNet, word: string): number {
  return (senses.get(word) ?? []).reduce((sum, { uses }) => sum + uses, 0)
}

function phraseOf(word: string, found: ReadonlyMap<string, string>): string | undefined {
  return findKnownNoun(word) === undefined ? found.get(word) : word
}

/** "Cauliflower" and "grapefruit" are seen on a plate rather than as the plant they grow on. */
function isEaten({ synsets }: WordNet, senses: readonly Sense[]): boolean {
  return senses.some(({ synset }) => synsets.get(synset)?.field === food)
}

function isPlant(phrase: string): boolean {
  const noun = findKnownNoun(phrase)?.noun
  return noun?.kind === 'drawing' && kindOf(noun.name).kind === 'plant'
}

/** Whether two phrases of the lexicon stand for the same. */
function means(phrase: string, other: string | undefined): boolean {
  if (other === undefined) return false
  return JSON.stringify(findKnownNoun(phrase)?.noun) === JSON.stringify(findKnownNoun(other)?.noun)
}

/** Whether the compound is drawable and something else than its last word: another animal, or no thing of that field. */
function isOther({ synsets, senses }: WordNet, word: string, last: string): boolean {
  const own = senses.get(word)?.[0]
  const field = synsets.get(own?.synset ?? '')?.field ?? -1
  if (own === undefined || !concrete.has(field) || (synsets.get(own.synset)?.above.length ?? 0) === 0) return false
  const drawn = findKnownNoun(last)?.noun
  const alike = field !== animal && drawn !== undefined && fieldsOf(drawn).flat().includes(field)
  if (alike) return false
  const heads = new Set((senses.get(last) ?? []).map(({ synset }) => synset))
  const pending = [own.synset]
  for (const id of pending) {
    if (heads.has(id)) return false
    pending.push(...(synsets.get(id)?.above ?? []).filter((above) => !pending.includes(above)))
  }
  return true
}

/** "a yellow jacket" is a jacket first. */
function isColoured(word: string): boolean {
  const space = word.indexOf(' ')
  const rest = findKnownNoun(word.slice(space + 1))?.noun
  return colourWords.has(word.slice(0, space)) && (rest?.kind === 'clothes' || rest?.kind === 'drawing')
}

/** "Canis familiaris", but not "Persian cat": a capital, and a last word that is no English noun. */
function isLatin({ synsets, senses }: WordNet, word: string): boolean {
  const synset = synsets.get(senses.get(word)?.[0]?.synset ?? '')
  const spelt = synset?.words.find((spelling) => spelling.toLowerCase() === word)
  return spelt !== undefined && /^\p{Lu}/u.test(spelt) && !senses.has(word.slice(word.lastIndexOf(' ') + 1))
}
