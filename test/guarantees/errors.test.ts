import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { errorKinds } from '../../src/errors.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const prompt = 'a cat'
let server: TestServer

before(async () => {
  server = await startTestServer({
    file: {
      engines: { plain: { type: 'scripted', images: 0, character: false } },
      models: { 'sora-2': ['scripted'], plain: ['plain'] },
    },
  })
})
after(() => server[Symbol.asyncDispose]())

async function counts(): Promise<object> {
  const { rows } = await sql<object>`select (select count(*)::int from tasks) as tasks,
    (select count(*)::int from assets) as assets, (select count(*)::int from pgboss.job) as jobs`.execute(
    server.context.database,
  )
  return rows[0] ?? {}
}

/** Asserts the envelope, and that the refused request left nothing behind. */
async function assertRefused(send: () => ReturnType<TestServer['post']>, status: number, code: string, words: RegExp) {
  const before = await counts()
  const answer = await send()
  assert.equal(answer.statusCode, status, answer.body)
  const body = answer.json()
  assert.deepEqual(Object.keys(body), ['success', 'error', 'trace_id'])
  assert.equal(body.success, false)
  assert.equal(body.error.code, code)
  assert.match(body.error.message, words)
  assert.equal(answer.headers['x-trace-id'], body.trace_id)
  assert.match(String(answer.headers['content-type']), /^application\/json/)
  assert.deepEqual(await counts(), before)
}

test('a missing, malformed or unknown key is a 401', async () => {
  const send = (authorization: string) => () => server.post('/sora/videos', { prompt }, { authorization })
  await assertRefused(
    () => server.inject({ method: 'POST', url: '/sora/videos', payload: { prompt } }),
    401,
    'invalid_token',
    /missing/,
  )
  await assertRefused(send('Basic abc'), 401, 'invalid_token', /malformed/)
  await assertRefused(send('Bearer '), 401, 'invalid_token', /malformed/)
  await assertRefused(send('Bearer nobody-has-this-key'), 401, 'invalid_token', /unknown/)
})

test('a bad key is refused before the body is looked at', async () => {
  await assertRefused(
    () => server.post('/sora/videos', '{not json', { authorization: 'Bearer x' }),
    401,
    'invalid_token',
    /unknown/,
  )
})

test('a body that is not JSON, empty or of another type is a 400', async () => {
  await assertRefused(() => server.post('/sora/videos', '{"prompt": '), 400, 'token_mismatched', /JSON/)
  await assertRefused(() => server.post('/sora/videos', ''), 400, 'token_mismatched', /empty/)
  await assertRefused(() => server.post('/sora/videos', '[]'), 400, 'token_mismatched', /an array/)
  await assertRefused(
    () => server.post('/sora/videos', 'prompt=x', { 'content-type': 'text/plain' }),
    400,
    'token_mismatched',
    /content-type/,
  )
})

test('a body over the limit is a 413', async () => {
  await assertRefused(
    () => server.post('/sora/videos', { prompt: 'x'.repeat(36_100_000) }),
    413,
    'content_too_large',
    /limit/,
  )
})

test('a parameter is refused by its name, its value and what is allowed', async () => {
  await assertRefused(
    () => server.post('/sora/videos', { prompt, duration: 11 }),
    400,
    'token_mismatched',
    /duration is 11; allowed: 10, 15 or 25/,
  )
  await assertRefused(
    () => server.post('/sora/videos', { prompt: 'x'.repeat(10_000_000) }),
    400,
    'token_mismatched',
    /prompt is .*32000/,
  )
})

test('what nobody configured and what the engine lacks is not offered', async () => {
  await assertRefused(
    () => server.post('/sora/videos', { prompt, model: 'veo' }),
    400,
    'api_not_implemented',
    /model is "veo"; offered here: sora-2 or plain/,
  )
  await assertRefused(
    () => server.post('/sora/videos', { prompt, version: '9' }),
    400,
    'api_not_implemented',
    /version is "9"/,
  )
  const image = { prompt, model: 'plain', image_urls: ['http://127.0.0.1:9/x.png'] }
  await assertRefused(() => server.post('/sora/videos', image), 400, 'api_not_implemented', /takes no reference images/)
  const character = {
    prompt,
    model: 'plain',
    character_url: 'http://127.0.0.1:9/x.mp4',
    character_start: 0,
    character_end: 1,
  }
  await assertRefused(() => server.post('/sora/videos', character), 400, 'api_not_implemented', /takes no characters/)
})

test('an unknown path is a 404 and another method a 405, both in the envelope', async () => {
  for (const url of ['/nope', '/sora', '/sora/videos/', '/%2e%2e/etc/passwd']) {
    await assertRefused(() => server.inject({ url }), 404, 'no_api', /nothing at/)
  }
  await assertRefused(() => server.inject({ url: '/sora/videos' }), 405, 'no_api', /GET is not offered.*allowed: POST/)
  assert.equal((await server.inject({ method: 'DELETE', url: '/sora/tasks' })).headers.allow, 'POST')
  await assertRefused(
    () => server.inject({ method: 'POST', url: '/files/tasks/x.mp4' }),
    405,
    'no_api',
    /allowed: GET, HEAD/,
  )
})

