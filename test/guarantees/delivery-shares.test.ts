/** Deliveries under way: receivers that hang hold up nobody else, and one attempt is made by one worker. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createAccount } from '../../src/auth/keys.ts'
import { claimDelivery, insertDelivery } from '../../src/db/deliveries.ts'
import { changeEndpoint, insertEndpoint } from '../../src/db/webhook-endpoints.ts'
import { newId, newWebhookSecret } from '../../src/ids.ts'
import { enqueueAttempt } from '../../src/webhooks/enqueue-callback.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

/** Tells `count` outcomes, of no task, to an endpoint at each of these addresses, of an account of their own. */
async function tell({ context: { dispatch } }: TestServer, urls: readonly string[], count: number): Promise<void> {
  const { db, queue } = dispatch
  await db.transaction(async (tx) => {
    const accountId = await createAccount(tx, 'somebody')
    for (const url of urls) {
      const event = { accountId, url, name: url, eventTypes: ['video.failed'], secret: newWebhookSecret() }
      const { id: endpointId } = await insertEndpoint(tx, { id: newId(), enabled: true, ...event })
      for (let number = 0; number < count; number++) {
        const id = newId()
        await insertDelivery(tx, {
          id,
          accountId,
          taskId: newId(),
          url,
          body: '{}',
          endpointId,
          eventType: 'video.failed',
        })
        await enqueueAttempt(tx, queue, { id, account_id: accountId, endpoint_id: endpointId, url }, 1, 0)
      }
    }
  })
}

test('receivers that hang, several of each of several accounts, hold up no other account', async () => {
  await using slow = await startReceiver(() => {})
  await using quick = await startReceiver()
  await using server = await startTestServer({ config: { allowPrivateUrls: true, callbackRetrySeconds: [] } })
  const endpoints = (count: number) => Array.from({ length: count }, (_, number) => `${slow.url}/${number}`)
  await tell(server, endpoints(6), 16)
  await slow.until(60)
  await tell(server, endpoints(4), 16)
  await slow.until(90)
  await tell(server, endpoints(2), 16)
  await slow.until(100)
  await tell(server, [quick.url], 1)
  await quick.until(1)
  const { count } = await server.context.database
    .selectFrom('delivery_attempts')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('status', 'is', null)
    .executeTakeFirstOrThrow()
  assert.ok(count < 50, `${count} of those that hung had been given up when the other account was told`)
})

test('one receiver that hangs takes a share, and the account’s other receivers are told', async () => {
  await using slow = await startReceiver(() => {})
  await using quick = await startReceiver()
  await using server = await startTestServer({ config: { allowPrivateUrls: true, callbackRetrySeconds: [] } })
  await tell(server, [slow.url, quick.url], 40)
  await quick.until(40)
  assert.ok(slow.received.length <= 16, `${slow.received.length} to the one that hangs`)
})

test('a delivery that is claimed is nobody else’s until it is recorded or its time is over', async () => {
  await using slow = await startReceiver(() => {})
  await using server = await startTestServer({ config: { allowPrivateUrls: true, callbackRetrySeconds: [] } })
  await tell(server, [slow.url], 1)
  await slow.until(1)
  const { database } = server.context
  const { id } = await database.selectFrom('deliveries').select('id').executeTakeFirstOrThrow()
  assert.equal(await claimDelivery(database, id, 'another worker', 15), undefined)
  await sql`update deliveries set next_attempt_at = now() - interval '1 second'`.execute(database)
  const claims = await Promise.all(['second', 'third'].map((worker) => claimDelivery(database, id, worker, 15)))
  assert.equal(claims.filter((claim) => claim !== undefined).length, 1)
})

test('what waits for an endpoint that is disabled goes with its task, also when the task went first', async () => {
  await using slow = await startReceiver(() => {})
  await using server = await startTestServer({ config: { allowPrivateUrls: true, callbackRetrySeconds: [] } })
  await tell(server, [slow.url], 3)
  await slow.until(3)
  const { database } = server.context
  const { id } = await database.selectFrom('webhook_endpoints').select('id').executeTakeFirstOrThrow()
  await database.transaction().execute((tx) => changeEndpoint(tx, id, { enabled: false }))
  assert.deepEqual(await database.selectFrom('deliveries').selectAll().execute(), [])
})
