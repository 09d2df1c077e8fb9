/** Loudness and peak of a stereo track. */
import { type Coefficients, filter } from './filters.ts'
import { samplesIn, type Track } from './track.ts'

/** K-weighting at 48 kHz: the coefficients of ITU-R BS.1770-5, Annex 1, tables 1 and 2. */
const shelf: Coefficients = {
  b0: 1.53512485958697,
  b1: -2.69169618940638,
  b2: 1.19839281085285,
  a1: -1.69065929318241,
  a2: 0.73248077421585,
}
const lowCut: Coefficients = { b0: 1, b1: -2, b2: 1, a1: -1.99004745483398, a2: 0.99007225036621 }

const blockSeconds = 0.4
const hopSeconds = 0.1
const absoluteGate = -70
const relativeGate = -10

/**
 * Integrated loudness in LUFS after ITU-R BS.1770-5, Annex 1: blocks of 400 ms overlapping by 75 %, gated at -70 LUFS
 * and at 10 LU below the mean. A track shorter than a block is one block. Silence is -Infinity.
 */
export function loudness(track: Track): number {
  const hop = Math.min(samplesIn(hopSeconds), track.left.length)
  const hopPowers = sumPowers(weighted(track.left), weighted(track.right), Math.max(1, hop))
  const hopsInBlock = Math.min(Math.round(blockSeconds / hopSeconds), hopPowers.length)
  const blocks: number[] = []
  for (let start = 0; start + hopsInBlock <= hopPowers.length && hopsInBlock > 0; start++) {
    blocks.push(mean(hopPowers.slice(start, start + hopsInBlock)))
  }
  const heard = blocks.filter((power) => toLufs(power) > absoluteGate)
  if (heard.length === 0) return Number.NEGATIVE_INFINITY
  const gate = toLufs(mean(heard)) + relativeGate
  return toLufs(mean(heard.filter((power) => toLufs(power) > gate)))
}

/** Greatest absolute sample value. */
export function peak({ left, right }: Track): number {
  let top = 0
  for (let index = 0; index < left.length; index++) {
    top = Math.max(top, Math.abs(left[index]!), Math.abs(right[index]!))
  }
  return top
}

function weighted(channel: Float32Array): Float32Array {
  return filter(filter(channel.slice(), shelf), lowCut)
}

/** Mean power of each hop, both channels summed with weight 1. An unfinished last hop is left out. */
function sumPowers(left: Float32Array, right: Float32Array, hop: number): number[] {
  const powers: number[] = []
  for (let start = 0; start + hop <= left.length; start += hop) {
    let sum = 0
    for (let index = start; index < start + hop; index++) sum += left[index]! ** 2 + right[index]! ** 2
    powers.push(sum / hop)
  }
  return powers
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function toLufs(power: number): number {
  return -0.691 + 10 * Math.log10(power)
}
