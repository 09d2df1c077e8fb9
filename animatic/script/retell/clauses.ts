/** The clauses of a prompt that speak of a film there is: "the cat is a dog", "make the car red", "without the boat". */
import { readAtmosphere } from '../atmosphere.ts'
import { colourWords } from '../lexicon/words.ts'
import { gatherPieces, type Thing } from '../pieces.ts'
import type { Actor } from '../relations.ts'
import { readScene } from '../scene.ts'
import { type Token, tokenize } from '../tokens.ts'
import { cutUnits } from '../units.ts'

/** What a clause does to the one it names. */
export type Clause = { of: Thing } & (
  | { kind: 'swap'; by: Thing }
  | { kind: 'colour'; colour: string }
  | { kind: 'removal' }
)

const name = "((?:the|a|an|that|this|his|her|their|its|my)? ?[a-z'-]+(?: [a-z'-]+){0,2}?)"
const other = "((?:a|an|the|some|two|three)? ?[a-z'-]+(?: [a-z'-]+){0,3}?)"
const end = '(?= (?:and|but|while|at|in|on|with|instead|now) | instead$|[,.;!?]|$| [,.;!?])'
const pattern = (text: string) => new RegExp(text.replace('NAME', name).replace('OTHER', other).replace('END', end))

/** In each the first group is who is spoken of and the second what becomes of it, or the other way round. */
const swaps: readonly { pattern: RegExp; turned?: boolean }[] = [
  { pattern: pattern('\\b(?:replace|swap|exchange) NAME (?:with|for|by) OTHEREND') },
  { pattern: pattern('\\b(?:turn|change|transform|convert|make) NAME (?:into|to be|to|become) OTHEREND') },
  { pattern: pattern("\\b(?:make|let) (the [a-z'-]+) (?:be )?(an? [a-z'-]+(?: [a-z'-]+){0,2}?)END") },
  {
    pattern: pattern(
      "(?<=^|[,.;] |and )(the [a-z'-]+(?: [a-z'-]+)?) (?:is|are|becomes?|should be|turns into) (?:now )?(an? [a-z'-]+(?: [a-z'-]+){0,2}?)END",
    ),
  },
  { pattern: pattern('OTHER (?:instead of|in place of|rather than) NAMEEND'), turned: true },
]
const colourings: readonly RegExp[] = [
  pattern('\\b(?:make|paint|colou?r|turn|dye) NAME (?:in )?([a-z]+)END'),
  pattern("\\b(the [a-z'-]+(?: [a-z'-]+)?) (?:is|are|becomes?|turns?|should be) (?:now )?([a-z]+)END"),
  pattern('\\bchange (?:the )?colou?r of NAME to ([a-z]+)END'),
]
const removals: readonly RegExp[] = [
  pattern('\\b(?:without|remove|delete|erase|get rid of|take away|take out|leave out|no more|no) NAMEEND'),
]

/** What is said to whoever makes the film, not of it. */
const asides: readonly RegExp[] = [
  /\b(?:make|turn|change|set|keep|let|render|show|have|restyle|remake|redo) (?:it|this|that|everything|the (?:whole )?(?:video|film|scene|clip|shot|thing))\b(?: (?:to|into|in|at|look|be|like|as|all))*/,
  /\bit (?:now )?(?:begins?|starts?|is|was|gets|becomes|should be)\b(?: to)?(?: now)?/,
  /\b(?:shift|change|make|turn|use|give)? ?(?:the |a )?(?:colou?rs?|colou?r palette|palette|colou?r scheme|tones?|lighting)(?: (?:to|into|of|with))? [^.;!?]*/,
  /\b(?:please|add|adds|include|introduce|insert|continue|go on|keep going)\b/,
]
/** "make it snow": weather that is told as a deed. */
const falling = /\b(?:(?:make|let) it|it (?:begins?|starts?)(?: to)?|it) (snow|rain)s?\b/

const pronouns = /(?<=^|[,.;!?] |(?:and|then|while|but|as) )(?:he|she|it|they)(?= )/

/** Without what is said aside; pronouns stand for the one the film is of. */
export function plainTokens(tokens: readonly Token[], lead: Actor | undefined): Token[] {
  let text = tokens.map((token) => token.text).join(' ')
  text = text.replace(falling, ' , $1ing , ')
  for (const aside of asides) text = text.replace(aside, ' , ')
  if (lead) text = text.replace(pronouns, `the ${lead.thing.words.slice(lead.thing.words.lastIndexOf(' ') + 1)}`)
  return tokenize(text)
}

/** The clauses found, and the tokens that are left when they are taken out. `knows` says who is in the film. */
export function readClauses(
  tokens: readonly Token[],
  knows: (thing: Thing) => boolean,
): { clauses: Clause[]; rest: readonly Token[] } {
  let text = tokens.map((token) => token.text).join(' ')
  const clauses: Clause[] = []
  const take = (expression: RegExp, read: (first: string, second: string) => Clause | undefined) => {
    const found = expression.exec(text)
    const clause = found && read(found[1] ?? '', found[2] ?? '')
    if (!found || !clause) return
    clauses.push(clause)
    text = `${text.slice(0, found.index)} , ${text.slice(found.index + found[0].length)}`
  }
  const known = (words: string): Thing | undefined => {
    const thing = readThing(words)
    return thing && knows(thing) ? thing : undefined
  }
  for (const { pattern: expression, turned } of swaps) {
    take(expression, (first, second) => {
      const of = known(turned ? second : first)
      const by = readThing(turned ? first : second)
      return of && by ? { kind: 'swap', of, by } : undefined
    })
  }
  for (const expression of colourings) {
    take(expression, (words, word) => {
      const of = known(words)
      const colour = colourWords.get(word)
      return of && colour !== undefined ? { kind: 'colour', of, colour } : undefined
    })
  }
  for (const expression of removals) {
    take(expression, (words) => {
      const of = known(words)
      return of && { kind: 'removal', of }
    })
  }
  return { clauses, rest: clauses.length === 0 ? tokens : tokenize(text) }
}

/** The thing that a few words name; nothing when it has no drawing. */
function readThing(words: string): Thing | undefined {
  const { rest } = readAtmosphere(tokenize(words))
  return readScene(gatherPieces(cutUnits(rest))).actors[0]?.thing
}

/** Whether two things are spoken of as one: by the same drawing or the same head word. */
export function isSame(one: Thing, other: Thing): boolean {
  const headOf = ({ words }: Thing) => words.slice(words.lastIndexOf(' ') + 1)
  return JSON.stringify(one.noun) === JSON.stringify(other.noun) || headOf(one) === headOf(other)
}

export const findSame = (actors: readonly Actor[], thing: Thing): Actor | undefined =>
  actors.find((actor) => isSame(actor.thing, thing))
