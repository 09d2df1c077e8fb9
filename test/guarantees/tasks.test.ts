import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createAccount, createKey } from '../../src/auth/keys.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let otherKey: string

before(async () => {
  server = await startTestServer()
  const { database } = server.context
  const account = await database.transaction().execute((tx) => createAccount(tx, 'somebody else'))
  otherKey = (await createKey(database, account, 'other')).key
})
after(() => server[Symbol.asyncDispose]())

const make = async (prompt = 'a cat', body: object = {}) =>
  (await server.post('/sora/videos', { prompt, duration: 10, ...body })).json().task_id as string
const ask = async (body: object, headers?: Record<string, string>) =>
  (await server.post('/sora/tasks', body, headers)).json()

test('an id alone retrieves the record, in the documented form', async () => {
  const id = await make()
  const record = await ask({ id })
  assert.match(record._id, /^[0-9a-f]{24}$/)
  assert.deepEqual([record.id, record.type], [id, 'videos'])
  assert.ok(record.started_at >= record.created_at && record.finished_at >= record.started_at)
  assert.equal(record.elapsed, Math.round((record.finished_at - record.started_at) * 1000) / 1000)
  assert.deepEqual(record.data, record.response.data)
  assert.deepEqual(await ask({ task_id: id, action: 'retrieve' }), record)
})

test('what the engine says of its work is in the record, once there is a film', async () => {
  const id = await make('a cat [slow 1s]', { async: true })
  assert.equal('engine_details' in (await ask({ id })), false)
  const { engine_details } = await ask({ id: await make('a cat [queue 0s]') })
  assert.equal(engine_details.script.end, 'video')
})

test('a link that is asked for again is the same link', async () => {
  const id = await make()
  const [first, second] = [await ask({ id }), await ask({ id })]
  assert.equal(first.response.data[0].video_url, second.response.data[0].video_url)
})

test('an unknown id is an empty object, whatever it looks like', async () => {
  for (const id of ['6bf7fb83-5814-4e3e-a4ad-bfa0c26c0b33', 'nope', "' or 1=1", 'x'.repeat(200)])
    assert.deepEqual(await ask({ id }), {})
})

test('somebody else’s task is what an unknown one is, to look up, list and delete', async () => {
  const id = await make()
  const theirs = { authorization: `Bearer ${otherKey}` }
  assert.deepEqual(await ask({ id }, theirs), {})
  assert.deepEqual(await ask({ ids: [id], action: 'retrieve_batch' }, theirs), { items: [], count: 0 })
  const { user_id, application_id } = await ask({ id })
  assert.deepEqual(await ask({ action: 'retrieve_batch', user_id, application_id }, theirs), { items: [], count: 0 })
  assert.deepEqual(await ask({ id, action: 'delete' }, theirs), { id, deleted: false })
  assert.equal((await ask({ id })).id, id)
})

test('a batch is newest first, by ids, by time, in pages', async () => {
  const before = Date.now() / 1000
  const ids = [await make(), await make(), await make()]
  const newestFirst = [...ids].reverse()
  const idsOf = (batch: { items: { id: string }[] }) => batch.items.map(({ id }) => id)
  assert.deepEqual(idsOf(await ask({ ids, action: 'retrieve_batch' })), newestFirst)
  const since = { action: 'retrieve_batch', created_at_min: before - 1, limit: 3 }
  assert.deepEqual(idsOf(await ask(since)), newestFirst)
  assert.deepEqual(idsOf(await ask({ ...since, limit: 1, offset: 1 })), newestFirst.slice(1, 2))
  assert.deepEqual(await ask({ action: 'retrieve_batch', created_at_max: before - 3600 }), { items: [], count: 0 })
  assert.deepEqual(await ask({ action: 'retrieve_batch', ids, type: 'images' }), { items: [], count: 0 })
  assert.deepEqual(await ask({ action: 'retrieve_batch', ids: [] }), { items: [], count: 0 })
})

test('an unknown action, and a call without an id, are refused by name', async () => {
  for (const [body, words] of [
    [{ action: 'explode', id: 'x' }, /action is "explode"; allowed: retrieve, retrieve_batch, cancel or delete/],
    [{}, /id is missing/],
    [{ id: 5 }, /id is 5/],
    [{ ids: 'x', action: 'retrieve_batch' }, /ids is "x"; allowed: an array/],
    [{ action: 'retrieve_batch', limit: 0 }, /limit is 0; allowed: an integer from 1 to 500/],
  ] as const) {
    const answer = await server.post('/sora/tasks', body)
    assert.equal(answer.statusCode, 400)
    assert.match(answer.json().error.message, words)
  }
})

test('delete is final: record, film and link are gone', async () => {
  const id = await make()
  const link = (await ask({ id })).response.data[0].video_url.replace('http://rushes.test', '')
  assert.deepEqual(await ask({ id, action: 'delete' }), { id, deleted: true })
  assert.deepEqual(await ask({ id }), {})
  assert.equal((await server.inject({ url: link })).statusCode, 404)
  assert.equal((await readdir(join(server.config.dataDirectory, 'files', 'tasks'))).includes(id), false)
  assert.deepEqual(await ask({ id, action: 'delete' }), { id, deleted: false })
})

test('a task under way that is deleted is cancelled: its caller is told, its work stops', async () => {
  const { task_id: id } = (await server.post('/sora/videos', { prompt: '[stall]', async: true })).json()
  const waiting = server.context.waitForTask(id, AbortSignal.timeout(20_000))
  assert.deepEqual(await ask({ id, action: 'delete' }), { id, deleted: true })
  await waiting
  assert.deepEqual(await ask({ id }), {})
})

test('the last second that a batch may be asked for is the last that a date can say', async () => {
  const ask = (created_at_max: number) => server.post('/sora/tasks', { action: 'retrieve_batch', created_at_max })
  assert.equal((await ask(253_402_300_799)).statusCode, 200)
  assert.equal((await ask(253_402_300_800)).statusCode, 400)
})
