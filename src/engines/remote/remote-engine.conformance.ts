/**
 * What an engine with a server behind it promises when that server, or the network before it, is as nasty as real ones
 * are. An engine's test gives this suite its simulator; the suite calls `testEngine` too.
 */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createMedia, type Media } from '../../media/media.ts'
import { createGuardedFetch } from '../../net/guarded-fetch.ts'
import { testEngine } from '../engine.conformance.ts'
import { type Engine, EngineFault, type Job, NotAccepted, type Operation } from '../engine.ts'
import { follow, jobOf, never, stored } from '../test-job.ts'
import type { JobBoard } from './test-job-board.ts'
import { type CallPattern, type Simulator, startSimulator, type Trouble } from './test-simulator.ts'
import * as troubles from './test-troubles.ts'

export interface RemoteSubject {
  engine: Engine
  /** Another engine object with the same settings, as after a restart of this server. */
  again(): Promise<Engine>
  simulator: Simulator
  board: JobBoard
  /** Which call does what. */
  calls: {
    start: CallPattern
    poll: CallPattern
    /** The download of the film. */
    result: CallPattern
  }
  /** The secret that the engine sends; must never be seen elsewhere. */
  secret: string
  [Symbol.asyncDispose](): Promise<void>
}

export interface RemoteOptions {
  create(): Promise<RemoteSubject>
  /** What a job must have beside the prompt for the engine to take it. */
  job?: Partial<Job>
  /** Promises that this engine's protocol makes meaningless, by their words, each with the reason. */
  without?: Readonly<Record<string, string>>
}

interface Scene extends RemoteSubject {
  job(prompt: string, changes?: Partial<Job>): Job
  start(prompt: string): Promise<Operation>
}

const maxPauseMilliseconds = 50
const faults = 8

export function testRemoteEngine(name: string, options: RemoteOptions): void {
  testThroughSimulator(name, options)
  const promise = (words: string, run: (scene: Scene) => Promise<void>) => {
    if (options.without?.[words]) return
    test(`${name}: ${words}`, async () => {
      const workDirectory = await mkdtemp(join(tmpdir(), 'rushes-engine-'))
      await using subject = await options.create()
      const job = (prompt: string, changes: Partial<Job> = {}) =>
        jobOf(prompt, workDirectory, { ...options.job, ...changes })
      try {
        await run({ ...subject, job, start: (prompt) => subject.engine.start(job(prompt), never) })
      } finally {
        await subject.engine.close?.()
        await rm(workDirectory, { recursive: true, force: true })
      }
    })
  }
  testStart(promise)
  testPoll(promise)
  testResult(promise)
}

type Promises = (words: string, run: (scene: Scene) => Promise<void>) => void

/** The suite of every engine, each engine object with a simulator of its own. */
function testThroughSimulator(name: string, options: RemoteOptions): void {
  const subjects = new Map<Engine, RemoteSubject>()
  testEngine(name, {
    slowPrompt: '[slow 500ms] a cat',
    failingPrompt: '[fail: The model ran out of ideas.] a cat',
    job: options.job,
    async create() {
      const subject = await options.create()
      subjects.set(subject.engine, subject)
      return subject.engine
    },
    restart(engine) {
      const subject = subjects.get(engine)
      if (!subject) throw new Error('the engine is not of this suite')
      subject.board.forget()
      return subject.again()
    },
    async release(engine) {
      await subjects.get(engine)?.[Symbol.asyncDispose]()
    },
  })
}

async function refusalOf(starting: Promise<unknown>): Promise<NotAccepted> {
  const error = await starting.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof NotAccepted, `expected NotAccepted, got ${error}`)
  return error
}

