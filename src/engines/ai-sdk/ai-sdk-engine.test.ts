import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Experimental_VideoModelV4OperationStatusResult as StatusResult } from '@ai-sdk/provider'
import type { z } from 'zod'
import { testEngine } from '../engine.conformance.ts'
import { testRemoteEngine } from '../remote/remote-engine.conformance.ts'
import { engineParts } from '../remote/test-parts.ts'
import * as troubles from '../remote/test-troubles.ts'
import { follow, jobOf, never, stored } from '../test-job.ts'
import { type AiSdkTestOptions, createAiSdkEngine } from './ai-sdk-engine.ts'
import type { ResumableModel } from './load-provider.ts'
import { aiSdkSettings, type ProviderName, providerNames } from './settings.ts'
import { startProvider } from './test-providers.ts'

const secret = 'key-that-nobody-else-may-see'
const hasty: AiSdkTestOptions = {
  patience: { refusal: { answers: 3, milliseconds: 0 }, fault: { answers: 20, milliseconds: 0 } },
  refusalPauseMilliseconds: 10,
}

function engineOf(settings: Omit<z.input<typeof aiSdkSettings>, 'type'>, options: AiSdkTestOptions = {}) {
  const parts = engineParts(aiSdkSettings, { type: 'ai-sdk', pollSeconds: 0.1, ...settings }, { KEY: secret })
  return createAiSdkEngine(parts, { ...hasty, ...options })
}

/** What a provider's protocol makes meaningless, by the promise. */
const without: Partial<Record<ProviderName, Record<string, string>>> = {
  'google-vertex': {
    'a result of 4 GB is not taken': 'the film is in the answer to the last poll, which ends at 256 MB',
    'a film that lies elsewhere is fetched without the key': 'the film is in the answer to the last poll',
  },
}

for (const provider of providerNames) {
  testRemoteEngine(`ai-sdk (${provider})`, {
    async create() {
      const server = await startProvider(provider, secret)
      const { baseUrl, model } = server
      const again = () => engineOf({ provider, model, baseUrl, apiKeyEnv: 'KEY' })
      return { ...server, engine: await again(), again, secret }
    },
    without: {
      'a job that waits in the server’s queue is queued': 'the SDK has one word for waiting and working: pending',
      ...without[provider],
    },
  })
}

/** A model without HTTP, whose job is done when it has been asked after twice. */
function fakeModel(finished: StatusResult): ResumableModel {
  const asked = new Map<string, number>()
  const response = { timestamp: new Date(0), modelId: 'fake', headers: undefined }
  return {
    specificationVersion: 'v4',
    provider: 'fake',
    modelId: 'fake',
    maxVideosPerCall: 1,
    async doStart({ prompt }) {
      const id = crypto.randomUUID()
      asked.set(id, 0)
      const warnings = [{ type: 'unsupported' as const, feature: 'seed', details: 'it has none' }]
      return { operation: { id, fails: prompt?.includes('[fail]') ?? false }, warnings, response }
    },
    async doStatus({ operation, abortSignal }) {
      abortSignal?.throwIfAborted()
      const { id, fails } = operation as { id: string; fails: boolean }
      const count = (asked.get(id) ?? 0) + 1
      asked.set(id, count)
      if (count < 3) return { status: 'pending', response }
      return fails ? { status: 'error', error: 'Video generation failed: no ideas left', response } : finished
    },
  }
}

const bytes = new Uint8Array([1, 2, 3])
const completed = (data: object): StatusResult => ({
  status: 'completed',
  videos: [{ mediaType: 'video/mp4', ...data } as never],
  warnings: [],
  response: { timestamp: new Date(0), modelId: 'fake', headers: undefined },
})
const withFake = (model: ResumableModel) =>
  engineOf({ provider: 'xai', model: 'grok-imagine-video' }, { open: () => model })

