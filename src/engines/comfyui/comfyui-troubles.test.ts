/** What ComfyUI servers, and the networks before them, do to those who call them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EngineFault, NotAccepted } from '../engine.ts'
import type { Trouble } from '../remote/test-simulator.ts'
import * as troubles from '../remote/test-troubles.ts'
import { follow, jobOf, never } from '../test-job.ts'
import { openComfyuiBench } from './test-comfyui-engine.ts'

test('whatever goes wrong in polls, once or several times, the film is made', async () => {
  const nasty: [string, Trouble][] = [
    ['503', troubles.status(503)],
    ['an error that is a string', troubles.status(500, '"broken"')],
    ['429', troubles.tooManyRequests(0)],
    ["a proxy's page", troubles.errorPage(502)],
    ['reset', troubles.reset],
    ['truncated JSON', troubles.truncatedJson],
    ['cut off', troubles.cutOff],
    ['not JSON', troubles.notJson],
    ['JSON of another kind', troubles.says({ detail: 'moved' })],
    ['a list', troubles.says([])],
  ]
  for (const [name, trouble] of nasty) {
    await using bench = await openComfyuiBench()
    const engine = bench.engine()
    const operation = await engine.start(jobOf('[slow 300ms] a cat', bench.directory), never)
    bench.server.simulator.trouble('GET /history/*', trouble, 2)
    bench.server.simulator.trouble('GET /queue', trouble, 2)
    const end = await follow(engine, operation, { faults: 10 })
    assert.equal(end.state, 'succeeded', `${name}: ${JSON.stringify(end)}`)
  }
})

test('a connection that breaks after the prompt was queued does not queue it twice', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine()
  bench.server.simulator.trouble('POST /prompt', troubles.resetAfterwards)
  const operation = await engine.start(jobOf('a cat', bench.directory), never)
  assert.equal((await follow(engine, operation)).state, 'succeeded')
  assert.equal(bench.server.submitted.length, 1)
})

test('an answer that does not come leaves open whether the prompt is queued, when nobody can be asked', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine({ requestSeconds: 1 })
  bench.server.simulator.trouble('POST /prompt', troubles.silence)
  const fault = await engine.start(jobOf('a cat', bench.directory), never).catch((error: unknown) => error)
  assert.ok(fault instanceof EngineFault && fault.mayHaveArrived, String(fault))
})

test('a server that is full, or away, or wants a key, has no job: another engine may have it', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine()
  const start = () => engine.start(jobOf('a cat', bench.directory), never).catch((error: unknown) => error)
  const refused: [Trouble, NotAccepted['fault']][] = [
    [troubles.tooManyRequests(7), 'busy'],
    [troubles.status(401), 'engine'],
    [troubles.status(413, 'too large'), 'job'],
  ]
  for (const [trouble, fault] of refused) {
    bench.server.simulator.trouble('POST /prompt', trouble)
    const error = await start()
    assert.ok(error instanceof NotAccepted, String(error))
    assert.equal(error.fault, fault, error.message)
    if (fault === 'busy') assert.equal(error.retryAfterMilliseconds, 7000)
  }
  bench.server.simulator.trouble('GET /history/*', troubles.status(500))
  const before = await start()
  assert.ok(before instanceof NotAccepted && before.fault === 'engine', String(before))
  await bench.server.simulator.hangUp()
  const away = await start()
  assert.ok(away instanceof NotAccepted && away.fault === 'engine', String(away))
  assert.equal(bench.server.submitted.length, 0)
})

test('without a websocket a job ends all the same, and a broken one is opened again', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine()
  const operation = await engine.start(jobOf('[slow 2s] a cat', bench.directory), never)
  const progress: number[] = []
  let broken = false
  const end = await follow(engine, operation, {
    see(poll) {
      if (poll.state === 'running' && poll.progress) progress.push(poll.progress)
      if (progress.length === 0 || broken) return
      broken = true
      for (const socket of bench.server.sockets.values()) socket.destroy()
    },
  })
  assert.equal(end.state, 'succeeded')
  assert.ok(broken && progress.length > 1)
})

test('a prompt that ended without a film says why', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine()
  const operation = await engine.start(jobOf('a cat', bench.directory), never)
  await follow(engine, operation)
  const id = String(operation.promptId)
  const endWith = async (record: object) => {
    bench.server.queue.history.set(id, { prompt: [], outputs: {}, status: null, ...record } as never)
    const end = await follow(engine, operation)
    assert.equal(end.state, 'failed')
    return end.state === 'failed' ? end : undefined
  }
  const error = (data: object) => ({
    status: { status_str: 'error', completed: false, messages: [['execution_error', data]] },
  })
  const memory = { node_type: 'KSampler', exception_message: 'CUDA out of memory\nTIPS: …', exception_type: 'OOM' }
  const outOfMemory = await endWith(error(memory))
  assert.equal(outOfMemory?.message, 'ComfyUI failed in the node KSampler: CUDA out of memory')
  assert.equal(outOfMemory?.retryable, true)
  assert.equal((await endWith(error({ node_type: 'KSampler' })))?.retryable, false)
  const interrupted = { status_str: 'error', completed: false, messages: [['execution_interrupted', {}]] }
  assert.match((await endWith({ status: interrupted }))?.message ?? '', /interrupted/)
  assert.match((await endWith({ status: { status_str: 'error', completed: false } }))?.message ?? '', /and no more/)
  assert.match((await endWith({}))?.message ?? '', /without a video/)
  const picture = { outputs: { 9: { images: [{ filename: 'a.png', subfolder: '', type: 'output' }], text: ['x'] } } }
  assert.match((await endWith(picture))?.message ?? '', /without a video/)
})

test('the film is the saved video, wherever a node puts it, and not a preview', async () => {
  await using bench = await openComfyuiBench()
  const engine = bench.engine()
  const operation = await engine.start(jobOf('a cat', bench.directory), never)
  await follow(engine, operation)
  const file = (filename: string, type: string) => ({ filename, subfolder: 'a b', type })
  const outputs = {
    1: { gifs: [file('combined.mp4', 'output')] },
    2: { images: [file('preview.mp4', 'temp')], animated: [true] },
  }
  const record = { prompt: [], outputs, status: { status_str: 'success', completed: true, messages: [] } }
  bench.server.queue.history.set(String(operation.promptId), record)
  const end = await follow(engine, operation)
  assert.ok(end.state === 'succeeded' && 'url' in end.video)
  assert.equal(end.video.url, `${bench.server.simulator.origin}/view?filename=combined.mp4&subfolder=a+b&type=output`)
  assert.equal(end.video.isPrivate, true)
})
