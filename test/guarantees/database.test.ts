import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { createAccount } from '../../src/auth/keys.ts'
import { connect, type Database } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createQueue, type Queue } from '../../src/db/queue.ts'
import { notify } from '../../src/db/wake.ts'
import { newId } from '../../src/ids.ts'
import { createLogger } from '../../src/logger.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const logger = createLogger('silent')
let prepared: TestDatabase
let db: Database
let queue: Queue

before(async () => {
  prepared = await createTestDatabase()
  db = await connect({ ...prepared, poolSize: 10 }, logger)
  await migrate(db)
  queue = await createQueue(db, ['work'], logger)
})
after(async () => {
  await queue.stop()
  await db.close()
  await prepared.remove()
})

const names = async () =>
  (await sql<{ name: string }>`select name from accounts order by name`.execute(db.root)).rows.map(({ name }) => name)

test('a query of one caller is never part of another’s transaction', async () => {
  const inside = Promise.withResolvers<void>()
  const proceed = Promise.withResolvers<void>()
  const transaction = db.transaction(async (tx) => {
    await createAccount(tx, 'undone')
    inside.resolve()
    await proceed.promise
    throw new Error('undo')
  })
  await inside.promise
  const reading = names()
  const writing = db.transaction((tx) => createAccount(tx, 'kept'))
  proceed.resolve()
  await assert.rejects(transaction, /undo/)
  await writing
  assert.equal((await reading).includes('undone'), false)
  assert.deepEqual(await names(), ['kept'])
})

test('transactions at once take turns', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => db.transaction((tx) => createAccount(tx, `turn ${index}`))),
  )
  assert.equal((await names()).filter((name) => name.startsWith('turn')).length, 20)
})

test('a query that would wait for its own transaction throws instead', {
  skip: process.env.TEST_DATABASE_URL !== undefined,
}, async () => {
  await assert.rejects(
    db.transaction(async () => {
      await names()
    }),
    /would wait for ever/,
  )
  assert.ok((await names()).length > 0)
})

test('a job exists when its transaction commits, and not before or otherwise', async () => {
  const done: string[] = []
  const heard = Promise.withResolvers<void>()
  const consumer = queue.consume('work', { concurrency: 2 }, async (subject) => {
    done.push(subject)
    heard.resolve()
  })
  const send = (subject: string, tx: Parameters<Queue['send']>[0]) =>
    queue.send(tx, 'work', { jobId: crypto.randomUUID(), subject })
  await assert.rejects(
    db.transaction(async (tx) => {
      await send('undone', tx)
      throw new Error('undo')
    }),
  )
  await db.transaction((tx) => send('done', tx))
  await heard.promise
  await consumer.stop()
  assert.deepEqual(done, ['done'])
})

test('a handler that fails gets its job again; no more run at once than allowed', async () => {
  let running = 0
  let most = 0
  const tries = new Map<string, number>()
  const left = new Set(Array.from({ length: 10 }, (_, index) => `job ${index}`))
  const all = Promise.withResolvers<void>()
  await db.transaction(async (tx) => {
    for (const subject of left) await queue.send(tx, 'work', { jobId: crypto.randomUUID(), subject })
  })
  const consumer = queue.consume('work', { concurrency: 3 }, async (subject) => {
    most = Math.max(most, ++running)
    await new Promise(setImmediate)
    running--
    tries.set(subject, (tries.get(subject) ?? 0) + 1)
    if (subject === 'job 4' && tries.get(subject) === 1) throw new Error('once')
    left.delete(subject)
    if (left.size === 0) all.resolve()
  })
  await all.promise
  await consumer.stop()
  assert.equal(most, 3)
  assert.equal(tries.get('job 4'), 2)
})

test('a wake-up arrives when its transaction commits, and not otherwise', async () => {
  const heard: string[] = []
  const news = Promise.withResolvers<void>()
  const stop = db.wake.on('task', (id) => {
    heard.push(id)
    news.resolve()
  })
  const undone = db.transaction(async (tx) => {
    await notify(tx, 'task', 'undone')
    throw new Error('undo')
  })
  await assert.rejects(undone, /undo/)
  await db.transaction((tx) => notify(tx, 'task', 'it'))
  await news.promise
  stop()
  assert.deepEqual(heard, ['it'])
})

test('a thousand wake-ups of one transaction arrive, each once', async () => {
  const heard = new Map<string, number>()
  const [all, last] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const ids = Array.from({ length: 1_000 }, (_, number) => `${newId()} ${'é'.repeat(number % 50)}`)
  const stop = db.wake.on('task', (id) => {
    heard.set(id, (heard.get(id) ?? 0) + 1)
    if (heard.size === ids.length) all.resolve()
    if (id === 'last') last.resolve()
  })
  await db.transaction(async (tx) => {
    for (const id of [...ids, ...ids]) await notify(tx, 'task', id)
  })
  // They leave after the commit, on a connection of their own: another wake-up may overtake them.
  await all.promise
  await notify(db.root, 'task', 'last')
  await last.promise
  stop()
  assert.deepEqual([...heard.values()], Array(ids.length + 1).fill(1))
})

test('twenty that migrate at once migrate once', { skip: process.env.TEST_DATABASE_URL === undefined }, async () => {
  const empty = await createTestDatabase()
  const databases = await Promise.all(Array.from({ length: 20 }, () => connect({ ...empty, poolSize: 2 }, logger)))
  const applied = await Promise.all(databases.map(migrate))
  assert.equal(applied.filter((list) => list.length > 0).length, 1)
  await Promise.all(databases.map((one) => one.close()))
  await empty.remove()
})

test('a database of a newer version is left alone', async () => {
  await sql`insert into migrations (name) values ('9999_from_the_future.sql')`.execute(db.root)
  await assert.rejects(migrate(db), /migrated by a newer Rushes \(9999_from_the_future\.sql\)/)
  await sql`delete from migrations where name = '9999_from_the_future.sql'`.execute(db.root)
  assert.deepEqual(await migrate(db), [])
})
