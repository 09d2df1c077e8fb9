/** Cancelling by both doors: it ends a task once, whatever it races with, and everybody who is concerned hears of it. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { openaiVideo } from '../../src/contract/openai/answers.ts'
import { videoIdOf } from '../../src/contract/openai/present-video.ts'
import { cancelledTask } from '../../src/contract/sora/answers.ts'
import { parseLiveEvent } from '../../src/db/wake.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const key = { authorization: `Bearer ${apiKey}` }
let server: TestServer
let receiver: Receiver

before(async () => {
  server = await startTestServer({ config: { allowPrivateUrls: true } })
  receiver = await startReceiver()
})
after(async () => {
  await server[Symbol.asyncDispose]()
  await receiver[Symbol.asyncDispose]()
})

const create = async (prompt: string, fields: object = { async: true }): Promise<string> =>
  (await server.post('/sora/videos', { prompt, ...fields })).json().task_id
const call = (method: 'GET' | 'POST' | 'DELETE', url: string) => server.inject({ method, url, headers: key })

/** Resolves when the task is in the state. */
function entered(id: string, state: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = server.context.dispatch.db.wake.on('account', (subject) => {
    const news = parseLiveEvent(subject)
    if (news?.event !== 'task' || news.data.id !== id || news.data.state !== state) return
    stop()
    resolve()
  })
  void stateOf(id).then((now) => now === state && resolve())
  return promise
}

const ways = {
  'the action': async (id: string) => (await server.post('/sora/tasks', { action: 'cancel', id })).json(),
  'the path': async (id: string) => (await call('POST', `/sora/tasks/${id}/cancel`)).json(),
  'the management API': async (id: string) => (await call('POST', `/api/v1/tasks/${id}/cancel`)).json(),
}

for (const [name, cancel] of Object.entries(ways)) {
  test(`${name} cancels, twice the same as once, and says so of what has ended`, async () => {
    const id = await create('[stall]')
    assert.deepEqual(cancelledTask.strict().parse(await cancel(id)), { id, cancelled: true, state: 'cancelled' })
    assert.deepEqual(await cancel(id), { id, cancelled: true, state: 'cancelled' })
    const ended = await create('[fail]')
    await server.context.waitForTask(ended, AbortSignal.timeout(30_000))
    assert.deepEqual(await cancel(ended), { id: ended, cancelled: false, state: 'failed' })
  })
}

test('a video that is cancelled has failed with the code cancelled; one that has ended stays as it is', async () => {
  const id = videoIdOf(await create('[stall]'))
  for (const _again of [1, 2]) {
    const answer = await call('POST', `/v1/videos/${id}/cancel`)
    const { status, error } = openaiVideo.strict().parse(answer.json())
    assert.deepEqual([answer.statusCode, status, error?.code], [200, 'failed', 'cancelled'])
  }
  const done = await create('a cat')
  await server.context.waitForTask(done, AbortSignal.timeout(30_000))
  assert.equal((await call('POST', `/v1/videos/${videoIdOf(done)}/cancel`)).json().status, 'completed')
})

test('nobody cancels what is not theirs', async () => {
  const other = randomUUID()
  for (const url of [`/sora/tasks/${other}/cancel`, '/sora/tasks/7/cancel', `/v1/videos/${videoIdOf(other)}/cancel`]) {
    assert.equal((await call('POST', url)).statusCode, 404)
    assert.equal((await server.inject({ method: 'POST', url })).statusCode, 401)
  }
  assert.equal((await call('DELETE', `/sora/tasks/${other}`)).statusCode, 404)
  assert.deepEqual(await ways['the action'](other), {})
  const id = await create('[stall]')
  const { database } = server.context
  await database
    .updateTable('tasks')
    .set({ account_id: await strangerOf() })
    .where('id', '=', id)
    .execute()
  assert.equal((await call('POST', `/sora/tasks/${id}/cancel`)).statusCode, 404)
  assert.deepEqual(await ways['the action'](id), {})
  const { state } = await database.selectFrom('tasks').select('state').where('id', '=', id).executeTakeFirstOrThrow()
  assert.notEqual(state, 'cancelled')
})

async function strangerOf(): Promise<string> {
  const account = { id: randomUUID(), name: 'stranger', webhook_secret: 'whsec_c3RyYW5nZXI=' }
  await server.context.database.insertInto('accounts').values(account).execute()
  return account.id
}

for (const end of ['cancelled', 'deleted'] as const) {
  test(`whoever waits for a task that is ${end} is told so at once, on both doors`, async () => {
    const url = end === 'cancelled' ? (id: string) => `${id}/cancel` : (id: string) => id
    const method = end === 'cancelled' ? 'POST' : 'DELETE'
    const traced = { ...key, 'content-type': 'application/json' }
    const held = server.inject({
      method: 'POST',
      url: '/sora/videos',
      headers: traced,
      payload: { prompt: `${end} [stall]` },
    })
    const sync = server.inject({
      method: 'POST',
      url: '/v1/videos/sync',
      headers: traced,
      payload: { prompt: `${end} [stall]` },
    })
    const prefer = { ...traced, prefer: 'wait=60' }
    const wait = server.inject({
      method: 'POST',
      url: '/v1/videos',
      headers: prefer,
      payload: { prompt: `${end} [stall]` },
    })
    const ids = await openTasks(`${end} [stall]`, 3)
    const urls = ids.flatMap((id) => [`/sora/tasks/${id}/events`, `/v1/videos/${videoIdOf(id)}/events`])
    const { app } = server.context
    // They have begun, so that none is told that there is no such task.
    const streams = await Promise.all(urls.map((url) => app.inject({ url, headers: key, payloadAsStream: true })))
    await Promise.all(ids.map((id) => call(method, `/sora/tasks/${url(id)}`)))
    const [answer, film, video] = await Promise.all([held, sync, wait])
    assert.deepEqual([answer.statusCode, answer.json().error.code], [410, 'cancelled'])
    assert.deepEqual([film.statusCode, film.json().error.code], [410, 'cancelled'])
    assert.equal(film.headers['x-should-retry'], 'false')
    assert.equal(answer.headers['x-should-retry'], 'false')
    if (end === 'cancelled') assert.equal(video.json().error.code, 'cancelled')
    for (const stream of streams) {
      const body = await text(stream.stream())
      const [, data = '{}'] = /event: result\ndata: (.*)\n\n$/.exec(body) ?? []
      assert.equal(JSON.parse(data).error?.code, 'cancelled', body)
    }
  })
}

