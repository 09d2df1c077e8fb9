/** What limbs sound like: footfalls on the ground of the place, strokes in water, wing beats. */
import type { Random } from '../random.ts'
import { shape, struck } from './envelope.ts'
import { bandPass, filter, highPass, lowPass } from './filters.ts'
import { pinkNoise, whiteNoise } from './noise.ts'
import { glide } from './tones.ts'
import { panInto, samplesIn, silence, type Track } from './track.ts'

export type Ground = 'hard' | 'soft' | 'water' | 'snow' | 'none'

const grounds: Readonly<Record<string, Ground>> = {
  river: 'water',
  lake: 'water',
  ocean: 'water',
  beach: 'soft',
  underwater: 'none',
  forest: 'soft',
  mountain: 'soft',
  meadow: 'soft',
  desert: 'soft',
  snow: 'snow',
  city: 'hard',
  skyline: 'hard',
  village: 'hard',
  road: 'hard',
  garden: 'soft',
  park: 'soft',
  space: 'none',
  sky: 'none',
  room: 'hard',
  stage: 'hard',
}

export function groundOf(place: string): Ground {
  return grounds[place] ?? 'soft'
}

/** One footfall, peaking at about 1. */
export function footfall(ground: Exclude<Ground, 'none'>, random: Random): Float32Array {
  if (ground === 'water') return splash(random)
  if (ground === 'snow') {
    const crunch = filter(filter(whiteNoise(samplesIn(0.2), random), highPass(1200)), lowPass(5200))
    return shape(crunch, (at) => (struck(at, 0.02, 0.05) + 0.7 * struck(at - 0.07, 0.01, 0.03)) * 0.7 * tail(at, 0.2))
  }
  const hard = ground === 'hard'
  const sole = filter(whiteNoise(samplesIn(0.14), random), bandPass(hard ? 1900 : 700, 0.8))
  shape(sole, (at) => struck(at, 0.003, hard ? 0.016 : 0.035) * tail(at, 0.14) * (hard ? 1.1 : 1.3))
  const thump = glide({ fromHertz: 110, toHertz: 60, seconds: 0.14, attack: 0.005, decay: 0.04 })
  for (let index = 0; index < sole.length; index++) sole[index]! += thump[index]! * 0.8
  return sole
}

/** A foot or a hand into water. */
export function splash(random: Random): Float32Array {
  const spray = filter(filter(pinkNoise(samplesIn(0.42), random), highPass(500)), lowPass(5000))
  shape(spray, (at) => struck(at, 0.012, 0.11) * tail(at, 0.42) * 1.6)
  const plunge = glide({ fromHertz: 240, toHertz: 520, seconds: 0.2, attack: 0.01, decay: 0.05 })
  for (let index = 0; index < plunge.length; index++) spray[index]! += plunge[index]! * 0.4
  return spray
}

/** One beat of a wing. */
export function wingBeat(random: Random): Float32Array {
  const air = filter(pinkNoise(samplesIn(0.16), random), bandPass(480, 0.9))
  return shape(air, (at) => struck(at, 0.045, 0.04) * tail(at, 0.16) * 1.5)
}

/** A regular series of sounds: event n at n / rate seconds, each a little unlike the one before. */
export function series(samples: number, rate: number, random: Random, make: () => Float32Array): Track {
  const track = silence(samples)
  const kinds = Array.from({ length: 5 }, make)
  const apart = samplesIn(1) / rate
  for (let event = 0; event * apart < samples; event++) {
    const gain = (event % 2 === 0 ? 0.9 : 0.75) * (0.85 + 0.3 * random())
    const kind = kinds[Math.floor(random() * kinds.length)]!
    panInto(track, kind, Math.round(event * apart), gain, event % 2 === 0 ? -0.15 : 0.15)
  }
  return track
}

function tail(at: number, seconds: number): number {
  return Math.max(0, 1 - at / seconds)
}
