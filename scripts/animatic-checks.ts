/**
 * What a line of a public prompt list names, read from the list's own regular form and nothing of the engine's, and
 * what of it a shot plan lacks. Each check returns the reasons why the line counts as missed; none when all is there.
 */
import { drawingNames } from '../animatic/cast/catalogue.ts'
import type { ShotPlan, Subject } from '../animatic/script/shot-plan.ts'
import { setNames } from '../animatic/sets/set-names.ts'

export type Check = (line: string, plan: ShotPlan) => string[]

const drawings = new Set(drawingNames())
const sets = new Set<string>(setNames)

/** By the last part of the list's file name: "vbench-color.txt" is `color`. */
export const checks: Readonly<Record<string, Check>> = {
  object_class: (line, plan) => lacksThings(plan, [line]),
  multiple_objects: (line, plan) => lacksThings(plan, line.split(/ and (?:an? )?/)),
  color: checkColour,
  spatial_relationship: checkRelation,
  scene: checkScene,
  human_action: checkDeed,
  appearance_style: checkStyle,
  temporal_style: checkStyle,
  subject_consistency: checkClause,
}

/** For a list of no known form: all that was read is drawn, and there is something to see. */
export function checkPlain(_line: string, plan: ShotPlan): string[] {
  const shown = plan.shots.some(({ subjects, placeWords }) => subjects.length > 0 || placeWords !== undefined)
  return [...unresolvedOf(plan), ...(shown ? [] : ['nothing is shown']), ...lacksPictures(plan)]
}

function unresolvedOf(plan: ShotPlan): string[] {
  return plan.unresolved.map((words) => `"${words}" is not drawn`)
}

function lacksPictures({ shots }: ShotPlan): string[] {
  return shots.flatMap(({ place, subjects }) => [
    ...(sets.has(place) ? [] : [`no set "${place}"`]),
    ...subjects.flatMap(({ drawing }) => (drawings.has(drawing) ? [] : [`no drawing "${drawing}"`])),
  ])
}

function subjectsOf(plan: ShotPlan): Subject[] {
  return plan.shots.flatMap(({ subjects }) => subjects)
}

/** "a hot dog" -> "hot dog". */
function bare(noun: string): string {
  return noun
    .trim()
    .toLowerCase()
    .replace(/^(?:an?|the) /, '')
    .replaceAll('-', ' ')
}

function findThing(plan: ShotPlan, noun: string): Subject | undefined {
  return subjectsOf(plan).find(({ words }) => ` ${words} `.includes(` ${bare(noun)} `))
}

function lacksThings(plan: ShotPlan, nouns: readonly string[]): string[] {
  const missing = nouns.filter((noun) => findThing(plan, noun) === undefined)
  const extra = subjectsOf(plan).length > nouns.length ? ['more is shown than was named'] : []
  return [...missing.map((noun) => `no subject "${bare(noun)}"`), ...extra, ...lacksPictures(plan)]
}

function checkColour(line: string, plan: ShotPlan): string[] {
  const [, colour = '', noun = ''] = /^an? (\w+) (.+)$/.exec(line) ?? []
  const shown = findThing(plan, noun)?.colour?.replace('grey', 'gray')
  const told = colour.replace('grey', 'gray')
  return [...lacksThings(plan, [noun]), ...(shown === told ? [] : [`coloured ${shown ?? 'as it is'}, not ${told}`])]
}

const sides: Readonly<Record<string, NonNullable<Subject['relation']>['kind']>> = {
  left: 'left-of',
  right: 'right-of',
  top: 'on',
  bottom: 'under',
}

function checkRelation(line: string, plan: ShotPlan): string[] {
  const [, one = '', side = '', other = ''] = /^(.+) (?:on|to|at) the (\w+) of (.+?)(?:, front view)?$/.exec(line) ?? []
  const missing = lacksThings(plan, [one, other])
  if (missing.length > 0) return missing
  const subjects = subjectsOf(plan)
  const relation = findThing(plan, one)?.relation
  const of = relation === undefined ? undefined : subjects[relation.of]
  return relation?.kind === sides[side] && of === findThing(plan, other)
    ? []
    : [`"${bare(one)}" is ${relation?.kind ?? 'nowhere in particular'}, not ${sides[side] ?? side}`]
}

/** The whole line, or its last words ("indoor library"), named the place or what stands in it. */
function checkScene(line: string, plan: ShotPlan): string[] {
  const place = line.trim().toLowerCase()
  const named = [plan.shots[0]?.placeWords, ...subjectsOf(plan).map(({ words }) => words)]
  const known = named.some((words) => words !== undefined && (place === words || place.endsWith(` ${words}`)))
  const set = plan.shots[0]?.place ?? 'default'
  return [...(known && set !== 'default' ? [] : [`no place "${place}"`]), ...unresolvedOf(plan), ...lacksPictures(plan)]
}

