import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Metrics } from '../metrics.ts'
import { type Capabilities, type Engine, type Job, NotAccepted, type Poll } from './engine.ts'
import { observe } from './observe.ts'

const job = { taskId: 'a' } as Job
const never = new AbortController().signal

/** An engine as a class with fields of its own, as others may write theirs. */
class ClassEngine implements Engine {
  #capabilities = { cancel: true } as Capabilities
  #answer: () => Promise<Poll>
  constructor(answer: () => Promise<Poll>) {
    this.#answer = answer
  }
  get capabilities() {
    return this.#capabilities
  }
  async start() {
    await this.#answer()
    return {}
  }
  poll = () => this.#answer()
  async cancel() {
    await this.#answer()
  }
  async probe() {
    return `it is well and ${this.#capabilities.cancel ? 'can' : 'cannot'} cancel`
  }
}

function observed(answer: () => Promise<Poll>) {
  const told: string[] = []
  const engineCalled: Metrics['engineCalled'] = (_engine, call, outcome) => void told.push(`${call} ${outcome}`)
  return { told, engine: observe(new ClassEngine(answer), 'own', { engineCalled }) }
}

test('an engine that is a class works as before when its calls are timed', async () => {
  const { told, engine } = observed(async () => ({ state: 'queued' }))
  assert.equal(engine.capabilities.cancel, true)
  assert.equal(await engine.probe?.(never), 'it is well and can cancel')
  assert.equal(engine.close, undefined)
  await engine.start(job, never)
  assert.deepEqual(await engine.poll({}, never), { state: 'queued' })
  await engine.cancel?.({}, never)
  assert.deepEqual(told, ['start ok', 'poll ok', 'cancel ok'])
})

test('an engine that is full, or takes no such job, has refused; one that is out of order has failed', async () => {
  for (const [fault, outcome] of [
    ['busy', 'refused'],
    ['job', 'refused'],
    ['engine', 'failed'],
  ] as const) {
    const { told, engine } = observed(() => Promise.reject(new NotAccepted(fault, 'No.')))
    await assert.rejects(engine.start(job, never), NotAccepted)
    assert.deepEqual(told, [`start ${outcome}`])
  }
})

test('what this server gave up is not held against the engine; what it waited for too long is', async () => {
  const { told, engine } = observed(() => Promise.reject(new Error('aborted')))
  await assert.rejects(engine.poll({}, AbortSignal.abort(new Error('the server is stopping'))))
  assert.deepEqual(told, [])
  await assert.rejects(async () => engine.cancel?.({}, AbortSignal.abort(new DOMException('late', 'TimeoutError'))))
  assert.deepEqual(told, ['cancel failed'])
})
