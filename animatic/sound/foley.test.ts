import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../random.ts'
import { readPrompt } from '../script/read-prompt.ts'
import { stepsPerSecond } from '../script/tempo.ts'
import { foley } from './foley.ts'
import { sampleRate } from './track.ts'

test('footfalls begin where the motion puts the feet down', () => {
  const [shot] = readPrompt('a man walks on the road', 3).shots
  const { left } = foley(shot!, 1, 3 * sampleRate, seededRandom(1))
  const apart = sampleRate / stepsPerSecond('walk')
  for (let step = 0; step < 5; step++) {
    const at = Math.round(step * apart)
    assert.ok(power(left, at, at + 2400) > 20 * power(left, at + apart * 0.75, at + apart * 0.75 + 2400))
  }
})

test('the tempo of the film moves the steps', () => {
  const [shot] = readPrompt('a man walks on the road', 2).shots
  const { left } = foley(shot!, 0.5, 2 * sampleRate, seededRandom(1))
  const second = sampleRate / (stepsPerSecond('walk') * 0.5)
  assert.ok(power(left, second, second + 2400) > 20 * power(left, second / 2, second / 2 + 2400))
})

function power(sound: Float32Array, from: number, to: number): number {
  return sound.subarray(from, to).reduce((sum, value) => sum + value * value, 1e-9)
}
