/** What is left of a task whose time is over, or whose owner deletes it: nothing, anywhere, from one moment on. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { videoIdOf } from '../../src/contract/openai/present-video.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { startReceiver } from '../support/receiver.ts'
import { apiKey, startTestServer, type TestServer, testUrl } from '../support/server.ts'
import { wholeDatabase } from '../support/whole-database.ts'

const key = { authorization: `Bearer ${apiKey}` }
const prompt = 'a secret lighthouse'
const image = `data:image/png;base64,${landscapePng(720, 1280).toString('base64')}`

interface Made {
  id: string
  /** Of film, thumbnail and sheet of frames. */
  links: string[]
  url: string
}

/** A film with all that may belong to one: a reference, a thumbnail, a sheet of frames, a callback that was told, a key. */
async function makeWithEverything(server: TestServer, callback: string): Promise<Made> {
  const body = { prompt, version: '2.0', duration: 4, image_urls: [image], callback_url: callback }
  const created = await server.post('/sora/videos', body, { 'idempotency-key': 'one-film' })
  assert.equal(created.statusCode, 200, created.body)
  const { task_id: id } = created.json()
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  const { data } = (await server.post('/sora/tasks', { id })).json().response
  const url = `/v1/videos/${videoIdOf(id)}`
  const sheet = await server.inject({ url: `${url}/content?variant=spritesheet`, headers: key })
  assert.equal(sheet.statusCode, 200)
  const links = [data[0].video_url, data[0].thumbnail_url].map((link: string) => link.slice(testUrl.length))
  for (const link of links) assert.equal((await server.inject({ url: link })).statusCode, 200)
  return { id, links, url }
}

/** The receiver was told; this is when the record says so. */
async function untilRecorded({ context: { database } }: TestServer): Promise<void> {
  const isDelivered = sql<{ id: string }>`select id from deliveries where state = 'delivered'`
  while ((await isDelivered.execute(database)).rows.length === 0) await new Promise(setImmediate)
}

const filesOf = async (server: TestServer, id: string): Promise<string[]> =>
  (await readdir(join(server.config.dataDirectory, 'files'), { recursive: true })).filter((name) => name.includes(id))

/** Where the database still names the task, or says what it was to show. */
async function namedIn(server: TestServer, id: string): Promise<string[]> {
  const rows = [...(await wholeDatabase(server.context.database))]
  return rows
    .filter(([, texts]) => texts.some((text) => text.includes(id) || text.includes(prompt)))
    .map(([name]) => name)
}

/** The account's bill, and the queue's own memory of jobs that it has done, which it clears by itself. */
const keeps = ['public.ledger_entries', 'public.usage_records', 'pgboss.job', 'pgboss.job_common']

async function expectNothingLeft(server: TestServer, { id, links, url }: Made): Promise<void> {
  assert.deepEqual(await filesOf(server, id), [])
  for (const link of links) assert.equal((await server.inject({ url: link })).statusCode, 404, link)
  assert.deepEqual((await server.post('/sora/tasks', { id })).json(), {})
  for (const path of [url, `${url}/content`, `${url}/content?variant=thumbnail`, `${url}/content?variant=spritesheet`])
    assert.equal((await server.inject({ url: path, headers: key })).statusCode, 404, path)
  const listed = await server.inject({ url: '/v1/videos', headers: key })
  assert.deepEqual(listed.json().data, [])
  const left = (await namedIn(server, id)).filter((name) => !keeps.includes(name))
  assert.deepEqual(left, [])
  const rows = [...(await wholeDatabase(server.context.database)).values()].flat()
  assert.deepEqual(
    rows.filter((text) => text.includes(prompt)),
    [],
  )
}

test('a task that is deleted is gone at once and for good: film, thumbnail, frames, references, record, deliveries, words', async () => {
  await using receiver = await startReceiver()
  await using server = await startTestServer()
  const made = await makeWithEverything(server, receiver.url)
  await receiver.until(1)
  assert.ok((await filesOf(server, made.id)).length >= 5)
  await untilRecorded(server)
  assert.equal((await server.post('/sora/tasks', { action: 'delete', id: made.id })).json().deleted, true)
  await expectNothingLeft(server, made)
  await server.restart()
  await expectNothingLeft(server, made)
  const again = { prompt: 'another film', version: '2.0', duration: 4 }
  const other = await server.post('/sora/videos', again, { 'idempotency-key': 'one-film' })
  assert.notEqual(other.json().task_id, made.id)
  assert.equal(other.statusCode, 200, other.body)
})

test('what belongs to a task expires with it: film, thumbnail, frames, references, record, deliveries, words', async () => {
  await using receiver = await startReceiver()
  await using server = await startTestServer()
  const made = await makeWithEverything(server, receiver.url)
  await receiver.until(1)
  const { database } = server.context
  await untilRecorded(server)
  await sql`update tasks set expires_at = now() - interval '1 minute'`.execute(database)
  await server.restart()
  const gone = async () => (await server.post('/sora/tasks', { id: made.id })).body === '{}'
  while (!(await gone())) await new Promise(setImmediate)
  await expectNothingLeft(server, made)
})
