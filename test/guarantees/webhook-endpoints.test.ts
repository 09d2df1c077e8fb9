/** The endpoints an account registers: told of every video's end, whichever door it came by, as the `openai` SDK reads it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import OpenAI from 'openai'
import { createAccount, createKey } from '../../src/auth/keys.ts'
import { videoIdOf } from '../../src/contract/openai/present-video.ts'
import type { Queryable } from '../../src/db/queryable.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let receiver: Receiver
let baseURL: string
let client: OpenAI
const refused = new Set<string>()

before(async () => {
  server = await startTestServer({ config: { allowPrivateUrls: true, callbackRetrySeconds: [0, 0, 0, 0, 0] } })
  receiver = await startReceiver(({ path }, response) => {
    response.statusCode = refused.has(path) ? 500 : 200
    response.end()
  })
  await server.context.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.context.app.server.address() as { port: number }
  baseURL = `http://127.0.0.1:${port}/v1`
  client = new OpenAI({ baseURL, apiKey })
})
after(async () => {
  await server[Symbol.asyncDispose]()
  await receiver[Symbol.asyncDispose]()
})

const both = ['video.completed', 'video.failed'] as ('video.completed' | 'video.failed')[]
const create = async (prompt: string, fields: object = {}): Promise<string> =>
  (await server.post('/sora/videos', { prompt, duration: 10, async: true, ...fields })).json().task_id
const ended = (id: string) => server.context.waitForTask(id, AbortSignal.timeout(60_000))
const open = (path: string, event_types = both) =>
  client.webhooks.create({ name: path, url: `${receiver.url}${path}`, event_types })
const at = (path: string) => receiver.received.filter((one) => one.path === path)

/** A client of another account. */
async function stranger(): Promise<OpenAI> {
  const { database } = server.context
  const account = await database.transaction().execute((tx) => createAccount(tx, 'stranger'))
  const { key } = await createKey(database, account, 'stranger')
  return new OpenAI({ baseURL, apiKey: key })
}

test('an endpoint from its making to its end, in the shapes of the SDK; its secret is shown once', async () => {
  const made = await open('/life')
  assert.match(made.signing_secret, /^whsec_/)
  const { signing_secret: secret, ...shown } = made
  assert.deepEqual(await client.webhooks.retrieve(made.id), shown)
  assert.equal(shown.signing_secret_hint, `whsec_…${secret.slice(-4)}`)
  assert.deepEqual([shown.object, shown.event_types, shown.name], ['webhook_endpoint', both, '/life'])
  const renamed = await client.webhooks.update(made.id, { name: 'other', event_types: ['video.failed'] })
  assert.deepEqual([renamed.name, renamed.event_types, renamed.url], ['other', ['video.failed'], made.url])
  const rotated = await client.webhooks.rotateSecret(made.id)
  assert.notEqual(rotated.signing_secret, secret)
  assert.deepEqual((await client.webhooks.eventTypes.list()).data, both)
  assert.deepEqual(await client.webhooks.delete(made.id), {
    id: made.id,
    object: 'webhook_endpoint.deleted',
    deleted: true,
  })
  await assert.rejects(client.webhooks.retrieve(made.id), { status: 404 })
})

test('the SDK unwraps what an endpoint is told, of a video by either door', async () => {
  const endpoint = await open('/told')
  const id = await create('a cat')
  const video = await client.videos.create({ prompt: '[fail]' })
  await receiver.untilAll([videoIdOf(id), video.id])
  await until(() => at('/told').length === 2)
  for (const { body, headers } of at('/told')) {
    // The SDK's types list no events of videos; it verifies and reads them all the same.
    const event: object = await client.webhooks.unwrap(body, headers as Record<string, string>, endpoint.signing_secret)
    assertIsEvent(event)
    assert.deepEqual(Object.keys(event), ['id', 'object', 'created_at', 'type', 'data'])
    const completed = body.includes(videoIdOf(id))
    assert.equal(event.type, completed ? 'video.completed' : 'video.failed')
    assert.deepEqual(event.data, { id: completed ? videoIdOf(id) : video.id })
    assert.match(event.id, /^evt_[0-9a-f]{32}$/)
    await assert.rejects(client.webhooks.unwrap(`${body} `, headers as Record<string, string>, endpoint.signing_secret))
  }
  await client.webhooks.delete(endpoint.id)
})

