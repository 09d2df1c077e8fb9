import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startReceiver } from '../support/receiver.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const prompt = 'cat running on the river'
let server: TestServer

before(async () => {
  server = await startTestServer()
})
after(() => server[Symbol.asyncDispose]())

const task = async (id: string) => (await server.post('/sora/tasks', { id })).json()
const ended = async (id: string) => {
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  return task(id)
}

test('a synchronous call is held open until the video is there', async () => {
  const answer = await server.post('/sora/videos', { prompt, duration: 10 })
  assert.equal(answer.statusCode, 200, answer.body)
  const body = answer.json()
  assert.deepEqual(Object.keys(body), ['success', 'task_id', 'trace_id', 'data'])
  assert.equal(body.success, true)
  assert.match(body.task_id, uuid)
  assert.match(body.trace_id, uuid)
  assert.equal(answer.headers['x-trace-id'], body.trace_id)
  const [video] = body.data
  assert.deepEqual(Object.keys(video).slice(0, 3), ['id', 'video_url', 'state'])
  assert.match(video.id, /^sora-2:task_[0-9a-z]{26}$/)
  assert.equal(video.state, 'succeeded')
  assert.deepEqual([video.width, video.height, video.duration, video.engine], [1280, 720, 10, 'scripted'])
})

test('version 2.0 answers in the same form, with a UUID for the video', async () => {
  const answer = await server.post('/sora/videos', { version: '2.0', prompt, seconds: 4, size: '1280x720' })
  assert.match(answer.json().data[0].id, uuid)
})

test('the link plays without a header, answers HEAD and Range, and cannot be changed', async () => {
  const { data } = (await server.post('/sora/videos', { prompt, duration: 10 })).json()
  const url = data[0].video_url.replace('http://rushes.test', '')
  const whole = await server.inject({ url })
  assert.equal(whole.statusCode, 200)
  assert.equal(whole.headers['content-type'], 'video/mp4')
  assert.equal(whole.rawPayload.subarray(4, 8).toString(), 'ftyp')
  const head = await server.inject({ method: 'HEAD', url })
  assert.equal(head.headers['content-length'], String(whole.rawPayload.length))
  const part = await server.inject({ url, headers: { range: 'bytes=4-7' } })
  assert.equal(part.statusCode, 206)
  assert.equal(part.body, 'ftyp')
  assert.equal(part.headers['content-range'], `bytes 4-7/${whole.rawPayload.length}`)
  const beyond = await server.inject({ url, headers: { range: `bytes=${whole.rawPayload.length}-` } })
  assert.equal(beyond.statusCode, 416)
  assert.equal(beyond.json().success, false)
  for (const changed of [
    url.replace('video.mp4', 'thumbnail.webp'),
    url.replace(/expires=\d/, 'expires=9'),
    url.split('?')[0],
  ]) {
    const refused = await server.inject({ url: changed })
    assert.equal(refused.statusCode, 403, changed)
    assert.equal(refused.json().error.code, 'forbidden')
  }
  const picture = await server.inject({ url: data[0].thumbnail_url.replace('http://rushes.test', '') })
  assert.equal(picture.headers['content-type'], 'image/webp')
})

test('async answers at once with exactly the task id, and the task can be looked up until it ends', async () => {
  const answer = await server.post('/sora/videos', { prompt: `${prompt} [slow 300ms]`, async: true, duration: 10 })
  const acknowledgement = answer.json()
  assert.deepEqual(Object.keys(acknowledgement), ['task_id'])
  const early = await task(acknowledgement.task_id)
  assert.match(early.response.data[0].state, /^(pending|processing)$/)
  assert.equal('success' in early.response, false)
  assert.equal('elapsed' in early, false)
  const record = await ended(acknowledgement.task_id)
  assert.equal(record.response.success, true)
  assert.equal(record.trace_id, answer.headers['x-trace-id'])
  assert.equal(record.response.trace_id, record.trace_id)
})

test('timeout answers with the task id instead, and the task goes on', async () => {
  const answer = await server.post('/sora/videos', { prompt: `${prompt} [slow 500ms]`, timeout: 0.05, duration: 10 })
  assert.equal(answer.statusCode, 200)
  assert.deepEqual(Object.keys(answer.json()), ['task_id'])
  assert.equal((await ended(answer.json().task_id)).response.success, true)
})

test('an ndjson answer is a line of progress after another, the result last', async () => {
  const answer = await server.post(
    '/sora/videos',
    { prompt: `${prompt} [slow 1500ms]`, duration: 10 },
    { accept: 'application/x-ndjson' },
  )
  assert.match(String(answer.headers['content-type']), /^application\/x-ndjson/)
  const lines = answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const result = lines.pop()
  assert.equal(result.success, true)
  assert.ok(lines.length >= 2, `${lines.length} lines`)
  for (const line of lines) assert.deepEqual(Object.keys(line), ['task_id', 'state', 'progress'])
  const progress = lines.map((line) => line.progress)
  assert.deepEqual(
    progress,
    [...progress].sort((a, b) => a - b),
  )
})

