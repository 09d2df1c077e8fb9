/** Slow curves that shape sounds. */
import type { Random } from '../random.ts'
import { sampleRate } from './track.ts'

/** A smooth random curve in 0 to 1 over time; a new value about every `period` seconds, joined by cosines. */
export function wander(seconds: number, period: number, random: Random): (atSeconds: number) => number {
  const points = Float32Array.from({ length: Math.ceil(seconds / period) + 2 }, () => random())
  return (at) => {
    const position = Math.max(0, at) / period
    const index = Math.min(points.length - 2, Math.floor(position))
    const part = Math.min(1, position - index)
    const blend = (1 - Math.cos(Math.PI * part)) / 2
    return points[index]! * (1 - blend) + points[index + 1]! * blend
  }
}

/** Samples between two values of a level; the steps between are drawn straight. */
const controlSamples = 64

/** Multiplies the sound by a level that follows the time, given in seconds. Returns the same array. */
export function shape(sound: Float32Array, level: (seconds: number) => number): Float32Array {
  let from = level(0)
  for (let start = 0; start < sound.length; start += controlSamples) {
    const to = level((start + controlSamples) / sampleRate)
    const end = Math.min(sound.length, start + controlSamples)
    for (let index = start; index < end; index++) {
      sound[index]! *= from + ((to - from) * (index - start)) / controlSamples
    }
    from = to
  }
  return sound
}

/** A blow's envelope in 0 to 1: rises within `attack`, then falls by e every `decay` seconds. Nothing before 0. */
export function struck(seconds: number, attack: number, decay: number): number {
  if (seconds < 0) return 0
  const rise = attack <= 0 ? 1 : Math.min(1, seconds / attack)
  return rise * Math.exp(-Math.max(0, seconds - attack) / decay)
}

/** Moments of a Poisson process: `rate` a second on average, over so many seconds. */
export function moments(seconds: number, rate: number, random: Random): number[] {
  const found: number[] = []
  for (let at = -Math.log(1 - random()) / rate; at < seconds; at += -Math.log(1 - random()) / rate) found.push(at)
  return found
}
