/** Tones from a table of one sine period, several times as fast as Math.sin. */
import { struck } from './envelope.ts'
import { sampleRate, samplesIn } from './track.ts'

const tableSize = 4096
const table = Float32Array.from({ length: tableSize + 1 }, (_, index) => Math.sin((2 * Math.PI * index) / tableSize))

/** The sine of a phase counted in turns; the error of reading between two entries is below -120 dB. */
export function sine(turns: number): number {
  const position = (turns - Math.floor(turns)) * tableSize
  const index = position | 0
  const low = table[index]!
  return low + (table[index + 1]! - low) * (position - index)
}

/** Adds a steady tone to the sound, `level` following the time in seconds. */
export function addTone(sound: Float32Array, frequency: number, level: (seconds: number) => number, phase = 0): void {
  const step = frequency / sampleRate
  const block = 128
  let from = level(0)
  for (let start = 0; start < sound.length; start += block) {
    const to = level((start + block) / sampleRate)
    const end = Math.min(sound.length, start + block)
    for (let index = start; index < end; index++) {
      const now = from + ((to - from) * (index - start)) / block
      sound[index]! += sine(phase + index * step) * now
    }
    from = to
  }
}

export interface Glide {
  fromHertz: number
  toHertz: number
  seconds: number
  attack: number
  decay: number
}

/** One short tone that glides from a frequency to another: a chirp, a drop, a bubble. */
export function glide({ fromHertz, toHertz, seconds, attack, decay }: Glide): Float32Array {
  const out = new Float32Array(samplesIn(seconds))
  const release = Math.min(0.02, seconds / 4)
  let phase = 0
  for (let index = 0; index < out.length; index++) {
    const at = index / sampleRate
    phase += (fromHertz + (toHertz - fromHertz) * (at / seconds)) / sampleRate
    const end = Math.min(1, (seconds - at) / release)
    out[index] = sine(phase) * struck(at, attack, decay) * end
  }
  return out
}
