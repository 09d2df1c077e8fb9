/** Running water, bubbles and drops. */
import type { Random } from '../random.ts'
import { moments, shape, wander } from './envelope.ts'
import { bandPass, filter, highPass, lowPass } from './filters.ts'
import { pinkNoise, whiteNoise } from './noise.ts'
import { glide } from './tones.ts'
import { panInto, sampleRate, type Track, wide } from './track.ts'

/** A stream: the rush of noise and many small bubbles. */
export function runningWater(samples: number, random: Random): Track {
  const seconds = samples / sampleRate
  const side = () => {
    const flow = wander(seconds, 0.7, random)
    const rush = shape(filter(pinkNoise(samples, random), bandPass(900, 0.5)), (at) => 0.5 + 0.3 * flow(at))
    const hiss = filter(filter(whiteNoise(samples, random), highPass(2500)), lowPass(7000))
    for (let index = 0; index < samples; index++) rush[index]! += hiss[index]! * 0.07
    return rush
  }
  const track = wide(side(), side())
  addBubbles(track, 24, 0.12, random)
  return track
}

/** Hardly moving water: a few drops and a faint lapping. */
export function stillWater(samples: number, random: Random): Track {
  const seconds = samples / sampleRate
  const side = () => {
    const lapping = wander(seconds, 0.9, random)
    return shape(filter(pinkNoise(samples, random), bandPass(420, 0.8)), (at) => 0.1 + 0.5 * lapping(at) ** 3)
  }
  const track = wide(side(), side())
  addBubbles(track, 3, 0.1, random)
  return track
}

/** The muffled depths with bubbles rising by. */
export function underwater(samples: number, random: Random): Track {
  const seconds = samples / sampleRate
  const side = () => {
    const swell = wander(seconds, 2.5, random)
    const body = filter(filter(pinkNoise(samples, random), lowPass(260)), highPass(35))
    return shape(body, (at) => 0.9 + 0.7 * swell(at))
  }
  const track = wide(side(), side())
  for (const at of moments(seconds, 0.6, random)) {
    const pan = random() * 1.6 - 0.8
    for (let bubble = 0; bubble < 5; bubble++) {
      addBubble(track, at + bubble * (0.05 + random() * 0.05), 260 + random() * 500, 0.16, pan, random)
    }
  }
  return track
}

/**
 * Bubbles as decaying sines that rise in pitch, after Kees van den Doel, "Physically Based Models for Liquid Sounds"
 * (ACM Transactions on Applied Perception 2(4), 2005).
 */
export function addBubbles(track: Track, rate: number, gain: number, random: Random): void {
  const seconds = track.left.length / sampleRate
  for (const at of moments(seconds, rate, random)) {
    addBubble(track, at, 500 * 2 ** (random() * 2.2), gain * random(), random() * 1.6 - 0.8, random)
  }
}

function addBubble(track: Track, at: number, hertz: number, gain: number, pan: number, random: Random): void {
  const decay = 0.008 + 14 / hertz
  const sound = glide({
    fromHertz: hertz,
    toHertz: hertz * (1.2 + 0.5 * random()),
    seconds: decay * 5,
    attack: 0.003,
    decay,
  })
  panInto(track, sound, Math.round(at * sampleRate), gain, pan)
}