function assertIsEvent(event: object): asserts event is { id: string; type: string; data: { id: string } } {
  assert.ok('id' in event && 'type' in event && 'data' in event)
}

const until = async (isMet: () => boolean) => {
  for (let count = receiver.received.length; !isMet(); count++) await receiver.until(count + 1)
}

test('only what is asked for, only to whom it belongs, and nothing while it is disabled', async () => {
  const other = await stranger()
  await other.webhooks.create({ name: 'other', url: `${receiver.url}/stranger`, event_types: both })
  const failures = await open('/failures', ['video.failed'])
  const silent = await open('/silent')
  const post = { body: { enabled: false } }
  const { enabled } = await client.post<{ enabled: boolean }>(`/webhook_endpoints/${silent.id}`, post)
  assert.equal(enabled, false)
  const last = await open('/last')
  const id = await create('a cat')
  const failed = await create('[fail]')
  await Promise.all([ended(id), ended(failed)])
  await until(() => at('/last').length === 2 && at('/failures').length === 1)
  assert.match(at('/failures')[0]?.body ?? '', /video\.failed/)
  const { database } = server.context
  const rows = await database.selectFrom('deliveries').select('url').where('task_id', 'in', [id, failed]).execute()
  const paths = rows.map(({ url }) => new URL(url).pathname).sort()
  assert.deepEqual(paths, ['/failures', '/last', '/last'])
  await assert.rejects(other.webhooks.retrieve(failures.id), { status: 404 })
  await assert.rejects(other.webhooks.delete(failures.id), { status: 404 })
  assert.equal((await other.webhooks.list()).data.length, 1)
  for (const endpoint of [failures, silent, last]) await client.webhooks.delete(endpoint.id)
})

test('a rotation can keep the secret before for a day: both verify', async () => {
  const endpoint = await open('/rotated')
  const { signing_secret } = await client.webhooks.rotateSecret(endpoint.id, {
    keep_old_secret_active_for_24_hours: true,
  })
  const result = await client.webhooks.test(endpoint.id, { event_type: 'video.completed' })
  assert.deepEqual([result.object, result.status_code, result.success], ['webhook_endpoint.test', 200, true])
  const [{ body, headers } = { body: '', headers: {} }] = at('/rotated')
  for (const secret of [endpoint.signing_secret, signing_secret]) {
    const event: object = await client.webhooks.unwrap(body, headers as Record<string, string>, secret)
    assertIsEvent(event)
    assert.equal(event.type, 'video.completed')
  }
  await client.webhooks.rotateSecret(endpoint.id)
  await client.webhooks.test(endpoint.id, { event_type: 'video.failed' })
  const { body: after = '', headers: afterHeaders = {} } = at('/rotated')[1] ?? {}
  await assert.rejects(client.webhooks.unwrap(after, afterHeaders as Record<string, string>, signing_secret))
  await client.webhooks.delete(endpoint.id)
})

test('an endpoint that fails rests, and the deliveries of others and of callbacks go on', async () => {
  refused.add('/dead')
  const dead = await open('/dead')
  const ids = await Promise.all(
    Array.from({ length: 12 }, () => create('[fail]', { callback_url: `${receiver.url}/cb` })),
  )
  await Promise.all(ids.map(ended))
  await until(() => at('/cb').length === 12)
  const row = await client.get<{ failures: number; rests_until: number | null }>(`/webhook_endpoints/${dead.id}`)
  await until(() => at('/dead').length >= 3)
  const tries = at('/dead').length
  assert.ok(tries <= 8, `it was tried ${tries} times`)
  assert.ok(row.failures <= 8)
  const { database } = server.context
  const under = database.selectFrom('deliveries').select('id').where('claimed_by', 'is not', null)
  while (await under.executeTakeFirst()) await setImmediate()
  refused.delete('/dead')
  // Changing the address, here to the same, ends its rest, and what waits is sent.
  await client.webhooks.update(dead.id, { url: dead.url })
  await until(() => ids.every((id) => at('/dead').some(({ body }) => body.includes(videoIdOf(id)))))
  await client.webhooks.delete(dead.id)
})

