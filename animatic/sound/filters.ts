/** Second-order filters after Robert Bristow-Johnson's Audio EQ Cookbook (W3C Note, 2021). All work in place. */
import { sampleRate } from './track.ts'

export interface Coefficients {
  b0: number
  b1: number
  b2: number
  a1: number
  a2: number
}

function cookbook(frequency: number, q: number): { cos: number; alpha: number } {
  const angle = (2 * Math.PI * Math.min(Math.max(frequency, 5), sampleRate * 0.45)) / sampleRate
  return { cos: Math.cos(angle), alpha: Math.sin(angle) / (2 * q) }
}

export function lowPass(frequency: number, q = Math.SQRT1_2): Coefficients {
  const { cos, alpha } = cookbook(frequency, q)
  const a0 = 1 + alpha
  const b1 = (1 - cos) / a0
  return { b0: b1 / 2, b1, b2: b1 / 2, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 }
}

export function highPass(frequency: number, q = Math.SQRT1_2): Coefficients {
  const { cos, alpha } = cookbook(frequency, q)
  const a0 = 1 + alpha
  const b0 = (1 + cos) / (2 * a0)
  return { b0, b1: -2 * b0, b2: b0, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 }
}

/** Band-pass of constant 0 dB peak gain. */
export function bandPass(frequency: number, q: number): Coefficients {
  const { cos, alpha } = cookbook(frequency, q)
  const a0 = 1 + alpha
  return { b0: alpha / a0, b1: 0, b2: -alpha / a0, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 }
}

/** Runs one filter over the sound (transposed direct form II) and returns the same array. */
export function filter(sound: Float32Array, { b0, b1, b2, a1, a2 }: Coefficients): Float32Array {
  let first = 0
  let second = 0
  for (let index = 0; index < sound.length; index++) {
    const input = sound[index]!
    const output = b0 * input + first
    first = b1 * input - a1 * output + second
    second = b2 * input - a2 * output
    sound[index] = output
  }
  return sound
}

/** Samples between two settings of a moving filter: 1.3 ms, too short to hear as steps. */
const blockSamples = 64

/** A filter whose coefficients follow the time, given in seconds. */
export function movingFilter(sound: Float32Array, at: (seconds: number) => Coefficients): Float32Array {
  let first = 0
  let second = 0
  for (let start = 0; start < sound.length; start += blockSamples) {
    const { b0, b1, b2, a1, a2 } = at(start / sampleRate)
    const end = Math.min(sound.length, start + blockSamples)
    for (let index = start; index < end; index++) {
      const input = sound[index]!
      const output = b0 * input + first
      first = b1 * input - a1 * output + second
      second = b2 * input - a2 * output
      sound[index] = output
    }
  }
  return sound
}
