/** The database is gone for a while, as when its host restarts: seconds here, TRUST_AWAY_SECONDS=30 for a night. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { reconcile } from '../../src/billing/reconcile.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { layCable } from '../support/faulty-proxy.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer } from '../support/server.ts'

const awayMilliseconds = Number(process.env.TRUST_AWAY_SECONDS ?? 5) * 1000
const tasks = 6

test('a database that is gone for a while: calls answer 503 with a retry-after, held callers get their films, each outcome is told, nothing is lost', {
  skip: withoutPostgres,
}, async () => {
  await using receiver = await startReceiver()
  const database = await createTestDatabase()
  const url = new URL(database.databaseUrl ?? '')
  await using cable = await layCable(Number(url.port))
  url.port = String(cable.port)
  await using server = await startTestServer({ database: { ...database, databaseUrl: url.href } })
  const film = { duration: 10, callback_url: receiver.url }
  const ids: string[] = []
  for (let number = 0; number < tasks; number++) {
    const answer = await server.post('/sora/videos', { ...film, prompt: `[slow ${number}s] a cat`, async: true })
    ids.push(answer.json().task_id)
  }
  const held = server.post('/sora/videos', { prompt: '[slow 3s] a dog', duration: 10 })
  const isUnderWay = async () => {
    const rows = await server.context.database.selectFrom('tasks').select('state').execute()
    return rows.length === tasks + 1 && rows.some(({ state }) => state === 'running')
  }
  while (!(await isUnderWay())) await new Promise(setImmediate)

  cable.pull()
  const isBack = delay(awayMilliseconds).then(() => cable.plugIn())
  const [create, look] = await Promise.all([
    server.post('/sora/videos', { ...film, prompt: 'never made' }),
    server.post('/sora/tasks', { id: ids[0] }),
  ])
  for (const answer of [create, look]) {
    assert.equal(answer.statusCode, 503, answer.body)
    assert.ok(Number(answer.headers['retry-after']) > 0)
  }
  await isBack

  await receiver.untilAll(ids)
  const answer = await held
  assert.equal(answer.statusCode, 200, answer.body)
  const { task_id: id } = answer.json()
  await server.context.waitForTask(id, AbortSignal.timeout(60_000))
  for (const one of [...ids, id]) {
    assert.equal((await server.post('/sora/tasks', { id: one })).json().response.success, true)
  }
  const rows = await server.context.database.selectFrom('tasks').select('state').execute()
  assert.deepEqual(
    rows.map(({ state }) => state),
    Array.from({ length: tasks + 1 }, () => 'succeeded'),
  )
  const ends = await server.context.database.selectFrom('events').select('id').where('type', '=', 'succeeded').execute()
  assert.equal(ends.length, tasks + 1)
  assert.deepEqual((await reconcile(server.context.database)).problems, [])
})
