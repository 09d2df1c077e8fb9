/** Words that place one thing against another. */
import type { Subject } from '../shot-plan.ts'
import { phraseTable, wordSet } from './phrase-table.ts'

export type RelationKind = NonNullable<Subject['relation']>['kind']

/** Longer phrases are tried first, so `on top of` is never read as `on`. */
export const relationWords = phraseTable<RelationKind>({
  'left-of':
    'on the left of, to the left of, left of, on the left side of, on left of, to the left side of, at the left of',
  'right-of':
    'on the right of, to the right of, right of, on the right side of, on right of, at the right of, next to, beside, near, alongside, by the side of, close to, adjacent to, side by side with, standing by',
  on: 'on top of, on the top of, on, atop, upon, onto, above, over the top of, on to, at the top of, over',
  under: 'under, underneath, beneath, below, at the bottom of, on the bottom of, in the shade of',
  'in-front-of': 'in front of, in the front of, before, at the front of, facing',
  behind: 'behind, at the back of, in back of, in the back of, at the rear of',
  inside: 'inside, inside of, in, within, into, out of',
  riding: 'riding on, on the back of, astride, riding on the back of, on board, aboard',
})

/** With one of these, what the sentence's subject acts upon is carried by it. */
export const holdingVerbs = wordSet(`
  hold carry read play eat drink smoke bite lick chew sip lift use swing wave throw catch brush strum pull drag munch nibble
  devour taste kick toss flip wrap cut chop open bring grab gnaw fly arrange tie push juggle shuffle write
`)
export const ridingVerbs = wordSet('ride pedal cycle skate surf straddle mount')
export const wearingVerbs = wordSet('wear')

/** What is worn on the head. */
export const headwear = new Set(
  'chef-hat space-helmet crown top-hat billed-cap womans-hat graduation-cap sunglasses glasses goggles rescue-workers-helmet military-helmet headphone'.split(
    ' ',
  ),
)

/** Verbs that say little, so that a later one of the same doer tells the action. */
export const weakVerbs = wordSet('bend come go move turn lean slow do use take have begin start')

/** A place after one of these is where the scene is. */
export const placingWords = wordSet(
  'in on at through along across into over by from near around inside under to down up toward towards onto above within beside',
)

/** A thing after one of these is neither acted upon nor stood against. */
export const farWords = wordSet(
  'from to of at by for around toward towards through across along past about against among between like than',
)
