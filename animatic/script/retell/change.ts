/** What a prompt changes in a shot that was told before; what it does not name stays. */
import { type Atmosphere, readAtmosphere } from '../atmosphere.ts'
import { gatherPieces } from '../pieces.ts'
import { type Actor, hold, isAlive } from '../relations.ts'
import { readScene } from '../scene.ts'
import type { Telling } from '../tellings.ts'
import type { Token } from '../tokens.ts'
import { cutUnits } from '../units.ts'
import { findSame, plainTokens, readClauses } from './clauses.ts'

export interface Manner {
  /** The film's motion stays: no other deeds, no other camera, no other tempo. */
  keepsMotion: boolean
  /** Somebody named for the first time joins those who are there; else a whole new sentence has a cast of its own. */
  adds: boolean
}

/** Words that put something to what is there. */
const addingWords = /\b(?:add|adds|also|too|with|another|joins?|joined|appears?|enters?|and|plus|more|give|gives)\b/
const handingWords = /\b(?:with|holds?|holding|carries|carrying|carry|give|gives|has)\b/

/** Who comes does then what the others do. */
const comingVerbs = new Set(['join', 'appear', 'enter', 'come', 'arrive', 'follow', 'accompany'])

/** Changes the telling by what the tokens say. */
export function changeTelling(telling: Telling, tokens: readonly Token[], manner: Manner): void {
  const { scene } = telling
  const { clauses, rest } = readClauses(tokens, (thing) => findSame(scene.actors, thing) !== undefined)
  for (const clause of clauses) {
    const actor = findSame(scene.actors, clause.of)
    if (!actor) continue
    if (clause.kind === 'removal') remove(scene.actors, actor)
    else if (clause.kind === 'colour') actor.thing = { ...actor.thing, colour: clause.colour }
    else actor.thing = { ...clause.by, count: clause.by.count === 1 ? actor.thing.count : clause.by.count }
  }
  const lead = scene.actors.find((actor) => !actor.passive) ?? scene.actors[0]
  const { atmosphere, rest: words } = readAtmosphere(plainTokens(rest, lead))
  const told = readScene(gatherPieces(cutUnits(words)))
  telling.air = changeAir(telling.air, atmosphere, manner)
  if (told.place !== undefined) Object.assign(scene, { place: told.place, placeWords: told.placeWords })
  scene.unresolved = told.unresolved
  mergeActors(scene.actors, told.actors, tokens.map(({ text }) => text).join(' '), manner)
}

function changeAir(air: Atmosphere, told: Atmosphere, { keepsMotion }: Manner): Atmosphere {
  const { camera, tempo, lapse, cameraLast: _, ...look } = told
  return {
    ...air,
    ...look,
    ...(!keepsMotion && camera && { camera }),
    ...(!keepsMotion && tempo !== 1 && { tempo, lapse: lapse === true }),
  }
}

/** Those told again are changed, the others join them, or take their place. */
function mergeActors(actors: Actor[], told: readonly Actor[], text: string, { keepsMotion, adds }: Manner): void {
  const pairs = new Map(told.map((actor) => [actor, findSame(actors, actor.thing)]))
  const isNew = told.length > 0 && [...pairs.values()].every((known) => known === undefined)
  const [first] = told
  const lead = actors.find((actor) => !actor.passive)
  const isOwn = first && (isAlive(first) || first.verb !== undefined || lead === undefined || !isAlive(lead))
  if (isNew && isOwn && !adds && !keepsMotion && !addingWords.test(text)) {
    first.verb ??= lead?.verb
    actors.splice(0, actors.length, ...told)
    return
  }
  const standing = new Map(told.map((actor) => [actor, pairs.get(actor) ?? actor]))
  for (const [actor, known] of pairs) {
    const relation = actor.relation && {
      kind: actor.relation.kind,
      of: standing.get(actor.relation.of) ?? actor.relation.of,
    }
    if (known === undefined) {
      if (isAlive(actor) && !actor.relation && lead && (!actor.verb || comingVerbs.has(actor.verb.base)))
        actor.verb = lead.verb
      actors.push(actor)
      if (relation) actor.relation = relation
      continue
    }
    describe(known, actor)
    if (actor.verb && !keepsMotion) known.verb = actor.verb
    if (relation && relation.of !== known) known.relation = relation
  }
  const isHanded = first && pairs.get(first) === undefined && !isAlive(first) && !first.relation
  if (!isHanded || !lead || lead === first || !isAlive(lead)) return
  first.passive = true
  if (handingWords.test(text) || told.length === 1) hold([lead], first)
}

/** Colour, size and number are taken over where they are told. */
function describe(known: Actor, { thing }: Actor): void {
  const { colour, sizeFactor, count, adjectives } = thing
  known.thing = {
    ...known.thing,
    ...(colour !== undefined && { colour }),
    ...(sizeFactor !== 1 && { sizeFactor }),
    ...(count > 1 && { count }),
    adjectives: [...new Set([...known.thing.adjectives, ...adjectives])],
  }
}

function remove(actors: Actor[], gone: Actor): void {
  actors.splice(actors.indexOf(gone), 1)
  for (const actor of actors) if (actor.relation?.of === gone) delete actor.relation
}
