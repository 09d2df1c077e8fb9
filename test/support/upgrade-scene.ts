/**
 * What happens on a server before its database is stored: tasks that ended, are at work and wait, an outcome nobody took,
 * and one of whatever else this version lets people make. It speaks HTTP alone, so that it plays on every version.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { ConfigFile } from '../../src/config.ts'
import { password } from './person.ts'
import { apiKey } from './server.ts'

/** Of the server, when it is stored and when it is upgraded. */
export const sceneEnvironment = {
  RUSHES_API_KEY: apiKey,
  RUSHES_SECRET: 'a-secret-of-the-stored-databases',
  RUSHES_WORKER_NAME: 'worker-of-a-stored-database',
  RUSHES_ALLOW_PRIVATE_URLS: 'true',
}

export const sceneConfig: ConfigFile = {
  engines: { scripted: { type: 'scripted', concurrency: 1, deadlineSeconds: 3_600 } },
  models: { 'sora-2': ['scripted'] },
}

/** What stands in a stored database for what is elsewhere in each test. */
export const stored = { receiver: 'http://receiver.of-a-stored-database', dataDirectory: '/data-of-a-stored-database' }

export const idempotencyKey = 'a-request-that-is-sent-again'

/** The requests, by what has become of them when the database is stored. */
export const sceneTasks = {
  done: { prompt: 'a film that is done', ends: 'succeeded' },
  failed: { prompt: '[fail: the lamp broke] a film that failed', ends: 'failed' },
  untold: { prompt: 'a film of which nobody took the news', ends: 'succeeded' },
  again: { prompt: 'a film that is asked for again', ends: 'succeeded' },
  running: { prompt: '[slow 3s] a film that is being made', ends: 'succeeded' },
  waiting: { prompt: 'a film that waits', ends: 'succeeded' },
} as const

export type SceneTask = keyof typeof sceneTasks

/** The body of a request; that of the one that is sent again is the same wherever the receiver is. */
export const sceneBody = (name: SceneTask, receiver: string): object => ({
  prompt: sceneTasks[name].prompt,
  model: 'sora-2',
  async: true,
  ...(name !== 'again' && { callback_url: `${receiver}/${name}` }),
})

const lookMilliseconds = 100
const longestWaitMilliseconds = 60_000

/** Resolves when the tasks are as `sceneTasks` says, `running` being made and `waiting` in the queue. */
export async function playScene(server: string, receiver: string): Promise<void> {
  const authorization = `Bearer ${apiKey}`
  const post = (path: string, body: object, headers: object = {}) =>
    send(`${server}${path}`, body, { authorization, ...headers })

  async function ask(name: SceneTask): Promise<string> {
    const headers = name === 'again' ? { 'idempotency-key': idempotencyKey } : undefined
    const answer = (await (await post('/sora/videos', sceneBody(name, receiver), headers)).json()) as {
      task_id?: string
    }
    if (!answer.task_id) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer.task_id
  }

  async function until(id: string, isThere: (answer: string) => boolean): Promise<void> {
    for (const deadline = Date.now() + longestWaitMilliseconds; Date.now() < deadline; await delay(lookMilliseconds)) {
      const answer = await (await post('/sora/tasks', { action: 'retrieve', id })).text()
      if (isThere(answer)) return
    }
    throw new Error(`the task ${id} did not come that far`)
  }

  const hasEnded = (answer: string) => /"success":(true|false)/.test(answer)
  for (const name of ['done', 'failed', 'untold', 'again'] as const) await until(await ask(name), hasEnded)
  await makeTheRest(server, authorization)
  await until(await ask('running'), (answer) => answer.includes('"processing"'))
  await ask('waiting')
}

const send = (url: string, body: object, headers: Record<string, string>): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** What versions have come to know one after the other; one that does not know a route answers that it is not there. */
async function makeTheRest(server: string, authorization: string): Promise<void> {
  const person = { email: 'director@example.com', password, name: 'The director' }
  const registered = await send(`${server}/api/v1/registrations`, person, { origin: server })
  const cookie = registered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const bodies = {
    '/api/v1/applications': {},
    '/api/v1/credentials': { name: 'laptop' },
    '/api/v1/inboxes': {},
    '/api/v1/admin/invites': { role: 'administrator' },
  }
  for (const [path, body] of Object.entries(bodies)) await send(`${server}${path}`, body, { origin: server, cookie })
  const endpoint = { name: 'studio', url: 'https://example.com/told', event_types: ['video.completed'] }
  await send(`${server}/v1/webhook_endpoints`, endpoint, { authorization })
}
