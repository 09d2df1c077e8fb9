/** Towns and roads: the hum of far traffic, cars passing, people talking. */
import type { Random } from '../random.ts'
import { moments, shape, struck, wander } from './envelope.ts'
import { bandPass, filter, highPass, lowPass } from './filters.ts'
import { brownNoise, pinkNoise } from './noise.ts'
import { panInto, sampleRate, samplesIn, silence, type Track, wide } from './track.ts'

/** Far traffic; `passing` cars a second go by near. */
export function traffic(samples: number, random: Random, passing: number): Track {
  const seconds = samples / sampleRate
  const side = () => {
    const surge = wander(seconds, 2.2, random)
    const hum = filter(filter(brownNoise(samples, random), lowPass(420)), highPass(45))
    return shape(hum, (at) => 0.9 + 0.4 * surge(at))
  }
  const track = wide(side(), side())
  for (const at of moments(seconds, passing, random)) passBy(track, at - 1.2, random() < 0.5 ? -1 : 1, random)
  return track
}

function passBy(track: Track, at: number, from: number, random: Random): void {
  const seconds = 3.2
  const samples = samplesIn(seconds)
  const tyres = filter(pinkNoise(samples, random), bandPass(650 + 300 * random(), 0.6))
  shape(tyres, (now) => Math.max(0, 1 - Math.abs(now - 1.6) / 1.6) ** 2 * 0.8)
  const halves = 16
  for (let part = 0; part < halves; part++) {
    const start = Math.floor((samples * part) / halves)
    const piece = tyres.subarray(start, Math.floor((samples * (part + 1)) / halves))
    panInto(track, piece, Math.round(at * sampleRate) + start, 1, (from * (halves - 1 - 2 * part)) / halves)
  }
}

/** A murmuring crowd: voices as short bands of noise around the formants of vowels. */
export function crowd(samples: number, random: Random): Track {
  const track = silence(samples)
  const seconds = samples / sampleRate
  const vowels = [500, 620, 760, 900, 1150].map((hertz) => {
    const voice = filter(pinkNoise(sampleRate, random), bandPass(hertz, 3))
    return shape(voice, (at) => 0.5 + 0.5 * Math.sin(at * 2 * Math.PI * 97))
  })
  for (const at of moments(seconds, 22, random)) {
    const vowel = vowels[Math.floor(random() * vowels.length)]!
    const length = samplesIn(0.12 + 0.22 * random())
    const start = Math.floor(random() * (vowel.length - length))
    const syllable = vowel.slice(start, start + length)
    shape(syllable, (now) => struck(now, 0.04, 0.12) * Math.max(0, 1 - now / (length / sampleRate)))
    panInto(track, syllable, Math.round(at * sampleRate), 0.35, random() * 1.8 - 0.9)
  }
  return track
}
