/** Migrations of a database at which servers of the version before are at work. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { connect, type Database } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createLogger } from '../../src/logger.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { createStoredDatabase, type TestDatabase } from '../support/database.ts'

const stored = join(import.meta.dirname, '..', 'upgrades', '0012_many_tasks.sql')

let database: TestDatabase
const skip = withoutPostgres

before(async () => {
  if (skip) return
  const dump = await readFile(stored, 'utf8')
  database = await createStoredDatabase(() => dump)
})
after(async () => {
  if (!skip) await database.remove()
})

async function open(): Promise<Database & AsyncDisposable> {
  const db = await connect({ ...database, poolSize: 2 }, createLogger('silent'))
  return { ...db, [Symbol.asyncDispose]: () => db.close() }
}

async function openClient(): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() })
}

/** Resolves when somebody waits for a lock, or when `done` has. */
async function untilLocked(done: Promise<unknown>): Promise<void> {
  let isDone = false
  void done.finally(() => (isDone = true)).catch(() => {})
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await using watching = await openClient()
  while (!isDone && (await watching.query(waiting)).rowCount === 0) await delay(5)
}

test('a migration that wants tables of which a transaction under way holds one and wants another undoes neither', {
  skip,
}, async () => {
  {
    await using db = await open()
    await using other = await openClient()
    // As a request that is being accepted has them.
    await other.query('begin; lock table usage_records in row exclusive mode')
    const migrating = migrate(db)
    await untilLocked(migrating)
    await other.query('lock table api_keys in row exclusive mode')
    await other.query('commit')
    assert.ok((await migrating).includes('0013_usage_sums.sql'))
  }
  // What a connection has counted is known when it has ended.
  await using watching = await openClient()
  const others = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  while ((await watching.query(others)).rowCount !== 0) await delay(5)
  const { rows } = await watching.query(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  )
  assert.deepEqual(rows, [{ deadlocks: 0 }])
})

test('a migration waits for another as long as that takes, whatever limit the statements of the server have', {
  skip,
}, async () => {
  await using db = await open()
  await using other = await openClient()
  // The connection that is open does not know of it, and is in use.
  const client = await db.pool?.connect()
  Object.assign(db.pool?.options ?? {}, { statement_timeout: 100, query_timeout: 100 })
  await other.query('begin; lock table migrations')
  const migrating = migrate(db)
  await untilLocked(migrating)
  await delay(300)
  await other.query('rollback')
  client?.release()
  await assert.doesNotReject(migrating)
})
