/** Noise of three colours, in about -1 to 1. */
import type { Random } from '../random.ts'

/** Equal power at every frequency. */
export function whiteNoise(samples: number, random: Random): Float32Array {
  const out = new Float32Array(samples)
  for (let index = 0; index < samples; index++) out[index] = random() * 2 - 1
  return out
}

/** Power falling 3 dB an octave: Paul Kellet's economy filter (musicdsp.org archive 76, 1999). */
export function pinkNoise(samples: number, random: Random): Float32Array {
  const out = new Float32Array(samples)
  let low = 0
  let middle = 0
  let high = 0
  for (let index = 0; index < samples; index++) {
    const white = random() * 2 - 1
    low = 0.99765 * low + white * 0.099046
    middle = 0.963 * middle + white * 0.2965164
    high = 0.57 * high + white * 1.0526913
    out[index] = (low + middle + high + white * 0.1848) * 0.25
  }
  return out
}

/** Power falling 6 dB an octave: white noise through a leaky integrator, which keeps it free of DC drift. */
export function brownNoise(samples: number, random: Random): Float32Array {
  const out = new Float32Array(samples)
  let sum = 0
  for (let index = 0; index < samples; index++) {
    sum = 0.995 * sum + (random() * 2 - 1) * 0.06
    out[index] = sum * 1.6
  }
  return out
}
