/** What a text tells, shot by shot: who is there and what holds for the whole shot, before anything is chosen. */
import { type Atmosphere, readAtmosphere } from './atmosphere.ts'
import { gatherPieces } from './pieces.ts'
import type { Scene } from './reading.ts'
import type { Actor } from './relations.ts'
import { readScene } from './scene.ts'
import { type Beat, cutBeats, mostShots } from './shots.ts'
import { tokenize } from './tokens.ts'
import { cutUnits } from './units.ts'

/** A beat and what was read of it. */
export interface Telling {
  beat: Beat
  scene: Scene
  air: Atmosphere
}

/** The shots that a text tells, as many as fit into `seconds`; at least one. */
export const readTellings = (prompt: string, seconds: number): Telling[] =>
  fitShots(cutBeats(tokenize(prompt)).map(tell), mostShots(seconds))

export function tell(beat: Beat): Telling {
  const { atmosphere, rest } = readAtmosphere(beat.tokens)
  return { beat, scene: readScene(gatherPieces(cutUnits(rest))), air: atmosphere }
}

/** Joins beats that are no shot of their own to the one before, hands subjects and air on, and keeps to `most`. */
export function fitShots(tellings: readonly Telling[], most: number): Telling[] {
  const shots: Telling[] = []
  for (const telling of tellings) {
    const before = shots.at(-1)
    if (before === undefined) shots.push(telling)
    else if (isOwnShot(telling, before) && shots.length < most) shots.push(inherit(telling, before))
    else join(before, telling)
  }
  return shots.length > 0 ? shots : [tell({ tokens: [] })]
}

function isOwnShot({ scene, beat, air }: Telling, before: Telling): boolean {
  if (beat.startSeconds !== undefined) return true
  if (beat.isCut && (scene.actors.length > 0 || scene.place !== undefined)) return true
  const acts = scene.actors.some((actor) => !actor.passive && actor.verb !== undefined)
  const goesOn = scene.looseVerb !== undefined && before.scene.actors.length > 0
  return acts || goesOn || (scene.place !== undefined && air.camera !== undefined)
}

/** A later shot goes on with the people, the place and the light of the one before unless it names its own. */
export function inherit(telling: Telling, before: Telling): Telling {
  const { scene, air } = telling
  if ((scene.refersBack || scene.actors.every((actor) => actor.passive)) && before.scene.actors.length > 0) {
    scene.actors = [...leads(before.scene, scene), ...scene.actors]
  }
  if (scene.place === undefined) {
    scene.place = before.scene.place
    scene.placeWords = before.scene.placeWords
  }
  telling.air = {
    ...air,
    timeOfDay: air.timeOfDay ?? before.air.timeOfDay,
    weather: air.weather ?? before.air.weather,
    season: air.season ?? before.air.season,
  }
  return telling
}

function leads(before: Scene, scene: Scene): Actor[] {
  return before.actors
    .filter((actor) => !actor.passive)
    .map((actor) => ({ thing: actor.thing, verb: scene.looseVerb ?? actor.verb, passive: false }))
}

function join(shot: Telling, more: Telling): void {
  const known = new Set(shot.scene.actors.map((actor) => JSON.stringify(actor.thing.noun)))
  shot.scene.actors.push(...more.scene.actors.filter((actor) => !known.has(JSON.stringify(actor.thing.noun))))
  shot.scene.unresolved.push(...more.scene.unresolved)
  if (shot.scene.place === undefined) {
    shot.scene.place = more.scene.place
    shot.scene.placeWords = more.scene.placeWords
  }
  const lead = shot.scene.actors[0]
  if (lead !== undefined && more.scene.refersBack) lead.verb ??= more.scene.looseVerb
  shot.air = {
    timeOfDay: shot.air.timeOfDay ?? more.air.timeOfDay,
    weather: shot.air.weather ?? more.air.weather,
    season: shot.air.season ?? more.air.season,
    mood: shot.air.mood ?? more.air.mood,
    style: shot.air.style ?? more.air.style,
    camera: shot.air.camera ?? more.air.camera,
    cameraLast: shot.air.camera === undefined && more.air.cameraLast === true,
    tempo: shot.air.tempo * more.air.tempo,
    lapse: shot.air.lapse === true || more.air.lapse === true,
  }
}
