/** How the actors of a scene stand to each other. */
import { isLively, isPortable, kindOf } from './kinds.ts'
import { headwear, holdingVerbs, type RelationKind, ridingVerbs, wearingVerbs } from './lexicon/relations.ts'
import type { Thing } from './pieces.ts'
import type { Garment } from './shot-plan.ts'
import type { Verb } from './verbs.ts'

export interface Actor {
  thing: Thing
  verb?: Verb
  /** Named as what another one acts upon or stands against, so it does nothing by itself. */
  passive: boolean
  /** It stands right after a comma, so that a verb right after it is its own. */
  opensClause?: boolean
  /** Clothes to put on the figure. */
  wears?: Garment[]
  /** Clothes it wears that have a drawing of their own, as a suffix of the body's. */
  outfit?: string
  relation?: { kind: RelationKind; of: Actor }
}

/** Places one thing against another; `verb` is what the clause has said so far. */
export function place(placed: Actor, landmark: Actor, kind: RelationKind, verb: Verb | undefined): void {
  const riding = verb !== undefined && ridingVerbs.has(verb.base) && (kind === 'on' || kind === 'inside')
  const feeds = verb?.action === 'eat' && kind === 'inside' && isDish(landmark)
  const fitting = feeds ? 'behind' : fitRelation(riding ? 'riding' : kind, landmark)
  if (fitting === undefined) return
  if (placed.relation === undefined) placed.relation = { kind: fitting, of: landmark }
  else if (fitting === 'under' && !isDish(landmark)) landmark.relation = { kind: 'behind', of: placed }
  else if (inverse[fitting] !== undefined) landmark.relation = { kind: inverse[fitting], of: placed }
}

/** Small enough to be eaten out of, or to lie on somebody. */
function isDish({ thing: { noun } }: Actor): boolean {
  return noun.kind === 'drawing' && isPortable(kindOf(noun.name))
}

/** For one that holds or rides something already, the relation is told from the other side. */
const inverse: Partial<Record<RelationKind, RelationKind>> = {
  'left-of': 'right-of',
  'right-of': 'left-of',
  'in-front-of': 'behind',
  behind: 'in-front-of',
  on: 'under',
  under: 'on',
}

/** "in a tree" is on it, and nothing is inside the sun, a dog or a person. */
function fitRelation(kind: RelationKind, { thing: { noun } }: Actor): RelationKind | undefined {
  if (kind !== 'inside') return kind
  const around = noun.kind === 'drawing' ? kindOf(noun.name).kind : 'person'
  if (around === 'plant') return 'on'
  return around === 'sky' || around === 'person' || around === 'animal' || around === 'bird' ? undefined : kind
}

/** What becomes of a thing that the doers act upon. */
export function actUpon(doers: readonly Actor[], object: Actor, verb: Verb): void {
  const doer = doers[0]!
  const { noun } = object.thing
  if (verb.base === 'walk' && isAlive(object)) object.verb ??= verb
  if (ridingVerbs.has(verb.base)) doer.relation ??= { kind: 'riding', of: object }
  else if (verb.base === 'drive' || verb.base === 'steer') doer.relation ??= { kind: 'inside', of: object }
  else if (verb.base === 'climb') doer.relation ??= { kind: 'on', of: object }
  else if (wearingVerbs.has(verb.base)) {
    if (noun.kind === 'drawing' && headwear.has(noun.name)) object.relation = { kind: 'on', of: doer }
  } else if (holdingVerbs.has(verb.base) && (verb.base !== 'fly' || doer.thing.noun.kind === 'body'))
    hold(doers, object)
}

/** Played, but not carried. */
const stationary = new Set(['piano', 'drum-kit', 'harp', 'sewing-machine'])

export function hold(doers: readonly Actor[], object: Actor): void {
  const { noun } = object.thing
  if (noun.kind === 'drawing' && stationary.has(noun.name)) {
    doers[0]!.relation ??= { kind: 'behind', of: object }
    return
  }
  if (noun.kind !== 'drawing' || !isPortable(kindOf(noun.name)) || !isHolder(doers[0]!)) return
  doers[0]!.relation ??= { kind: 'holding', of: object }
}

/** People, animals and the toys that stand for them have hands; a drone with workers carries none. */
function isHolder({ thing: { noun } }: Actor): boolean {
  if (noun.kind !== 'drawing') return true
  return (
    ['animal', 'bird', 'fish', 'person'].includes(kindOf(noun.name).kind) ||
    /^(?:teddy-bear|snowman.*|robot|alien.*|ghost)$/.test(noun.name)
  )
}

export function isAlive(actor: Actor): boolean {
  const { noun } = actor.thing
  return noun.kind === 'body' || isLively(kindOf(noun.name).kind)
}

export function isPerson({ thing: { noun } }: Actor): boolean {
  return noun.kind === 'body' || noun.kind === 'role'
}
