/** Birds by day, crickets, frogs and owls by night. */
import type { Random } from '../random.ts'
import { moments, shape, struck, wander } from './envelope.ts'
import { addTone, glide, sine } from './tones.ts'
import { panInto, sampleRate, samplesIn, silence, type Track } from './track.ts'

/** `density` phrases a second, from several singers at fixed places. */
export function birdsong(samples: number, random: Random, density: number): Track {
  const track = silence(samples)
  const singers = Array.from({ length: 4 }, () => ({
    hertz: 2200 + 2600 * random(),
    pan: random() * 1.8 - 0.9,
    level: 0.1 + 0.2 * random(),
    notes: 2 + Math.floor(random() * 5),
  }))
  for (const at of moments(samples / sampleRate, density, random)) {
    const singer = singers[Math.floor(random() * singers.length)]!
    let start = at
    for (let note = 0; note < singer.notes; note++) {
      const seconds = 0.05 + 0.09 * random()
      const hertz = singer.hertz * (0.85 + 0.3 * random())
      const bend = note % 2 === 0 ? 1.25 : 0.8
      const chirp = glide({ fromHertz: hertz, toHertz: hertz * bend, seconds, attack: 0.012, decay: seconds })
      panInto(track, chirp, Math.round(start * sampleRate), singer.level, singer.pan)
      start += seconds + 0.03 + 0.06 * random()
    }
  }
  return track
}

/** Field crickets: pulses of about 4.6 kHz, three or four to a chirp, two or three chirps a second. */
export function crickets(samples: number, random: Random): Track {
  const track = silence(samples)
  const seconds = samples / sampleRate
  for (let singer = 0; singer < 4; singer++) {
    const hertz = 4200 + 900 * random()
    const rate = 2.1 + 1.2 * random()
    const pan = random() * 1.8 - 0.9
    const level = 0.05 + 0.07 * random()
    for (let at = random() / rate; at < seconds; at += (0.9 + 0.2 * random()) / rate) {
      panInto(track, chirr(hertz), Math.round(at * sampleRate), level, pan)
    }
  }
  return track
}

function chirr(hertz: number): Float32Array {
  const out = new Float32Array(samplesIn(0.13))
  for (let index = 0; index < out.length; index++) {
    const at = index / sampleRate
    const pulse = Math.max(0, sine(at * 31)) ** 2
    out[index] = sine(at * hertz) * pulse * Math.min(1, (0.13 - at) / 0.02)
  }
  return out
}

/** Two hoots, far away, at most every eight seconds. */
export function owl(samples: number, random: Random): Track {
  const track = silence(samples)
  for (let at = 1 + random() * 3; at < samples / sampleRate; at += 8 + random() * 5) {
    for (const [delay, seconds] of [
      [0, 0.35],
      [0.55, 0.7],
    ] as const) {
      const hoot = new Float32Array(samplesIn(seconds))
      addTone(hoot, 330, (now) => struck(now, 0.08, 0.4) * Math.min(1, Math.max(0, (seconds - now) / 0.15)))
      panInto(track, hoot, Math.round((at + delay) * sampleRate), 0.12, 0.6)
    }
  }
  return track
}

/** Gulls over the sea: falling cries. */
export function gulls(samples: number, random: Random): Track {
  const track = silence(samples)
  for (const at of moments(samples / sampleRate, 0.25, random)) {
    const pan = random() * 1.8 - 0.9
    for (let cry = 0; cry < 3; cry++) {
      const hertz = 1250 + 250 * random()
      const call = glide({ fromHertz: hertz, toHertz: hertz * 0.68, seconds: 0.32, attack: 0.05, decay: 0.4 })
      const waver = wander(0.4, 0.05, random)
      shape(call, (now) => 0.6 + 0.4 * waver(now))
      panInto(track, call, Math.round((at + cry * 0.42) * sampleRate), 0.09, pan)
    }
  }
  return track
}
