/** Two accounts: whatever one has, the other can neither see nor change it, by any route there is. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { managementOperations, type Operation } from '../../src/contract/management/operations.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { type Person, register, registerWithKey } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { upload } from '../support/upload.ts'

let server: TestServer
let admin: Person
let bob: Awaited<ReturnType<typeof registerWithKey>>
let eve: Awaited<ReturnType<typeof registerWithKey>>
/** Ids of what is Bob's, by the part of the path before them. */
let owned: Record<string, string[]>
/** What must be in no answer that Eve gets. */
let secrets: string[]

before(async () => {
  server = await startTestServer()
  admin = await register(server, 'ada')
  bob = await registerWithKey(server, 'bob')
  eve = await registerWithKey(server, 'eve')
  const make = async (body: object) =>
    (await server.post('/sora/videos', { duration: 10, ...body }, bob.headers)).json().task_id
  const inbox = (await bob.call('POST', '/api/v1/inboxes')).json()
  const file = await upload(server, bob.headers, 'secret.png', 'image/png', landscapePng(32, 32))
  const tasks = [
    await make({ prompt: 'a secret prompt', callback_url: inbox.url }),
    await make({ prompt: '[stall] a secret prompt', async: true }),
  ]
  // Its delivery is there when it has ended.
  await server.context.waitForTask(tasks[0], AbortSignal.timeout(60_000))
  const endpoint = { name: 'hook', url: 'https://example.com/secret-hook', event_types: ['video.failed'] }
  const made = await server.post('/v1/webhook_endpoints', endpoint, bob.headers)
  const first = async (who: Person, url: string) => (await who.call('GET', url)).json().items[0].id
  owned = {
    applications: [bob.application.id],
    credentials: [bob.credential.id],
    tasks,
    deliveries: [await first(bob, '/api/v1/deliveries')],
    inboxes: [inbox.id],
    webhook_endpoints: [made.json().id],
    files: [file.id],
    sessions: [await first(bob, '/api/v1/sessions')],
    invites: [(await admin.call('POST', '/api/v1/admin/invites', {})).json().id],
    accounts: [bob.accountId],
  }
  secrets = ['secret prompt', 'secret.png', inbox.url, file.url, 'bob@example.com', 'secret-hook', bob.accountId]
  secrets.push(...Object.values(owned).flat())
})
after(() => server[Symbol.asyncDispose]())

test('no route shows or changes what is somebody else’s', async () => {
  const before = await everythingOfBob()
  let walked = 0
  for (const operation of managementOperations) {
    if (operation.answer === 'text/event-stream') continue
    for (const id of idsFor(operation)) {
      const url = operation.path.replace('{id}', id)
      for (const answer of await asEve(operation, url)) {
        walked++
        assertHarmless(operation, url, id, answer)
      }
    }
  }
  assert.ok(walked >= managementOperations.length, `${walked} calls`)
  assert.deepEqual(await everythingOfBob(), before)
})

test('neither do the calls that make videos and look them up', async () => {
  const [id = ''] = owned.tasks ?? []
  for (const body of [
    { id },
    { ids: [id], action: 'retrieve_batch' },
    { action: 'retrieve_batch', user_id: bob.accountId, application_id: bob.application.id },
  ]) {
    const answer = await server.post('/sora/tasks', body, eve.headers)
    for (const secret of secrets) assert.ok(!answer.body.includes(secret), answer.body)
  }
  assert.equal((await server.post('/sora/tasks', { id, action: 'delete' }, eve.headers)).json().deleted, false)
  assert.equal((await bob.call('GET', `/api/v1/tasks/${id}`)).statusCode, 200)
})

test('neither do those of the webhook endpoints', async () => {
  const before = await everythingOfBob()
  const [id = ''] = owned.webhook_endpoints ?? []
  const list = await server.inject({ url: '/v1/webhook_endpoints', headers: eve.headers })
  assert.deepEqual(list.json().data, [])
  for (const [method, path, payload] of [
    ['GET', '', undefined],
    ['POST', '', { enabled: false }],
    ['POST', '/rotate_secret', {}],
    ['POST', '/test', { event_type: 'video.failed' }],
    ['DELETE', '', undefined],
  ] as const) {
    const url = `/v1/webhook_endpoints/${id}${path}`
    const answer = await server.inject({ method, url, headers: eve.headers, ...(payload && { payload }) })
    assert.equal(answer.statusCode, 404, `${method} ${url}`)
    for (const secret of secrets) if (secret !== id) assert.ok(!answer.body.includes(secret), answer.body)
  }
  assert.deepEqual(await everythingOfBob(), before)
})

test('somebody else’s key, cookie or account opens nothing for the administration either', async () => {
  for (const { who, method, path } of managementOperations) {
    if (who !== 'administrator') continue
    const url = path.replace('{id}', bob.accountId)
    const answer = await eve.call(method.toUpperCase() as 'GET', url, method === 'get' ? undefined : {})
    assert.equal(answer.statusCode, 403, `${method} ${url}`)
    const visitor = await server.inject({ method: method.toUpperCase() as 'GET', url })
    assert.equal(visitor.statusCode, 401, `${method} ${url}`)
  }
})

function idsFor({ path, method }: Operation): string[] {
  // What changes oneself is not somebody else's.
  if (!path.includes('{id}')) return method === 'get' ? [''] : []
  const ids = owned[path.split('/{id}')[0]?.split('/').at(-1) ?? '']
  assert.ok(ids?.length, `nothing to try ${path} with`)
  return ids
}

async function asEve({ method, body }: Operation, url: string): Promise<LightMyRequestResponse[]> {
  const verb = method.toUpperCase() as 'GET'
  const headers = { ...eve.headers, ...(body && { 'content-type': 'application/json' }) }
  return [
    await eve.call(verb, url, body && {}),
    await server.inject({ method: verb, url, headers, ...(body && { payload: '{}' }) }),
  ]
}

function assertHarmless({ method }: Operation, url: string, id: string, answer: LightMyRequestResponse): void {
  // The id that was asked with may be said again.
  for (const secret of secrets) {
    if (secret !== id) assert.ok(!answer.body.includes(secret), `${method} ${url} shows ${secret}: ${answer.body}`)
  }
  const isRefusal = answer.statusCode >= 400 || /"(deleted|revoked)":false/.test(answer.body)
  assert.ok(isRefusal || (method === 'get' && id === ''), `${method} ${url}: ${answer.statusCode} ${answer.body}`)
}

/** All that the routes show Bob of what is his, but for what moves by itself. */
async function everythingOfBob(): Promise<unknown> {
  const names = ['tasks', 'credentials', 'applications', 'inboxes', 'files', 'sessions', 'webhook_secret', 'deliveries']
  const answers = await Promise.all(names.map(async (name) => (await bob.call('GET', `/api/v1/${name}`)).json()))
  answers.push((await server.inject({ url: '/v1/webhook_endpoints', headers: bob.headers })).json())
  const moving = ['progress', 'state', 'started_at', 'finished_at', 'attempts', 'next_attempt_at', 'items_count']
  return JSON.parse(JSON.stringify(answers, (key, value) => (moving.includes(key) ? undefined : value)))
}