const shared = fakeModel(completed({ type: 'binary', data: bytes }))
testEngine('ai-sdk (any VideoModelV4)', {
  create: () => withFake(shared),
  slowPrompt: 'a cat',
  failingPrompt: '[fail] a cat',
})

test('a film that the provider hands out itself becomes a file, and its warnings are told', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-ai-sdk-'))
  for (const data of [
    { type: 'binary', data: bytes },
    { type: 'base64', data: Buffer.from(bytes).toString('base64') },
  ]) {
    const engine = await withFake(fakeModel(completed(data)))
    const end = await follow(engine, stored(await engine.start(jobOf('a cat', directory), never)))
    assert.ok(end.state === 'succeeded' && 'path' in end.video)
    assert.deepEqual(new Uint8Array(await readFile(end.video.path)), bytes)
    assert.deepEqual(end.details, { warnings: ['seed is not supported as asked: it has none'] })
  }
  const engine = await withFake(fakeModel(completed({ type: 'uploaded' })))
  assert.equal((await follow(engine, await engine.start(jobOf('a cat', directory), never))).state, 'failed')
  await rm(directory, { recursive: true })
})

test('what reaches fal: the seed of 0, the resolution, the options of the config', async () => {
  await using server = await startProvider('fal', secret)
  const { baseUrl, model } = server
  const options = { duration: '{{seconds_text}}', enable_safety_checker: true }
  const engine = await engineOf({ provider: 'fal', model, baseUrl, apiKeyEnv: 'KEY', options })
  await engine.start(jobOf('a cat', tmpdir(), { seed: 0, seconds: 5, width: 1280, height: 720 }), never)
  const [call] = server.simulator.callsTo(server.calls.start)
  const wanted = { prompt: 'a cat', aspect_ratio: '16:9', duration: '5', seed: 0, resolution: '720p' }
  assert.deepEqual(call?.json, { ...wanted, enable_safety_checker: true })
})

test('a start is sent once, whatever is answered', async () => {
  for (const provider of providerNames) {
    for (const trouble of [troubles.status(429), troubles.status(500), troubles.reset, troubles.truncatedJson]) {
      await using server = await startProvider(provider, secret)
      const { baseUrl, model, simulator, calls } = server
      const engine = await engineOf({ provider, model, baseUrl, apiKeyEnv: 'KEY' })
      simulator.trouble(calls.start, trouble)
      await assert.rejects(engine.start(jobOf('a cat', tmpdir()), never))
      assert.equal(simulator.callsTo(calls.start).length, 1, provider)
    }
  }
})

test('several minutes of 503 in the middle of a job of fal do not end it', async () => {
  await using server = await startProvider('fal', secret)
  const { baseUrl, model, simulator, calls } = server
  const engine = await engineOf({ provider: 'fal', model, baseUrl, apiKeyEnv: 'KEY' }, { patience: undefined })
  const operation = await engine.start(jobOf('a cat', tmpdir()), never)
  simulator.trouble(calls.poll, troubles.status(503), 50)
  const end = await follow(engine, operation, { faults: 50, maxPauseMilliseconds: 1 })
  assert.equal(end.state, 'succeeded', JSON.stringify(end))
})

test('a job is stopped where the provider can', async () => {
  for (const provider of ['fal', 'replicate'] as const) {
    await using server = await startProvider(provider, secret)
    const { baseUrl, model, board } = server
    const engine = await engineOf({ provider, model, baseUrl, apiKeyEnv: 'KEY' })
    const operation = await engine.start(jobOf('[slow 20s] a cat', tmpdir()), never)
    await engine.cancel?.(stored(operation), never)
    assert.equal(board.all()[0]?.cancelled, true, provider)
  }
  const veo = await engineOf({ provider: 'google', model: 'veo-3.1-generate-preview', apiKeyEnv: 'KEY' })
  assert.equal(veo.capabilities.cancel, false)
  assert.deepEqual(veo.capabilities.durations, [4, 6, 8])
})
