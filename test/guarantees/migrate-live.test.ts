/** Migrations of a database at which servers of the version before are at work. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, before, beforeEach, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { connect, type Database } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createLogger } from '../../src/logger.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { createStoredDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts'
import { startOwnPostgres, withoutInitdb } from '../support/own-postgres.ts'

const stored = join(import.meta.dirname, '..', 'upgrades', '0012_many_tasks.sql')

let dump: string
let database: TestDatabase
const skip = withoutPostgres

before(async () => {
  dump = await readFile(stored, 'utf8')
})
beforeEach(async () => {
  if (!skip) database = await createStoredDatabase(() => dump)
})
afterEach(async () => {
  if (!skip) await database.remove()
})

async function open(): Promise<Database & AsyncDisposable> {
  const db = await connect({ ...database, poolSize: 2 }, createLogger('silent'))
  return { ...db, [Symbol.asyncDispose]: () => db.close() }
}

async function openClient(connectionString = database.databaseUrl): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString })
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

test('a migration that waits for a table holds none that others write to, but for the moment of its first try', {
  skip,
  timeout: 20_000,
}, async () => {
  await using db = await open()
  await using other = await openClient()
  await using watching = await openClient()
  await other.query('begin; lock table usage_records in row exclusive mode')
  const migrating = migrate(db)
  const waitingWithNone = `select from pg_locks as waits
    where not granted and relation = 'usage_records'::regclass and not exists (
      select from pg_locks as has where has.pid = waits.pid and granted and has.mode = 'ExclusiveLock' and has.locktype = 'relation')`
  while ((await watching.query(waitingWithNone)).rowCount === 0) await delay(5)
  await other.query('commit')
  await assert.doesNotReject(migrating)
})

test('a migration gives way to who has read a table that it changes, and is whole when that has ended', {
  skip,
  timeout: 30_000,
}, async () => {
  await using db = await open()
  await using other = await openClient()
  await using watching = await openClient()
  // As pg_dump has them, for hours maybe.
  await other.query('begin; lock table usage_records in access share mode')
  const migrating = migrate(db)
  await untilLocked(migrating)
  await watching.query('update accounts set name = name')
  await other.query('commit')
  assert.ok((await migrating).includes('0013_usage_sums.sql'))
})

test('a migration leaves alone what it does not change and no foreign key binds, such as the counts of calls', {
  skip,
  timeout: 20_000,
}, async () => {
  await using db = await open()
  await using other = await openClient()
  await other.query('begin; lock table rate_limits in row exclusive mode')
  assert.ok((await migrate(db)).includes('0013_usage_sums.sql'))
  await other.query('rollback')
})

test('tables that belong to a role of which the migrating one is a member are migrated', { skip }, async () => {
  await using db = await open()
  await db.execute(`do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute format('alter table %I owner to pg_database_owner', name);
    end loop; end $$`)
  assert.ok((await migrate(db)).includes('0013_usage_sums.sql'))
})

test('an autovacuum ends itself for a migration', { skip: withoutInitdb, timeout: 60_000 }, async () => {
  await using postgres = await startOwnPostgres()
  const own = await createTestDatabase(postgres.url)
  const db = await connect({ ...own, poolSize: 2 }, createLogger('silent'))
  try {
    await using client = await openClient(own.databaseUrl)
    await client.query("alter system set autovacuum_naptime = '1s'")
    await client.query('select pg_reload_conf()')
    await client.query(dump)
    // By these limits it takes far longer than anybody waits.
    await client.query(`set search_path = public;
      alter table accounts set (autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1);
      insert into accounts (id, name, webhook_secret) select gen_random_uuid(), 'account ' || n, '' from generate_series(1, 20000) as n;
      update accounts set name = name || ' that was named anew'`)
    while ((await client.query('select from pg_stat_progress_vacuum')).rowCount === 0) await delay(20)
    assert.ok((await migrate(db)).includes('0013_usage_sums.sql'))
  } finally {
    await db.close()
    await own.remove()
  }
})
