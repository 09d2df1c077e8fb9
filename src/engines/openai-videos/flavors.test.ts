/** Every difference between the servers that speak /v1/videos, as a case. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Engine, type Job, NotAccepted } from '../engine.ts'
import { engineParts } from '../remote/test-parts.ts'
import { startSimulator } from '../remote/test-simulator.ts'
import { errorPage, says } from '../remote/test-troubles.ts'
import { follow, jobOf, never } from '../test-job.ts'
import { createOpenaiVideosEngine } from './openai-videos-engine.ts'
import { type Flavor, flavors, openaiVideosSettings } from './settings.ts'
import { type OpenaiVideosServerOptions, simulatedModel, startOpenaiVideosServer } from './test-openai-videos-server.ts'

type Settings = Partial<Parameters<typeof openaiVideosSettings.parse>[0] & object>

async function startScene(flavor: Flavor, settings: Settings = {}, options: OpenaiVideosServerOptions = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-flavor-'))
  const server = await startOpenaiVideosServer(flavor, options)
  const image = { path: join(directory, 'image.png'), contentType: 'image/png', url: 'http://rushes.test/image.png' }
  await writeFile(image.path, 'pixels')
  const create = (changes: Settings = {}, secrets: Record<string, string> = { KEY: 'secret-of-today' }) =>
    createOpenaiVideosEngine(
      engineParts(
        openaiVideosSettings,
        { type: 'openai-videos', baseUrl: server.baseUrl, model: simulatedModel, flavor, ...settings, ...changes },
        secrets,
      ),
    )
  return {
    ...server,
    image,
    create,
    engine: await create(),
    job: (changes: Partial<Job> = {}) => jobOf('a cat', directory, { width: 1280, height: 720, ...changes }),
    created: () => server.simulator.callsTo('POST /v1/videos').at(-1),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const finish = (engine: Engine, operation: Awaited<ReturnType<Engine['start']>>) =>
  follow(engine, operation, { maxPauseMilliseconds: 20, faults: 2 })

test('each server is recognised by itself', async () => {
  for (const flavor of flavors) {
    await using scene = await startScene(flavor, { flavor: 'auto' })
    const said = await scene.engine.probe?.(never)
    assert.equal(said, `${flavor}, serves ${simulatedModel}`)
  }
})

test('a server that was down at the start is recognised by its first job', async () => {
  await using scene = await startScene('vllm-omni')
  await scene.simulator.hangUp()
  const engine = await scene.create({ flavor: 'auto' })
  assert.equal(engine.capabilities.resubmit, 'never', 'nothing is known of it yet')
  await assert.rejects(engine.start(scene.job(), never), NotAccepted)
  await scene.simulator.listen()
  await engine.start(scene.job(), never)
  assert.ok(scene.created()?.form)
  assert.equal(engine.capabilities.resubmit, 'safe')
})

test('SGLang is told frames, in steps that the model takes, and the seed', async () => {
  await using scene = await startScene('sglang', { extra: { negative_prompt: 'blur' } })
  await scene.engine.start(scene.job(), never)
  const { prompt, model, ...rest } = scene.created()?.json ?? {}
  assert.deepEqual(
    { prompt, model, ...rest },
    {
      prompt: 'a cat',
      model: simulatedModel,
      size: '1280x704',
      seconds: 4,
      fps: 24,
      num_frames: 97,
      seed: 7,
      negative_prompt: 'blur',
    },
  )
})

test('SGLang gets an image as a file in a form without brackets, or as reference_url in JSON', async () => {
  await using scene = await startScene('sglang', { extra: { guidance_scale: 5 } })
  await scene.engine.start(scene.job({ images: [scene.image] }), never)
  const form = scene.created()?.form
  assert.ok(form?.get('input_reference') instanceof Blob)
  assert.equal(form?.get('extra_body'), '{"guidance_scale":5}')
  assert.ok([...(form?.keys() ?? [])].every((name) => !name.includes('[')))
  for (const [imageAs, expected] of [
    ['url', scene.image.url],
    ['data', `data:image/png;base64,${Buffer.from('pixels').toString('base64')}`],
  ] as const) {
    await (await scene.create({ imageAs })).start(scene.job({ images: [scene.image] }), never)
    assert.equal(scene.created()?.json?.reference_url, expected)
  }
})

test('SGLang with cloud storage is fetched from there, and the key stays here', async () => {
  await using scene = await startScene('sglang', { apiKeyEnv: 'KEY' }, { cloudUrl: () => 'https://bucket.test/a.mp4' })
  const end = await finish(scene.engine, await scene.engine.start(scene.job(), never))
  assert.equal(end.state, 'succeeded')
  assert.deepEqual(end.state === 'succeeded' && end.video, { url: 'https://bucket.test/a.mp4', isPrivate: true })
  assert.equal(scene.simulator.callsTo('GET /v1/videos/*/content').length, 0)
})

