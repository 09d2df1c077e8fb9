/** Finds the motion that a verb names, in any of its forms. */

import { phraseTable, wordSet } from './lexicon/phrase-table.ts'
import { ingNouns, irregularVerbs, verbLists } from './lexicon/verbs.ts'
import type { Action } from './shot-plan.ts'
import { kindOfVerb } from './wordnet.ts'

export interface Verb {
  /** Base form, such as `run` for `running`. */
  base: string
  action: Action
  /** The words of the prompt, for a deed told in several: "roller skating". */
  told?: string
  form: 'base' | 'third-person' | 'past' | 'ing'
}

const things = wordSet(ingNouns)
const forms = collectForms()

export function findVerb(word: string): Verb | undefined {
  return forms.get(word)
}

/**
 * The verb that an unknown -ing form may be of: moving like what WordNet says it is a way of, or else busy with the
 * hands, which is what most such words mean of a person.
 */
export function findFurtherVerb(word: string): Verb | undefined {
  if (!looksLikeDoing(word)) return undefined
  const stem = word.slice(0, -3)
  const bases = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')]
  const known = bases.map(kindOfVerb).find((base) => base !== undefined)
  const action = known === undefined ? 'work' : (findVerb(known)?.action ?? 'work')
  return { base: bases.find((base) => kindOfVerb(base) !== undefined) ?? stem, action, form: 'ing' }
}

/** The same for an unknown word in -s or -ed that follows the one who does it: "mends", "moseyed", "scatter". */
export function findToldVerb(word: string): Verb | undefined {
  if (kindOfVerb(word) !== undefined) {
    const kind = findVerb(kindOfVerb(word) ?? '')
    return kind === undefined ? undefined : { base: word, action: kind.action, form: 'base' }
  }
  const stems = [/s$/, /es$/, /ed$/, /d$/].flatMap((ending) => (ending.test(word) ? [word.replace(ending, '')] : []))
  const base = stems.find((stem) => kindOfVerb(stem) !== undefined)
  const known = base === undefined ? undefined : findVerb(kindOfVerb(base) ?? '')
  return base === undefined || known === undefined ? undefined : { base, action: known.action, form: 'third-person' }
}

/** The verb of a form in -ing that may also be a thing: "is building". */
export function findProgressive(word: string): Verb | undefined {
  if (!word.endsWith('ing')) return undefined
  const stem = word.slice(0, -3)
  const known = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].map(findVerb).find((verb) => verb?.form === 'base')
  return known === undefined ? findFurtherVerb(word) : { ...known, form: 'ing' }
}

/** Whether an unknown word looks like the -ing form of a verb. */
export function looksLikeDoing(word: string): boolean {
  return word.length > 5 && word.endsWith('ing') && !things.has(word)
}

function collectForms(): Map<string, Verb> {
  const found = new Map<string, Verb>()
  const add = (text: string, verb: Verb) => {
    if (!found.has(text) && !things.has(text)) found.set(text, verb)
  }
  for (const [base, action] of phraseTable<Action>(verbLists)) {
    add(base, { base, action, form: 'base' })
    const stem = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ie` : base
    const hissing = /(?:s|x|z|ch|sh|o)$/.test(base)
    add(hissing ? `${base}es` : `${stem}s`, { base, action, form: 'third-person' })
    for (const root of doubled(base)) {
      add(`${root.replace(/e$/, '').replace(/([^e])ie$/, '$1y')}ing`, { base, action, form: 'ing' })
      add(`${base}ing`, { base, action, form: 'ing' })
      add(/e$/.test(root) ? `${root}d` : /[^aeiou]y$/.test(root) ? `${root.slice(0, -1)}ied` : `${root}ed`, {
        base,
        action,
        form: 'past',
      })
    }
    for (const text of (irregularVerbs[base] ?? '').split(' ')) {
      if (text !== '') add(text, { base, action, form: text.endsWith('ing') ? 'ing' : 'past' })
    }
  }
  return found
}

/** The base form, and the one with the last consonant doubled where spelling may ask for it. */
function doubled(base: string): string[] {
  return /[^aeiou][aeiou][bdglmnprt]$/.test(base) ? [base + base.at(-1), base] : [base]
}
