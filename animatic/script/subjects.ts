/** Turns the actors of a scene into subjects: which drawing, how tall, how many, doing what. */
import { canWear } from '../cast/clothes.ts'
import { fitAction } from './actions.ts'
import { kindOf } from './kinds.ts'
import { runwayDeed } from './lexicon/deed-phrases.ts'
import { deedDrawings, deeds } from './lexicon/people.ts'
import { sizeWords } from './lexicon/words.ts'
import { hasDrawing } from './nouns.ts'
import type { Thing } from './pieces.ts'
import type { Actor } from './relations.ts'
import type { Action, Subject } from './shot-plan.ts'

export const maxSubjects = 8
const mostAttributes = 12
const mostGarments = 4

/** Drawings of a person that already show what is ridden. */
const withMount = /-(?:biking|rowing-boat|surfing|manual-wheelchair)$|^horse-racing$|^skier$|^snowboarder$/

/** The subjects of the actors, in their order; those past `maxSubjects` come back as words not shown. */
export function castSubjects(actors: readonly Actor[]): { subjects: Subject[]; unresolved: string[] } {
  const dressed = new Map(actors.map((actor) => [actor, dress(actor)]))
  const doubled = new Set(
    actors.flatMap((actor) => {
      const ridden = isBorne(actor) ? actor.relation?.of : undefined
      return ridden !== undefined && withMount.test(dressed.get(actor)!.drawing) ? [ridden] : []
    }),
  )
  const all = actors.filter((actor) => !doubled.has(actor))
  const shown = all.slice(0, maxSubjects)
  const subjects = shown.map((actor) => subjectOf(actor, shown, dressed.get(actor)!))
  for (const subject of subjects) moveMount(subject, subjects)
  const unworn = shown.flatMap(({ thing, wears = [] }, index) =>
    subjects[index]?.wears === undefined && thing.noun.kind === 'body' ? wears.map(({ words }) => words) : [],
  )
  return { subjects, unresolved: [...unworn, ...all.slice(maxSubjects).map((actor) => actor.thing.words)] }
}

/** A child is drawn as one, and not in the clothes of a trade. */
const tallestChildMetres = 1.4
const grownUpWork =
  /^(?:cook|mechanic|teacher|health-worker|construction-worker|farmer|factory-worker|firefighter|artist|singer)$/

function isBorne({ relation }: Actor): boolean {
  return relation?.kind === 'riding' || relation?.kind === 'inside' || relation?.kind === 'on'
}

interface Dress {
  drawing: string
  heightMetres: number
  kind: Subject['kind']
}

function subjectOf(actor: Actor, shown: readonly Actor[], { drawing, heightMetres, kind }: Dress): Subject {
  const subject: Subject = {
    words: actor.thing.words.slice(0, 120),
    drawing,
    kind,
    count: actor.thing.count,
    heightMetres:
      Math.max(isTrained(actor) ? shortestAtWork : 0, heightMetres) *
      (kind === 'person' ? Math.max(0.85, actor.thing.sizeFactor) : actor.thing.sizeFactor),
    action: fitAction(kind, drawing, actor),
  }
  const { colour, sizeFactor, adjectives } = actor.thing
  const described = adjectives.filter((word) => !sizeWords.has(word)).slice(0, mostAttributes)
  if (colour !== undefined) subject.colour = colour
  if (sizeFactor !== 1) subject.size = sizeFactor
  if (described.length > 0) subject.attributes = described
  const wears = canWear(drawing) ? (actor.wears ?? []).slice(0, mostGarments) : []
  if (wears.length > 0) subject.wears = wears
  if (actor.verb !== undefined) subject.deed = actor.verb.told ?? actor.verb.base
  const of = actor.relation === undefined ? -1 : shown.indexOf(actor.relation.of)
  if (actor.relation !== undefined && of >= 0) subject.relation = { kind: actor.relation.kind, of }
  return subject
}

/** A mouse that cooks or plays cards is as tall as the things it does it with ask for. */
const shortestAtWork = 0.9

function isTrained({ thing, verb, relation }: Actor): boolean {
  if (thing.noun.kind !== 'drawing' || kindOf(thing.noun.name).kind !== 'animal') return false
  const handles = relation?.kind === 'holding' && (verb?.action === 'play' || verb?.action === 'work')
  return thing.trade !== undefined || handles
}

