import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loudness } from './loudness.ts'
import { addTone } from './tones.ts'
import { silence } from './track.ts'

test('a full-scale 997 Hz sine in one channel is -3.01 LUFS, as BS.1770 says', () => {
  const track = silence(48_000 * 3)
  addTone(track.left, 997, () => 1)
  assert.ok(Math.abs(loudness(track) + 3.01) < 0.05)
})

test('the pause after a sound does not make it quieter', () => {
  const track = silence(48_000 * 6)
  addTone(track.left, 997, (seconds) => (seconds < 3 ? 1 : 0))
  assert.ok(Math.abs(loudness(track) + 3.01) < 0.3)
})

test('silence has no loudness', () => {
  assert.equal(loudness(silence(48_000)), Number.NEGATIVE_INFINITY)
})
