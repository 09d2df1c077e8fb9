/** Engines, rails, rotors and rockets. */
import type { Random } from '../random.ts'
import { shape, struck, wander } from './envelope.ts'
import { bandPass, filter, highPass, lowPass } from './filters.ts'
import { brownNoise, pinkNoise, whiteNoise } from './noise.ts'
import { addTone, sine } from './tones.ts'
import { panInto, sampleRate, samplesIn, silence, type Track, wide } from './track.ts'

export interface EngineVoice {
  /** Firing frequency at the middle of its range. */
  hertz: number
  /** Part of noise (tyres, exhaust, air) in the sound, 0 to 1. */
  breath: number
}

/** A piston engine: harmonics of the firing frequency that rise and fall with the load. */
export function engine(samples: number, random: Random, { hertz, breath }: EngineVoice): Track {
  const seconds = samples / sampleRate
  const load = wander(seconds, 2.4, random)
  const motor = new Float32Array(samples)
  let phase = 0
  let speed = 0
  for (let index = 0; index < samples; index++) {
    if (index % 64 === 0) speed = (hertz * (0.9 + 0.25 * load(index / sampleRate))) / sampleRate
    phase += speed
    motor[index] =
      0.34 * sine(phase) +
      0.26 * sine(2 * phase) +
      0.16 * sine(3 * phase) +
      0.12 * sine(phase / 2) +
      0.07 * sine(5 * phase)
  }
  const side = () => {
    const air = filter(pinkNoise(samples, random), bandPass(700, 0.5))
    for (let index = 0; index < samples; index++) air[index] = air[index]! * breath + motor[index]! * (1 - 0.5 * breath)
    return air
  }
  return wide(side(), side())
}

/** Wheels over rail joints, two axles to a beat, and the rolling of steel. */
export function rails(samples: number, random: Random): Track {
  const side = () => filter(filter(brownNoise(samples, random), lowPass(900)), highPass(60))
  const track = wide(side(), side())
  const clack = filter(whiteNoise(samplesIn(0.12), random), bandPass(420, 1.2))
  shape(clack, (at) => struck(at, 0.003, 0.03) * Math.max(0, 1 - at / 0.12))
  for (let at = 0.1; at < samples / sampleRate; at += 0.84) {
    for (const lag of [0, 0.14]) panInto(track, clack, Math.round((at + lag) * sampleRate), 1.1, lag === 0 ? -0.2 : 0.2)
  }
  return track
}

/** A jet or a rocket: broad noise with weight below; `weight` 0 is a far airliner, 1 a rocket's roar. */
export function jet(samples: number, random: Random, weight: number): Track {
  const seconds = samples / sampleRate
  const side = () => {
    const surge = wander(seconds, 1.6, random)
    const roar = filter(filter(brownNoise(samples, random), lowPass(300 + 500 * weight)), highPass(35))
    const air = filter(pinkNoise(samples, random), bandPass(1300, 0.6))
    for (let index = 0; index < samples; index++) {
      roar[index] = roar[index]! * (0.6 + 0.8 * weight) + air[index]! * (0.5 - 0.2 * weight)
    }
    return shape(roar, (at) => 0.8 + 0.3 * surge(at))
  }
  return wide(side(), side())
}

/** A helicopter: air chopped eleven times a second. */
export function rotor(samples: number, random: Random): Track {
  const side = () => {
    const air = filter(pinkNoise(samples, random), lowPass(650))
    for (let index = 0; index < samples; index++) {
      const turn = ((index / sampleRate) * 11) % 1
      air[index]! *= 0.25 + 1.1 * Math.sin(Math.PI * turn) ** 6
    }
    return filter(air, highPass(40))
  }
  return wide(side(), side())
}

/** A hovering machine from elsewhere: two tones in slow vibrato. */
export function hover(samples: number, random: Random): Track {
  const track = silence(samples)
  const swell = wander(samples / sampleRate, 1.2, random)
  for (const channel of [track.left, track.right]) {
    for (const hertz of [146, 219.6, 293]) {
      addTone(channel, hertz * (1 + (random() - 0.5) * 0.01), (at) => 0.12 * (0.5 + 0.5 * swell(at)), random())
    }
  }
  return track
}
