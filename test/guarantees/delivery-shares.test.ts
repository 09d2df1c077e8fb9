/** Deliveries under way: receivers that hang hold up nobody else, and one attempt is made by one worker. */
import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { createAccount } from '../../src/auth/keys.ts'
import { type Attempt, claimDeliveries, recordAttempts } from '../../src/db/delivery-claims.ts'
import { changeEndpoint, insertEndpoint, noteStreaks } from '../../src/db/webhook-endpoints.ts'
import { newId, newWebhookSecret } from '../../src/ids.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer } from '../support/server.ts'
import { callBack, tell } from '../support/tell.ts'

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

test('hosts of callbacks that never answer, of a dozen accounts, are left alone after a few attempts, and no one else waits for them', async () => {
  await using silent = await startReceiver((_request, response) => void response.destroy())
  await using quick = await startReceiver()
  await using server = await startTestServer({ config: { allowPrivateUrls: true, callbackRetrySeconds: [3600] } })
  for (let account = 0; account < 12; account++) await callBack(server, [silent.url], 40)
  await callBack(server, [silent.url, quick.url], 40)
  await quick.until(40)
  const { database } = server.context
  const waiting = () =>
    database
      .selectFrom('deliveries')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('next_attempt_at', '>', sql<Date>`now() + interval '30 minutes'`)
      .executeTakeFirstOrThrow()
  while ((await waiting()).count < 13 * 40) await delay(50)
  // A share of sixteen may be under way when the third has failed.
  assert.ok(silent.received.length <= 13 * (2 + 16), `${silent.received.length} attempts`)
})

test('a host of callbacks that answers again is told all that waited; one that answers with errors does not rest', async () => {
  let isBack = false
  await using host = await startReceiver(({ path }, response) => {
    if (path === '/wrong') response.writeHead(500).end()
    else if (isBack) response.end()
    else response.destroy()
  })
  const config = { allowPrivateUrls: true, callbackRetrySeconds: [0.2, 0.2, 0.2] }
  await using server = await startTestServer({ config })
  await callBack(server, [`${host.url}/wrong`], 5)
  await host.until(5 * 4)
  await callBack(server, [host.url], 20)
  await host.until(5 * 4 + 6)
  isBack = true
  const told = () =>
    new Set(host.received.flatMap(({ path, headers }) => (path === '/' ? [headers['webhook-id']] : [])))
  for (let calls = host.received.length; told().size < 20; calls++) await host.until(calls + 1)
})

test('a delivery that is claimed is nobody else’s until it is recorded or its time is over', async () => {
  await using slow = await startReceiver(() => {})
  await using server = await startTestServer({ config: { allowPrivateUrls: true, callbackRetrySeconds: [] } })
  await tell(server, [slow.url], 1)
  await slow.until(1)
  const { database } = server.context
  const { id } = await database.selectFrom('deliveries').select('id').executeTakeFirstOrThrow()
  assert.deepEqual(await claimDeliveries(database, [id], 'another worker', 15), [])
  await sql`update deliveries set next_attempt_at = now() - interval '1 second'`.execute(database)
  const claims = await Promise.all(['second', 'third'].map((worker) => claimDeliveries(database, [id], worker, 15)))
  assert.equal(claims.flat().length, 1)
})

test('attempts that are recorded together have each an outcome of its own, and none is recorded twice', async () => {
  await using slow = await startReceiver(() => {})
  await using server = await startTestServer({ config: { allowPrivateUrls: true } })
  await tell(server, [slow.url], 4)
  await slow.until(4)
  const { database } = server.context
  const ids = (await database.selectFrom('deliveries').select('id').orderBy('id').execute()).map(({ id }) => id)
  const [delivered = '', again = '', failed = '', recordedBefore = ''] = ids
  for (const id of ids) {
    const { task_id } = (await server.post('/sora/videos', { prompt: '[stall]', duration: 10, async: true })).json()
    await database.updateTable('deliveries').set({ task_id }).where('id', '=', id).execute()
  }
  const made = { number: 1, status: 200, error: null, milliseconds: 7, retrySeconds: 0 }
  const record = (attempts: Attempt[]) => database.transaction().execute((tx) => recordAttempts(tx, attempts))
  const before = { ...made, deliveryId: recordedBefore, state: 'pending' as const, status: 503 }
  assert.deepEqual(await record([before]), new Set([recordedBefore]))
  const recorded = await record([
    { ...made, deliveryId: delivered, state: 'delivered' },
    { ...made, deliveryId: again, state: 'pending', status: null, error: 'refused', retrySeconds: 60 },
    { ...made, deliveryId: failed, state: 'failed', status: 500 },
    { ...made, deliveryId: recordedBefore, state: 'delivered' },
  ])
  assert.deepEqual(recorded, new Set([delivered, again, failed]))
  const rows = await sql`
    select deliveries.id, state, attempts, claimed_by, finished_at is not null as finished, status, error,
      next_attempt_at > now() + interval '50 seconds' as waits
    from deliveries join delivery_attempts on delivery_id = deliveries.id order by deliveries.id`.execute(database)
  const row = { attempts: 1, claimed_by: null, finished: true, error: null, waits: false }
  assert.deepEqual(rows.rows, [
    { ...row, id: delivered, state: 'delivered', status: 200 },
    { ...row, id: again, state: 'pending', status: null, error: 'refused', finished: false, waits: true },
    { ...row, id: failed, state: 'failed', status: 500 },
    { ...row, id: recordedBefore, state: 'pending', status: 503, finished: false },
  ])
})

