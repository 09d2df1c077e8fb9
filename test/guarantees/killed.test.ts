/**
 * A server that is killed with -9, in whatever state a task is, ends the task once after its restart. Kills at each point of
 * the work, with engines of every kind, are in crash-points.test.ts; here they come as the log says what happens.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineConfig } from '../../src/config.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { startReceiver } from '../support/receiver.ts'
import { createSpawnedServer } from '../support/spawned-server.ts'

const file = defineConfig({
  engines: { single: { type: 'scripted', concurrency: 1 }, keyed: { type: 'scripted', resubmit: 'with-key' } },
  models: { single: ['single'], drawn: ['animatic'], keyed: ['keyed'] },
})

test('killed while one task waits and the built-in engine renders another: both are made after the restart, once', async () => {
  await using receiver = await startReceiver()
  await using server = await createSpawnedServer(file)
  await server.start()
  const create = async (model: string, prompt: string) => {
    const film = { version: '2.0', duration: 4, size: '720x1280', callback_url: receiver.url }
    return String((await server.post('/sora/videos', { ...film, model, prompt })).body.task_id)
  }
  const first = await create('single', '[slow 4s]')
  await server.logged('task running', first)
  const waiting = await create('single', 'a cat')
  const drawn = await create('drawn', 'a cat running on the river')
  await server.logged('task running', drawn)
  await server.kill()
  assert.equal(server.countLogged('task submitting', waiting), 0)
  await server.start()
  await receiver.untilAll([first, waiting, drawn])
  for (const id of [first, waiting, drawn]) {
    const told = receiver.received.filter(({ body }) => body.includes(id))
    const { response } = (await server.post('/sora/tasks', { id })).body
    assert.deepEqual(
      told.map(({ body }) => JSON.parse(body)),
      [response],
    )
    assert.equal((response as { success: boolean }).success, true, JSON.stringify(response))
    assert.equal(server.countLogged('task succeeded', id), 1)
  }
  assert.equal(server.countLogged('task submitting', drawn), 2)
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
