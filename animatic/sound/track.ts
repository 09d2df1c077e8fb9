/** Stereo sound in memory. */

/** Samples a second, everywhere in this folder. */
export const sampleRate = 48_000

export interface Track {
  left: Float32Array
  right: Float32Array
}

export function silence(samples: number): Track {
  return { left: new Float32Array(samples), right: new Float32Array(samples) }
}

export function samplesIn(seconds: number): number {
  return Math.max(0, Math.round(seconds * sampleRate))
}

/** Two independent mono sounds as the two sides of a wide one. */
export function wide(left: Float32Array, right: Float32Array): Track {
  return { left, right }
}

export interface Placement {
  /** First sample in the target; may be negative, what lies outside is left out. */
  at: number
  gain: number
  /** Samples of the raised-cosine fades at both ends. */
  fadeIn?: number
  fadeOut?: number
}

/** Adds a track to another. */
export function mixInto(target: Track, source: Track, { at, gain, fadeIn = 0, fadeOut = 0 }: Placement): void {
  const length = source.left.length
  const from = Math.max(0, -at)
  const to = Math.min(length, target.left.length - at)
  for (let index = from; index < to; index++) {
    let level = gain
    if (index < fadeIn) level *= fade(index / fadeIn)
    if (length - 1 - index < fadeOut) level *= fade((length - 1 - index) / fadeOut)
    target.left[at + index]! += source.left[index]! * level
    target.right[at + index]! += source.right[index]! * level
  }
}

/** Adds a mono sound at a place between left (-1) and right (1), of constant power. */
export function panInto(target: Track, sound: Float32Array, at: number, gain: number, pan: number): void {
  const angle = ((pan + 1) * Math.PI) / 4
  const toLeft = Math.cos(angle) * gain
  const toRight = Math.sin(angle) * gain
  const to = Math.min(sound.length, target.left.length - at)
  for (let index = Math.max(0, -at); index < to; index++) {
    target.left[at + index]! += sound[index]! * toLeft
    target.right[at + index]! += sound[index]! * toRight
  }
}

/** Sine-shaped rise from 0 to 1; two of them crossing keep the power of unlike sounds. */
function fade(part: number): number {
  return Math.sin((Math.PI / 2) * Math.min(1, Math.max(0, part)))
}
