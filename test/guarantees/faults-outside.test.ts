/** What is outside fails: names that do not resolve, an engine that never ends, a receiver that answers a byte a second. */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

/** Resolves nowhere, by RFC 6761. */
const nowhere = 'http://films.invalid'
const film = { prompt: 'a cat', version: '2.0', duration: 4 }

/** An engine of the Videos API whose jobs never end; it remembers which were taken back. */
function startEndless(): Promise<{ server: Server; url: string; jobs: string[]; stopped: string[] }> {
  const jobs: string[] = []
  const stopped: string[] = []
  const server = createServer((request, response) => {
    const id = request.url?.split('/')[3] ?? `video_${jobs.length + 1}`
    if (request.method === 'POST' && !request.url?.includes('cancel')) jobs.push(id)
    else if (request.method !== 'GET') stopped.push(id)
    request.resume()
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({ id, object: 'video', status: 'in_progress', progress: 10, model: 'sora-2', created_at: 1 }),
    )
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, jobs, stopped }),
    ),
  )
}

let endless: Awaited<ReturnType<typeof startEndless>>
let server: TestServer
before(async () => {
  endless = await startEndless()
  server = await startTestServer({
    file: {
      engines: {
        unresolved: { type: 'openai-videos', model: 'sora-2', baseUrl: `${nowhere}/v1`, patienceSeconds: 2 },
        endless: { type: 'openai-videos', model: 'sora-2', baseUrl: endless.url, deadlineSeconds: 2 },
      },
      models: { 'sora-2': ['unresolved', 'scripted'], 'sora-2-pro': ['endless'], gone: ['unresolved'] },
      callbackRetrySeconds: [1, 1],
    },
  })
})
after(async () => {
  await server[Symbol.asyncDispose]()
  endless.server.closeAllConnections()
  endless.server.close()
})

const spent = async () =>
  (await server.context.database.selectFrom('applications').select(['used', 'reserved']).execute())[0]

test('a reference at a name that does not resolve is refused by its field, and makes no task', async () => {
  const answer = await server.post('/sora/videos', { ...film, image_urls: [`${nowhere}/cat.png`] })
  assert.equal(answer.statusCode, 400, answer.body)
  assert.match(
    answer.json().error.message,
    /^image_urls\[0\] could not be fetched: films.invalid could not be resolved/,
  )
  assert.equal((await sql`select from tasks`.execute(server.context.database)).rows.length, 0)
})

test('an engine at a name that does not resolve is left for the model’s next; where there is none the film fails by a sentence and costs nothing', async () => {
  const made = await server.post('/sora/videos', film)
  assert.equal(made.statusCode, 200, made.body)
  const before = await spent()
  const failed = await server.post('/sora/videos', { ...film, model: 'gone' })
  assert.equal(failed.statusCode, 500, failed.body)
  assert.equal(failed.json().error.message, 'The engine unresolved does not answer.')
  assert.deepEqual(await spent(), before)
})

test('an engine that never ends is told to stop at its deadline; the film fails by a sentence and costs nothing', async () => {
  const before = await spent()
  const failed = await server.post('/sora/videos', { ...film, model: 'sora-2-pro' })
  assert.equal(failed.statusCode, 500, failed.body)
  assert.equal(failed.json().error.message, 'The engine endless did not finish within 2 seconds.')
  assert.deepEqual(endless.stopped, endless.jobs)
  assert.equal(endless.jobs.length, 1)
  assert.deepEqual(await spent(), before)
})

/** Sends one byte of an answer a second to whoever comes first, and takes what others say at once. */
async function startDripping() {
  let visits = 0
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    if (visits++ > 0) return void socket.once('data', () => socket.end('HTTP/1.1 204 No Content\r\n\r\n'))
    const answer = Array.from(`HTTP/1.1 200 OK\r\nx-slow: ${'.'.repeat(100)}\r\n\r\n`)
    const dripping = setInterval(() => socket.write(answer.shift() ?? '.'), 1000)
    socket.once('close', () => clearInterval(dripping))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close(), visits: () => visits }
}

test('a receiver that answers a byte a second is left after ten seconds and told again; one whose name does not resolve is tried to its end; others are told meanwhile', async () => {
  await using prompt = await startReceiver()
  const dripping = await startDripping()
  const ask = async (callback_url: string) =>
    (await server.post('/sora/videos', { ...film, callback_url })).json().task_id as string
  const [slow, lost] = [await ask(dripping.url), await ask(`${nowhere}/told`)]
  while (dripping.visits() === 0) await delay(10)
  await prompt.untilAll([await ask(prompt.url)])
  assert.equal(dripping.visits(), 1)
  const deliveries = () =>
    server.context.database.selectFrom('deliveries').select(['task_id', 'state', 'attempts']).execute()
  const ended = async () => (await deliveries()).every(({ state }) => state !== 'pending')
  while (!(await ended())) await delay(50)
  const outcome = new Map((await deliveries()).map(({ task_id, state, attempts }) => [task_id, [state, attempts]]))
  assert.deepEqual(outcome.get(slow), ['delivered', 2])
  assert.deepEqual(outcome.get(lost), ['failed', 3])
  const attempts = await server.context.database
    .selectFrom('delivery_attempts')
    .select(['error', 'milliseconds'])
    .execute()
  assert.ok(attempts.some(({ milliseconds }) => milliseconds >= 9_900 && milliseconds < 15_000))
  assert.ok(
    attempts.some(({ error }) => /films.invalid could not be resolved/.test(error ?? '')),
    JSON.stringify(attempts),
  )
  dripping.close()
})
