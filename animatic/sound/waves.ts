/** Ocean waves that come in, break and draw back. */
import type { Random } from '../random.ts'
import { shape } from './envelope.ts'
import { filter, highPass, lowPass, movingFilter } from './filters.ts'
import { brownNoise, pinkNoise } from './noise.ts'
import { type Track, wide } from './track.ts'

/** Seconds from one wave to the next; sea swell has periods of 6 to 12 s. */
const periodSeconds = 6.5

export function oceanWaves(samples: number, random: Random): Track {
  const start = random()
  const side = (lag: number) => {
    const swell = (at: number) => breaking((at / periodSeconds + start + lag) % 1)
    const surf = movingFilter(pinkNoise(samples, random), (at) => lowPass(500 + 3800 * swell(at)))
    shape(surf, (at) => 0.22 + 0.95 * swell(at))
    const deep = filter(filter(brownNoise(samples, random), lowPass(180)), highPass(35))
    for (let index = 0; index < samples; index++) surf[index]! += deep[index]! * 0.5
    return surf
  }
  return wide(side(0), side(0.06))
}

/** Height of the sound over one wave's turn: a slow rise, a break, a hiss that is gone when the next one rises. */
function breaking(turn: number): number {
  if (turn < 0.35) return (turn / 0.35) ** 2.2
  const after = (turn - 0.35) / 0.65
  return Math.exp(-after * 2.7) * (1 - after ** 4)
}
