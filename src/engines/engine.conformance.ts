/**
 * What every engine promises, as tests. An engine's own test file calls this with a way to make the engine and, for
 * those that stand for a server, with nothing else: the suite knows only the interface.
 */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { Engine, Job, Operation } from './engine.ts'
import { follow, jobOf, never, stored } from './test-job.ts'

export interface ConformanceOptions {
  /** A new engine; called for each test. */
  create(): Engine | Promise<Engine>
  /** Called when a test is done with an engine of `create`. */
  release?(engine: Engine): Promise<void>
  /** A prompt whose video takes seconds, so that it can be stopped under way. */
  slowPrompt: string
  /** A prompt whose job ends in a failure; absent when the engine can make a video of any prompt. */
  failingPrompt?: string
  /** What a job must have beside the prompt for the engine to take it. */
  job?: Partial<Job>
  /** What another process knows of the work: another engine object, as after a restart of the engine and of this. */
  restart?(engine: Engine): Engine | Promise<Engine>
}

export function testEngine(name: string, options: ConformanceOptions): void {
  const promise = (words: string, run: (engine: Engine, job: (prompt: string) => Job) => Promise<void>) =>
    test(`${name}: ${words}`, async () => {
      const workDirectory = await mkdtemp(join(tmpdir(), 'rushes-engine-'))
      const engine = await options.create()
      try {
        await run(engine, (prompt) => jobOf(prompt, workDirectory, options.job))
      } finally {
        await engine.close?.()
        await options.release?.(engine)
        await rm(workDirectory, { recursive: true, force: true })
      }
    })

  promise('declares what it can do', async ({ capabilities }) => {
    for (const list of [capabilities.durations, capabilities.sizes]) assert.ok(list === 'any' || list.length > 0)
    assert.ok(capabilities.images.min <= capabilities.images.max)
    assert.match(capabilities.resubmit, /^(safe|with-key|never)$/)
  })

  promise('an operation is a JSON object that survives being stored', async (engine, job) => {
    const operation = await engine.start(job('a cat'), never)
    assert.deepEqual(JSON.parse(JSON.stringify(operation)), operation)
    const end = await follow(engine, stored(operation))
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
  })

  promise('a video is a file that is there, or a link', async (engine, job) => {
    const end = await follow(engine, await engine.start(job('a cat'), never))
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
    if ('path' in end.video) assert.ok((await stat(end.video.path)).size > 0)
    else assert.match(end.video.url, /^https?:/)
  })

  promise('what it says of its work is a JSON object of 32 kB at most', async (engine, job) => {
    const end = await follow(engine, await engine.start(job('a cat'), never))
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
    const { details = {} } = end
    assert.deepEqual(JSON.parse(JSON.stringify(details)), details)
    assert.ok(JSON.stringify(details).length <= 32_768)
  })

  promise('a finished operation can be polled again, as after a crash', async (engine, job) => {
    const operation = await engine.start(job('a cat'), never)
    const first = await follow(engine, operation)
    assert.equal((await follow(engine, operation)).state, first.state)
  })

  promise('progress is between 0 and 1 and does not fall', async (engine, job) => {
    const seen: number[] = []
    const end = await follow(engine, await engine.start(job(options.slowPrompt), never), {
      see: (poll) => {
        if (poll.state === 'running' && poll.progress !== undefined) seen.push(poll.progress)
      },
    })
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
    assert.ok(seen.every((progress) => progress >= 0 && progress <= 1))
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    )
    if (engine.capabilities.progress) assert.ok(seen.length > 0)
  })

  promise('a poll ends as soon as its signal aborts', async (engine, job) => {
    const operation = await engine.start(job(options.slowPrompt), never)
    const abort = new AbortController()
    const started = performance.now()
    const polling = pollOn(engine, operation, abort.signal)
    abort.abort(new Error('enough'))
    await polling
    assert.ok(performance.now() - started < 2000)
    await engine.cancel?.(operation, never)
  })

  promise('cancel stops the work, and a second one is no error', async (engine, job) => {
    if (!engine.capabilities.cancel || !engine.cancel) return
    const next = job(options.slowPrompt)
    const operation = await engine.start(next, never)
    await engine.poll(operation, never)
    await engine.cancel(operation, never)
    await engine.cancel(operation, never)
    const end = await follow(engine, operation)
    assert.notEqual(end.state, 'succeeded')
    await untilEmpty(next.workDirectory)
  })

  promise('an operation it does not know is lost, not failed', async (engine, job) => {
    const operation = await engine.start(job(options.slowPrompt), never)
    await engine.cancel?.(operation, never)
    const other = await (options.restart?.(engine) ?? options.create())
    const end = await follow(other, stored(operation))
    assert.match(end.state, /^(lost|succeeded)$/)
    await other.close?.()
    if (!options.restart) await options.release?.(other)
  })

  promise('two jobs at once do not touch each other', async (engine, job) => {
    const operations = await Promise.all(['a cat', 'a dog'].map((prompt) => engine.start(job(prompt), never)))
    const ends = await Promise.all(operations.map((operation) => follow(engine, operation)))
    const videos = ends.map((end) => JSON.stringify(end.state === 'succeeded' && end.video))
    assert.equal(new Set(videos).size, 2)
  })

  const { failingPrompt } = options
  if (failingPrompt === undefined) return
  promise('a failure has a kind and a sentence for the caller', async (engine, job) => {
    const end = await follow(engine, await engine.start(job(failingPrompt), never))
    assert.equal(end.state, 'failed')
    assert.ok(end.state === 'failed' && end.message.length > 0 && !/\bat .*:\d+:\d+/.test(end.message))
  })
}

async function pollOn(engine: Engine, operation: Operation, signal: AbortSignal): Promise<void> {
  try {
    while (!signal.aborted) await engine.poll(operation, signal)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** A stopped job's files go within moments: its process is ended first. */
async function untilEmpty(directory: string): Promise<void> {
  for (let tries = 0; (await readdir(directory)).length > 0; tries++) {
    assert.ok(tries < 100, `files are left: ${await readdir(directory)}`)
    await delay(50)
  }
}
