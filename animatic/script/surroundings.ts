/** Fills in what a prompt leaves open: a fitting place, lovely light, a camera that suits the action. */
import { setNames } from '../sets/set-names.ts'
import type { Atmosphere } from './atmosphere.ts'
import { homeOfDeed, homeOfDrawing, homeOfKind, placeFallbacks, roofed } from './lexicon/places.ts'
import type { Actor } from './relations.ts'
import type { CameraMove, Mood, Season, Style, Subject, TimeOfDay, Weather } from './shot-plan.ts'

const sets = new Set<string>(setNames)
/** Places where nothing can stand. */
const afloat = new Set(['sky', 'space', 'underwater', 'ocean'])
/** Places that a snowfall turns into the snowy land. */
const whitened = new Set(['meadow', 'default'])

/** The set for the place told, or the one where the subjects are at home. */
export function choosePlace(
  told: string | undefined,
  subjects: readonly Subject[],
  actors: readonly Actor[],
  air: Atmosphere,
): string {
  const snowy = air.weather === 'snow' || air.season === 'winter'
  const place = told ?? homeOf(subjects, actors)
  if (snowy && (whitened.has(place) || (told === undefined && place === 'park'))) return 'snow'
  return findSet(place)
}

/** The place itself, or the nearest one that is painted. */
function findSet(wanted: string): string {
  const tried = new Set<string>()
  for (
    let place: string | undefined = wanted;
    place !== undefined && !tried.has(place);
    place = placeFallbacks[place]
  ) {
    if (sets.has(place)) return place
    tried.add(place)
  }
  return 'default'
}

/** Deeds of animals, too, that are done on water or snow. */
const watery = new Set(['lake', 'ocean', 'snow', 'underwater'])

/** Where the deed is done, or where the first subject lives; land when the others could not stand there. */
function homeOf(subjects: readonly Subject[], actors: readonly Actor[]): string {
  const doer = actors.find((actor) => actor.verb !== undefined)
  const deed = doer?.verb === undefined ? undefined : homeOfDeed.get(doer.verb.base)
  const homes = subjects.map(homeOfSubject)
  const hasTrade = homes[0]?.listed === true && doer?.thing.noun.kind === 'role'
  if (deed !== undefined && !hasTrade && (subjects[0]?.kind === 'person' || watery.has(deed))) return deed
  const land = homes.filter(({ place }) => !afloat.has(place))
  const own = homes[0] !== undefined && afloat.has(homes[0].place) && land.length > 0 ? land : homes
  const best = own[0]?.listed === false && land.length > 0 ? (land.find(({ listed }) => listed) ?? own[0]) : own[0]
  return withBoats(best?.place ?? 'default', subjects)
}

/** Boats lie in water; a harbour has ground beside it for what walks and drives. */
function withBoats(place: string, subjects: readonly Subject[]): string {
  const boats = subjects.some(({ kind }) => kind === 'boat')
  if (!boats || ['ocean', 'river', 'harbour', 'bridge', 'beach'].includes(place)) return place
  return subjects.every(isWaterborne) ? 'lake' : 'harbour'
}

function isWaterborne({ kind, relation, action }: Subject): boolean {
  const carried = relation?.kind === 'inside' || relation?.kind === 'on' || relation?.kind === 'riding'
  return (
    carried ||
    kind === 'boat' ||
    kind === 'fish' ||
    kind === 'bird' ||
    kind === 'sky' ||
    action === 'swim' ||
    action === 'float'
  )
}

/** What is taller stands outside. */
const tallestInRoomMetres = 2.6
const tallestInVillageMetres = 24

/** `listed` when the drawing itself has a home, not only its kind. */
function homeOfSubject(subject: Subject): { place: string; listed: boolean } {
  const home = homeOfDrawing.get(subject.drawing.replaceAll('-', ' '))
  const flies = subject.action === 'fly' && subject.kind !== 'person'
  if (subject.kind === 'bird' && !flies && (home === 'sky' || home === undefined))
    return { place: 'park', listed: false }
  if (subject.kind === 'object' && home === undefined && subject.heightMetres > tallestInRoomMetres)
    return { place: subject.heightMetres > tallestInVillageMetres ? 'skyline' : 'village', listed: true }
  return { place: home ?? (flies ? 'sky' : (homeOfKind[subject.kind] ?? 'default')), listed: home !== undefined }
}

