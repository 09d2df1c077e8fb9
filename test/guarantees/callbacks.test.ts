import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer } from '../support/server.ts'

test('a callback is signed by Standard Webhooks and by the caller’s own secret', async () => {
  await using receiver = await startReceiver()
  await using server = await startTestServer()
  await server.post('/sora/videos', {
    prompt: 'a cat',
    duration: 10,
    callback_url: receiver.url,
    callback_secret: 'shared',
  })
  await receiver.until(1)
  const [callback] = receiver.received
  assert.ok(callback)
  const { headers, body } = callback
  const { rows } = await sql<{ webhook_secret: string }>`select webhook_secret from accounts`.execute(
    server.context.database,
  )
  const verified = new Webhook(rows[0]?.webhook_secret ?? '').verify(body, headers as Record<string, string>)
  assert.deepEqual(verified, JSON.parse(body))
  assert.equal(headers['x-callback-signature'], createHmac('sha256', 'shared').update(body).digest('hex'))
})

test('a receiver that fails is told again, by the same id, until it takes it; each attempt is recorded', async () => {
  await using receiver = await startReceiver((_request, response, number) => {
    if (number === 1) response.destroy()
    else response.writeHead(number === 2 ? 503 : 204).end()
  })
  await using server = await startTestServer({ config: { callbackRetrySeconds: [0, 1, 1] } })
  await server.post('/sora/videos', { prompt: '[fail]', callback_url: receiver.url })
  await receiver.until(3)
  assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
  assert.equal(new Set(receiver.received.map(({ body }) => body)).size, 1)
  const { database } = server.context
  const delivered = async () =>
    (await sql<{ state: string }>`select state from deliveries`.execute(database)).rows[0]?.state === 'delivered'
  while (!(await delivered())) await new Promise(setImmediate)
  const { rows } = await sql<{ number: number; status: number | null; error: string | null }>`
    select number, status, error from delivery_attempts order by number`.execute(database)
  assert.deepEqual(
    rows.map(({ number, status }) => [number, status]),
    [
      [1, null],
      [2, 503],
      [3, 204],
    ],
  )
  assert.ok(rows[0]?.error)
})

test('a callback that nobody ever takes ends as failed, and the task is what it was', async () => {
  await using receiver = await startReceiver((_request, response) => void response.writeHead(500).end())
  await using server = await startTestServer({ config: { callbackRetrySeconds: [0] } })
  const { task_id } = (
    await server.post('/sora/videos', { prompt: 'a cat', duration: 10, callback_url: receiver.url })
  ).json()
  await receiver.until(2)
  const state = async () =>
    (await sql<{ state: string }>`select state from deliveries`.execute(server.context.database)).rows[0]?.state
  while ((await state()) === 'pending') await new Promise(setImmediate)
  assert.equal(await state(), 'failed')
  assert.equal((await server.post('/sora/tasks', { id: task_id })).json().response.success, true)
})

test('a redirecting receiver is not followed', async () => {
  await using inside = await startReceiver()
  await using receiver = await startReceiver(
    (_request, response) => void response.writeHead(307, { location: inside.url }).end(),
  )
  await using server = await startTestServer({ config: { callbackRetrySeconds: [] } })
  await server.post('/sora/videos', { prompt: '[fail]', callback_url: receiver.url })
  const state = async () =>
    (await sql<{ state: string }>`select state from deliveries`.execute(server.context.database)).rows[0]?.state
  while ((await state()) !== 'failed') await new Promise(setImmediate)
  assert.deepEqual([receiver.received.length, inside.received.length], [1, 0])
})

test('a callback to a private address is refused at the door where those are not allowed', async () => {
  await using server = await startTestServer({ config: { allowPrivateUrls: false } })
  for (const callback_url of [
    'http://127.0.0.1:9/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest',
  ]) {
    const answer = await server.post('/sora/videos', { prompt: 'a cat', callback_url })
    assert.equal(answer.statusCode, 400, answer.body)
    assert.match(answer.json().error.message, /callback_url/)
  }
})
