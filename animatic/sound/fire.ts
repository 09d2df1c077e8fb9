/** Fire: a low roar and crackling. */
import type { Random } from '../random.ts'
import { moments, shape, struck, wander } from './envelope.ts'
import { bandPass, filter, highPass, lowPass } from './filters.ts'
import { brownNoise, whiteNoise } from './noise.ts'
import { panInto, sampleRate, samplesIn, type Track, wide } from './track.ts'

export function fire(samples: number, random: Random): Track {
  const seconds = samples / sampleRate
  const side = () => {
    const flicker = wander(seconds, 0.25, random)
    const roar = filter(filter(brownNoise(samples, random), lowPass(600)), highPass(50))
    return shape(roar, (at) => 0.35 + 0.35 * flicker(at))
  }
  const track = wide(side(), side())
  const cracks = [900, 1700, 2800].map((hertz) => {
    const crack = filter(whiteNoise(samplesIn(0.04), random), bandPass(hertz, 1.5))
    return shape(crack, (at) => struck(at, 0.0015, 0.006) * Math.max(0, 1 - at / 0.04))
  })
  for (const at of moments(seconds, 14, random)) {
    const crack = cracks[Math.floor(random() * cracks.length)]!
    panInto(track, crack, Math.round(at * sampleRate), 0.9 * random() ** 2, random() * 1.4 - 0.7)
  }
  return track
}
