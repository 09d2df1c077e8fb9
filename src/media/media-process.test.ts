import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createMediaPool } from './media-pool.ts'
import { createMediaProcess } from './media-process.ts'
import { MediaError, type MediaRequest } from './protocol.ts'
import { blackPng } from './test-media.ts'

const never = new AbortController().signal
const options = { maxMemoryBytes: 1e9, childPath: fileURLToPath(new URL('./test-child.ts', import.meta.url)) }
const request = (input: string): MediaRequest => ({ kind: 'probe', input, decodeAt: [] })
const failed = (problem: string, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof MediaError, String(error))
  assert.equal(error.problem, problem)
  assert.match(`${error.message} ${error.cause}`, words)
  return true
}

test('one child serves many requests and stays warm', async () => {
  const media = createMediaProcess(options)
  const first = await media.run(request('fine'), 10, never)
  assert.deepEqual(await media.run(request('fine'), 10, never), first)
  await media.close()
  assert.equal(media.pid(), undefined)
})

test('a crash, an exit, too much memory and a hang fail clearly, and the next request gets a fresh child', async () => {
  const media = createMediaProcess(options)
  const fine = () => media.run(request('fine'), 10, never)
  let last = await fine()
  for (const [input, problem, words, seconds] of [
    ['crash', 'crashed', /made the decoder crash .*SIGSEGV/, 30],
    ['exit', 'crashed', /ended with 3: the decoder had something to say/, 30],
    ['grow', 'memory_limit', /needs too much memory/, 30],
    ['hang', 'time_limit', /took longer than 0\.2 s/, 0.2],
  ] as const) {
    await assert.rejects(media.run(request(input), seconds, never), failed(problem, words), input)
    const next = await fine()
    assert.notDeepEqual(next, last, `${input}: a fresh child`)
    last = next
  }
  await media.close()
})

test('a child killed from outside in the middle of a request fails that request only', async () => {
  const media = createMediaProcess(options)
  await media.run(request('fine'), 10, never)
  const pending = media.run(request('hang'), 10, never)
  process.kill(media.pid() ?? assert.fail('no child'), 'SIGKILL')
  await assert.rejects(pending, failed('crashed', /SIGKILL/))
  assert.ok(await media.run(request('fine'), 10, never))
  await media.close()
})

test('abort kills the child and rejects with the reason', async () => {
  const media = createMediaProcess(options)
  await media.run(request('fine'), 10, never)
  const pid = media.pid() ?? assert.fail('no child')
  const controller = new AbortController()
  const pending = media.run(request('hang'), 10, controller.signal)
  const reason = new Error('enough')
  controller.abort(reason)
  await assert.rejects(pending, reason)
  assert.throws(() => process.kill(pid, 0), /ESRCH/)
  await media.close()
})

test('the real child ends when its parent is gone, and when it outgrows its memory', async () => {
  const path = fileURLToPath(new URL('./child.ts', import.meta.url))
  const orphan = fork(path, ['1e9'], { stdio: 'ignore' })
  // It is up and at work when its parent goes.
  orphan.send({ id: 1, request: { kind: 'probe', input: '/nowhere', decodeAt: [] } })
  await once(orphan, 'message')
  const ended = once(orphan, 'exit')
  orphan.disconnect()
  assert.deepEqual(await ended, [0, null])

  const folder = await mkdtemp(join(tmpdir(), 'rushes-process-'))
  const [input, output] = [join(folder, 'in.png'), join(folder, 'out.png')]
  await writeFile(input, blackPng(8_000, 6_000))
  const media = createMediaProcess({ maxMemoryBytes: 1e6 })
  const image = media.run({ kind: 'image', format: 'png', input, output, maxPixels: 1e8, maxSide: 1e4 }, 20, never)
  await assert.rejects(image, failed('memory_limit', /too much memory/))
  await media.close()
  await rm(folder, { recursive: true })
})

test('the child sees none of the settings of the server', async () => {
  process.env.RUSHES_TEST_SECRET = 'secret'
  const media = createMediaProcess(options)
  const answer = JSON.stringify(await media.run(request('secrets'), 10, never))
  delete process.env.RUSHES_TEST_SECRET
  assert.match(answer, /PATH/)
  assert.doesNotMatch(answer, /RUSHES|DATABASE|AWS/)
  await media.close()
})

test('a pool runs as many at once as it has processes; who waits can leave, and closing fails the rest', async () => {
  const pool = createMediaPool(2, options)
  const controller = new AbortController()
  const reason = new Error('enough')
  const hanging = [1, 2].map(() => pool.run(request('hang'), 10, controller.signal))
  const waiting = new AbortController()
  const left = pool.run(request('fine'), 10, waiting.signal)
  const served = pool.run(request('fine'), 10, never)
  waiting.abort(reason)
  await assert.rejects(left, reason)
  assert.equal(pool.pids().length, 2)
  controller.abort(reason)
  assert.deepEqual(
    (await Promise.allSettled(hanging)).map((one) => one.status === 'rejected' && one.reason),
    [reason, reason],
  )
  assert.ok(await served)

  const cut = assert.rejects(pool.run(request('hang'), 10, never))
  await pool.close()
  await cut
  await assert.rejects(pool.run(request('fine'), 10, never), /closed/)
})
