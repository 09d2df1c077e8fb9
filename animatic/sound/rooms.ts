/** Quiet places: a room with a clock, the drone of space. */
import type { Random } from '../random.ts'
import { shape, struck, wander } from './envelope.ts'
import { bandPass, filter, highPass, lowPass } from './filters.ts'
import { brownNoise, pinkNoise, whiteNoise } from './noise.ts'
import { addTone } from './tones.ts'
import { panInto, sampleRate, samplesIn, silence, type Track, wide } from './track.ts'

/** The air of a room and a clock on the wall, one tick a second. */
export function roomTone(samples: number, random: Random): Track {
  const side = () => filter(filter(pinkNoise(samples, random), lowPass(480)), highPass(60))
  const track = wide(side(), side())
  const tick = filter(whiteNoise(samplesIn(0.05), random), bandPass(2700, 5))
  shape(tick, (at) => struck(at, 0.001, 0.008) * Math.max(0, 1 - at / 0.05))
  for (let at = 0.4; at < samples / sampleRate; at += 1) panInto(track, tick, Math.round(at * sampleRate), 0.35, 0.5)
  return track
}

/** Low tones that beat slowly against each other, under a breath of noise. */
export function spaceDrone(samples: number, random: Random): Track {
  const seconds = samples / sampleRate
  const track = silence(samples)
  for (const channel of [track.left, track.right]) {
    for (const hertz of [55, 82.4, 110, 164.8, 220]) {
      const swell = wander(seconds, 3, random)
      const level = (0.16 * 55) / hertz ** 0.9 / 1.2
      addTone(channel, hertz * (1 + (random() - 0.5) * 0.006), (at) => level * (0.4 + 0.6 * swell(at)), random())
    }
    const swell = wander(seconds, 2, random)
    const dust = shape(filter(brownNoise(samples, random), bandPass(300, 0.8)), (at) => 0.3 * swell(at))
    for (let index = 0; index < samples; index++) channel[index]! += dust[index]!
  }
  return track
}