test('a malformed path or query stays in the envelope', async () => {
  await assertRefused(() => server.inject({ url: '/files/%zz' }), 400, 'token_mismatched', /./)
})

test('an unusable idempotency key is a 400', async () => {
  const send = () => server.post('/sora/videos', { prompt }, { 'idempotency-key': 'x'.repeat(256) })
  await assertRefused(send, 400, 'token_mismatched', /Idempotency-Key/)
})

test('a disabled account is forbidden, one that has not acquired the service is told so', async () => {
  const { database } = server.context
  const send = () => server.post('/sora/videos', { prompt })
  await sql`update accounts set disabled_at = now()`.execute(database)
  await assertRefused(send, 403, 'forbidden', /disabled/)
  await sql`update accounts set disabled_at = null`.execute(database)
  await sql`update applications set service = 'another'`.execute(database)
  await assertRefused(send, 401, 'token_mismatched', /has not acquired/)
  await sql`update applications set service = 'sora-videos'`.execute(database)
})

test('a revoked or expired key is a 401', async () => {
  const { database } = server.context
  for (const column of ['revoked_at', 'expires_at']) {
    await sql`update api_keys set ${sql.ref(column)} = now() - interval '1 second'`.execute(database)
    await assertRefused(() => server.post('/sora/videos', { prompt }), 401, 'invalid_token', /revoked or has expired/)
    await sql`update api_keys set ${sql.ref(column)} = null`.execute(database)
  }
})

test('one call too many is a 429 that says when to come back', async () => {
  await using limited = await startTestServer({ config: { limits: { ...server.config.limits, requestsPerMinute: 2 } } })
  for (let call = 0; call < 2; call++) {
    const answer = await limited.post('/sora/videos', { prompt, async: true })
    assert.equal(answer.headers['x-ratelimit-remaining'], String(1 - call))
  }
  const answer = await limited.post('/sora/videos', { prompt, async: true })
  assert.equal(answer.statusCode, 429)
  assert.equal(answer.json().error.code, 'too_many_requests')
  assert.ok(Number(answer.headers['retry-after']) > 0)
  assert.equal(answer.headers['x-ratelimit-remaining'], '0')
})

test('a synchronous wait that runs out is a 504 with the task id, and the task goes on', async () => {
  await using impatient = await startTestServer({
    config: { limits: { ...server.config.limits, syncTimeoutSeconds: 1 } },
  })
  const answer = await impatient.post('/sora/videos', { prompt: '[slow 1200ms] a cat', duration: 10 })
  assert.equal(answer.statusCode, 504)
  const { task_id, error } = answer.json()
  assert.equal(error.code, 'timeout')
  await impatient.context.waitForTask(task_id, AbortSignal.timeout(20_000))
  assert.equal((await impatient.post('/sora/tasks', { id: task_id })).json().response.success, true)
})

/** A connection to the server itself: what is injected has none. */
async function openSocket(): Promise<Socket> {
  const { app } = server.context
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  assert.ok(typeof address === 'object' && address)
  const socket = connect(address.port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

const tooMuch = (bytes: number): string =>
  `POST /sora/videos HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${apiKey}\r\n` +
  `content-type: application/json\r\ncontent-length: ${bytes}\r\n\r\n`

test('a caller that sends all of a body that is too large can still read why it is refused', async () => {
  const socket = await openSocket()
  const chunk = Buffer.alloc(1_000_000, 'x')
  socket.write(tooMuch(60 * chunk.length))
  for (let sent = 0; sent < 60; sent++) if (!socket.write(chunk)) await once(socket, 'drain')
  const [answer] = (await once(socket, 'data')) as [Buffer]
  assert.match(String(answer), /^HTTP\/1\.1 413 .*content_too_large/s)
  socket.destroy()
})

test('a caller that goes on sending a refused body is cut off', async () => {
  const socket = await openSocket()
  socket.on('error', () => {})
  const closed = once(socket, 'close')
  socket.write(tooMuch(1e12))
  const sending = setInterval(() => socket.write('x'.repeat(1000)), 50)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  assert.match(String(answer), /^HTTP\/1\.1 413 /)
  await closed
  clearInterval(sending)
})

test('bytes that are no HTTP request get the envelope too', async () => {
  const socket = await openSocket()
  socket.write('this is no HTTP\r\n\r\n')
  const answer = await text(socket)
  assert.match(answer, /^HTTP\/1\.1 400 /)
  assert.equal(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').success, false)
})

test('docs/errors.md and the registry say the same', async () => {
  const page = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'errors.md'), 'utf8')
  const rows = [...page.matchAll(/^\| (\d{3}) \| `(\w+)` \| (.*?) \| (yes|no) \|$/gm)].map(([, ...cells]) => cells)
  const registry = Object.values(errorKinds).map((one) => [
    String(one.status),
    one.code,
    one.meaning,
    one.retryable ? 'yes' : 'no',
  ])
  assert.deepEqual(rows, registry)
})
