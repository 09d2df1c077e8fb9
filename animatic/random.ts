/** Seeded randomness, so that one order always gives one film. */

/** Numbers in [0, 1), one per call. */
export type Random = () => number

/**
 * The mulberry32 generator of Tommy Ettinger (2017, public domain): 32 bits of state, a full
 * period of 2^32, good enough for pictures and sound, never for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A 32-bit seed that depends on another seed and a label (FNV-1a, Fowler, Noll and Vo), so that
 * independent parts of a film draw from independent streams.
 */
export function forkSeed(seed: number, label: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let index = 0; index < label.length; index++) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193) >>> 0
  }
  return hash
}

/** A number in [0, 1) that belongs to an index and a label: the same each time, without a stream to keep. */
export function scattered(index: number, label: number): number {
  return seededRandom(Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(label + 1, 0x85ebca6b))()
}