function testStart(promise: Promises): void {
  const refused = (words: string, trouble: Trouble, fault: NotAccepted['fault'], check: (error: NotAccepted) => void) =>
    promise(words, async ({ simulator, calls, board, start, secret }) => {
      simulator.trouble(calls.start, trouble)
      const error = await refusalOf(start('a cat'))
      assert.equal(error.fault, fault)
      assert.match(error.message, /^[A-Z].*\.$/)
      assert.ok(!error.message.includes(secret))
      check(error)
      assert.equal(board.all().length, 0)
    })

  refused('a start that is one too many is told with when to come back', troubles.tooManyRequests(7), 'busy', (error) =>
    assert.equal(error.retryAfterMilliseconds, 7000),
  )
  refused('a wrong key is the fault of the engine, not of the job', troubles.status(401), 'engine', () => {})
  refused('a job that the server refuses is told in its words', troubles.status(400), 'job', (error) =>
    assert.match(error.message, /The server is troubled/),
  )
  const policy = { error: { message: 'Your prompt was flagged.', code: 'content_policy_violation' } }
  refused('a refusal by a content policy is the caller’s to hear', troubles.status(400, policy), 'job', (error) =>
    assert.equal(error.kind, 'forbidden'),
  )

  promise('a server that is not there has no job', async ({ simulator, start }) => {
    await simulator.hangUp()
    assert.equal((await refusalOf(start('a cat'))).fault, 'engine')
  })

  promise('a start whose answer is lost is not told as refused', async ({ simulator, calls, start }) => {
    for (const trouble of [
      troubles.resetAfterwards,
      troubles.errorPage(502),
      troubles.truncatedJson,
      troubles.cutOff,
      troubles.notJson,
    ]) {
      simulator.trouble(calls.start, trouble)
      await assert.rejects(start('a cat'), (error: unknown) => !(error instanceof NotAccepted))
    }
  })

  promise('a start that is sent elsewhere shows nobody the key', async ({ simulator, calls, start, secret }) => {
    await using other = await startSimulator({})
    simulator.trouble(calls.start, troubles.redirect(`${other.origin}/v1/videos`, 307))
    await assert.rejects(start('a cat'))
    for (const call of other.calls) assert.ok(!mentions(call, secret))
  })

  promise('a start ends as soon as its signal aborts', async ({ simulator, calls, engine, job }) => {
    simulator.trouble(calls.start, troubles.silence)
    const abort = new AbortController()
    const starting = engine.start(job('a cat'), abort.signal)
    await simulator.until(calls.start, 1)
    abort.abort(new Error('enough'))
    await assert.rejects(starting, /enough/)
  })
}

function testPoll(promise: Promises): void {
  promise('no fault of a poll is the end of a job', async ({ simulator, calls, engine, start }) => {
    const operation = await start('a cat')
    for (const trouble of [
      troubles.status(500),
      troubles.status(503, { detail: 'Service Unavailable' }),
      troubles.errorPage(502),
      troubles.reset,
      troubles.cutOff,
      troubles.truncatedJson,
      troubles.notJson,
      troubles.fourGigabytes,
    ]) {
      simulator.trouble(calls.poll, trouble)
      const poll = await engine.poll(stored(operation), never).catch((error: Error) => error)
      // A poll whose kept connection was reset has gone again, and may tell the end itself.
      assert.ok(poll instanceof Error || poll.state !== 'failed', JSON.stringify(poll))
    }
    const end = await follow(engine, operation, { maxPauseMilliseconds })
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
  })

  promise('a poll that is one too many says when to ask again', async ({ simulator, calls, engine, start }) => {
    const operation = await start('a cat')
    simulator.trouble(calls.poll, troubles.tooManyRequests(7))
    const told = await engine.poll(operation, never).catch((error: unknown) => error)
    if (told instanceof EngineFault) assert.equal(told.retryAfterMilliseconds, 7000)
    else assert.ok(isUnderWay(told) && told.pollAfterMilliseconds === 7000, String(told))
  })

  promise('a slow answer is an answer', async ({ simulator, calls, engine, start }) => {
    const operation = await start('a cat')
    simulator.trouble(calls.poll, troubles.slow(300))
    const end = await follow(engine, operation, { maxPauseMilliseconds, faults })
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
  })

  promise('a job that waits in the server’s queue is queued', async ({ engine, start }) => {
    const operation = await start('[queue 400ms] a cat')
    const seen: string[] = []
    const end = await follow(engine, operation, { maxPauseMilliseconds, see: ({ state }) => seen.push(state) })
    assert.equal(seen[0], 'queued', seen.join(' '))
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
  })

  promise('a poll that is sent elsewhere shows nobody the key', async ({ simulator, calls, engine, start, secret }) => {
    await using other = await startSimulator({})
    const operation = await start('a cat')
    simulator.trouble(calls.poll, troubles.redirect(`${other.origin}/elsewhere`))
    await engine.poll(operation, never).catch(() => {})
    for (const call of other.calls) assert.ok(!mentions(call, secret))
  })

  promise('a server that forgot its jobs has lost them', async ({ board, engine, start }) => {
    const operation = await start('[slow 20s] a cat')
    await engine.poll(operation, never)
    board.forget()
    const end = await follow(engine, stored(operation), { maxPauseMilliseconds, faults })
    assert.equal(end.state, 'lost')
  })

  promise('an operation is enough for another process', async ({ again, start, secret }) => {
    const operation = await start('[slow 200ms] a cat')
    assert.ok(!JSON.stringify(operation).includes(secret), 'no secret is in it')
    const other = await again()
    const end = await follow(other, stored(operation), { maxPauseMilliseconds, faults })
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
    await other.close?.()
  })

  promise('the same submission twice is one job where it says so', async ({ board, engine, job }) => {
    if (engine.capabilities.resubmit !== 'with-key') return
    const same = job('a cat')
    await engine.start(same, never)
    await engine.start(same, never)
    assert.equal(board.all().length, 1)
  })
}

