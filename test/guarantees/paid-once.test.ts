/** What was paid for is not lost while the database has no time for it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { withoutPostgres } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { startTestServer } from '../support/server.ts'

/** A server on a Postgres whose locks are waited for briefly, and a paid engine's task that is about to be submitted. */
async function startHeld() {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  const databaseUrl = `${database.databaseUrl}?options=${encodeURIComponent('-c lock_timeout=300')}`
  const server = await startTestServer({
    database: { ...database, databaseUrl },
    file: { engines: { scripted: { type: 'scripted', resubmit: 'never' } } },
  })
  const sent = await server.post('/sora/videos', { prompt: '[start 1s] a cat', duration: 10, async: true })
  const id = sent.json().task_id as string
  const tasks = server.context.database.selectFrom('tasks').where('id', '=', id)
  while ((await tasks.select('state').executeTakeFirstOrThrow()).state !== 'submitting') await delay(10)
  await client.query('begin')
  await client.query('lock table tasks in exclusive mode')
  return {
    server,
    client,
    id,
    /** Resolves when storing the operation was given up by the database, and is tried again. */
    async untilTriedAgain() {
      const tries = new Set<number>()
      while (tries.size < 3) {
        const { rows } = await sql<{ at: number }>`
          select extract(epoch from query_start)::float8 as at from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%recordset%'`.execute(
          server.context.database,
        )
        for (const { at } of rows) tries.add(at)
        await delay(10)
      }
    },
    async [Symbol.asyncDispose]() {
      await client.end()
      await server[Symbol.asyncDispose]()
    },
  }
}

test('a job that a paid engine has taken is followed to its film, although the table of tasks is held while its operation is to be stored', {
  skip: withoutPostgres,
}, async () => {
  await using held = await startHeld()
  const { server, client, id } = held
  await held.untilTriedAgain()
  await client.query('rollback')
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  const events = await server.context.database.selectFrom('events').select('type').where('task_id', '=', id).execute()
  assert.deepEqual(
    events.map(({ type }) => type),
    ['created', 'submitting', 'running', 'storing', 'succeeded'],
  )
})

test('a job whose operation could not be stored before another worker took its task is stopped at its engine', {
  skip: withoutPostgres,
}, async () => {
  await using held = await startHeld()
  const { server, client, id } = held
  const told = Promise.withResolvers<unknown>()
  const { engine } = server.context.dispatch.registry.get('scripted')
  engine.cancel = async (operation) => told.resolve(operation.film)
  await held.untilTriedAgain()
  await client.query(`update tasks set claim_id = gen_random_uuid(), claimed_by = 'another' where id = $1`, [id])
  await client.query('commit')
  assert.ok(await told.promise)
})
