/** Reads the pieces of one shot's words as a scene: who is there, what each does, how they stand to each other. */

import { garmentCuts } from './lexicon/garments.ts'
import { outfits } from './lexicon/people.ts'
import { landmarks } from './lexicon/places.ts'
import type { Piece } from './pieces.ts'
import { singularForms } from './plurals.ts'
import { addProps, unnamedThing } from './props.ts'
import { readPlace, readThing } from './read-thing.ts'
import { readDeed, readVerb } from './read-verb.ts'
import { mostActors, type Reading, readAbsent, readMissing, type Scene } from './reading.ts'
import { type Actor, isAlive, isPerson } from './relations.ts'
import type { Garment } from './shot-plan.ts'

export function readScene(pieces: readonly Piece[]): Scene {
  const scene: Scene = { actors: [], unresolved: [], refersBack: false }
  const start = { joined: false, adjacent: false, absent: false, placeSure: false, before: '' }
  const reading: Reading = { scene, doers: [], group: [], ...start }
  for (const piece of pieces) {
    readPiece(reading, piece)
    reading.before = piece.kind === 'word' ? piece.text : piece.kind
    if (piece.kind === 'relation' && piece.relation === 'inside') reading.before = 'relation inside'
  }
  settle(scene)
  scene.actors.push(...addProps(scene.actors))
  return scene
}

/** A building told alone is the place; a place told alone is shown with what stands there. */
function settle(scene: Scene): void {
  const [only, ...others] = scene.actors
  if (only === undefined) {
    const name = landmarks.get(scene.placeWords ?? '')
    if (name !== undefined) scene.actors.push({ thing: unnamedThing(name), passive: true })
  } else if (others.length === 0 && only.thing.noun.kind === 'drawing' && only.thing.noun.place !== undefined) {
    if (scene.place !== undefined || only.verb !== undefined || only.thing.colour !== undefined) return
    scene.place = only.thing.noun.place
    scene.placeWords = only.thing.words
    scene.actors = []
  }
}

function readPiece(reading: Reading, piece: Piece): void {
  if (piece.kind === 'thing' && reading.scene.actors.length >= mostActors) readMissing(reading, piece.words)
  else if (piece.kind === 'thing') readThing(reading, piece)
  else if (piece.kind === 'verb') readVerb(reading, piece.verb)
  else if (piece.kind === 'deed') readDeed(reading, piece.verb)
  else if (piece.kind === 'place') readPlace(reading, piece.place, piece.words)
  else if (piece.kind === 'blank') readAbsent(reading)
  else if (piece.kind === 'clothes') readClothes(reading, piece)
  else if (piece.kind === 'missing') readMissing(reading, piece.words)
  else if (piece.kind === 'relation') reading.relation = piece.relation
  else if (piece.kind === 'pronoun') readPronoun(reading)
  else if (piece.kind === 'and') reading.joined = true
  else if (piece.kind === 'comma') reading.joined = reading.verb === undefined && reading.before !== 'place'
  else if (piece.kind === 'stop' || opensClause(piece.text)) closeClause(reading)
}

function opensClause(text: string): boolean {
  return text === 'while' || text === 'as' || text === 'when' || text === 'where' || text === 'but'
}

function closeClause(reading: Reading): void {
  Object.assign(reading, { group: [], verb: undefined, relation: undefined, joined: false, adjacent: false })
}

function readPronoun(reading: Reading): void {
  if (reading.scene.actors.length === 0) reading.scene.refersBack = true
  reading.adjacent = false
  reading.relation = undefined
}

/** Clothes are shown by themselves or on who wears them, and missed where there is nobody they can be put on. */
function readClothes(reading: Reading, piece: Extract<Piece, { kind: 'clothes' }>): void {
  const { words, thing, colour } = piece
  if (thing !== undefined && !reading.scene.actors.some(isAlive) && reading.scene.looseVerb === undefined) {
    readThing(reading, thing)
    return
  }
  const wearers = wearersOf(reading)
  const outfit = outfits.get(words)
  const garment = garmentOf(words, colour)
  const isKnown = outfit !== undefined || garment !== undefined || wearers.some(isInUniform)
  if (!isKnown || wearers.length === 0) {
    readMissing(reading, words)
    return
  }
  for (const wearer of wearers) {
    if (outfit !== undefined) wearer.outfit ??= outfit
    if (garment !== undefined) wearer.wears = [...(wearer.wears ?? []), garment]
  }
  reading.relation = undefined
  reading.adjacent = true
}

/** The people named last, or the doers when things were named since: "carries a basket and wears a hat". */
function wearersOf({ adjacent, group, doers, scene }: Reading): Actor[] {
  const last = scene.actors.at(-1)
  if (adjacent && last !== undefined && isPerson(last)) return [last]
  const near = group.filter(isPerson)
  if (near.length > 0) return near
  const doing = doers.filter(isPerson)
  return doing.length > 0 ? doing : scene.actors.filter(isPerson).slice(0, 1)
}

function garmentOf(words: string, colour: string | undefined): Garment | undefined {
  const [cut, usual] = (
    garmentCuts.get(words) ??
    singularForms(words)
      .map((one) => garmentCuts.get(one))
      .find(Boolean) ??
    ''
  ).split(' ')
  if (cut === undefined || usual === undefined) return undefined
  return { words, cut: cut as Garment['cut'], colour: colour ?? usual }
}

/** A role is drawn in the clothes of its trade: an astronaut in his suit. */
function isInUniform({ thing: { noun } }: Actor): boolean {
  return noun.kind === 'role'
}
