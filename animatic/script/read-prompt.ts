/** Reads a prompt into a shot plan. */
import type { Shot, ShotPlan } from './shot-plan.ts'
import { divideSeconds } from './shots.ts'
import { castSubjects } from './subjects.ts'
import {
  chooseCamera,
  chooseEnd,
  chooseMood,
  choosePlace,
  chooseSeason,
  chooseTime,
  chooseWeather,
} from './surroundings.ts'
import { readTellings, type Telling } from './tellings.ts'

const mostUnresolved = 40

/**
 * Turns any text into a plan for `seconds` of film. Never throws and takes time linear in the text. What the drawings
 * cannot show is listed in `unresolved`; a prompt without anything to draw gives a shot of a place alone.
 */
export function readPrompt(prompt: string, seconds: number): ShotPlan {
  const tellings = readTellings(prompt, seconds)
  const beats = tellings.map(({ beat }) => beat)
  return planTellings(prompt, tellings, divideSeconds(beats, seconds))
}

/** Chooses what the tellings leave open. `times` are those of the shots, one a telling. */
export function planTellings(
  prompt: string,
  tellings: readonly Telling[],
  times: readonly { startSeconds: number; seconds: number }[],
): ShotPlan {
  const lastAir = tellings.at(-1)?.air
  const everywhere = lastAir?.cameraLast === true ? lastAir.camera : undefined
  const airs = tellings.map(({ air }) => air)
  const style = airs.find((air) => air.style !== undefined)?.style
  const isLapse = airs.some(({ lapse }) => lapse === true)
  const unresolved = new Set<string>()
  const shots = tellings.map((telling, index): Shot => {
    const { subjects, unresolved: left } = castSubjects(telling.scene.actors)
    for (const words of [...telling.scene.unresolved, ...left]) unresolved.add(words)
    const { backdrop } = telling.air
    const told = telling.scene.place ?? (backdrop === undefined ? undefined : 'studio')
    const place = choosePlace(told, subjects, telling.scene.actors, telling.air)
    const timeOfDay = chooseTime(telling.air, place, subjects, style)
    const timeOfDayEnd = telling.air.timeOfDayEnd ?? (isLapse ? chooseEnd(timeOfDay, place) : undefined)
    return {
      ...times[index]!,
      place,
      ...(telling.scene.placeWords === undefined ? {} : { placeWords: telling.scene.placeWords.slice(0, 120) }),
      ...(backdrop === undefined ? {} : { backdrop }),
      timeOfDay,
      ...(timeOfDayEnd === undefined ? {} : { timeOfDayEnd }),
      weather: chooseWeather(telling.air),
      season: chooseSeason(telling.air, place),
      subjects,
      camera: chooseCamera(telling.air.camera ?? everywhere, subjects, index),
    }
  })
  const plan: ShotPlan = {
    prompt,
    mood: chooseMood(airs.find(({ mood }) => mood !== undefined)?.mood, shots[0]!.place, shots[0]!.subjects),
    tempo: Math.min(
      4,
      Math.max(
        0.25,
        airs.reduce((tempo, air) => tempo * air.tempo, 1),
      ),
    ),
    shots,
    unresolved: [...unresolved].slice(0, mostUnresolved),
  }
  if (style !== undefined) plan.style = style
  return plan
}
