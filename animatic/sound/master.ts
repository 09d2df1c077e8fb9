/** The last step: loudness, peaks and the fades of the whole film. Works in place. */
import { loudness } from './loudness.ts'
import { sampleRate, samplesIn, type Track } from './track.ts'

/** Streaming services normalise to about this. */
const targetLufs = -16
/** -1.4 dBFS, which leaves room for peaks between samples and for a lossy encoder. */
const ceiling = 0.85
const mostGain = 40
const fadeInSeconds = 0.3
const fadeOutSeconds = 0.8
/** The limiter looks so far ahead that its gain is down when a peak arrives. */
const lookAheadSeconds = 0.004
const releaseSeconds = 0.12

export function master(track: Track): void {
  removeOffset(track.left)
  removeOffset(track.right)
  fadeEnds(track)
  // The limiter takes some loudness away, so a second turn comes closer to the target.
  for (let turn = 0; turn < 2; turn++) {
    const level = loudness(track)
    if (!Number.isFinite(level)) return
    amplify(track, Math.min(mostGain, 10 ** ((targetLufs - level) / 20)))
    limit(track)
  }
}

/** First-order high-pass at 8 Hz: takes away any DC. */
function removeOffset(channel: Float32Array): void {
  const keep = Math.exp((-2 * Math.PI * 8) / sampleRate)
  let before = 0
  let out = 0
  for (let index = 0; index < channel.length; index++) {
    const input = channel[index]!
    out = keep * out + input - before
    before = input
    channel[index] = out
  }
}

/** Raised cosines from and to exact silence, shortened for films that are shorter than both. */
function fadeEnds({ left, right }: Track): void {
  const samples = left.length
  const squeeze = Math.min(1, samples / samplesIn(2 * (fadeInSeconds + fadeOutSeconds)))
  const rise = samplesIn(fadeInSeconds * squeeze)
  const fall = samplesIn(fadeOutSeconds * squeeze)
  for (let index = 0; index < samples; index++) {
    if (index >= rise && index < samples - fall) continue
    const part = Math.min(index / Math.max(1, rise), (samples - 1 - index) / Math.max(1, fall), 1)
    const level = (1 - Math.cos(Math.PI * part)) / 2
    left[index]! *= level
    right[index]! *= level
  }
}

function amplify({ left, right }: Track, gain: number): void {
  for (let index = 0; index < left.length; index++) {
    left[index]! *= gain
    right[index]! *= gain
  }
}

/** A look-ahead limiter that is the same on both channels, so the stereo picture stays. */
function limit({ left, right }: Track): void {
  const ahead = samplesIn(lookAheadSeconds)
  const release = Math.exp(-1 / (releaseSeconds * sampleRate))
  const attack = Math.exp(-3 / ahead)
  let gain = 1
  let wanted = 1
  let heldFor = 0
  for (let index = -ahead; index < left.length; index++) {
    const next = index + ahead
    const top = next < left.length ? Math.max(Math.abs(left[next]!), Math.abs(right[next]!)) : 0
    const needed = top > ceiling ? ceiling / top : 1
    if (needed <= wanted) {
      wanted = needed
      heldFor = ahead
    } else if (heldFor > 0) heldFor--
    else wanted = Math.min(1, 1 - (1 - wanted) * release)
    gain = wanted < gain ? wanted + (gain - wanted) * attack : wanted
    if (index < 0) continue
    left[index] = clamp(left[index]! * gain)
    right[index] = clamp(right[index]! * gain)
  }
}

/** What the limiter's attack let through, some percent, is cut off softly. */
function clamp(value: number): number {
  const size = Math.abs(value)
  if (size <= ceiling) return value
  return Math.sign(value) * (ceiling + (1 - ceiling) * 0.8 * Math.tanh((size - ceiling) / (1 - ceiling)))
}