test('an endpoint that is made disabled was never enabled', async () => {
  const body = { name: 'quiet', url: `${receiver.url}/quiet`, event_types: both, enabled: false }
  const { id, enabled } = await client.post<{ id: string; enabled: boolean }>('/webhook_endpoints', { body })
  assert.equal(enabled, false)
  const { database } = server.context
  const row = await database.selectFrom('webhook_endpoints').selectAll().where('name', '=', 'quiet').executeTakeFirst()
  assert.deepEqual([row?.disabled_at, row?.updated_at], [row?.created_at, row?.created_at])
  await client.webhooks.delete(id)
})

test('what is taken while its endpoint is enabled again is not sent again', {
  // The embedded database has one connection: nothing comes between there.
  skip: withoutPostgres,
}, async () => {
  refused.add('/taken')
  const endpoint = await open('/taken')
  const task = await create('[fail]')
  await until(() => at('/taken').length === 3)
  const { database, dispatch } = server.context
  const waiting = database.selectFrom('deliveries').selectAll().where('task_id', '=', task)
  while ((await waiting.executeTakeFirst())?.claimed_by !== null) await setImmediate()
  refused.delete('/taken')
  const { enabling } = await dispatch.db.transaction(async (tx) => {
    await tx.updateTable('deliveries').set({ state: 'delivered' }).where('task_id', '=', task).execute()
    let isOver = false
    const enabling = client.post(`/webhook_endpoints/${endpoint.id}`, { body: { enabled: true } }).finally(() => {
      isOver = true
    })
    while (!isOver && !(await isSomebodyWaiting(database))) await setImmediate()
    return { enabling }
  })
  await enabling
  assert.equal((await waiting.executeTakeFirst())?.state, 'delivered')
  assert.equal(at('/taken').length, 3)
  await client.webhooks.delete(endpoint.id)
})

/** Whether a transaction of this database waits for a row that another has changed. */
async function isSomebodyWaiting(database: Queryable): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(database)
  return rows.length > 0
}

test('a video that is deleted while it is made is told as failed, once, to endpoint and callback', async () => {
  const endpoint = await open('/deleted')
  const id = await create('[stall]', { callback_url: `${receiver.url}/deleted-callback` })
  await client.videos.delete(videoIdOf(id))
  await until(() => at('/deleted').length === 1 && at('/deleted-callback').length === 1)
  assert.equal(JSON.parse(at('/deleted')[0]?.body ?? '').type, 'video.failed')
  assert.equal(JSON.parse(at('/deleted-callback')[0]?.body ?? '').error.code, 'cancelled')
  await client.webhooks.delete(endpoint.id)
})

test('twenty endpoints an account, in pages, and bad ones are refused by their field', async () => {
  const other = await stranger()
  const make = (index: number) =>
    other.webhooks.create({ name: `${index}`, url: `${receiver.url}/${index}`, event_types: both })
  for (let index = 0; index < 20; index++) await make(index)
  await assert.rejects(make(20), /20 webhook endpoints already/)
  const names: string[] = []
  for await (const { name } of other.webhooks.list({ limit: 7 })) names.push(name)
  assert.deepEqual(
    names,
    Array.from({ length: 20 }, (_, index) => String(19 - index)),
  )
  const good = { name: 'a', url: 'https://example.com/hook', event_types: both }
  for (const [field, value] of [
    ['url', 'ftp://example.com'],
    ['event_types', ['batch.completed']],
    ['event_types', []],
    ['name', ''],
  ] as const) {
    await assert.rejects(client.post('/webhook_endpoints', { body: { ...good, [field]: value } }), { status: 400 })
  }
})

test('no endpoint leads into the server’s own network', async () => {
  await using strict = await startTestServer({ config: { allowPrivateUrls: false } })
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  for (const url of ['http://127.0.0.1/', 'http://169.254.169.254/latest', 'http://[::1]/', 'file:///etc/passwd']) {
    const payload = { name: 'inside', url, event_types: both }
    const answer = await strict.inject({ method: 'POST', url: '/v1/webhook_endpoints', headers, payload })
    assert.deepEqual([answer.statusCode, answer.json().error.param], [400, 'url'], url)
  }
})
