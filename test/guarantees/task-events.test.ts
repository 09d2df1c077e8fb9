/** Progress for everybody: a task's events on both doors. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { openaiVideo } from '../../src/contract/openai/answers.ts'
import { videoIdOf } from '../../src/contract/openai/present-video.ts'
import { success } from '../../src/contract/sora/answers.ts'
import { taskProgress } from '../../src/contract/task-progress.ts'
import { startComfyui } from '../../src/engines/comfyui/test-comfyui.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const key = { authorization: `Bearer ${apiKey}` }
let server: TestServer

before(async () => {
  server = await startTestServer()
})
after(() => server[Symbol.asyncDispose]())

const create = async (prompt: string) =>
  (await server.post('/sora/videos', { prompt, duration: 10, async: true })).json().task_id as string
const doors = (id: string) => [`/sora/tasks/${id}/events`, `/v1/videos/${videoIdOf(id)}/events`]

/** The whole stream, which ends with the task. */
async function listen(url: string, lastId?: string) {
  const headers = { ...key, ...(lastId && { 'last-event-id': lastId }) }
  const answer = await server.inject({ url, headers })
  const events = [...answer.body.matchAll(/id: (.*)\nevent: (\w+)\ndata: (.*)\n\n/g)]
  return { answer, events: events.map(([, id, event, data]) => ({ id, event, data: JSON.parse(data ?? '') })) }
}

test('both doors tell progress as it happens and end with their own form of the result', async () => {
  const id = await create('a cat [queue 300ms] [slow 1500ms]')
  const streams = await Promise.all(doors(id).map((url) => listen(url)))
  for (const { answer, events } of streams) {
    assert.equal(answer.headers['content-type'], 'text/event-stream')
    const told = events.filter(({ event }) => event === 'progress').map(({ data }) => taskProgress.strict().parse(data))
    assert.ok(
      told.some(({ state, progress }) => state === 'running' && progress > 0),
      JSON.stringify(events),
    )
    const percents = told.map(({ progress }) => progress)
    assert.deepEqual(
      percents,
      percents.toSorted((a, b) => a - b),
    )
    assert.equal(events.at(-1)?.event, 'result')
    assert.equal(events.filter(({ event }) => event === 'result').length, 1)
  }
  success.strict().parse(streams[0]?.events.at(-1)?.data)
  assert.equal(openaiVideo.strict().parse(streams[1]?.events.at(-1)?.data).status, 'completed')
})

test('a task that has ended is its result at once, and who has seen it is told that there is no more', async () => {
  const id = await create('a cat')
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  for (const url of doors(id)) {
    const { events } = await listen(url)
    assert.deepEqual(
      events.map(({ event }) => event),
      ['result'],
    )
    assert.equal((await listen(url, events[0]?.id)).answer.statusCode, 204)
    assert.deepEqual((await listen(url, 'running-40')).events, events)
  }
})

test('who comes back is told what is new only', async () => {
  const id = await create('a cat [stall]')
  const [url = ''] = doors(id)
  const first = listen(url)
  await server.inject({ method: 'POST', url: `/api/v1/tasks/${id}/cancel`, headers: key })
  const { events } = await first
  assert.equal(events.at(-1)?.data.success, false)
  const later = await listen(url, events.at(-2)?.id)
  assert.deepEqual(
    later.events.map(({ event }) => event),
    ['result'],
  )
})

test('who waits in the queue is told the place and how long it will be', async () => {
  const queue = await startTestServer({ file: { engines: { scripted: { type: 'scripted', concurrency: 1 } } } })
  try {
    const ask = async (prompt: string) =>
      (await queue.post('/sora/videos', { prompt, duration: 10, async: true })).json().task_id as string
    const made = await ask('a cat [slow 400ms]')
    await queue.context.waitForTask(made, AbortSignal.timeout(30_000))
    const running = await ask('a cat [stall]')
    const [before, last] = [await ask('a cat'), await ask('a cat')]
    const answer = await queue.inject({ url: `/sora/tasks/${last}/events`, headers: key, payloadAsStream: true })
    let text = ''
    for await (const chunk of answer.stream()) {
      text += chunk
      if (/event: progress\n.*\n\n/.test(text)) break
    }
    for (const id of [last, before, running]) {
      await queue.inject({ method: 'POST', url: `/api/v1/tasks/${id}/cancel`, headers: key })
    }
    const [, data = ''] = /event: progress\ndata: (.*)/.exec(text) ?? []
    const {
      state,
      queue_position: position,
      estimated_seconds: seconds,
    } = taskProgress.strict().parse(JSON.parse(data))
    assert.equal(state, 'queued')
    assert.ok(position !== null && position >= 2, data)
    assert.ok(seconds !== null && seconds > 0.4, data)
  } finally {
    await queue[Symbol.asyncDispose]()
  }
})

test('who waits in the queue of the engine itself is told the place there', async () => {
  await using comfyui = await startComfyui()
  const baseUrl = comfyui.simulator.origin
  const gpu = { type: 'comfyui', baseUrl, workflow: 'wan-2.2-5b', concurrency: 2 } as const
  await using queue = await startTestServer({ file: { engines: { gpu }, models: { 'sora-2': ['gpu'] } } })
  const ids: string[] = []
  for (const count of [1, 2]) {
    const body = { prompt: '[slow 30s] a cat', version: '2.0', duration: 4, async: true }
    ids.push((await queue.post('/sora/videos', body)).json().task_id)
    await comfyui.simulator.until('POST /prompt', count)
  }
  const answer = await queue.inject({ url: `/sora/tasks/${ids[1]}/events`, headers: key, payloadAsStream: true })
  let text = ''
  let told: z.infer<typeof taskProgress> | undefined
  for await (const chunk of answer.stream()) {
    text += chunk
    const [, data] = /event: progress\ndata: (.*"queue_position":\d.*)/.exec(String(chunk)) ?? []
    if (data) told = taskProgress.strict().parse(JSON.parse(data))
    if (told?.state === 'running') break
  }
  assert.equal(told?.queue_position, 2, text)
  for (const id of ids) await queue.inject({ method: 'POST', url: `/api/v1/tasks/${id}/cancel`, headers: key })
})

test('somebody without the task is told nothing of it', async () => {
  for (const url of doors('6bf7fb83-5814-4e3e-a4ad-bfa0c26c0b33')) {
    assert.equal((await server.inject({ url, headers: key })).statusCode, 404)
    assert.equal((await server.inject({ url })).statusCode, 401)
  }
})

test('an account may have 100 streams open, and one more when one has ended', async () => {
  await using small = await startTestServer()
  const headers = key
  const { task_id: id } = (
    await small.post('/sora/videos', { prompt: 'a cat [stall]', duration: 10, async: true })
  ).json()
  const url = `/sora/tasks/${id}/events`
  await small.context.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = small.context.app.server.address() as { port: number }
  const open = async () => {
    const leave = new AbortController()
    const answer = await fetch(`http://127.0.0.1:${port}${url}`, { headers, signal: leave.signal })
    return { answer, leave }
  }
  const streams = await Promise.all(Array.from({ length: 100 }, open))
  assert.ok(streams.every(({ answer }) => answer.status === 200))
  const refused = await open()
  assert.equal(refused.answer.status, 429)
  assert.match(await refused.answer.text(), /100 streams of task events/)
  assert.ok(refused.answer.headers.get('retry-after'))
  streams[0]?.leave.abort()
  let again = await open()
  while (again.answer.status === 429) again = await open()
  assert.equal(again.answer.status, 200)
  await small.inject({ method: 'POST', url: `/api/v1/tasks/${id}/cancel`, headers })
})
