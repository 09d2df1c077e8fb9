/** What is done to endpoints, tasks and their deliveries at the same moment by several transactions. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { endpointIdOf } from '../../src/contract/openai/webhook-endpoints.ts'
import type { Database } from '../../src/db/connect.ts'
import { deleteEndedDeliveries, deleteIfTaskIsGone, postponeDelivery } from '../../src/db/deliveries.ts'
import type { ClaimedDelivery } from '../../src/db/delivery-claims.ts'
import type { Tx } from '../../src/db/queryable.ts'
import { deleteTask } from '../../src/db/tasks.ts'
import { changeEndpoint, insertEndpoint, noteStreaks } from '../../src/db/webhook-endpoints.ts'
import { newId, newWebhookSecret } from '../../src/ids.ts'
import { createRecording } from '../../src/webhooks/deliver-together.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let db: Database
before(async () => {
  server = await startTestServer()
  db = server.context.dispatch.db
})
after(() => server[Symbol.asyncDispose]())

/** A task that has ended, an endpoint of its account, and deliveries to it that are not due, one of the task. */
async function prepare() {
  const { root } = db
  const { task_id: taskId } = (await server.post('/sora/videos', { prompt: 'a cat', duration: 10 })).json()
  await server.context.waitForTask(taskId, AbortSignal.timeout(30_000))
  const { account_id: accountId } = await root.selectFrom('tasks').select('account_id').executeTakeFirstOrThrow()
  const made = { accountId, url: 'http://127.0.0.1:9', name: 'it', eventTypes: [], secret: newWebhookSecret() }
  const { id: endpointId } = await insertEndpoint(root, { id: newId(), enabled: true, ...made })
  const later = sql<Date>`now() + interval '1 hour'`
  const delivery = { account_id: accountId, endpoint_id: endpointId, url: made.url, body: '{}', next_attempt_at: later }
  const rows = await root
    .insertInto('deliveries')
    .values([taskId, newId()].map((task_id) => ({ id: newId(), task_id, event_type: 'video.failed', ...delivery })))
    .returningAll()
    .execute()
  return { taskId, accountId, endpointId, deliveries: rows as ClaimedDelivery[] }
}

const deliveriesOf = (column: 'endpoint_id' | 'task_id', id: string) =>
  db.root.selectFrom('deliveries').select('id').where(column, '=', id).execute()

/** Does `work` in a transaction that then stays open. `end` commits it. */
async function holdOpen(work: (tx: Tx) => Promise<unknown>): Promise<AsyncDisposable & { end(): Promise<void> }> {
  const done = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const whole = db.transaction(async (tx) => {
    await work(tx)
    done.resolve()
    await ended.promise
  })
  await Promise.race([done.promise, whole])
  const end = async () => {
    ended.resolve()
    await whole
  }
  return { end, [Symbol.asyncDispose]: end }
}

/** Resolves when so many connections of the database wait for locks, or when `done` has. */
async function untilLocked(count: number, done?: Promise<unknown>): Promise<void> {
  let isDone = false
  void done?.finally(() => (isDone = true)).catch(() => {})
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while (!isDone && (await waiting.execute(db.root)).rows.length < count) await delay(5)
}

const skip = withoutPostgres

test('an endpoint whose failures are being recorded is deleted: whoever waits for the endpoint holds none of its deliveries', {
  skip,
}, async () => {
  const { endpointId, deliveries } = await prepare()
  await using held = await holdOpen((tx) =>
    sql`select from webhook_endpoints where id = ${endpointId} for no key update`.execute(tx),
  )
  const failed = { number: 1, status: 500, error: null, milliseconds: 7, state: 'pending', retrySeconds: 60 } as const
  const recording = createRecording(db, server.context.dispatch.queue)
  const recorded = Promise.all(
    deliveries.map((delivery) => recording.add({ delivery, attempt: { ...failed, deliveryId: delivery.id } })),
  )
  await untilLocked(1)
  await db.transaction((tx) =>
    sql`select from deliveries where endpoint_id = ${endpointId} for update nowait`.execute(tx),
  )
  const url = `/v1/webhook_endpoints/${endpointIdOf(endpointId)}`
  const deleted = server.inject({ method: 'DELETE', url, headers: { authorization: `Bearer ${apiKey}` } })
  await untilLocked(2)
  await held.end()
  const answer = await deleted
  assert.equal(answer.statusCode, 200, answer.body)
  await recorded
  assert.deepEqual(await deliveriesOf('endpoint_id', endpointId), [])
})

test('while an endpoint’s failures are noted, tasks end and plan to tell it', { skip }, async () => {
  const { endpointId } = await prepare()
  const rests = { patience: 3, firstRestSeconds: 30, maxRestSeconds: 3_600 }
  for (const streak of [
    { endpointId, taken: false, failures: 1, onTrial: false },
    { endpointId, taken: true, failures: 0, onTrial: false },
  ]) {
    await using noting = await holdOpen((tx) => noteStreaks(tx, [streak], rests))
    // What a foreign key takes of the row that it names.
    await db.transaction((tx) =>
      sql`select from webhook_endpoints where id = ${endpointId} for key share nowait`.execute(tx),
    )
    await noting.end()
  }
})

const givenUp: Record<string, (tx: Tx, id: string, endpointId: string) => Promise<void>> = {
  'is put off for the last time': async (tx, id) => {
    await postponeDelivery(tx, id, { seconds: 30, mostSeconds: 0 })
    await deleteIfTaskIsGone(tx, [id])
  },
  'loses its endpoint': (tx, _id, endpointId) => changeEndpoint(tx, endpointId, { enabled: false }),
}
for (const [what, giveUp] of Object.entries(givenUp)) {
  test(`a delivery that ${what} while its task is deleted goes with the task`, { skip }, async () => {
    const { taskId, accountId, endpointId, deliveries } = await prepare()
    const id = deliveries.find(({ task_id }) => task_id === taskId)?.id ?? ''
    await using deleting = await holdOpen(async (tx) => {
      await deleteTask(tx, taskId, accountId)
      await deleteEndedDeliveries(tx, taskId)
    })
    const given = db.transaction((tx) => giveUp(tx, id, endpointId))
    await untilLocked(1, given)
    await deleting.end()
    await given
    assert.deepEqual(await deliveriesOf('task_id', taskId), [])
  })
}
