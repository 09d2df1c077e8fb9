import assert from 'node:assert/strict'
import { mkdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { createAccount, createKey } from '../../src/auth/keys.ts'
import { createContext } from '../../src/context.ts'
import { createLogger } from '../../src/logger.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer, type TestServer, testUrl } from '../support/server.ts'

/** For tests that look at their own tasks only; those that ask for other settings start one of their own. */
let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server?.[Symbol.asyncDispose]())

test('a server that stops answers held calls with the task id, and the task goes on after its restart', async () => {
  const { database } = server.context
  const held = server.post('/sora/videos', { prompt: '[slow 2s] a cat', duration: 10 })
  const running = async () =>
    (
      await sql`select from tasks where generation->>'prompt' = '[slow 2s] a cat' and state = 'running'`.execute(
        database,
      )
    ).rows.length > 0
  while (!(await running())) await new Promise(setImmediate)
  await server.restart()
  const answer = await held
  assert.equal(answer.statusCode, 200)
  assert.deepEqual(Object.keys(answer.json()), ['task_id'])
  const { task_id: id } = answer.json()
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  assert.equal((await server.post('/sora/tasks', { id })).json().response.success, true)
  const { rows } = await sql<{ type: string }>`select type from events where task_id = ${id} order by id`.execute(
    server.context.database,
  )
  assert.equal(rows.filter(({ type }) => type === 'submitting').length, 1)
})

test('a task whose job was lost gets one again from the sweep', async () => {
  await using server = await startTestServer({
    file: { engines: { single: { type: 'scripted', concurrency: 1 } }, models: { 'sora-2': ['single'] } },
  })
  await server.post('/sora/videos', { prompt: '[slow 1s]', async: true })
  const { task_id: id } = (await server.post('/sora/videos', { prompt: 'a cat', async: true, duration: 10 })).json()
  await sql`delete from pgboss.job where id = ${id}`.execute(server.context.database)
  await server.restart()
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  assert.equal((await server.post('/sora/tasks', { id })).json().response.success, true)
})

test('what has expired is deleted by the sweep, record and files together', async () => {
  const { task_id: id, data } = (await server.post('/sora/videos', { prompt: 'a cat', duration: 10 })).json()
  await sql`update tasks set expires_at = now() - interval '1 minute' where id = ${id}`.execute(server.context.database)
  await server.restart()
  const gone = async () => JSON.stringify((await server.post('/sora/tasks', { id })).json()) === '{}'
  while (!(await gone())) await new Promise(setImmediate)
  assert.equal((await server.inject({ url: data[0].video_url.replace('http://rushes.test', '') })).statusCode, 404)
})

test('one sweep deletes whatever has expired, however much that is', async () => {
  const make = async () => (await server.post('/sora/videos', { prompt: '[fail]', async: true })).json().task_id
  const ids: string[] = await Promise.all(Array.from({ length: 120 }, make))
  await Promise.all(ids.map((id) => server.context.waitForTask(id, AbortSignal.timeout(60_000))))
  const own = sql`id = any(${ids}::uuid[])`
  await sql`update tasks set expires_at = now() - interval '1 minute' where ${own}`.execute(server.context.database)
  await server.restart()
  const left = async () => (await sql`select from tasks where ${own}`.execute(server.context.database)).rows.length
  while ((await left()) > 0) await new Promise(setImmediate)
})

test('a task that its engine never ends fails at the deadline, by a sentence', async () => {
  await using server = await startTestServer({
    file: { engines: { brief: { type: 'scripted', deadlineSeconds: 1 } }, models: { 'sora-2': ['brief'] } },
  })
  const answer = await server.post('/sora/videos', { prompt: '[stall]' })
  assert.equal(answer.statusCode, 500)
  assert.match(answer.json().error.message, /did not finish within 1 seconds/)
})

test('two hundred tasks at once all end, a few at a time', async () => {
  const ids = await Promise.all(
    Array.from(
      { length: 200 },
      async () => (await server.post('/sora/videos', { prompt: '[fail]', async: true })).json().task_id as string,
    ),
  )
  assert.equal(new Set(ids).size, 200)
  await Promise.all(ids.map((id) => server.context.waitForTask(id, AbortSignal.timeout(120_000))))
  const { rows } = await sql<{
    state: string
    count: number
  }>`select state, count(*)::int as count from tasks where id = any(${ids}::uuid[]) group by state`.execute(
    server.context.database,
  )
  assert.deepEqual(rows, [{ state: 'failed', count: 200 }])
})