/** Drawn with the person. */
const bodyParts = /^(?:back|legs?|head|hands?|fingers?|feet|eyebrows?|beard|hair|nails?|teeth|tongue|face|arms?)$/
const smallWords = /^(?:an?|the|or|and|with|on|in|of|to|up|out|out|is|down|some|not)$/

/** "A person is DOING": the doer, every doing (one of those joined by "or"), and every thing it is done with. */
function checkDeed(line: string, plan: ShotPlan): string[] {
  const doing = line
    .toLowerCase()
    .replace(/^an? \w+ is /, '')
    .replace(/\(.*\)/, '')
  const subjects = subjectsOf(plan)
  const doer = subjects.find(({ kind }) => kind === 'person')
  if (doer === undefined) return ['no doer']
  const verbs = doing.split(/\W+/).filter((word) => /...ing$/.test(word))
  const others = doing.split(/\W+/).filter((word) => word !== '' && !verbs.includes(word) && !smallWords.test(word))
  const told = `${subjects.map(({ deed, drawing, words }) => `${deed ?? ''} ${drawing} ${words}`).join(' ')} ${plan.shots[0]?.placeWords ?? ''}`
  const isTold = (word: string) => new RegExp(`(?:^|[ -]|${join})${stem(word)}`).test(told)
  const tells = verbs.some(isTold) || (verbs.length === 0 && others.some(isTold))
  return [
    ...(tells ? [] : [`"${verbs.join(', ')}" is not told`]),
    ...(doer.action === 'stand' ? ['the doer only stands'] : []),
    ...others.filter((word) => !bodyParts.test(word) && !isTold(word)).map((word) => `no "${word}"`),
    ...lacksPictures(plan),
  ]
}

/** A deed of several words is kept as one: "iceskate" of "ice skating". */
const join = '\\w+'

/** "juggling" -> "juggl", "cards" -> "card", "dishes" -> "dish". */
function stem(word: string): string {
  return word
    .replace(/(?:ing|es|s)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/[ye]$/, '')
}

const styles: readonly [RegExp, (plan: ShotPlan) => boolean][] = [
  [/van gogh/i, ({ style }) => style === 'van-gogh'],
  [/oil paint/i, ({ style }) => style === 'oil-painting'],
  [/hokusai|ukiyo/i, ({ style }) => style === 'woodblock'],
  [/black and white$/i, ({ style }) => style === 'black-and-white'],
  [/pixel art/i, ({ style }) => style === 'pixel-art'],
  [/cyberpunk/i, ({ style }) => style === 'cyberpunk'],
  [/animated style|anime/i, ({ style }) => style === 'anime'],
  [/watercolo/i, ({ style }) => style === 'watercolour'],
  [/surrealis/i, ({ style }) => style === 'surreal'],
  [/slow motion/i, ({ tempo }) => tempo <= 0.6],
  [/time.?lapse/i, ({ tempo }) => tempo >= 1.5],
  [/zoom in/i, ({ shots }) => shots[0]?.camera === 'zoom-in'],
  [/zoom out/i, ({ shots }) => shots[0]?.camera === 'zoom-out'],
  [/pan left/i, ({ shots }) => shots[0]?.camera === 'pan-left'],
  [/pan right/i, ({ shots }) => shots[0]?.camera === 'pan-right'],
  [/tilt up/i, ({ shots }) => shots[0]?.camera === 'tilt-up'],
  [/tilt down/i, ({ shots }) => shots[0]?.camera === 'tilt-down'],
  [/shaking/i, ({ shots }) => shots[0]?.camera === 'shake'],
  [/steady/i, ({ shots }) => shots[0]?.camera === 'steady'],
  [/rack(?:ing)? focus/i, ({ shots }) => shots[0]?.camera === 'rack-focus'],
]

/** "BASE, STYLE": the last part names how it is painted or filmed, the rest is a plain prompt. */
function checkStyle(line: string, plan: ShotPlan): string[] {
  const told = styles.filter(([words]) => words.test(line))
  const lost = told.filter(([, holds]) => !holds(plan)).map(([words]) => `${words.source} is not in the plan`)
  return [...(told.length === 0 ? ['no style or camera word known'] : lost), ...checkPlain(line, plan)]
}

/** "a X DOING ...": the first thing does one of the deeds named; "takes a walk" may be told as either. */
function checkClause(line: string, plan: ShotPlan): string[] {
  const [, noun = ''] = /^an? (.+?) (?:\w{3,}ing|stuck)\b/.exec(line) ?? []
  const first = findThing(plan, noun)
  const does = first?.deed !== undefined && line.includes(` ${first.deed.slice(0, 2)}`)
  return [
    ...(first === undefined ? [`no subject "${noun}"`] : does ? [] : ['what it does is not told']),
    ...checkPlain(line, plan),
  ]
}
