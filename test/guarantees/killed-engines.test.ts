/** A server that is killed with -9 while an engine's server has its task: after the restart one film, and no second job. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineConfig } from '../../src/config.ts'
import { startAcedataServer } from '../../src/engines/acedata/test-acedata-server.ts'
import { startProvider } from '../../src/engines/ai-sdk/test-providers.ts'
import { startComfyui } from '../../src/engines/comfyui/test-comfyui.ts'
import { startOpenaiVideosServer } from '../../src/engines/openai-videos/test-openai-videos-server.ts'
import type { JobBoard } from '../../src/engines/remote/test-job-board.ts'
import type { Simulator, Trouble } from '../../src/engines/remote/test-simulator.ts'
import { silentAfterwards } from '../../src/engines/remote/test-troubles.ts'
import { createSpawnedServer, type SpawnedServer } from '../support/spawned-server.ts'

interface Engine {
  model: string
  simulator: Simulator
  board: JobBoard
  start: string
  result: string
  /** What becomes of a start that a kill cut off. */
  afterCutStart: 'made' | 'failed'
}

const key = 'a-key-of-sixteen'

/** One server with an engine of each kind: paid, safe and with a key. */
async function startScene() {
  const paid = await startOpenaiVideosServer('openai')
  const gpu = await startOpenaiVideosServer('sglang')
  const keyed = await startAcedataServer(key)
  const comfyui = await startComfyui()
  const cloud = await startProvider('replicate', key)
  const entry = { type: 'openai-videos', model: 'm', pollSeconds: 0.1 } as const
  const server = await createSpawnedServer(
    defineConfig({
      engines: {
        paid: { ...entry, baseUrl: paid.baseUrl, flavor: 'openai' },
        gpu: { ...entry, baseUrl: gpu.baseUrl, flavor: 'sglang' },
        keyed: { type: 'acedata', baseUrl: keyed.simulator.origin, apiKeyEnv: 'ENGINE_KEY', pollSeconds: 0.1 },
        comfyui: { type: 'comfyui', baseUrl: comfyui.simulator.origin, workflow: 'wan-2.2-5b', concurrency: 4 },
        cloud: {
          type: 'ai-sdk',
          provider: 'replicate',
          model: cloud.model,
          baseUrl: cloud.baseUrl,
          apiKeyEnv: 'ENGINE_KEY',
          pollSeconds: 0.1,
        },
      },
      models: { paid: ['paid'], gpu: ['gpu'], keyed: ['keyed'], comfyui: ['comfyui'], cloud: ['cloud'] },
    }),
    { ENGINE_KEY: key },
  )
  const videos = { start: 'POST /v1/videos', result: 'GET /v1/videos/*/content' }
  const engines: Engine[] = [
    { model: 'paid', ...paid, ...videos, afterCutStart: 'failed' },
    { model: 'gpu', ...gpu, ...videos, afterCutStart: 'made' },
    { model: 'keyed', ...keyed, start: 'POST /sora/videos', result: 'GET /files/*', afterCutStart: 'made' },
    { model: 'comfyui', ...comfyui, start: 'POST /prompt', result: 'GET /view', afterCutStart: 'made' },
    { ...cloud, model: 'cloud', ...cloud.calls, afterCutStart: 'failed' },
  ]
  return {
    server,
    engines,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      for (const one of [paid, gpu, keyed, comfyui, cloud]) await one[Symbol.asyncDispose]()
    },
  }
}

const create = async (server: SpawnedServer, { model }: Engine, prompt: string): Promise<string> => {
  const size = { version: '2.0', duration: 4, size: '1280x720' }
  return String((await server.post('/sora/videos', { model, prompt, ...size, async: true })).body.task_id)
}

async function outcome(server: SpawnedServer, id: string): Promise<{ success?: boolean; error?: { message: string } }> {
  for (;;) {
    const { body } = await server.post('/sora/tasks', { id })
    const response = body.response as { success?: boolean; error?: { message: string } }
    if (response.success !== undefined) return response
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** A download that begins and never ends. */
const stuck: Trouble = (_call, response) => {
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': '1000000' })
  response.write('ftyp')
}

test('killed while submitting, while running, while fetching: one film, and one job where the engine is paid', async () => {
  await using scene = await startScene()
  const { server, engines } = scene
  await server.start()
  const cut = new Map<Engine, string>()
  const running = new Map<Engine, string>()
  const fetching = new Map<Engine, string>()
  for (const engine of engines) {
    const { simulator, start, result } = engine
    simulator.trouble(result, stuck)
    fetching.set(engine, await create(server, engine, 'a cat'))
    await simulator.until(result, 1)
    const id = await create(server, engine, '[slow 3s] a dog')
    running.set(engine, id)
    await server.logged('task running', id)
    simulator.trouble(start, silentAfterwards)
    cut.set(engine, await create(server, engine, 'a fox'))
    await simulator.until(start, 3)
  }
  await server.kill()
  await server.start()
  for (const engine of engines) {
    for (const tasks of [running, fetching]) {
      const id = tasks.get(engine) ?? ''
      assert.equal(
        (await outcome(server, id)).success,
        true,
        `${engine.model} ${await JSON.stringify(await outcome(server, id))}`,
      )
      assert.equal(server.countLogged('task submitting', id), 1)
    }
    const { success, error } = await outcome(server, cut.get(engine) ?? '')
    assert.equal(success, engine.afterCutStart === 'made', error?.message)
    if (!success) assert.match(error?.message ?? '', /whether the engine has it is unknown; it was not started twice/)
    const foxes = engine.board.all().filter(({ prompt }) => prompt.startsWith('a fox')).length
    assert.equal(foxes, engine.model === 'gpu' ? 2 : 1, `${engine.model}: ${foxes} jobs`)
  }
})
