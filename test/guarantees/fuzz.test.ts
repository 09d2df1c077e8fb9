/**
 * Requests that no client would send, over every reader: JSON, forms, signed links, ranges, queries, tools of agents.
 * TRUST_REQUESTS says how many, TRUST_SEED which; a request that breaks something is shrunk to the least that does.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { videoIdOf } from '../../src/contract/openai/present-video.ts'
import { createLogger } from '../../src/logger.ts'
import { changedLinks, type Known, ranges, requests } from '../support/fuzz/requests.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const count = Number(process.env.TRUST_REQUESTS ?? 2000)
const seed = Number(process.env.TRUST_SEED ?? 20_261_125)
/** A run of its own may be long. */
const timeout = 120_000 + count * 20
/** What the heap may hold more at the end than after a fifth of the requests. */
const growthMegabytes = 24

const faults: string[] = []
let server: TestServer
let known: Known
let film: Buffer

before(async () => {
  const logger = createLogger('error', { write: (line) => void faults.push(line) })
  const limits = { requestsPerMinute: 1e9, openTasks: 100_000, syncTimeoutSeconds: 60, referenceSeconds: 2 }
  server = await startTestServer({ file: { limits }, config: { allowPrivateUrls: false }, logger })
  const made = await server.post('/sora/videos', { prompt: 'a cat', duration: 10 })
  const { task_id: taskId, data } = made.json()
  const url = new URL(data[0].video_url)
  known = { authorization: `Bearer ${apiKey}`, link: url.pathname + url.search, taskId, videoId: videoIdOf(taskId) }
  film = (await server.inject({ url: known.link })).rawPayload
})
after(() => server[Symbol.asyncDispose]())

const collectGarbage = (() => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
})()
function heapMegabytes(): number {
  collectGarbage()
  collectGarbage()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

/** A refusal is of the caller's making, and a sentence. */
function checkAnswer(request: InjectOptions, { statusCode, body, headers }: LightMyRequestResponse): void {
  assert.ok(statusCode < 500, `${statusCode} ${body.slice(0, 300)}`)
  assert.doesNotMatch(body, /Something broke|node_modules|\.ts:\d+|at async /)
  if (statusCode < 400 || request.method === 'HEAD' || body === '') return
  if (!String(headers['content-type']).includes('json')) return
  const { error } = JSON.parse(body) as { error?: { message?: unknown } }
  assert.ok(typeof error?.message === 'string' && error.message.length > 5 && error.message.length <= 2000, body)
}

test('no request made by chance breaks the server, and none of them stays in its memory', {
  timeout,
}, async (context) => {
  const statuses = new Map<number, number>()
  const marks: number[] = []
  let sent = 0
  await fc.assert(
    fc.asyncProperty(requests(known), async (request) => {
      const answer = await server.inject(request)
      checkAnswer(request, answer)
      assert.deepEqual(faults, [])
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
      sent += 1
      if (sent % Math.ceil(count / 5) === 0) marks.push(heapMegabytes())
    }),
    { numRuns: count, seed, endOnFailure: false },
  )
  context.diagnostic(`seed ${seed}: ${sent} requests, answers ${JSON.stringify([...statuses].sort())}`)
  context.diagnostic(`heap after each fifth: ${marks.map((mark) => mark.toFixed(1)).join(', ')} MB`)
  assert.ok((marks.at(-1) ?? 0) - (marks[0] ?? 0) < growthMegabytes, `the heap grew: ${marks.join(', ')} MB`)
  assert.ok((statuses.get(200) ?? 0) > sent / 50, 'too few requests reach what is behind the first check')
})

test('a signed link that says anything else than it was signed for opens nothing', async () => {
  const good = new URL(known.link, 'http://x')
  await fc.assert(
    fc.asyncProperty(changedLinks(known), async (url) => {
      const { statusCode, rawPayload } = await server.inject({ url })
      assert.ok(statusCode < 500)
      if (statusCode !== 200 || !rawPayload.equals(film)) return
      const used = new URL(url, 'http://x')
      assert.equal(decodeURIComponent(used.pathname), good.pathname)
      for (const name of ['expires', 'signature'])
        assert.deepEqual(used.searchParams.getAll(name), [good.searchParams.get(name)])
    }),
    { numRuns: Math.min(count, 20_000) / 5, seed },
  )
})

test('a range gives exactly the bytes that it names, or all of them, or says that there are none', async () => {
  await fc.assert(
    fc.asyncProperty(ranges, async (range) => {
      const { statusCode, headers, rawPayload } = await server.inject({ url: known.link, headers: { range } })
      assert.ok([200, 206, 416].includes(statusCode), `${statusCode}`)
      if (statusCode === 200) return assert.ok(rawPayload.equals(film))
      if (statusCode === 416) return assert.equal(headers['content-range'], `bytes */${film.length}`)
      const [, from = '', to = '', all = ''] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(String(headers['content-range'])) ?? []
      assert.equal(Number(all), film.length)
      assert.ok(rawPayload.equals(film.subarray(Number(from), Number(to) + 1)))
    }),
    { numRuns: Math.min(count, 20_000) / 5, seed },
  )
})
