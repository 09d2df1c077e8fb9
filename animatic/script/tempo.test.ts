import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepsPerSecond } from './tempo.ts'

test('running steps are quicker than walking ones and standing has none', () => {
  assert.ok(stepsPerSecond('run') > stepsPerSecond('walk'))
  assert.equal(stepsPerSecond('stand'), 0)
})
