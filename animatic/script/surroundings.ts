/** Fills in what a prompt leaves open: a fitting place, lovely light, a camera that suits the action. */

import { setNames } from '../sets/set-names.ts'
import type { Atmosphere } from './atmosphere.ts'
import { homeOfDrawing, homeOfKind, placeFallbacks } from './lexicon/places.ts'
import type { CameraMove, Mood, Season, Subject, TimeOfDay, Weather } from './shot-plan.ts'

const sets = new Set<string>(setNames)

/** The set for the place told, or the one where the first subject is at home. */
export function choosePlace(told: string | undefined, subjects: readonly Subject[], air: Atmosphere): string {
  const snowy = air.weather === 'snow' || air.season === 'winter'
  const place = told ?? homeOf(subjects)
  if (snowy && (place === 'meadow' || (told === undefined && place === 'park'))) return 'snow'
  if (sets.has(place)) return place
  const fallback = placeFallbacks[place]
  return fallback !== undefined && sets.has(fallback) ? fallback : 'default'
}

function homeOf(subjects: readonly Subject[]): string {
  for (const subject of subjects) {
    if (subject.action === 'fly' && subject.kind !== 'person') return homeOfDrawing.get(subject.drawing) ?? 'sky'
    const home = homeOfDrawing.get(subject.drawing)
    if (home !== undefined) return home
  }
  const first = subjects[0]
  if (first === undefined) return 'default'
  return first.kind === 'bird' && first.action !== 'fly' ? 'park' : (homeOfKind[first.kind] ?? 'default')
}

const litFromWithin: Readonly<Record<string, TimeOfDay>> = {
  room: 'day',
  stage: 'night',
  underwater: 'day',
  space: 'night',
  snow: 'day',
}

export function chooseTime(air: Atmosphere, place: string, subjects: readonly Subject[]): TimeOfDay {
  if (air.timeOfDay !== undefined) return air.timeOfDay
  if (subjects.some(({ drawing }) => /moon|^star$|firework|milky-way|shooting-star/.test(drawing))) return 'night'
  if (air.weather === 'rain' || air.weather === 'storm' || air.weather === 'fog') return 'morning'
  return litFromWithin[place] ?? 'golden-hour'
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

export function chooseCamera(told: CameraMove | undefined, subjects: readonly Subject[], index: number): CameraMove {
  if (told !== undefined) return told
  const action = subjects[0]?.action
  if (action === undefined) return index % 2 === 0 ? 'pan-right' : 'crane-up'
  if (action === 'run' || action === 'walk' || action === 'drive' || action === 'ride' || action === 'swim')
    return 'tracking'
  if (action === 'fly') return subjects[0]?.kind === 'sky' ? 'static' : 'tracking'
  if (action === 'dance' || action === 'spin') return 'orbit'
  if (action === 'grow' || action === 'shine') return 'crane-up'
  if (action === 'float') return 'pan-right'
  return index % 2 === 0 ? 'dolly-in' : 'dolly-out'
}