test('a task of an engine that is no longer configured ends, by a sentence', async () => {
  const { task_id: id } = (await server.post('/sora/videos', { prompt: '[stall]', async: true })).json()
  await sql`update tasks set engine = 'gone', created_at = now() - interval '1 hour' where id = ${id}`.execute(
    server.context.database,
  )
  await server.restart()
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  const { response } = (await server.post('/sora/tasks', { id })).json()
  assert.match(response.error.message, /The engine gone, .* is no longer configured/)
})

test('a process that does not know an engine yet, or any more, leaves its tasks to those that do', {
  skip: withoutPostgres,
}, async () => {
  await using server = await startTestServer({
    file: { engines: { other: { type: 'scripted', concurrency: 1 } }, models: { 'sora-2': ['other'] } },
  })
  const { database, waitForTask } = server.context
  const create = async (): Promise<string> =>
    (await server.post('/sora/videos', { prompt: '[stall]', async: true })).json().task_id
  const stateOf = (id: string) =>
    database.selectFrom('tasks').select('state').where('id', '=', id).executeTakeFirstOrThrow()
  const worked = await create()
  while ((await stateOf(worked)).state !== 'running') await new Promise(setImmediate)
  const [waiting, lost] = [await create(), await create()]
  await sql`update tasks set created_at = now() - interval '1 hour' where id in (${worked}, ${lost})`.execute(database)
  await sql`update tasks set engine = 'gone' where id = ${lost}`.execute(database)

  const dataDirectory = join(server.config.dataDirectory, 'second')
  const changes = { dataDirectory, workerName: 'second', engines: {}, models: { 'sora-2': ['scripted'] } }
  const second = await createContext({ ...server.config, ...changes }, testUrl, createLogger('silent'))
  await second.start(testUrl)
  await waitForTask(lost, AbortSignal.timeout(30_000))
  // It stops when its sweep is over.
  await second.stop()
  assert.deepEqual([(await stateOf(worked)).state, (await stateOf(waiting)).state], ['running', 'queued'])
})

test('who sends many tasks does not keep others waiting: a first task comes before a third', async () => {
  await using server = await startTestServer({
    file: { engines: { single: { type: 'scripted', concurrency: 1 } }, models: { 'sora-2': ['single'] } },
  })
  const { database } = server.context
  const account = await database.transaction().execute((tx) => createAccount(tx, 'another'))
  const { key } = await createKey(database, account, 'another')
  const create = async (authorization?: string) => {
    const headers = authorization ? { authorization } : undefined
    return (await server.post('/sora/videos', { prompt: '[slow 300ms] [fail]', async: true }, headers)).json()
      .task_id as string
  }
  const many = [await create(), await create(), await create(), await create()]
  const single = await create(`Bearer ${key}`)
  await Promise.all([...many, single].map((id) => server.context.waitForTask(id, AbortSignal.timeout(30_000))))
  const { rows } = await sql<{ id: string }>`select id from tasks order by finished_at`.execute(database)
  assert.ok(rows.findIndex(({ id }) => id === single) <= 2, JSON.stringify([many, single, rows]))
})

test('a film whose download breaks is fetched again: the engine has made it', async () => {
  await using link = await startReceiver((_request, response, number) => {
    if (number < 3) response.destroy()
    else response.writeHead(404).end()
  })
  const answer = await server.post('/sora/videos', { prompt: `[link ${link.url}/film.mp4]` })
  assert.equal(answer.json().success, false)
  assert.ok(link.received.length >= 3)
})

test('files that belong to no task are deleted when they are old', async () => {
  const folder = join(server.config.dataDirectory, 'files', 'tasks', '6bf7fb83-5814-4e3e-a4ad-bfa0c26c0b33')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'image-0.png'), 'left behind')
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 3_600_000)
  for (const path of [join(folder, 'image-0.png'), folder]) await utimes(path, twoDaysAgo, twoDaysAgo)
  await server.restart()
  while (await stat(join(folder, 'image-0.png')).catch(() => undefined)) await new Promise(setImmediate)
})
