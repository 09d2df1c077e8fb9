import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { connect, type Database } from '../../src/db/connect.ts'
import { createLogger } from '../../src/logger.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'

const often = 12

async function withTable(work: (db: Database, url: string) => Promise<void>, pooled = false): Promise<void> {
  const database = await createTestDatabase()
  const listenUrl = pooled ? `${database.databaseUrl}?application_name=beside` : undefined
  const db = await connect({ ...database, listenUrl, poolSize: 1 }, createLogger('silent'))
  try {
    await db.execute('create table kept (id int primary key, name text); insert into kept select 1')
    await work(db, database.databaseUrl ?? '')
  } finally {
    await db.close()
    await database.remove()
  }
}

const ask = (db: Pick<Database, 'root'>['root']) => sql<object>`select * from kept where id = ${1}`.execute(db)

const prepared = (db: Database) =>
  sql<{ statement: string }>`select statement from pg_prepared_statements where statement like '%from kept%'`
    .execute(db.root)
    .then(({ rows }) => rows.length)

test('a statement that is sent over and over is prepared, once', { skip: withoutPostgres }, () =>
  withTable(async (db) => {
    await ask(db.root)
    assert.equal(await prepared(db), 0)
    for (let times = 0; times < often; times++) assert.equal((await ask(db.root)).rows.length, 1)
    assert.equal(await prepared(db), 1)
  }),
)

test('through a pooler nothing is prepared', { skip: withoutPostgres }, () =>
  withTable(async (db) => {
    for (let times = 0; times < often; times++) await ask(db.root)
    assert.equal(await prepared(db), 0)
  }, true),
)

test(
  'a connection that does not know what was prepared, as behind a pooler that nobody named, fails no statement, and nothing is prepared any more',
  {
    skip: withoutPostgres,
  },
  () =>
    withTable(async (db) => {
      for (let times = 0; times < often; times++) await ask(db.root)
      assert.equal(await prepared(db), 1)
      await db.execute('deallocate all')
      assert.equal((await ask(db.root)).rows.length, 1)
      for (let times = 0; times < often; times++) await ask(db.root)
      assert.equal(await prepared(db), 0)
    }),
)

test(
  'a table that is changed meanwhile, as an update of the server does, fails no statement and no transaction',
  {
    skip: withoutPostgres,
  },
  () =>
    withTable(async (db) => {
      for (let times = 0; times < often; times++) await ask(db.root)
      await db.execute('alter table kept add column more text')
      assert.deepEqual((await ask(db.root)).rows, [{ id: 1, name: null, more: null }])
      for (let times = 0; times < often; times++) await ask(db.root)
      assert.ok((await prepared(db)) >= 1)
      await db.execute('alter table kept drop column more')
      const { rows } = await db.transaction((tx) => ask(tx))
      assert.deepEqual(rows, [{ id: 1, name: null }])
    }),
)