/** What is ridden or driven goes, and takes its rider along. */
function moveMount(rider: Subject, subjects: readonly Subject[]): void {
  const mount = rider.relation === undefined ? undefined : subjects[rider.relation.of]
  if (mount === undefined || mount.action !== 'stand') return
  const carried = rider.relation?.kind === 'riding' || (rider.relation?.kind === 'inside' && isUnderWay(rider.action))
  if (carried) mount.action = rider.action === 'fly' ? 'fly' : (mountActions[mount.kind] ?? mount.action)
}

const mountActions: Partial<Record<Subject['kind'], Action>> = {
  vehicle: 'drive',
  animal: 'run',
  boat: 'float',
  aircraft: 'fly',
  bird: 'fly',
  fish: 'swim',
}

function isUnderWay(action: Action): boolean {
  return action === 'drive' || action === 'ride' || action === 'fly' || action === 'float' || action === 'sit'
}

function dress(actor: Actor): Dress {
  const { noun } = actor.thing
  if (noun.kind === 'body') {
    const drawing = bodyDrawing(noun.body, actor)
    return drawing === 'horse-racing'
      ? { drawing, ...kindOf(drawing) }
      : { drawing, heightMetres: noun.heightMetres, kind: 'person' }
  }
  const drawing = noun.kind === 'role' ? roleDrawing(noun.name, actor.thing) : seenFromSide(noun.name, actor)
  return { drawing, ...kindOf(noun.kind === 'role' ? noun.name : drawing) }
}

/** What leaves the ground, comes down to it or stands on it is seen from where one stands oneself. */
function seenFromSide(drawing: string, { verb }: Actor): string {
  if (drawing !== 'airplane') return drawing
  return verb !== undefined && (verb.action === 'stand' || runwayDeed(verb.told ?? verb.base) !== undefined)
    ? 'airplane-side'
    : drawing
}

/** The body doing the deed where the set has it, standing where not. */
function bodyDrawing(body: string, actor: Actor): string {
  const verb = actor.verb?.base ?? ''
  const dressed = `${body}-${actor.outfit ?? ''}`
  if (actor.outfit !== undefined && hasDrawing(dressed)) return dressed
  const within = actor.relation?.of.thing.noun
  if (within?.kind === 'drawing' && within.name === 'manual-wheelchair' && actor.relation?.kind !== 'holding')
    return `${body}-in-manual-wheelchair`
  const upon = actor.relation?.kind === 'riding' ? actor.relation.of.thing.noun : undefined
  if (upon?.kind === 'drawing' && upon.name === 'bicycle') return `${body}-biking`
  if (upon?.kind === 'drawing' && upon.name === 'horse') return 'horse-racing'
  const suffix = deeds.get(verb)?.replaceAll(' ', '-')
  if (suffix === 'dancing' && body === 'person') return 'woman-dancing'
  const isChild = actor.thing.noun.kind === 'body' && actor.thing.noun.heightMetres < tallestChildMetres
  if (suffix !== undefined && hasDrawing(`${body}-${suffix}`) && !(isChild && grownUpWork.test(suffix)))
    return `${body}-${suffix}`
  const whole = deedDrawings.get(verb)
  if (whole !== undefined && hasDrawing(whole) && !(isChild && grownUpWork.test(whole))) return whole
  if (isChild) return { man: 'boy', woman: 'girl' }[body] ?? 'child'
  const old = actor.thing.adjectives.some((word) => word === 'old' || word === 'elderly')
  if (old) return { man: 'old-man', woman: 'old-woman' }[body] ?? 'older-person'
  return `${body}-standing`
}

/** `woman-cook` for a female cook, `cook` when the sentence does not say. */
function roleDrawing(role: string, { words }: Thing): string {
  const woman = /\b(?:female|woman|girl|lady)\b/.test(words)
  const man = /\b(?:male|man|boy)\b/.test(words)
  const drawing = `${woman ? 'woman' : 'man'}-${role.replace(/^person-/, '')}`
  return (woman || man) && hasDrawing(drawing) ? drawing : role
}