test('with async or callback_url an ndjson answer is one parseable document', async () => {
  await using receiver = await startReceiver()
  for (const option of [{ async: true }, { callback_url: receiver.url }]) {
    const answer = await server.post('/sora/videos', { prompt, ...option }, { accept: 'application/x-ndjson' })
    assert.match(String(answer.headers['content-type']), /^application\/x-ndjson/)
    assert.deepEqual(Object.keys(JSON.parse(answer.body)), ['task_id'])
  }
  await receiver.until(1)
  assert.equal(JSON.parse(receiver.received[0]?.body ?? '').success, true)
})

test('a failed generation is a 500 with the engine’s sentence, its task id and its record', async () => {
  const answer = await server.post('/sora/videos', { prompt: '[fail: the lamp broke]' })
  assert.equal(answer.statusCode, 500)
  const body = answer.json()
  assert.deepEqual(Object.keys(body), ['success', 'task_id', 'trace_id', 'error'])
  assert.deepEqual([body.success, body.error], [false, { code: 'api_error', message: 'the lamp broke' }])
  assert.deepEqual((await task(body.task_id)).response, body)
})

test('an engine that refuses to start, forbids or returns garbage ends the task with its own code', async () => {
  const outcomes = {
    '[refuse: not today]': [500, 'api_error'],
    '[forbid: no faces]': [403, 'forbidden'],
    '[garbage]': [500, 'api_error'],
  }
  for (const [words, [status, code]] of Object.entries(outcomes)) {
    const answer = await server.post('/sora/videos', { prompt: words })
    assert.deepEqual([answer.statusCode, answer.json().error.code], [status, code], answer.body)
  }
})

test('an engine that loses the job is given it again, and the caller notices nothing', async () => {
  const answer = await server.post('/sora/videos', { prompt: '[lose] a cat', duration: 10 })
  assert.equal(answer.json().success, true)
})

test('a callback tells the outcome once, in the form of the synchronous answer', async () => {
  await using receiver = await startReceiver()
  const sent = await server.post('/sora/videos', { prompt, duration: 10, callback_url: `${receiver.url}/hook` })
  assert.deepEqual(Object.keys(sent.json()), ['task_id'])
  await receiver.until(1)
  const [callback] = receiver.received
  const record = await task(sent.json().task_id)
  assert.deepEqual(JSON.parse(callback?.body ?? ''), record.response)
  assert.equal(callback?.headers['content-type'], 'application/json')
})

test('a failure is told by callback too', async () => {
  await using receiver = await startReceiver()
  await server.post('/sora/videos', { prompt: '[fail: no film left]', callback_url: receiver.url })
  await receiver.until(1)
  const body = JSON.parse(receiver.received[0]?.body ?? '')
  assert.deepEqual([body.success, body.error], [false, { code: 'api_error', message: 'no film left' }])
})

test('the same idempotency key and body give the same task, another body is refused', async () => {
  const headers = { 'idempotency-key': 'order-17' }
  const body = { prompt, async: true }
  const answers = await Promise.all([1, 2, 3, 4].map(() => server.post('/sora/videos', body, headers)))
  const ids = new Set(answers.map((answer) => answer.json().task_id))
  assert.equal(ids.size, 1)
  assert.equal(new Set(answers.map((answer) => answer.headers['x-trace-id'])).size, 1)
  const other = await server.post('/sora/videos', { ...body, prompt: 'a dog' }, headers)
  assert.equal(other.statusCode, 400)
  assert.match(other.json().error.message, /Idempotency-Key was used before with another body/)
})

test('the seed of a request is kept, and the request is stored as sent without secrets and bytes', async () => {
  const { task_id } = (
    await server.post('/sora/videos', { prompt, async: true, seed: 7, callback_secret: 'hunter2', action: 'generate' })
  ).json()
  assert.deepEqual((await task(task_id)).request, { prompt, async: true, seed: 7, action: 'generate' })
})

test('a caller that hangs up loses nothing: the task ends without it', async () => {
  const { app } = server.context
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  assert.ok(typeof address === 'object' && address)
  const hangup = new AbortController()
  const call = fetch(`http://127.0.0.1:${address.port}/sora/videos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify({ prompt: `${prompt} [slow 500ms]`, duration: 10 }),
    signal: hangup.signal,
  })
  const reader = (await call).body?.getReader()
  const first = new TextDecoder().decode((await reader?.read())?.value)
  hangup.abort()
  assert.equal((await ended(JSON.parse(first.split('\n')[0] ?? '').task_id)).response.success, true)
})

test('the test key is the one the server was given', async () => {
  const answer = await server.post(
    '/sora/tasks',
    { action: 'retrieve_batch', limit: 1 },
    { authorization: `bearer ${apiKey}` },
  )
  assert.equal(answer.statusCode, 200)
})