function testResult(promise: Promises): void {
  const fetched = async (scene: Scene, operation: Operation, work: (media: Media, path: string) => Promise<void>) => {
    const end = await follow(scene.engine, operation, { maxPauseMilliseconds, faults })
    assert.equal(end.state, 'succeeded', JSON.stringify(end))
    const guardedFetch = createGuardedFetch({ allowPrivateAddresses: true })
    const media = createMedia({ guardedFetch, limits: { resultBytes: 100_000_000 } })
    const path = join(scene.job('').workDirectory, 'result')
    try {
      if ('url' in end.video) await media.download(end.video, path, never)
      await work(media, 'path' in end.video ? end.video.path : path)
    } finally {
      await media.close()
      await guardedFetch.close()
    }
  }

  promise('its film is the film', async (scene) => {
    await fetched(scene, await scene.start('a cat'), async (media, path) => {
      const facts = await media.probe(path, never)
      assert.ok(facts.width >= 64 && facts.seconds > 0)
    })
  })

  promise('a result that is no video is told as one', async (scene) => {
    const operation = await scene.start('[garbage] a cat')
    const words = /no proper video|could not be fetched|not a video/
    await assert.rejects(
      fetched(scene, operation, async (media, path) => void (await media.probe(path, never))),
      words,
    )
  })

  promise('a result of 4 GB is not taken', async (scene) => {
    const operation = await scene.start('a cat')
    scene.simulator.trouble(scene.calls.result, troubles.fourGigabytes, 10)
    await assert.rejects(
      fetched(scene, operation, async () => {}),
      /sends more than/,
    )
  })

  promise('a film that lies elsewhere is fetched without the key', async (scene) => {
    const { simulator, calls, board, secret } = scene
    await using other = await startSimulator({
      'GET /film.mp4': async () => board.filmOf(board.all()[0] ?? board.add('', { width: 64, height: 64, seconds: 1 })),
    })
    const operation = await scene.start('a cat')
    simulator.trouble(calls.result, async (_call, response) => {
      response.writeHead(302, { location: `${other.origin}/film.mp4` }).end()
    })
    await fetched(scene, operation, async (media, path) => void (await media.probe(path, never)))
    assert.equal(other.calls.length, 1)
    for (const call of other.calls) assert.ok(!mentions(call, secret))
  })
}

const mentions = (call: { headers: object; query: URLSearchParams; bytes: Buffer }, secret: string): boolean =>
  `${JSON.stringify(call.headers)} ${call.query} ${call.bytes.toString('latin1')}`.includes(secret)

const isUnderWay = (poll: unknown): poll is { state: 'queued' | 'running'; pollAfterMilliseconds?: number } =>
  typeof poll === 'object' && poll !== null && 'state' in poll && (poll.state === 'queued' || poll.state === 'running')
