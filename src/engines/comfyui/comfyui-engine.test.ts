import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { NotAccepted } from '../engine.ts'
import { testRemoteEngine } from '../remote/remote-engine.conformance.ts'
import { follow, jobOf, never, stored } from '../test-job.ts'
import { openComfyuiBench, secret } from './test-comfyui-engine.ts'

testRemoteEngine('comfyui', {
  async create() {
    const bench = await openComfyuiBench()
    return {
      ...bench.server,
      engine: bench.engine(),
      again: async () => bench.engine(),
      secret,
      calls: { start: 'POST /prompt', poll: 'GET /history/*', result: 'GET /view' },
      [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
    }
  },
  without: {
    'a start whose answer is lost is not told as refused':
      'the engine asks for its prompt then, and finds it: see comfyui-troubles.test.ts',
  },
})

test('the ready workflows run, with the size and length that the model takes and the film’s own length', async () => {
  await using bench = await openComfyuiBench()
  for (const workflow of ['wan-2.2-5b', 'wan-2.2-14b', 'ltx-2', 'hunyuan-video-1.5']) {
    const engine = bench.engine({ workflow })
    const asked = { width: 1280, height: 720, seconds: 4 }
    const end = await follow(engine, await engine.start(jobOf('a cat', bench.directory, asked), never))
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
    const nodes = bench.server.submitted.at(-1)?.nodes ?? {}
    assert.equal(nodes.positive?.inputs.text, 'a cat')
    assert.equal(nodes.cut?.inputs.length, workflow === 'wan-2.2-14b' ? 64 : 96)
    assert.equal(nodes.latent?.inputs.length, workflow === 'wan-2.2-14b' ? 65 : 97)
    assert.equal(engine.capabilities.audio, workflow === 'ltx-2')
  }
})

test('a reference image is uploaded and starts the film', async () => {
  await using bench = await openComfyuiBench()
  const path = join(bench.directory, 'start.png')
  await writeFile(path, 'pixels')
  const images = [{ path, contentType: 'image/png', url: 'http://rushes.test/files/start.png' }]
  for (const workflow of ['wan-2.2-5b', 'wan-2.2-14b', 'ltx-2', 'hunyuan-video-1.5']) {
    const engine = bench.engine({ workflow })
    const job = jobOf('a cat', bench.directory, { images })
    const end = await follow(engine, await engine.start(job, never))
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
    assert.equal(bench.server.submitted.at(-1)?.nodes.image?.inputs.image, `rushes/${job.taskId}-1.png`)
  }
  assert.equal(bench.server.simulator.callsTo('POST /upload/image')[0]?.form?.get('overwrite'), 'true')
})

test('an exported workflow of one’s own gets its placeholders filled, video reference included', async () => {
  await using bench = await openComfyuiBench()
  const path = join(bench.directory, 'mine.json')
  const characterPath = join(bench.directory, 'mine-character.json')
  const clip = join(bench.directory, 'clip.mp4')
  const nodes = {
    '6': { class_type: 'RandomNoise', inputs: { noise_seed: '{{seed}}' }, _meta: { title: 'Noise' } },
    '7': { class_type: 'ManualSigmas', inputs: { sigmas: '{{prompt}}, {{seconds}} s' } },
  }
  const loader = { '8': { class_type: 'LoadVideo', inputs: { file: '{{video}}' } } }
  await writeFile(path, JSON.stringify(nodes))
  await writeFile(characterPath, JSON.stringify({ ...nodes, ...loader }))
  await writeFile(clip, 'film')
  const engine = bench.engine({ workflow: path, characterWorkflow: characterPath })
  assert.equal(engine.capabilities.character, true)
  assert.equal(engine.capabilities.images.max, 0)
  await engine.start(jobOf('a cat {{seed}}', bench.directory), never)
  const filled = bench.server.submitted[0]?.nodes
  assert.deepEqual(filled?.['7']?.inputs, { sigmas: 'a cat {{seed}}, 4 s' })
  assert.deepEqual(filled?.['6']?.inputs, { noise_seed: 7 })
  const character = { path: clip, url: 'http://rushes.test/clip.mp4', startSeconds: 1, endSeconds: 3 }
  const job = jobOf('a cat', bench.directory, { character })
  await engine.start(job, never)
  assert.equal(bench.server.submitted[1]?.nodes['8']?.inputs.file, `rushes/${job.taskId}-character.mp4`)
})

test('a server that lacks a model is refused by name, at the probe and at the start', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine()
  assert.match((await engine.probe?.(never)) ?? '', /ComfyUI 0\.3\.75 has all nodes and model files/)
  bench.server.folders.set('diffusion_models', ['other.safetensors'])
  await assert.rejects(
    async () => await engine.probe?.(never),
    /lacks the model file wan2\.2_ti2v_5B_fp16\.safetensors/,
  )
  await assert.rejects(engine.start(jobOf('a cat', bench.directory), never), (error) => {
    assert.ok(error instanceof NotAccepted)
    assert.equal(error.fault, 'engine')
    return /UNETLoader: Value not in list \(unet_name: 'wan2\.2_ti2v/.test(error.message)
  })
  const renamed = bench.engine({ files: { 'wan2.2_ti2v_5B_fp16.safetensors': 'other.safetensors' } })
  assert.match((await renamed.probe?.(never)) ?? '', /has all nodes and model files/)
  await renamed.start(jobOf('a cat', bench.directory), never)
  bench.server.removedClasses.add('CreateVideo')
  await assert.rejects(async () => await engine.probe?.(never), /no node CreateVideo: update ComfyUI/)
  await assert.rejects(engine.start(jobOf('a cat', bench.directory), never), /Node 'CreateVideo' not found/)
})

test('a task is queued once, however often its start is tried', async () => {
  await using bench = await openComfyuiBench()
  const job = jobOf('[slow 1s] a cat', bench.directory)
  const first = await bench.engine().start(job, never)
  // As after a kill -9 between the start and its being stored.
  const second = await bench.engine().start(job, never)
  assert.equal(second.promptId, first.promptId)
  const third = bench.engine()
  assert.equal((await follow(third, stored(second))).state, 'succeeded')
  await third.start(job, never)
  assert.equal(bench.server.submitted.length, 1)
})

test('a job that the server forgot is lost, and can be queued again under the same id', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine()
  const job = jobOf('[slow 1s] a cat', bench.directory)
  const operation = await engine.start(job, never)
  bench.server.board.forget()
  assert.equal((await follow(engine, operation)).state, 'lost')
  const again = await engine.start(job, never)
  assert.equal(again.promptId, operation.promptId)
  assert.equal((await follow(engine, again)).state, 'succeeded')
})

