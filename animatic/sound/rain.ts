/** Rain and thunder. */
import type { Random } from '../random.ts'
import { moments, shape, struck, wander } from './envelope.ts'
import { bandPass, filter, highPass, lowPass } from './filters.ts'
import { brownNoise, whiteNoise } from './noise.ts'
import { glide } from './tones.ts'
import { panInto, sampleRate, samplesIn, type Track, wide } from './track.ts'

/** `strength` from 0 (drizzle) to 1 (downpour). */
export function rain(samples: number, random: Random, strength: number): Track {
  const seconds = samples / sampleRate
  const side = () => {
    const sheet = wander(seconds, 1.5, random)
    const body = filter(filter(whiteNoise(samples, random), highPass(900)), lowPass(6500))
    return shape(body, (at) => (0.1 + 0.16 * strength) * (0.85 + 0.3 * sheet(at)))
  }
  const track = wide(side(), side())
  for (const at of moments(seconds, 20 + 40 * strength, random)) {
    const hertz = 1400 + 2600 * random()
    const drop = glide({ fromHertz: hertz, toHertz: hertz * 0.8, seconds: 0.03, attack: 0.002, decay: 0.006 })
    panInto(track, drop, Math.round(at * sampleRate), 0.05 + 0.09 * random(), random() * 2 - 1)
  }
  return track
}

/** Thunder now and then, near and far; the first clap within two seconds. */
export function thunder(samples: number, random: Random): Track {
  const track = wide(new Float32Array(samples), new Float32Array(samples))
  const seconds = samples / sampleRate
  for (let at = 0.5 + random() * 1.5; at < seconds; at += 5 + random() * 6) {
    const near = random()
    const claps = Array.from({ length: 4 }, (_, index) => ({
      at: index * 0.25 * random(),
      level: 0.4 + random() * 0.6,
    }))
    const roll = filter(brownNoise(samplesIn(4.5), random), lowPass(130 + 420 * near))
    filter(roll, highPass(30))
    shape(
      roll,
      (now) => claps.reduce((sum, clap) => sum + struck(now - clap.at, 0.06, 1.1) * clap.level, 0) * endsAt(now, 4.5),
    )
    panInto(track, roll, Math.round(at * sampleRate), 0.7 + 0.5 * near, random() - 0.5)
    const crack = filter(whiteNoise(samplesIn(0.4), random), bandPass(1500, 0.7))
    shape(crack, (now) => struck(now, 0.01, 0.06) * endsAt(now, 0.4))
    panInto(track, crack, Math.round(at * sampleRate), 0.35 * near, random() - 0.5)
  }
  return track
}

/** Draws the last tenth of a sound down to nothing. */
function endsAt(now: number, seconds: number): number {
  return Math.min(1, Math.max(0, (seconds - now) / (seconds * 0.1)))
}
