import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { startTestServer } from '../support/server.ts'

test('a server that stops answers held calls with the task id, and the task goes on after its restart', async () => {
  await using server = await startTestServer()
  const { database } = server.context
  const held = server.post('/sora/videos', { prompt: '[slow 2s] a cat', duration: 10 })
  const running = async () =>
    (await sql<{ state: string }>`select state from tasks`.execute(database)).rows[0]?.state === 'running'
  while (!(await running())) await new Promise(setImmediate)
  await server.restart()
  const answer = await held
  assert.equal(answer.statusCode, 200)
  assert.deepEqual(Object.keys(answer.json()), ['task_id'])
  const { task_id: id } = answer.json()
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  assert.equal((await server.post('/sora/tasks', { id })).json().response.success, true)
  const { rows } = await sql<{ type: string }>`select type from events order by id`.execute(server.context.database)
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
  await using server = await startTestServer()
  const { task_id: id, data } = (await server.post('/sora/videos', { prompt: 'a cat', duration: 10 })).json()
  await sql`update tasks set expires_at = now() - interval '1 minute'`.execute(server.context.database)
  await server.restart()
  const gone = async () => JSON.stringify((await server.post('/sora/tasks', { id })).json()) === '{}'
  while (!(await gone())) await new Promise(setImmediate)
  assert.equal((await server.inject({ url: data[0].video_url.replace('http://rushes.test', '') })).statusCode, 404)
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
  await using server = await startTestServer()
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
  }>`select state, count(*)::int as count from tasks group by state`.execute(server.context.database)
  assert.deepEqual(rows, [{ state: 'failed', count: 200 }])
})