test('the record of a delivery goes when it ends after its task is gone, and not before', async () => {
  await using slow = await startReceiver(() => {})
  await using server = await startTestServer({ config: { allowPrivateUrls: true } })
  await tell(server, [slow.url], 2)
  await slow.until(2)
  const { database } = server.context
  const ids = (await database.selectFrom('deliveries').select('id').orderBy('id').execute()).map(({ id }) => id)
  const [ended = '', again = ''] = ids
  const made = { number: 1, status: 500, error: null, milliseconds: 7, retrySeconds: 60 }
  const recorded = await recordAttempts(database, [
    { ...made, deliveryId: ended, state: 'failed' },
    { ...made, deliveryId: again, state: 'pending' },
  ])
  assert.deepEqual(recorded, new Set(ids))
  assert.deepEqual(await database.selectFrom('deliveries').select('id').execute(), [{ id: again }])
})

test('an endpoint’s failures are counted from the last delivery that it took, three in a row let it rest, and what was under way then does not make the rest longer', async () => {
  await using server = await startTestServer({ config: { allowPrivateUrls: true } })
  const { database } = server.context
  const accountId = await database.transaction().execute((tx) => createAccount(tx, 'somebody'))
  const made = { accountId, url: 'http://127.0.0.1:9', name: 'it', eventTypes: [], secret: newWebhookSecret() }
  const { id } = await insertEndpoint(database, { id: newId(), enabled: true, ...made })
  const rests = { patience: 3, firstRestSeconds: 30, maxRestSeconds: 3_600 }
  const after = async (taken: boolean, failures: number, onTrial = false) => {
    await noteStreaks(database, [{ endpointId: id, taken, failures, onTrial }], rests)
    const { rows } = await sql<{ failures: number; seconds: number | null }>`
      select failures, round(extract(epoch from rests_until - now()) / 10)::int * 10 as seconds
      from webhook_endpoints where id = ${id}`.execute(database)
    return rows[0]
  }
  assert.deepEqual(await after(false, 2), { failures: 2, seconds: null })
  assert.deepEqual(await after(true, 2), { failures: 2, seconds: null })
  assert.deepEqual(await after(false, 1), { failures: 3, seconds: 30 })
  assert.deepEqual(await after(false, 13), { failures: 3, seconds: 30 })
  assert.deepEqual(await after(false, 1, true), { failures: 4, seconds: 60 })
  assert.deepEqual(await after(false, 2, true), { failures: 5, seconds: 120 })
  assert.deepEqual(await after(true, 0), { failures: 0, seconds: null })
})

test('an endpoint that is gone for a moment, with sixteen attempts under way, rests for half a minute', async () => {
  const under: ServerResponse[] = []
  await using receiver = await startReceiver((_request, response) => {
    under.push(response)
    if (under.length === 16) for (const one of under) one.destroy()
  })
  await using server = await startTestServer({ config: { allowPrivateUrls: true, callbackRetrySeconds: [60] } })
  await tell(server, [receiver.url], 16)
  await receiver.until(16)
  const { database } = server.context
  const recorded = () => database.selectFrom('delivery_attempts').select('number').execute()
  while ((await recorded()).length < 16) await delay(50)
  const { seconds } = await database
    .selectFrom('webhook_endpoints')
    .select(sql<number>`extract(epoch from rests_until - now())::float8`.as('seconds'))
    .executeTakeFirstOrThrow()
  assert.ok(seconds <= 30, `it rests for ${seconds} s`)
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
