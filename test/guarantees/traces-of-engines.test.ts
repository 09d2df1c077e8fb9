/** What engines ask their servers carries the trace of the task on; nothing else that goes out does. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startAcedataServer } from '../../src/engines/acedata/test-acedata-server.ts'
import { startProvider } from '../../src/engines/ai-sdk/test-providers.ts'
import { startComfyui } from '../../src/engines/comfyui/test-comfyui.ts'
import { startOpenaiVideosServer } from '../../src/engines/openai-videos/test-openai-videos-server.ts'
import type { ReceivedCall, Simulator } from '../../src/engines/remote/test-simulator.ts'
import { taskSpanId } from '../../src/tracing.ts'
import { type Collector, startCollector } from '../support/collector.ts'
import { startTestServer } from '../support/server.ts'

let collector: Collector
before(async () => {
  collector = await startCollector()
})
after(() => collector[Symbol.asyncDispose]())

const key = 'key-of-the-engines'
const film = { version: '2.0', duration: 4 }
const traceparentOf = (traceId: string, taskId: string) => `00-${traceId.replaceAll('-', '')}-${taskSpanId(taskId)}-01`
const traceparentsOf = (calls: readonly ReceivedCall[]) => [...new Set(calls.map(({ headers }) => headers.traceparent))]

test('every call for a task, by every type of engine, is of the task’s span; its film is fetched without it', async () => {
  await using openai = await startOpenaiVideosServer('openai', { key })
  await using acedata = await startAcedataServer(key)
  await using comfyui = await startComfyui()
  await using fal = await startProvider('fal', key)
  const keyed = { apiKeyEnv: 'ENGINE_KEY' }
  const common = { ...keyed, pollSeconds: 0.1 }
  const { baseUrl, model } = fal
  await using server = await startTestServer({
    config: { tracing: true, readSecret: () => key },
    file: {
      engines: {
        videos: { type: 'openai-videos', baseUrl: openai.baseUrl, model: 'm', flavor: 'openai', ...common },
        ace: { type: 'acedata', baseUrl: acedata.simulator.origin, ...common },
        comfy: { type: 'comfyui', baseUrl: comfyui.simulator.origin, workflow: 'wan-2.2-5b', ...keyed },
        sdk: { type: 'ai-sdk', provider: 'fal', baseUrl, model, ...common },
      },
      models: { 'sora-2': ['videos'], ace: ['ace'], comfy: ['comfy'], sdk: ['sdk'] },
    },
  })
  const engines: [string, Simulator, RegExp][] = [
    ['sora-2', openai.simulator, /\/content$/],
    ['ace', acedata.simulator, /^\/files/],
    ['comfy', comfyui.simulator, /^\/view/],
    ['sdk', fal.simulator, /^\/files/],
  ]
  for (const [model, simulator, isFilm] of engines) {
    const begun = simulator.calls.length
    const made = (await server.post('/sora/videos', { ...film, prompt: 'a cat', model })).json()
    assert.equal(made.success, true, JSON.stringify(made))
    const [films = [], asked = []] = [true, false].map((wanted) =>
      simulator.calls.slice(begun).filter(({ path }) => isFilm.test(path) === wanted),
    )
    assert.ok(films.length > 0 && asked.length > 1, model)
    assert.deepEqual(traceparentsOf(asked), [traceparentOf(made.trace_id, made.task_id)], model)
    assert.deepEqual(traceparentsOf(films), [undefined], model)
    await collector.untilAll([made.trace_id.replaceAll('-', '')])
  }
})

test('tasks at work at once each carry their own trace, also into their cancellation and after a restart', async () => {
  await using engine = await startOpenaiVideosServer('rushes')
  const { simulator } = engine
  await using server = await startTestServer({
    config: { tracing: true },
    file: {
      engines: {
        videos: { type: 'openai-videos', baseUrl: engine.baseUrl, model: 'm', flavor: 'rushes', pollSeconds: 0.1 },
      },
      models: { 'sora-2': ['videos'] },
    },
  })
  const body = { ...film, prompt: '[stall] a cat', async: true }
  const tasks = await Promise.all(
    [1, 2, 3].map(async () => {
      const accepted = await server.post('/sora/videos', body)
      const { task_id: id } = accepted.json()
      return { id: String(id), traceparent: traceparentOf(String(accepted.headers['x-trace-id']), id) }
    }),
  )
  await simulator.until('GET /v1/videos/*', 9)
  await server.restart()
  await simulator.until('GET /v1/videos/*', simulator.callsTo('GET /v1/videos/*').length + 9)
  for (const { id } of tasks) await server.post('/sora/tasks', { action: 'delete', id })
  await simulator.until('DELETE /v1/videos/*', 3)

  const ofJobs = [...simulator.callsTo('GET /v1/videos/*'), ...simulator.callsTo('DELETE /v1/videos/*')]
  const byJob = Map.groupBy(ofJobs, ({ path }) => path)
  const expected = tasks.map(({ traceparent }) => [traceparent]).sort()
  assert.deepEqual([...byJob.values()].map(traceparentsOf).sort(), expected)
  assert.deepEqual(traceparentsOf(simulator.callsTo('POST /v1/videos')).sort(), expected.flat())
})
