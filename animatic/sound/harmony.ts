/** Keys, chords and speeds of the score for each mood. */
import type { Mood } from '../script/shot-plan.ts'

export interface Harmony {
  /** MIDI number of the key note. */
  key: number
  /** Semitones of the scale above the key note. */
  scale: readonly number[]
  /** Each chord as steps of the scale, 0 the key note; 7 steps are an octave in a scale of seven. */
  chords: readonly (readonly number[])[]
  beatsPerMinute: number
  /** Chance of a melody note on a half beat, 0 to 1. */
  density: number
  /** How bright the pad is: its highest partial. */
  partials: number
}

const major = [0, 2, 4, 5, 7, 9, 11]
const minor = [0, 2, 3, 5, 7, 8, 10]
const dorian = [0, 2, 3, 5, 7, 9, 10]
const lydian = [0, 2, 4, 6, 7, 9, 11]
const phrygian = [0, 1, 3, 5, 7, 8, 10]

export const harmonies: Readonly<Record<Mood, Harmony>> = {
  calm: {
    key: 50,
    scale: major,
    chords: [
      [0, 4, 8, 9],
      [5, 9, 11, 14],
      [3, 7, 9, 12],
      [4, 8, 11, 14],
    ],
    beatsPerMinute: 66,
    density: 0.3,
    partials: 3,
  },
  joyful: {
    key: 55,
    scale: major,
    chords: [
      [0, 4, 7, 9],
      [4, 8, 11, 13],
      [5, 9, 12, 14],
      [3, 7, 10, 12],
    ],
    beatsPerMinute: 108,
    density: 0.5,
    partials: 4,
  },
  playful: {
    key: 53,
    scale: major,
    chords: [
      [0, 4, 7, 9],
      [3, 7, 10, 12],
      [1, 5, 8, 10],
      [4, 8, 11, 13],
    ],
    beatsPerMinute: 116,
    density: 0.6,
    partials: 3,
  },
  epic: {
    key: 48,
    scale: minor,
    chords: [
      [0, 4, 7, 9],
      [5, 9, 12, 14],
      [2, 6, 9, 11],
      [6, 10, 13, 15],
    ],
    beatsPerMinute: 84,
    density: 0.25,
    partials: 6,
  },
  tense: {
    key: 45,
    scale: phrygian,
    chords: [
      [0, 4, 7],
      [1, 5, 8],
      [0, 4, 7],
      [6, 8, 11],
    ],
    beatsPerMinute: 96,
    density: 0.35,
    partials: 5,
  },
  sad: {
    key: 50,
    scale: minor,
    chords: [
      [0, 4, 8, 9],
      [3, 7, 10, 12],
      [5, 9, 11, 14],
      [4, 8, 11, 13],
    ],
    beatsPerMinute: 58,
    density: 0.28,
    partials: 3,
  },
  mysterious: {
    key: 49,
    scale: lydian,
    chords: [
      [0, 4, 8, 10],
      [1, 5, 8, 11],
      [0, 4, 6, 10],
      [5, 8, 9, 12],
    ],
    beatsPerMinute: 60,
    density: 0.3,
    partials: 4,
  },
  romantic: {
    key: 51,
    scale: dorian.map((step, index) => major[index] ?? step),
    chords: [
      [0, 4, 6, 9],
      [5, 9, 11, 14],
      [1, 5, 7, 10],
      [4, 8, 10, 13],
    ],
    beatsPerMinute: 70,
    density: 0.35,
    partials: 3,
  },
}

/** Frequency of a step of the scale, A4 (MIDI 69) at 440 Hz, equal temperament. */
export function stepHertz({ key, scale }: Harmony, step: number): number {
  const octave = Math.floor(step / scale.length)
  const note = key + octave * 12 + scale[step - octave * scale.length]!
  return 440 * 2 ** ((note - 69) / 12)
}
