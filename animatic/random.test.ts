import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forkSeed, seededRandom } from './random.ts'

test('a seed gives one sequence of numbers from 0 to below 1, spread evenly', () => {
  const first = seededRandom(42)
  const second = seededRandom(42)
  let sum = 0
  for (let turn = 0; turn < 10_000; turn++) {
    const value = first()
    assert.equal(value, second())
    assert.ok(value >= 0 && value < 1)
    sum += value
  }
  assert.ok(Math.abs(sum / 10_000 - 0.5) < 0.02)
})

test('labels part one seed into streams of their own', () => {
  assert.equal(forkSeed(1, 'rain'), forkSeed(1, 'rain'))
  assert.notEqual(forkSeed(1, 'rain'), forkSeed(1, 'wind'))
  assert.notEqual(forkSeed(1, 'rain'), forkSeed(2, 'rain'))
})
