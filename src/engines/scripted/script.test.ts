import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readScript } from './script.ts'

test('a prompt without directives answers at once with a video', () => {
  const script = readScript('a cat [sic] running')
  assert.deepEqual([script.end, script.workSeconds, script.queueSeconds], ['video', 0, 0])
})

test('times are read with their units', () => {
  assert.equal(readScript('[slow 5s]').workSeconds, 5)
  assert.equal(readScript('[slow: 250ms]').workSeconds, 0.25)
  assert.equal(readScript('[queue 2m]').queueSeconds, 120)
  assert.equal(readScript('[slow nonsense]').workSeconds, 0)
})

test('ends carry their sentence', () => {
  assert.deepEqual(readScript('[fail: the lamp broke]').message, 'the lamp broke')
  assert.equal(readScript('[FORBID: no]').end, 'forbidden')
  assert.equal(readScript('[refuse: not today]').end, 'refusal')
  assert.equal(readScript('[stall]').end, 'never')
})

test('the prompt’s words win over the config’s', () => {
  assert.equal(readScript('[slow 1s]', { workSeconds: 9 }).workSeconds, 1)
  assert.equal(readScript('a cat', { workSeconds: 9 }).workSeconds, 9)
})
