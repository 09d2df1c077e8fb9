import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { connect } from '../../src/db/connect.ts'
import { createLogger } from '../../src/logger.ts'
import { clusterKey, createCluster, withoutPostgres } from '../support/cluster.ts'

import { createTestDatabase } from '../support/database.ts'

const poolSize = 4
/** As docs/scale.md says: the pool, half as many for the queue, one for wake-ups. */
const budget = poolSize + poolSize / 2 + 1

test('an api process and a worker open no more connections to Postgres than is said, however much they have to do', {
  skip: withoutPostgres,
}, async () => {
  await using cluster = await createCluster({
    engines: { scripted: { type: 'scripted', concurrency: 16 } },
    models: { 'sora-2': ['scripted'] },
    limits: { inFlight: 100, requestsPerMinute: 10_000 },
  })
  const environment = { DATABASE_POOL_SIZE: String(poolSize) }
  const [api, worker] = [cluster.add(['--role', 'api'], environment), cluster.add(['--role', 'worker'], environment)]
  await Promise.all([api.start(), worker.start()])
  const client = new pg.Client({ connectionString: cluster.databaseUrl })
  await client.connect()
  const open = async () => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    return rows[0]?.count ?? 0
  }
  let isOver = false
  const ask = async () => {
    const answer = await fetch(`${api.url}/sora/videos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clusterKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: 'a cat', duration: 10 }),
    })
    assert.equal(answer.status, 200, await answer.text())
  }
  const work = Promise.all(Array.from({ length: 60 }, ask)).finally(() => {
    isOver = true
  })
  let most = 0
  while (!isOver) most = Math.max(most, await open())
  await work
  await client.end()
  assert.ok(most > poolSize, `${most} connections: the processes had nothing to do`)
  assert.ok(most <= 2 * budget, `${most} connections; said: ${2 * budget}`)
})

test('the database gives a statement up after 30 seconds', { skip: withoutPostgres }, async () => {
  const database = await createTestDatabase()
  const db = await connect({ ...database, poolSize: 1 }, createLogger('silent'))
  const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db.root)
  await db.close()
  await database.remove()
  assert.deepEqual(rows, [{ statement_timeout: '30s' }])
})
