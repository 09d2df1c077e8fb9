/** A server that is killed with -9, in whatever state a task is, ends the task once after its restart. */
import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineConfig } from '../../src/config.ts'
import { writeTestFilm } from '../../src/engines/scripted/test-film.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { createSpawnedServer, type SpawnedServer } from '../support/spawned-server.ts'

const file = defineConfig({
  engines: {
    single: { type: 'scripted', concurrency: 1 },
    paid: { type: 'scripted', resubmit: 'never' },
    keyed: { type: 'scripted', resubmit: 'with-key' },
  },
  models: { 'sora-2': ['scripted'], single: ['single'], paid: ['paid'], keyed: ['keyed'] },
})

async function create(server: SpawnedServer, receiver: Receiver, model: string, prompt: string): Promise<string> {
  const { body } = await server.post('/sora/videos', { model, prompt, duration: 10, callback_url: receiver.url })
  assert.deepEqual(Object.keys(body), ['task_id'])
  return String(body.task_id)
}

/** Asserts that the task has ended, once, that its record says so, and that its one callback said the same. */
async function assertEndedOnce(
  server: SpawnedServer,
  receiver: Receiver,
  id: string,
  success: boolean,
): Promise<Record<string, unknown>> {
  await receiver.until(1)
  await server.logged('callback delivered')
  const { body: record } = await server.post('/sora/tasks', { id })
  const response = record.response as Record<string, unknown>
  assert.equal(response.success, success, JSON.stringify(response))
  assert.deepEqual(
    receiver.received.map(({ body }) => JSON.parse(body)),
    [response],
  )
  assert.equal(server.countLogged('task succeeded', id) + server.countLogged('task failed', id), 1)
  return response
}

test('killed while queued: the task is made after the restart', async () => {
  await using receiver = await startReceiver()
  await using server = await createSpawnedServer(file)
  await server.start()
  const { body } = await server.post('/sora/videos', {
    model: 'single',
    prompt: '[slow 2s]',
    duration: 10,
    async: true,
  })
  await server.logged('task running', String(body.task_id))
  const id = await create(server, receiver, 'single', 'a cat')
  assert.equal(server.countLogged('task submitting', id), 0)
  await server.kill()
  await server.start()
  await assertEndedOnce(server, receiver, id, true)
})

test('killed while submitting: an engine that is safe to start again is started again', async () => {
  await using receiver = await startReceiver()
  await using server = await createSpawnedServer(file)
  await server.start()
  for (const model of ['sora-2', 'keyed']) {
    receiver.received.length = 0
    const id = await create(server, receiver, model, '[start 1s] a cat')
    await server.logged('task submitting', id)
    await server.kill()
    await server.start()
    await assertEndedOnce(server, receiver, id, true)
    assert.equal(server.countLogged('task submitting', id), 2)
  }
})

test('killed while submitting: a paid engine is not started twice, and the task says so', async () => {
  await using receiver = await startReceiver()
  await using server = await createSpawnedServer(file)
  await server.start()
  const id = await create(server, receiver, 'paid', '[start 30s] a cat')
  await server.logged('task submitting', id)
  await server.kill()
  await server.start()
  const response = await assertEndedOnce(server, receiver, id, false)
  assert.match(JSON.stringify(response.error), /whether the engine has it is unknown/)
  assert.equal(server.countLogged('task submitting', id), 1)
})

test('killed while running: the operation goes on where it was, submitted once', async () => {
  await using receiver = await startReceiver()
  await using server = await createSpawnedServer(file)
  await server.start()
  const id = await create(server, receiver, 'paid', '[slow 3s] a cat')
  await server.logged('task running', id)
  await server.kill()
  await server.start()
  await assertEndedOnce(server, receiver, id, true)
  assert.equal(server.countLogged('task submitting', id), 1)
})

test('killed while the built-in engine renders: the film is rendered anew', async () => {
  await using receiver = await startReceiver()
  await using server = await createSpawnedServer({ models: { 'sora-2': ['animatic'] } })
  await server.start()
  const id = await create(server, receiver, 'sora-2', 'a cat running on the river')
  await server.logged('task running', id)
  await server.kill()
  await server.start()
  await assertEndedOnce(server, receiver, id, true)
})

test('killed while storing: the result is fetched and kept again', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-film-'))
  const film = join(directory, 'film.mp4')
  await writeTestFilm(film, { width: 320, height: 180, seconds: 10 })
  // The first download never ends; the server is killed in it.
  await using link = await startReceiver((_request, response, number) => {
    response.writeHead(200, { 'content-type': 'video/mp4' })
    if (number === 1) response.write('ftyp')
    else createReadStream(film).pipe(response)
  })
  await using receiver = await startReceiver()
  await using server = await createSpawnedServer(file)
  await server.start()
  const id = await create(server, receiver, 'paid', `[link ${link.url}/film.mp4]`)
  await server.logged('task storing', id)
  await link.until(1)
  await server.kill()
  await server.start()
  await assertEndedOnce(server, receiver, id, true)
  assert.equal(server.countLogged('task submitting', id), 1)
  await rm(directory, { recursive: true, force: true })
})

test('killed while a callback is on its way: it is told again, by the same message id', async () => {
  await using receiver = await startReceiver((_request, response, number) => {
    // The first call is never answered; the server is killed in it.
    if (number > 1) response.end()
  })
  await using server = await createSpawnedServer(file)
  await server.start()
  const id = await create(server, receiver, 'sora-2', 'a cat')
  await receiver.until(1)
  await server.kill()
  await server.start()
  await receiver.until(2)
  await server.logged('callback delivered')
  const [first, second] = receiver.received
  assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id'])
  assert.equal(first?.body, second?.body)
  assert.equal(server.countLogged('task succeeded', id), 1)
})

/** Each process of the server listens on another port, and links tell it. */
const withoutPorts = (text: string): string => text.replace(/127\.0\.0\.1:\d+/g, 'server')

/** From a request that is not answered yet to a callback that is, by what the log has said when the kill comes. */
const moments = ['', 'task created', 'task submitting', 'task running', 'task storing', 'task succeeded']

test('killed at the very moment of each step: whatever was accepted ends once, in its record and to its caller', async () => {
  await using receiver = await startReceiver()
  await using server = await createSpawnedServer(file)
  await server.start()
  let items: Record<string, unknown>[] = []
  const image = `data:image/png;base64,${landscapePng(64, 64).toString('base64')}`
  for (const moment of moments) {
    const seen = moment === '' ? Promise.resolve() : server.loggedNext(moment)
    const body = { model: 'keyed', prompt: `killed at: ${moment}`, image_urls: [image], callback_url: receiver.url }
    const answered = server.post('/sora/videos', body).catch(() => undefined)
    await seen
    await server.kill()
    await answered
    await server.start()
    items = (await server.allEnded()).items
  }
  assert.ok(items.length >= moments.length - 1, `only ${items.length} were accepted`)
  const outcomes = new Map<unknown, Set<string>>()
  await receiver.untilAll(items.map(({ id }) => String(id)))
  for (const { body } of receiver.received) {
    const { task_id } = JSON.parse(body)
    outcomes.set(task_id, (outcomes.get(task_id) ?? new Set()).add(withoutPorts(body)))
  }
  for (const { id, response } of items) {
    assert.deepEqual(
      [...(outcomes.get(id) ?? [])].map((body) => JSON.parse(body)),
      [JSON.parse(withoutPorts(JSON.stringify(response)))],
    )
    assert.equal((response as { success: boolean }).success, true, JSON.stringify(response))
  }
})
