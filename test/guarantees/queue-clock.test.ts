/** Whose jobs are given to another: those of who is dead, not of who lives and was not heard of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { connect } from '../../src/db/connect.ts'
import { createQueue } from '../../src/db/queue.ts'
import { newId } from '../../src/ids.ts'
import { createLogger } from '../../src/logger.ts'
import { createTestDatabase } from '../support/database.ts'

const logger = createLogger('silent')

test('a process that stood still, or whose clock jumped an hour ahead, does not start its own jobs twice; those of a dead one are taken up', async () => {
  await using closing = new AsyncDisposableStack()
  const prepared = await createTestDatabase()
  closing.defer(() => prepared.remove())
  const db = await connect({ ...prepared, poolSize: 4 }, logger)
  closing.defer(() => db.close())
  const queue = await createQueue(db, ['work'], logger)
  closing.defer(() => queue.stop())
  const handed: string[] = []
  const underWay = Promise.withResolvers<void>()
  const takenUp = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()

  const [own, orphan] = [newId(), newId()]
  await db.transaction((tx) => queue.send(tx, 'work', { jobId: orphan, subject: 'orphan' }))
  // As a worker took it that was killed then.
  await sql`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() where id = ${orphan}::uuid`.execute(
    db.root,
  )
  const consumer = queue.consume('work', { concurrency: 4 }, async (subject) => {
    handed.push(subject)
    if (subject === 'own') underWay.resolve()
    else takenUp.resolve()
    await end.promise
  })
  closing.defer(() => {
    end.resolve()
    return consumer.stop()
  })
  await db.transaction((tx) => queue.send(tx, 'work', { jobId: own, subject: 'own' }))
  await underWay.promise
  await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'work'`.execute(db.root)
  await takenUp.promise
  assert.deepEqual(handed, ['own', 'orphan'])
  end.resolve()
  const ended = () => sql`select from pgboss.job where name = 'work' and state = 'completed'`.execute(db.root)
  while ((await ended()).rows.length < 2) await delay(20)
  assert.deepEqual(handed, ['own', 'orphan'])
})
