/** Callers that wait for a task hear of its end once, whenever they came, and nothing after they have left. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { after, before, test } from 'node:test'
import { holdUntilEnd } from '../../src/api/hold-until-end.ts'
import { createEventStreams } from '../../src/api/management/event-streams.ts'
import { notifyAccount, sendWakeUps } from '../../src/db/wake.ts'
import { createWaiters, type Waiter, waitForEnd } from '../../src/dispatch/wait-for-task.ts'
import { newId } from '../../src/ids.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
const soon = () => AbortSignal.timeout(20_000)

before(async () => {
  server = await startTestServer()
})
after(() => server[Symbol.asyncDispose]())

const create = async (): Promise<string> =>
  (await server.post('/sora/videos', { prompt: '[stall] a cat', duration: 10, async: true })).json().task_id
const cancel = (id: string) => server.post(`/sora/tasks/${id}/cancel`, {})

/** A waiter, what it has heard, and when it first hears something. */
function listener() {
  const heard: unknown[] = []
  const first = Promise.withResolvers<unknown>()
  const waiter: Waiter = {
    over(how) {
      heard.push(how)
      first.resolve(how)
    },
  }
  return { waiter, heard, first: first.promise }
}

test('of several who wait for a task those who stay hear of its end, once, and who has left does not', async () => {
  const stopping = new AbortController()
  const waiters = createWaiters(server.context.dispatch.db, stopping.signal)
  const [one, two, left] = [listener(), listener(), listener()]
  const id = await create()
  for (const { waiter } of [one, left, two]) waiters.add(id, waiter)
  waiters.remove(id, left.waiter)
  assert.equal((await cancel(id)).statusCode, 200)
  assert.deepEqual(await Promise.all([one.first, two.first]), ['ended', 'ended'])
  const late = listener()
  waiters.add(id, late.waiter)
  assert.equal(await late.first, 'ended')
  stopping.abort()
  waiters.close()
  assert.deepEqual([one.heard, two.heard, late.heard, left.heard], [['ended'], ['ended'], ['ended'], []])
})

test('wake-ups of another version that this one cannot read disturb nobody who waits for a task or watches an account', async () => {
  const { db } = server.context.dispatch
  const waiters = createWaiters(db, new AbortController().signal)
  const streams = createEventStreams(db.wake)
  const stream = new PassThrough({ encoding: 'utf8' })
  const accountId = newId()
  streams.add(accountId, { stream, mayWatch: async () => true })
  const { waiter, heard, first } = listener()
  const id = await create()
  waiters.add(id, waiter)
  const data = { id, state: 'running', progress: 'half' }
  const unknown = ['', accountId, `${accountId} {`, `${accountId} null`, `${accountId} {"event":"toString","data":{}}`]
  const wrong = [{ event: 'task' }, { event: 'task', data }, { event: 'tasks', data: { ...data, progress: 50 } }]
  const subjects = [...unknown, ...wrong.map((news) => `${accountId} ${JSON.stringify(news)}`)]
  await sendWakeUps(
    db.root,
    [...subjects, '\n', 'nonsense'].map((subject) => `account ${subject}`),
  )
  await notifyAccount(db.root, accountId, { event: 'deleted', data: { id } })
  const [told] = await once(stream, 'data')
  assert.equal(told, `event: deleted\ndata: {"id":"${id}"}\n\n`)
  await cancel(id)
  assert.equal(await first, 'ended')
  assert.deepEqual(heard, ['ended'])
  streams.close()
  waiters.close()
})

test('who waits for a task that is not there, or has ended, does not wait', async () => {
  const waiters = createWaiters(server.context.dispatch.db, new AbortController().signal)
  await waitForEnd(waiters, newId(), soon())
  const id = await create()
  await cancel(id)
  await Promise.all(Array.from({ length: 50 }, () => waitForEnd(waiters, id, soon())))
  waiters.close()
})

test('a server that stops tells all who wait, and those who come after', async () => {
  const stopping = new AbortController()
  const waiters = createWaiters(server.context.dispatch.db, stopping.signal)
  const id = await create()
  const [before, after] = [listener(), listener()]
  waiters.add(id, before.waiter)
  stopping.abort()
  waiters.add(id, after.waiter)
  assert.deepEqual(await Promise.all([before.first, after.first]), ['stopping', 'stopping'])
  await assert.rejects(waitForEnd(waiters, id, soon()), /the server is stopping/)
  const reason = new Error('enough')
  await assert.rejects(waitForEnd(waiters, id, AbortSignal.abort(reason)), reason)
  waiters.close()
})

test('a caller who left before it would have waited is not waited for', { timeout: 10_000 }, async () => {
  const waiters = createWaiters(server.context.dispatch.db, new AbortController().signal)
  const id = await create()
  const leave = new AbortController()
  const door = createServer()
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const call = fetch(`http://127.0.0.1:${(door.address() as AddressInfo).port}`, { signal: leave.signal })
  const [, raw] = (await once(door, 'request')) as [unknown, ServerResponse]
  leave.abort()
  await assert.rejects(call)
  await once(raw, 'close')
  assert.equal(await holdUntilEnd({ waiters }, { raw }, id, 3600), 'over')
  waiters.close()
  door.close()
})