test('SGLang’s content is asked for without a variant, which is an index there', async () => {
  await using scene = await startScene('sglang', { apiKeyEnv: 'KEY' })
  const operation = await scene.engine.start(scene.job(), never)
  const end = await finish(scene.engine, operation)
  assert.ok(end.state === 'succeeded' && 'url' in end.video)
  assert.equal(end.video.url, `${scene.baseUrl}/videos/${operation.id}/content`)
  assert.equal(end.video.headers?.authorization, 'Bearer secret-of-today')
})

test('SGLang’s error without a code, and TensorRT-LLM’s that is a string, are read', async () => {
  for (const flavor of ['sglang', 'tensorrt-llm'] as const) {
    await using scene = await startScene(flavor)
    const job = { ...scene.job(), prompt: '[fail: The lamp broke.]' }
    const end = await finish(scene.engine, await scene.engine.start(job, never))
    assert.deepEqual(end, { state: 'failed', kind: 'api_error', message: 'The lamp broke.' })
    const policy = { ...scene.job(), prompt: '[forbid: no]' }
    const forbidden = await finish(scene.engine, await scene.engine.start(policy, never))
    assert.equal(forbidden.state === 'failed' && forbidden.kind, 'forbidden')
  }
})

test('a GPU that ran out of memory may be tried again', async () => {
  await using scene = await startScene('sglang')
  const job = { ...scene.job(), prompt: '[fail: CUDA out of memory.]' }
  const end = await finish(scene.engine, await scene.engine.start(job, never))
  assert.ok(end.state === 'failed' && end.retryable)
})

test('vLLM-Omni gets a form for everything, a link in image_reference, and its 422 is put into a sentence', async () => {
  await using scene = await startScene('vllm-omni', { imageAs: 'url' })
  await scene.engine.start(scene.job({ images: [scene.image] }), never)
  const form = scene.created()?.form
  assert.deepEqual(JSON.parse(String(form?.get('image_reference'))), { image_url: scene.image.url })
  assert.deepEqual([form?.get('num_frames'), form?.get('fps'), form?.get('seed')], ['97', '24', '7'])
  scene.simulator.trouble('POST /v1/videos', (_call, response) => {
    response.writeHead(422, { 'content-type': 'application/json' })
    response.end('{"detail":[{"type":"int","loc":["body","fps"],"msg":"Input should be a valid integer"}]}')
  })
  await assert.rejects(scene.engine.start(scene.job(), never), /fps: Input should be a valid integer/)
})

test('vLLM-Omni’s DELETE ends the work; new-api has none, and is not asked', async () => {
  await using vllm = await startScene('vllm-omni')
  await vllm.engine.cancel?.(await vllm.engine.start(vllm.job(), never), never)
  assert.ok(vllm.board.all()[0]?.cancelled)
  await using relay = await startScene('new-api')
  await relay.engine.cancel?.(await relay.engine.start(relay.job(), never), never)
  assert.equal(relay.simulator.calls.filter(({ method }) => method === 'DELETE').length, 0)
})

test('LiteLLM’s id, base 64 with slashes, comes back as it was', async () => {
  await using scene = await startScene('litellm')
  const operation = await scene.engine.start(scene.job(), never)
  assert.match(String(operation.id), /^video_.*[/+=]/)
  assert.equal((await finish(scene.engine, operation)).state, 'succeeded')
})

test('new-api’s unknown status, and any word nobody knows, mean that the work goes on', async () => {
  for (const runningWord of ['unknown', 'processing', 'warming_up', '']) {
    await using scene = await startScene('new-api', {}, { runningWord })
    const operation = await scene.engine.start({ ...scene.job(), prompt: '[slow 200ms]' }, never)
    assert.equal((await scene.engine.poll(operation, never)).state, 'running')
    assert.equal((await finish(scene.engine, operation)).state, 'succeeded')
  }
})

test('servers that know no frames get the protocol’s own fields', async () => {
  await using scene = await startScene('openai', { model: 'sora-2-pro' })
  await scene.engine.start(scene.job(), never)
  assert.deepEqual(scene.created()?.json, { model: 'sora-2-pro', prompt: 'a cat', size: '1280x720', seconds: '4' })
})

