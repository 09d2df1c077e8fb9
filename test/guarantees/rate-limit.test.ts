import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { countInMemory, countTogether, createRateLimiter } from '../../src/auth/rate-limit.ts'
import { connect } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { countCalls, deleteOverWindows } from '../../src/db/rate-limits.ts'
import { createLogger } from '../../src/logger.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'

const options = { name: 'test', calls: 3, seconds: 60, refusal: 'Three calls a minute are allowed' }

test('servers that share a database count together', async () => {
  const prepared = await createTestDatabase()
  const db = await connect({ ...prepared, poolSize: 4 }, createLogger('silent'))
  try {
    await migrate(db)
    const [here, there] = [1, 2].map(() => createRateLimiter(countTogether(db.root), options))
    assert.ok(here && there)
    const limits = [await here.consume('key'), await there.consume('key')]
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

test('of calls that come together as many are let in as are left, and each hears how many are left after it', async () => {
  const prepared = await createTestDatabase()
  const db = await connect({ ...prepared, poolSize: 4 }, createLogger('silent'))
  try {
    await migrate(db)
    const limiter = createRateLimiter(countTogether(db.root), options)
    const asked = ['one', 'two', 'one', 'one', 'one', 'two', 'one'].map((who) => limiter.consume(who))
    const answers = await Promise.allSettled(asked)
    assert.deepEqual(
      answers.map((answer) =>
        answer.status === 'fulfilled' ? answer.value.headers['x-ratelimit-remaining'] : answer.reason.kind,
      ),
      ['2', '2', '1', '0', 'too_many_requests', '1', 'too_many_requests'],
    )
  } finally {
    await db.close()
    await prepared.remove()
  }
})

test('a window that is over begins again with the next call', async () => {
  const prepared = await createTestDatabase()
  const db = await connect({ ...prepared, poolSize: 4 }, createLogger('silent'))
  try {
    await migrate(db)
    const limiter = createRateLimiter(countTogether(db.root), { ...options, calls: 1 })
    await limiter.consume('key')
    await assert.rejects(limiter.consume('key'))
    await db.execute('update rate_limits set expire = expire - 60000')
    await limiter.consume('key')
    await assert.rejects(limiter.consume('key'))
  } finally {
    await db.close()
    await prepared.remove()
  }
})

test('calls of one with the longest e-mail address are counted in the database, and so are those that come with them', async () => {
  const prepared = await createTestDatabase()
  const db = await connect({ ...prepared, poolSize: 4 }, createLogger('silent'))
  try {
    await migrate(db)
    const [here, there] = [1, 2].map(() => createRateLimiter(countTogether(db.root), { ...options, calls: 1 }))
    assert.ok(here && there)
    const people = [`reset ${'a'.repeat(242)}@example.com`, `reset ${'a'.repeat(242)}@example.org`, 'key']
    await Promise.all(people.map((who) => here.consume(who)))
    for (const who of people) await assert.rejects(there.consume(who), /Three calls/)
  } finally {
    await db.close()
    await prepared.remove()
  }
})

test('windows that are over are deleted beside calls that are counted, waiting for none of them', {
  skip: withoutPostgres,
}, async () => {
  const prepared = await createTestDatabase()
  const db = await connect({ ...prepared, poolSize: 4 }, createLogger('silent'))
  try {
    await migrate(db)
    const count = (key: string) => countCalls(db.root, [{ key, calls: 1, seconds: -1 }])
    for (const key of ['b', 'a']) await count(key)
    await db.transaction(async (tx) => {
      await countCalls(tx, [{ key: 'a', calls: 1, seconds: 60 }])
      await deleteOverWindows(db.root)
    })
    const { rows } = await sql`select key from rate_limits`.execute(db.root)
    assert.deepEqual(rows, [{ key: 'a' }])
  } finally {
    await db.close()
    await prepared.remove()
  }
})

test('when the database does not answer calls are counted in the process', async () => {
  const prepared = await createTestDatabase()
  const db = await connect({ ...prepared, poolSize: 4 }, createLogger('silent'))
  await db.close()
  const limiter = createRateLimiter(countTogether(db.root), { ...options, calls: 1 })
  await limiter.consume('key')
  await assert.rejects(limiter.consume('key'), /Three calls/)
  await prepared.remove()
})

test('a server by itself counts in memory', async () => {
  const limiter = createRateLimiter(countInMemory(), { ...options, calls: 1 })
  assert.equal((await limiter.consume('key')).headers['x-ratelimit-reset'], '60')
  await assert.rejects(limiter.consume('key'), /Three calls/)
})