test('cancelling a job that waits does not touch the one at work', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine()
  const working = await engine.start(jobOf('[slow 1s] a cat', bench.directory), never)
  const waiting = await engine.start(jobOf('[slow 1s] a dog', bench.directory), never)
  assert.equal((await engine.poll(waiting, never)).state, 'queued')
  await engine.cancel?.(waiting, never)
  assert.equal(bench.server.queue.interrupts, 0)
  assert.equal((await follow(engine, waiting)).state, 'lost')
  assert.equal((await follow(engine, working)).state, 'succeeded')
})

test('a job goes on after a restart of this server, with its progress', async () => {
  await using bench = await openComfyuiBench()
  const operation = stored(await bench.engine().start(jobOf('[slow 2s] a cat', bench.directory), never))
  const progress: number[] = []
  const see = (poll: { state: string; progress?: number }) => void (poll.progress && progress.push(poll.progress))
  assert.equal((await follow(bench.engine(), operation, { see })).state, 'succeeded')
  assert.ok(progress.length > 0)
})

test('the key is named by the config, sent with every call and kept nowhere', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine()
  const operation = await engine.start(jobOf('a cat', bench.directory), never)
  await follow(engine, operation)
  assert.ok(!JSON.stringify(operation).includes(secret))
  for (const { path, headers } of bench.server.simulator.calls)
    assert.equal(headers.authorization, `Bearer ${secret}`, path)
})
