import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storedDetails } from './engine-details.ts'

test('what a database refuses in JSON does not reach it', () => {
  assert.equal(storedDetails({ words: ['a\0b', 'half \ud83d'] }), '{"words":["ab","half \ufffd"]}')
})

test('an engine that says too much is left out, one that says nothing too', () => {
  assert.equal(storedDetails({ log: 'x'.repeat(40_000) }), undefined)
  assert.equal(storedDetails(undefined), undefined)
})