test('the server’s own hint says when to ask again', async () => {
  await using scene = await startScene('openai', {}, { pollAfterMilliseconds: 4321 })
  const operation = await scene.engine.start({ ...scene.job(), prompt: '[slow 5s]' }, never)
  const poll = await scene.engine.poll(operation, never)
  assert.equal(poll.state === 'running' && poll.pollAfterMilliseconds, 4321)
})

test('a 404 page of a proxy is not the word of the server', async () => {
  await using scene = await startScene('sglang')
  const operation = await scene.engine.start(scene.job(), never)
  scene.simulator.trouble('GET /v1/videos/*', errorPage(404))
  await assert.rejects(scene.engine.poll(operation, never), /answered 404/)
  assert.equal((await finish(scene.engine, operation)).state, 'succeeded')
})

test('a job is asked after with the key that it was started with', async () => {
  await using scene = await startScene('openai', { apiKeyEnv: 'OLD_KEY' })
  const secrets = { OLD_KEY: 'secret-of-yesterday', NEW_KEY: 'secret-of-today' }
  const operation = await (await scene.create({ apiKeyEnv: 'OLD_KEY' }, secrets)).start(scene.job(), never)
  assert.equal(operation.apiKeyEnv, 'OLD_KEY')
  const after = await scene.create({ apiKeyEnv: 'NEW_KEY' }, secrets)
  await after.poll(operation, never)
  assert.equal(scene.simulator.calls.at(-1)?.headers.authorization, 'Bearer secret-of-yesterday')
  await (await scene.create({ apiKeyEnv: 'NEW_KEY' }, { NEW_KEY: 'secret-of-today' })).poll(operation, never)
  assert.equal(scene.simulator.calls.at(-1)?.headers.authorization, 'Bearer secret-of-today')
})

test('a probe says in a sentence what is wrong', async () => {
  await using scene = await startScene('sglang', { apiKeyEnv: 'KEY' }, { key: 'another' })
  await assert.rejects(async () => scene.engine.probe?.(never), /does not accept the key \(401\); apiKeyEnv names/)
  await using other = await startScene('sglang', { model: 'Wan-AI/Nothing' })
  await assert.rejects(async () => other.engine.probe?.(never), /has no model Wan-AI\/Nothing; it has Wan-AI\/Wan2.2/)
  await other.simulator.hangUp()
  await assert.rejects(async () => other.engine.probe?.(never), /refused the connection/)
})

test('an answer with an id that is missing leaves open whether the job was taken', async () => {
  await using scene = await startScene('openai')
  scene.simulator.trouble('POST /v1/videos', says({ object: 'video' }))
  await assert.rejects(scene.engine.start(scene.job(), never), (error: unknown) => !(error instanceof NotAccepted))
})

test('the film of a server on a private network may lie there; a public one’s may not', async () => {
  await using other = await startSimulator({})
  await using scene = await startScene('sglang', {}, { cloudUrl: () => `${other.origin}/film.mp4` })
  const settings = { privateResults: false }
  const end = await finish(await scene.create(settings), await scene.engine.start(scene.job(), never))
  assert.ok(end.state === 'succeeded' && 'url' in end.video && end.video.isPrivate === false)
})

test('a film to start from goes along as a file, to the path of what is made of it', async () => {
  await using scene = await startScene('rushes', { flavor: 'auto', extra: { seed: 3 } })
  assert.deepEqual(scene.engine.capabilities.sources, ['edit', 'extension'])
  const film = { path: scene.image.path, contentType: 'video/mp4', seconds: 4 }
  for (const [kind, path, seconds] of [
    ['edit', 'edits', null],
    ['extension', 'extensions', '8'],
  ] as const) {
    const job = scene.job({ seconds: kind === 'edit' ? 4 : 12, source: { ...film, kind } })
    const end = await finish(scene.engine, await scene.engine.start(job, never))
    assert.equal(end.state, 'succeeded')
    const form = scene.simulator.callsTo(`POST /v1/videos/${path}`).at(-1)?.form
    assert.ok(form)
    const video = form.get('video')
    assert.ok(video instanceof Blob && video.type === 'video/mp4')
    assert.equal(await video.text(), 'pixels')
    assert.deepEqual([form.get('prompt'), form.get('seconds'), form.get('seed')], ['a cat', seconds, '3'])
  }
})

test('a server that is not known to do more makes new films only, unless its entry says so', async () => {
  await using scene = await startScene('openai')
  assert.deepEqual(scene.engine.capabilities.sources, [])
  assert.deepEqual((await scene.create({ sources: ['extension'] })).capabilities.sources, ['extension'])
})