/** The open tasks of a prompt, as soon as there are `count`. */
async function openTasks(prompt: string, count: number): Promise<string[]> {
  const { promise, resolve } = Promise.withResolvers<string[]>()
  const look = async () => {
    const rows = await server.context.database.selectFrom('tasks').select(['id', 'request']).execute()
    const ids = rows.filter(({ request }) => request.prompt === prompt).map(({ id }) => id)
    if (ids.length === count) resolve(ids)
  }
  const stop = server.context.dispatch.db.wake.on('account', () => void look())
  try {
    return await promise
  } finally {
    stop()
  }
}

test('a cancellation that races with the end: one end, one settlement, one callback, and its answer agrees', async () => {
  const rounds = 300
  const moments = ['submitting', 'running', 'storing', undefined]
  const seen = { cancelled: 0, succeeded: 0, failed: 0 }
  const callback_url = `${receiver.url}/race`
  const ids: string[] = []
  for (let first = 0; first < rounds; first += 10) {
    await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        // Films take time; most rounds end by the engine's failure, which is at hand at once.
        const isFilm = index === 0 && first % 20 === 0
        const prompt = isFilm ? 'a cat' : '[fail]'
        const id = await create(prompt, { callback_url, duration: 10 })
        ids.push(id)
        const moment = moments[(first / 10 + index) % (isFilm ? 3 : 2)]
        const ended = server.context.waitForTask(id, AbortSignal.timeout(60_000))
        if (moment) await Promise.race([entered(id, moment), ended])
        const answers = await Promise.all([ways['the path'](id), ways['the action'](id)])
        await ended
        const state = await stateOf(id)
        for (const answer of answers) assert.deepEqual(answer, { id, cancelled: state === 'cancelled', state })
        seen[state as keyof typeof seen]++
      }),
    )
  }
  assert.ok(seen.cancelled > 0 && seen.failed > 0, `no race: ${JSON.stringify(seen)}`)
  await receiver.untilAll(ids)
  const { database } = server.context
  for (const id of ids) {
    const told = receiver.received.filter(({ body }) => body.includes(id))
    const state = await stateOf(id)
    const { success, error } = JSON.parse(told[0]?.body ?? '{}')
    assert.deepEqual([told.length, success], [1, state === 'succeeded'])
    assert.equal(error?.code === 'cancelled', state === 'cancelled')
    const entries = await database.selectFrom('ledger_entries').select('kind').where('task_id', '=', id).execute()
    const kinds = entries.map(({ kind }) => kind).filter((kind) => kind !== 'reserve')
    assert.deepEqual(kinds, [state === 'succeeded' ? 'settle' : 'release'])
    const events = await database.selectFrom('events').select('type').where('task_id', '=', id).execute()
    const ends = events.map(({ type }) => type).filter((type) => ['succeeded', 'failed', 'cancelled'].includes(type))
    assert.deepEqual(ends, [state])
  }
})

async function stateOf(id: string): Promise<string> {
  const { database } = server.context
  return (await database.selectFrom('tasks').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
}

test('an engine that has the task is told, also when it was still being asked, or its worker died', async () => {
  const { registry, db, queue } = server.context.dispatch
  const { engine } = registry.get('scripted')
  const told: string[] = []
  const heard = new Map<string, () => void>()
  const { cancel } = engine
  engine.cancel = async (operation, signal) => {
    await cancel?.call(engine, operation, signal)
    const { workDirectory } = operation as { workDirectory: string }
    told.push(workDirectory)
    for (const [id, resolve] of heard) if (workDirectory.includes(id)) resolve()
  }
  const hears = (id: string) => new Promise<void>((resolve) => heard.set(id, resolve))
  try {
    for (const [prompt, state] of [
      ['[stall]', 'running'],
      ['[start 1s] [stall]', 'submitting'],
    ] as const) {
      const id = await create(prompt)
      const reached = hears(id)
      await entered(id, state)
      await ways['the path'](id)
      await reached
    }
    // Nobody works on it, as after a crash: its job is handed out again.
    const id = await create('[queue 60s]')
    await entered(id, 'running')
    const first = hears(id)
    const { operation } = await db.root
      .selectFrom('tasks')
      .select('operation')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await ways['the path'](id)
    await first
    while ((await queue.alive('generate.scripted', [id])).size > 0) await setImmediate()
    await db.root
      .updateTable('tasks')
      .set({ operation: JSON.stringify(operation) })
      .where('id', '=', id)
      .execute()
    const again = hears(id)
    await queue.resend('generate.scripted', { jobId: id, subject: id, keyId: id })
    await again
    assert.equal(told.filter((directory) => directory.includes(id)).length, 2)
  } finally {
    engine.cancel = cancel
  }
})
