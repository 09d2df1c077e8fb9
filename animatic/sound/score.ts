/** A soft score: chord pads and a sparse marimba melody over them. */
import type { Random } from '../random.ts'
import type { Mood } from '../script/shot-plan.ts'
import { struck } from './envelope.ts'
import { type Harmony, harmonies, stepHertz } from './harmony.ts'
import { sine } from './tones.ts'
import { panInto, sampleRate, samplesIn, silence, type Track } from './track.ts'

const beatsPerChord = 4

/** `tempo` is the plan's; music follows it half as far, so slow motion is still music. */
export function score(samples: number, random: Random, mood: Mood, tempo: number): Track {
  const harmony = harmonies[mood]
  const beat = 60 / (harmony.beatsPerMinute * Math.min(1.5, Math.max(0.7, Math.sqrt(tempo))))
  const track = silence(samples)
  const seconds = samples / sampleRate
  const wave = padWave(harmony.partials)
  for (let bar = 0; bar * beatsPerChord * beat < seconds; bar++) {
    const chord = harmony.chords[bar % harmony.chords.length]!
    const at = bar * beatsPerChord * beat
    addPad(track, { harmony, chord, wave, at, seconds: beatsPerChord * beat }, random)
    addMelody(track, harmony, chord, at, beat, random)
  }
  return track
}

interface Pad {
  harmony: Harmony
  chord: readonly number[]
  wave: Float32Array
  at: number
  seconds: number
}

/** Each note as two slightly detuned voices, one to each side; the chord overlaps the next one. */
function addPad(track: Track, { harmony, chord, wave, at, seconds }: Pad, random: Random): void {
  const attack = Math.min(0.9, seconds * 0.3)
  const release = Math.min(1.2, seconds * 0.5)
  for (const [index, step] of chord.entries()) {
    const hertz = stepHertz(harmony, step)
    const level = 0.16 / Math.sqrt(chord.length) / (1 + index * 0.15)
    for (const [channel, detune] of [
      [track.left, 0.9985],
      [track.right, 1.0015],
    ] as const) {
      addVoice(channel, {
        hertz: hertz * detune,
        level,
        at,
        seconds,
        attack,
        release,
        wave,
        phase: random(),
      })
    }
  }
}

interface Voice {
  hertz: number
  level: number
  at: number
  seconds: number
  attack: number
  release: number
  /** One period, as `padWave` makes it. */
  wave: Float32Array
  phase: number
}

/** One waveform of all partials, kept in a table and read by phase: as cheap as a single sine. */
function addVoice(channel: Float32Array, voice: Voice): void {
  const { wave } = voice
  const start = samplesIn(voice.at)
  const end = Math.min(channel.length, samplesIn(voice.at + voice.seconds + voice.release))
  const step = voice.hertz / sampleRate
  for (let index = start; index < end; index++) {
    const now = (index - start) / sampleRate
    const rise = Math.min(1, now / voice.attack)
    const fall = Math.min(1, Math.max(0, (voice.seconds + voice.release - now) / voice.release))
    const turns = voice.phase + (index - start) * step
    const position = (turns - Math.floor(turns)) * waveSize
    const low = position | 0
    const value = wave[low]! + (wave[low + 1]! - wave[low]!) * (position - low)
    channel[index]! += value * voice.level * rise * (2 - rise) * fall * fall
  }
}

const waveSize = 2048
/** Partials falling with the square of their number: as mellow as a flute at three, a string at six. */
function padWave(partials: number): Float32Array {
  return Float32Array.from({ length: waveSize + 1 }, (_, index) => {
    let sum = 0
    for (let partial = 1; partial <= partials; partial++) {
      sum += Math.sin((2 * Math.PI * partial * index) / waveSize) / partial ** 1.9
    }
    return sum
  })
}

/** Half beats of chord notes, mostly by small steps; the first beat of a bar nearly always has one. */
function addMelody(
  track: Track,
  harmony: Harmony,
  chord: readonly number[],
  at: number,
  beat: number,
  random: Random,
): void {
  let degree = Math.floor(random() * chord.length)
  for (let half = 0; half < beatsPerChord * 2; half++) {
    const strong = half === 0 ? 2.2 : half % 2 === 0 ? 1 : 0.5
    const plays = random() < harmony.density * strong
    degree = Math.min(chord.length - 1, Math.max(0, degree + Math.floor(random() * 3) - 1))
    const octaves = random() < 0.25 ? 2 : 1
    const pan = random() * 0.8 - 0.4
    const level = 0.16 + 0.08 * random()
    if (!plays) continue
    const note = marimba(stepHertz(harmony, chord[degree]! + harmony.scale.length * octaves))
    panInto(track, note, samplesIn(at + (half * beat) / 2 + 0.006 * random()), level, pan)
  }
}

/**
 * A marimba bar: partials tuned 1 : 4 : 10, the higher the sooner gone (Fletcher and Rossing, The Physics of Musical
 * Instruments, 2nd ed., section 19.3).
 */
function marimba(hertz: number): Float32Array {
  const decay = 0.55 * Math.sqrt(262 / hertz)
  const out = new Float32Array(samplesIn(decay * 4))
  for (let index = 0; index < out.length; index++) {
    const now = index / sampleRate
    const end = Math.min(1, (out.length - index) / 960)
    const low = sine(now * hertz) * struck(now, 0.003, decay)
    const middle = sine(now * hertz * 4) * struck(now, 0.002, decay * 0.22) * 0.28
    const high = hertz * 10 < 18_000 ? sine(now * hertz * 10) * struck(now, 0.002, decay * 0.06) * 0.1 : 0
    out[index] = (low + middle + high) * end
  }
  return out
}
