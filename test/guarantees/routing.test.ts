/** Which engine makes a task: the model's first that can, works and takes it; and never a second one after that. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConfigFile } from '../../src/config.ts'
import {
  type OpenaiVideosServer,
  startOpenaiVideosServer,
} from '../../src/engines/openai-videos/test-openai-videos-server.ts'
import * as troubles from '../../src/engines/remote/test-troubles.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const start = 'POST /v1/videos'

/** A server whose model `sora-2` names two engines on two simulated machines, `one` and then `two`. */
async function startTwoEngines(settings: object = {}, engines: ConfigFile['engines'] = {}) {
  const one = await startOpenaiVideosServer('openai')
  const two = await startOpenaiVideosServer('openai')
  const entry = ({ baseUrl }: OpenaiVideosServer) =>
    ({ type: 'openai-videos', baseUrl, model: 'm', flavor: 'openai', pollSeconds: 0.1, ...settings }) as const
  const server = await startTestServer({
    file: {
      engines: { one: entry(one), two: entry(two), ...engines },
      models: { 'sora-2': ['one', 'two'], lone: ['one'] },
    },
  })
  return {
    one,
    two,
    server,
    make: async (body: object = {}) =>
      (await server.post('/sora/videos', { prompt: 'a cat', version: '2.0', duration: 4, ...body })).json(),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await one[Symbol.asyncDispose]()
      await two[Symbol.asyncDispose]()
    },
  }
}

