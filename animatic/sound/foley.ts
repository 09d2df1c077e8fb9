/** What the subjects of a shot sound like while they act. */
import type { Random } from '../random.ts'
import type { Shot, Subject } from '../script/shot-plan.ts'
import { stepsPerSecond } from '../script/tempo.ts'
import { engine, hover, jet, rails, rotor } from './engines.ts'
import { fire } from './fire.ts'
import { footfall, groundOf, series, splash, wingBeat } from './steps.ts'
import { mixInto, silence, type Track } from './track.ts'
import { addBubbles, stillWater } from './water.ts'

interface Voice {
  gain: number
  play: (samples: number, random: Random) => Track
}

/** More subjects than this would be a noise, not a sound. */
const mostVoices = 3

/** The sounds of the shot's subjects; they start with the shot, so steps fall when feet do. */
export function foley(shot: Shot, tempo: number, samples: number, random: Random): Track {
  const track = silence(samples)
  const voices = shot.subjects
    .map((subject) => voiceOf(subject, shot.place, tempo))
    .filter((voice) => voice !== undefined)
  for (const { gain, play } of voices.slice(0, mostVoices)) mixInto(track, play(samples, random), { at: 0, gain })
  return track
}

function voiceOf(subject: Subject, place: string, tempo: number): Voice | undefined {
  if (place === 'space' && subject.kind !== 'aircraft') return undefined
  if (subject.action === 'burn') return { gain: 0.6, play: fire }
  if (subject.kind === 'vehicle' && (subject.action === 'drive' || subject.action === 'ride'))
    return vehicleVoice(subject.drawing)
  if (subject.kind === 'aircraft' && subject.action === 'fly') return aircraftVoice(subject.drawing)
  if (subject.kind === 'boat' && subject.action === 'float') return { gain: 1, play: stillWater }
  return limbVoice(subject, place, stepsPerSecond(subject.action) * tempo)
}

function limbVoice(subject: Subject, place: string, rate: number): Voice | undefined {
  if (rate <= 0) return undefined
  const { action, kind } = subject
  if (action === 'fly') {
    if (kind !== 'bird' || subject.heightMetres < 0.1) return undefined
    return { gain: 1, play: (samples, random) => series(samples, rate, random, () => wingBeat(random)) }
  }
  if (place === 'underwater') return { gain: 0.6, play: bubbling }
  if (action === 'swim') {
    return kind === 'fish'
      ? { gain: 0.4, play: bubbling }
      : { gain: 0.6, play: (samples, random) => series(samples, rate, random, () => splash(random)) }
  }
  const ground = groundOf(place)
  const steps = action === 'walk' || action === 'run' || action === 'dance' || action === 'jump'
  if (!steps || ground === 'none' || subject.heightMetres < 0.1) return undefined
  const weight = Math.min(1.4, Math.max(0.5, Math.sqrt(subject.heightMetres)))
  return {
    gain: 0.55 * weight,
    play: (samples, random) => series(samples, rate, random, () => footfall(ground, random)),
  }
}

function bubbling(samples: number, random: Random): Track {
  const track = silence(samples)
  addBubbles(track, 8, 0.5, random)
  return track
}

const onRails = /train|locomotive|tram|metro|railway|monorail|light-rail/
const heavy = /truck|lorry|bus|tractor|fire-engine|ambulance/
const silent = /bicycle|skateboard|scooter|sled|skate|wheelchair|cart/

function vehicleVoice(drawing: string): Voice | undefined {
  if (onRails.test(drawing)) return { gain: 0.38, play: rails }
  if (drawing !== 'motor-scooter' && silent.test(drawing)) return undefined
  const voice = heavy.test(drawing)
    ? { hertz: 48, breath: 0.5 }
    : /motor|racing/.test(drawing)
      ? { hertz: 118, breath: 0.3 }
      : { hertz: 76, breath: 0.55 }
  return { gain: 0.32, play: (samples, random) => engine(samples, random, voice) }
}

function aircraftVoice(drawing: string): Voice | undefined {
  if (drawing === 'helicopter') return { gain: 0.6, play: rotor }
  if (drawing === 'rocket') return { gain: 0.3, play: (samples, random) => jet(samples, random, 1) }
  if (drawing === 'flying-saucer') return { gain: 0.6, play: hover }
  if (drawing === 'small-airplane')
    return { gain: 0.3, play: (samples, random) => engine(samples, random, { hertz: 92, breath: 0.4 }) }
  if (drawing.startsWith('airplane')) return { gain: 0.35, play: (samples, random) => jet(samples, random, 0.2) }
  return undefined
}
