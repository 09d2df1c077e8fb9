import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDatabaseAway } from './database-away.ts'

test('a server that shuts down, starts or is gone is away; a statement that was wrong is not', () => {
  for (const code of ['57P01', '57P03', '08006', 'ECONNREFUSED', 'ECONNRESET']) {
    assert.equal(isDatabaseAway(Object.assign(new Error('x'), { code })), true, code)
  }
  assert.equal(isDatabaseAway(new Error('Connection terminated unexpectedly')), true)
  for (const code of ['23505', '40P01', '57014', '42P01']) {
    assert.equal(isDatabaseAway(Object.assign(new Error('x'), { code })), false, code)
  }
  assert.equal(isDatabaseAway(new Error('the film could not be read')), false)
})