async function typesOf({ context }: TestServer, id: string): Promise<string[]> {
  const rows = await context.database
    .selectFrom('events')
    .select('type')
    .where('task_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ type }) => type)
}

test('an engine that is down, full or does not want the job is left for the next, and the answer says which made it', async () => {
  await using scene = await startTwoEngines()
  for (const trouble of [
    troubles.status(503),
    troubles.tooManyRequests(60),
    troubles.status(400),
    troubles.status(401),
  ]) {
    scene.one.simulator.trouble(start, trouble)
    const body = await scene.make()
    assert.equal(body.data?.[0].engine, 'two', JSON.stringify(body))
  }
  await scene.one.simulator.hangUp()
  const body = await scene.make()
  assert.equal(body.data?.[0].engine, 'two', JSON.stringify(body))
  assert.deepEqual(await typesOf(scene.server, body.task_id), [
    'created',
    'submitting',
    'refused',
    'moved',
    'submitting',
    'running',
    'storing',
    'succeeded',
  ])
  await scene.one.simulator.listen()
  assert.equal((await scene.make()).data?.[0].engine, 'one')
})

test('what the first engine cannot do goes to the next before anything is asked', async () => {
  await using scene = await startTwoEngines({}, {})
  const { one, two } = scene
  const limited = await startTestServer({
    file: {
      engines: {
        short: { type: 'openai-videos', baseUrl: one.baseUrl, model: 'm', flavor: 'openai', maxSeconds: 4 },
        long: { type: 'openai-videos', baseUrl: two.baseUrl, model: 'm', flavor: 'openai', pollSeconds: 0.1 },
      },
      models: { 'sora-2': ['short', 'long'] },
    },
  })
  const answer = await limited.post('/sora/videos', { prompt: 'a cat', version: '2.0', duration: 8 })
  assert.equal(answer.json().data[0].engine, 'long')
  assert.equal(one.simulator.callsTo(start).length, 0)
  await limited[Symbol.asyncDispose]()
})

test('an engine that may have the job is the only one that is asked: a paid one not even again', async () => {
  await using scene = await startTwoEngines()
  scene.one.simulator.trouble(start, troubles.resetAfterwards)
  const body = await scene.make()
  assert.match(body.error.message, /whether it has it is unknown; it was not started twice/)
  assert.deepEqual([scene.one.board.all().length, scene.two.board.all().length], [1, 0])
})

test('one that is safe to start twice is started again', async () => {
  await using scene = await startTwoEngines({ resubmit: 'safe' })
  scene.one.simulator.trouble(start, troubles.resetAfterwards)
  assert.equal((await scene.make()).data?.[0].engine, 'one')
  assert.deepEqual([scene.one.board.all().length, scene.two.board.all().length], [2, 0])
})

test('after it took the job, nothing sends the task to another: not faults, not a failure, not a loss', async () => {
  await using scene = await startTwoEngines()
  scene.one.simulator.trouble('GET /v1/videos/*', troubles.status(500), 2)
  assert.equal((await scene.make()).data?.[0].engine, 'one')
  assert.match((await scene.make({ prompt: '[fail: The lamp broke.]' })).error.message, /The lamp broke/)
  const losing = scene.make({ prompt: '[slow 30s]' })
  await scene.one.simulator.until('GET /v1/videos/*', 6)
  scene.one.board.forget()
  assert.match((await losing).error.message, /lost the task; it was not started again, which could cost twice/)
  assert.equal(scene.two.board.all().length, 0)
})

test('a job that a server lost in a restart is started again where that is safe', async () => {
  await using scene = await startTwoEngines({ resubmit: 'safe' })
  const losing = scene.make({ prompt: '[slow 300ms]' })
  await scene.one.simulator.until('GET /v1/videos/*', 1)
  scene.one.board.forget()
  const body = await losing
  assert.equal(body.data?.[0].engine, 'one', JSON.stringify(body))
  assert.equal(scene.one.simulator.callsTo(start).length, 2)
})

test('a GPU that ran out of memory is given the job again, twice at most', async () => {
  await using scene = await startTwoEngines({ resubmit: 'safe' })
  const body = await scene.make({ prompt: '[fail: CUDA out of memory]' })
  assert.match(body.error.message, /out of memory/)
  assert.equal(scene.one.simulator.callsTo(start).length, 3)
})

test('what a content policy refuses is offered to no other engine', async () => {
  await using scene = await startTwoEngines()
  const policy = { error: { code: 'moderation_blocked', message: 'The prompt is not allowed.' } }
  scene.one.simulator.trouble(start, troubles.status(400, policy))
  const body = await scene.make()
  assert.equal(body.error.code, 'forbidden')
  assert.equal(scene.two.simulator.callsTo(start).length, 0)
})

test('an engine that failed five times in a row is passed over without being asked', async () => {
  await using scene = await startTwoEngines()
  await scene.one.simulator.hangUp()
  for (let count = 0; count < 5; count++) assert.equal((await scene.make()).data?.[0].engine, 'two')
  await scene.one.simulator.listen()
  const body = await scene.make()
  assert.equal(body.data?.[0].engine, 'two')
  assert.equal(scene.one.simulator.callsTo(start).length, 0)
  assert.equal((await typesOf(scene.server, body.task_id)).includes('moved'), false, 'it was chosen at the door')
})

test('the only engine of a model is waited for: while it is full, and while it is down for as long as its patience', async () => {
  await using scene = await startTwoEngines({ patienceSeconds: 1 })
  scene.one.simulator.trouble(start, troubles.tooManyRequests(0), 2)
  assert.equal((await scene.make({ model: 'lone' })).data?.[0].engine, 'one')
  await scene.one.simulator.hangUp()
  const body = await scene.make({ model: 'lone' })
  assert.equal(body.success, false)
  assert.match(body.error.message, /The engine one could not be asked: 127\.0\.0\.1:\d+ refused the connection/)
})

test('a film behind a link that has expired is asked for again', async () => {
  await using scene = await startTwoEngines()
  scene.one.simulator.trouble('GET /v1/videos/*/content', troubles.status(403, 'Request has expired'), 4)
  const body = await scene.make()
  assert.equal(body.success, true, JSON.stringify(body))
  assert.equal(scene.one.board.all().length, 1)
})

test('a film of another size and length is brought to the size asked, and its true length is told', async () => {
  await using scene = await startTwoEngines({ maxPixels: 320 * 180, extra: { seconds: '2' } })
  const body = await scene.make()
  const { width, height, duration } = body.data[0]
  assert.deepEqual([width, height, Math.round(duration)], [720, 1280, 2])
})

test('a task that waits in the queue of the engine it was moved to is made after a restart', async () => {
  await using scene = await startTwoEngines({ concurrency: 1 })
  await scene.one.simulator.hangUp()
  scene.two.simulator.trouble(start, troubles.tooManyRequests(1))
  const { task_id: id } = await scene.make({ async: true })
  await scene.two.simulator.until(start, 1)
  await scene.server.restart()
  await scene.server.context.waitForTask(id, AbortSignal.timeout(30_000))
  const record = (await scene.server.post('/sora/tasks', { id })).json()
  assert.equal(record.response.data?.[0].engine, 'two', JSON.stringify(record.response))
})
