/** Wind: noise whose pitch and strength wander. */
import type { Random } from '../random.ts'
import { shape, wander } from './envelope.ts'
import { bandPass, filter, highPass, lowPass, movingFilter } from './filters.ts'
import { pinkNoise } from './noise.ts'
import { sampleRate, type Track, wide } from './track.ts'

/** `strength` from 0 (a breath in the leaves) to 1 (a gale). */
export function wind(samples: number, random: Random, strength: number): Track {
  const seconds = samples / sampleRate
  const gust = wander(seconds, 1.8, random)
  const side = () => {
    const drift = wander(seconds, 1.1, random)
    const air = movingFilter(pinkNoise(samples, random), (at) =>
      bandPass(220 + 260 * strength + (300 + 500 * strength) * gust(at) * (0.7 + 0.3 * drift(at)), 0.9),
    )
    return shape(air, (at) => 0.35 + (0.4 + 0.9 * strength) * gust(at))
  }
  return wide(side(), side())
}

/** Leaves or grass moved by light air: only the bright part of the noise. */
export function rustle(samples: number, random: Random): Track {
  const seconds = samples / sampleRate
  const breath = wander(seconds, 1.3, random)
  const side = () => {
    const leaves = filter(filter(pinkNoise(samples, random), highPass(2600)), lowPass(8500))
    return shape(leaves, (at) => 0.08 + 0.55 * breath(at) ** 2)
  }
  return wide(side(), side())
}