const litFromWithin: Readonly<Record<string, TimeOfDay>> = {
  ...Object.fromEntries([...roofed].map((place) => [place, 'day' as const])),
  stage: 'night',
  pool: 'day',
  studio: 'day',
  underwater: 'day',
  space: 'night',
  moon: 'night',
  cave: 'day',
  snow: 'day',
  glacier: 'day',
}

/** Styles that live by night, unless the prompt says otherwise. */
const nightStyles = new Set<Style | undefined>(['cyberpunk', 'film-noir'])

export function chooseTime(
  air: Atmosphere,
  place: string,
  subjects: readonly Subject[],
  style: Style | undefined,
): TimeOfDay {
  if (air.timeOfDay !== undefined) return air.timeOfDay
  if (nightStyles.has(style)) return 'night'
  if (subjects.some(({ drawing }) => /moon|^star$|firework|milky-way|shooting-star/.test(drawing))) return 'night'
  if (air.weather === 'rain' || air.weather === 'storm' || air.weather === 'fog') return 'morning'
  return litFromWithin[place] ?? 'golden-hour'
}

const hoursLater: Record<TimeOfDay, TimeOfDay> = {
  dawn: 'day',
  morning: 'golden-hour',
  day: 'sunset',
  'golden-hour': 'dusk',
  sunset: 'dusk',
  dusk: 'night',
  night: 'night',
}
/** Places that no sky lights. */
const skyless = new Set([...roofed, 'studio', 'pool', 'stage', 'underwater', 'space', 'moon', 'cave'])

/** The hour a time-lapse ends in; none indoors, where no sun is seen to move. */
export function chooseEnd(hour: TimeOfDay, place: string): TimeOfDay | undefined {
  return skyless.has(place) ? undefined : hoursLater[hour]
}

export function chooseWeather(air: Atmosphere): Weather {
  return air.weather ?? 'clear'
}

export function chooseSeason(air: Atmosphere, place: string): Season {
  return air.season ?? (place === 'snow' || air.weather === 'snow' ? 'winter' : 'summer')
}

const moodOfPlace: Readonly<Record<string, Mood>> = {
  space: 'mysterious',
  underwater: 'mysterious',
  mountain: 'epic',
  stage: 'joyful',
}

export function chooseMood(told: Mood | undefined, place: string, subjects: readonly Subject[]): Mood {
  if (told !== undefined) return told
  const action = subjects[0]?.action
  if (action === 'dance' || action === 'play' || action === 'jump') return 'playful'
  return moodOfPlace[place] ?? 'calm'
}

const travelling = new Set(['run', 'walk', 'drive', 'ride', 'swim'])
/** From here on the eye goes up along it. */
const tallMetres = 15
/** So many side by side are looked at from where one stands. */
const groupSize = 4
const alive = new Set<Subject['kind']>(['person', 'animal', 'bird', 'fish'])

/**
 * The camera that suits what is done: who travels is tracked, who flies is craned along with, a dancer circled, a tall
 * thing tilted up, a landscape panned, a group looked at from a slow glide, and one alone comes nearer. `index` is the
 * shot's, so that shots which follow each other do not move alike.
 */
export function chooseCamera(told: CameraMove | undefined, subjects: readonly Subject[], index: number): CameraMove {
  if (told !== undefined) return told
  const [lead] = subjects
  if (lead === undefined) return index % 2 === 0 ? 'pan-right' : 'crane-up'
  const { action, kind, heightMetres } = lead
  if (kind === 'sky') return action === 'float' ? 'pan-right' : 'static'
  if (action === 'fly') return 'crane-up'
  if (travelling.has(action)) return 'tracking'
  if (action === 'dance' || action === 'spin') return 'orbit'
  if (action === 'grow' || action === 'shine') return 'crane-up'
  if (action === 'float') return 'pan-right'
  if (heightMetres > tallMetres && subjects.length === 1) return 'tilt-up'
  const beings = subjects.filter((one) => alive.has(one.kind)).reduce((sum, { count }) => sum + count, 0)
  if (beings >= groupSize) return 'static'
  return index % 2 === 0 ? 'dolly-in' : 'dolly-out'
}
