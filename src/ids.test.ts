import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUuid, newApiKey, newUlid, newVideoId, newWebhookSecret, recordIdOf } from './ids.ts'

test('a video of version 1.0 is named by its model and a lower-case ULID, one of version 2.0 by a UUID', () => {
  assert.match(newVideoId('1.0', 'sora-2', new Date()), /^sora-2:task_[0-9a-hjkmnp-tv-z]{26}$/)
  assert.ok(isUuid(newVideoId('2.0', 'sora-2', new Date())))
})

test('ULIDs carry their time in front, in the notation of their specification', () => {
  // The specification's example: 01ARZ3NDEKTSV4RRFFQ69G5FAV was made at 1469922850259.
  assert.equal(newUlid(new Date(1469922850259)).slice(0, 10), '01arz3ndek')
  assert.ok(newUlid(new Date(1)) < newUlid(new Date(2)))
})

test('a record id is 24 hexadecimal digits that begin with the second of creation', () => {
  const id = recordIdOf('6bf7fb83-5814-4e3e-a4ad-bfa0c26c0b33', new Date(1_700_000_000_000))
  assert.match(id, /^[0-9a-f]{24}$/)
  assert.equal(Number.parseInt(id.slice(0, 8), 16), 1_700_000_000)
})

test('keys and secrets have the form that scanners and verifiers know', () => {
  assert.match(newApiKey(), /^rushes_[0-9A-Za-z]{40}$/)
  assert.match(newWebhookSecret(), /^whsec_[A-Za-z0-9+/]{43}=$/)
})
