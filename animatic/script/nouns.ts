/** Finds the drawing that a noun names. */
import { drawingNames } from '../cast/catalogue.ts'
import { setNames } from '../sets/set-names.ts'
import { moodWords, seasonWords, timeWords, weatherWords } from './lexicon/atmosphere.ts'
import { misleading, notAThing, synonyms } from './lexicon/drawings.ts'
import { garmentCuts } from './lexicon/garments.ts'
import { bodies, companies, outfits, roles } from './lexicon/people.ts'
import { buildingPlaces, placeWords } from './lexicon/places.ts'
import { clothes, garments, notDrawable } from './lexicon/words.ts'
import { singularForms } from './plurals.ts'

/** What a noun of the lexicon stands for. */
export type Noun =
  /** `place` is the set that shows the same building as a place to be in. */
  | { kind: 'drawing'; name: string; place?: string }
  | { kind: 'body'; body: string; heightMetres: number }
  | { kind: 'role'; name: string }
  /** People of different kinds, each a body noun. */
  | { kind: 'company'; members: readonly string[] }
  | { kind: 'place'; place: string }
  /** `name` is the drawing of the garment by itself. */
  | { kind: 'clothes'; name?: string }
  | { kind: 'blank' }
  | { kind: 'missing' }

const skinTone = /-(?:medium-)?(?:light|dark|medium)$/
/** Drawings of a deed: in "a person swimming" the swimming is no part of the name. */
const doing = /^(?:man|woman|person)-.*(?:ing|ing-.*)$/
const names = new Set(drawingNames())
const sets = new Set<string>(setNames)
const nouns = collectNouns()

/** Whether the emoji set has a drawing of this name. */
export function hasDrawing(name: string): boolean {
  return names.has(name)
}

/** The noun that the phrase names, singular or plural ("foxes", "glasses of wine"); undefined when the lexicon does not know it. */
export function findKnownNoun(phrase: string): { noun: Noun; plural: boolean } | undefined {
  const exact = nouns.get(phrase)
  if (exact !== undefined) return { noun: exact, plural: alwaysPlural.has(phrase) }
  const of = phrase.indexOf(' of ')
  const start = of < 0 ? phrase.lastIndexOf(' ') + 1 : 0
  const end = of < 0 ? phrase.length : of
  for (const singular of singularForms(phrase.slice(start, end))) {
    const noun = nouns.get(phrase.slice(0, start) + singular + phrase.slice(end))
    if (noun !== undefined) return { noun, plural: true }
  }
  return undefined
}

const alwaysPlural = new Set([
  'people',
  'children',
  'cattle',
  'clouds',
  'waves',
  'crowd',
  'audience',
  'stars',
  'balloons',
  'books',
])

/** Every phrase of the hand-made lexicon and what it stands for. */
export function knownNouns(): Iterable<[string, Noun]> {
  return nouns.entries()
}

/** Every phrase of two words or more that names a noun. */
export function nounPhrases(): string[] {
  return [...nouns.keys()].filter((phrase) => phrase.includes(' '))
}

/** Earlier groups are overruled by later ones: a hand-made synonym knows better than the name of a drawing. */
function collectNouns(): Map<string, Noun> {
  const found = new Map<string, Noun>()
  for (const name of names) {
    const phrase = name.replaceAll('-', ' ')
    if (!skinTone.test(name) && !doing.test(name) && !notAThing.has(phrase))
      found.set(phrase, { kind: 'drawing', name })
  }
  for (const [phrase, name] of synonyms) if (names.has(name)) found.set(phrase, { kind: 'drawing', name })
  for (const phrase of notDrawable) if (!found.has(phrase)) found.set(phrase, { kind: 'blank' })
  for (const table of [timeWords, weatherWords, seasonWords, moodWords]) {
    for (const phrase of table.keys())
      if (!found.has(phrase) && !/(?:ing|ed|ly)$/.test(phrase)) found.set(phrase, { kind: 'blank' })
  }
  for (const phrase of [...clothes, ...outfits.keys(), ...garmentCuts.keys(), ...garments.keys()])
    found.set(phrase, { kind: 'clothes', ...(garments.has(phrase) ? { name: garments.get(phrase) } : {}) })
  for (const [phrase, place] of placeWords) found.set(phrase, { kind: 'place', place })
  for (const [phrase, place] of buildingPlaces) {
    const noun = found.get(phrase)
    if (noun?.kind === 'drawing' && sets.has(place)) found.set(phrase, { ...noun, place })
  }
  for (const [phrase, name] of roles) if (names.has(name)) found.set(phrase, { kind: 'role', name })
  for (const [phrase, entry] of bodies) {
    const [body = 'person', height] = entry.split(':')
    found.set(phrase, { kind: 'body', body, heightMetres: Number(height) })
  }
  for (const [phrase, members] of companies) found.set(phrase, { kind: 'company', members: members.split(' ') })
  for (const phrase of misleading) if (!names.has(phrase.replaceAll(' ', '-'))) found.set(phrase, { kind: 'missing' })
  return found
}
