import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRateLimiter } from '../../src/auth/rate-limit.ts'
import { connect } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createLogger } from '../../src/logger.ts'
import { createTestDatabase } from '../support/database.ts'

const options = { name: 'test', calls: 3, seconds: 60, refusal: 'Three calls a minute are allowed' }

test('servers that share a Postgres count together; a server by itself counts in memory', async () => {
  const prepared = await createTestDatabase()
  const db = await connect({ ...prepared, poolSize: 4 }, createLogger('silent'))
  try {
    await migrate(db)
    const [here, there] = [createRateLimiter(db.pool, options), createRateLimiter(db.pool, options)]
    const limits = [await here.consume('key'), await (db.pool ? there : here).consume('key')]
    assert.deepEqual(
      limits.map(({ headers }) => headers['x-ratelimit-remaining']),
      ['2', '1'],
    )
    await here.consume('key')
    await assert.rejects(here.consume('key'), /Three calls a minute are allowed; the next is allowed in \d+ s/)
    await here.consume('another key')
  } finally {
    await db.close()
    await prepared.remove()
  }
})
