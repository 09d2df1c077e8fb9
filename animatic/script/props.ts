/** Things nobody named that a deed cannot be shown without: a pan to cook with, a book to read, a horse to ride. */
import { kindOf } from './kinds.ts'
import { besides, heldProps, mounts, stations, tradeHats, vessels } from './lexicon/props.ts'
import { hasDrawing } from './nouns.ts'
import type { Thing } from './pieces.ts'
import type { Actor } from './relations.ts'

/** The things to add to the actors, already placed against their doers. */
export function addProps(actors: readonly Actor[]): Actor[] {
  return actors.flatMap((actor): Actor[] => {
    const hat = hatOf(actor)
    if (hat !== undefined) return [hat, ...handy(actor, actors)]
    return handy(actor, actors)
  })
}

/** "a mouse chef" is told by its hat. */
function hatOf(actor: Actor): Actor | undefined {
  const hat = propOf(tradeHats.get(actor.thing.trade ?? ''))
  if (hat) hat.relation = { kind: 'on', of: actor }
  return hat
}

function handy(actor: Actor, actors: readonly Actor[]): Actor[] {
  const base = actor.verb?.base ?? ''
  const isBound =
    actor.relation !== undefined || actors.some(({ relation }) => relation?.of === actor && relation.kind === 'on')
  if (isBound || actor.passive || !hasHands(actor)) return []
  const added =
    mountOf(actor, base) ?? around(actor, base) ?? held(actor, base) ?? behind(actor, base) ?? beside(actor, base)
  return added === undefined ? [] : [added]
}

/** People, animals, and the toys that stand for them. */
function hasHands({ thing: { noun } }: Actor): boolean {
  if (noun.kind !== 'drawing') return true
  return (
    ['animal', 'bird', 'person'].includes(kindOf(noun.name).kind) || /^(?:teddy-bear|snowman.*|robot)$/.test(noun.name)
  )
}

function mountOf(rider: Actor, base: string): Actor | undefined {
  const name = mounts.get(base)
  const isDrawn = rider.thing.noun.kind === 'body' && (name === 'horse' || name === 'bicycle')
  const mount = isDrawn ? undefined : propOf(name)
  if (mount) rider.relation = { kind: 'riding', of: mount }
  return mount
}

function around(doer: Actor, base: string): Actor | undefined {
  const vessel = propOf(vessels.get(base))
  if (vessel) doer.relation = { kind: 'inside', of: vessel }
  return vessel
}

function held(doer: Actor, base: string): Actor | undefined {
  const prop = propOf(heldProps.get(base))
  if (prop) doer.relation = { kind: 'holding', of: prop }
  return prop
}

function behind(doer: Actor, base: string): Actor | undefined {
  const station = propOf(stations.get(base))
  if (station) doer.relation = { kind: 'behind', of: station }
  return station
}

function beside(doer: Actor, base: string): Actor | undefined {
  const prop = propOf(besides.get(base))
  if (prop) prop.relation = { kind: 'right-of', of: doer }
  return prop
}

function propOf(name: string | undefined): Actor | undefined {
  return name !== undefined && hasDrawing(name) ? { thing: unnamedThing(name), passive: true } : undefined
}

/** One of a drawing that the prompt does not name but means. */
export function unnamedThing(name: string): Thing {
  return {
    kind: 'thing',
    words: name.replaceAll('-', ' '),
    noun: { kind: 'drawing', name },
    count: 1,
    sizeFactor: 1,
    adjectives: [],
    bare: true,
  }
}
