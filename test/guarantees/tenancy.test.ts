/**
 * Every place of the OpenAPI document where an id fits, with ids of somebody else's and with ids of nothing: the answers
 * are the same, word for word, and take as long. A new place fails here until it is walked or has a reason not to be.
 */
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { openapiDocument } from '../../src/contract/openapi.ts'
import { writeTestFilm } from '../../src/engines/scripted/test-film.ts'
import { packageVersion } from '../../src/version.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { form } from '../support/form.ts'
import type { Document } from '../support/openapi/document.ts'
import { register, registerWithKey } from '../support/person.ts'
import { type PlaceOfId, placesOfIds } from '../support/places-of-ids.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { upload } from '../support/upload.ts'

type Kind =
  | 'account'
  | 'application'
  | 'character'
  | 'credential'
  | 'delivery'
  | 'endpoint'
  | 'file'
  | 'inbox'
  | 'invite'
  | 'session'
  | 'task'
  | 'video'
type Pair = Record<'theirs' | 'nobodys', string>

let server: TestServer
let bob: Awaited<ReturnType<typeof registerWithKey>>
let eve: Awaited<ReturnType<typeof registerWithKey>>
/** Of each kind one of Bob's, and one of the same form that there is not. */
let ids: Record<Kind, Pair>

before(async () => {
  server = await startTestServer({ file: { limits: { requestsPerMinute: 100_000 } } })
  const ada = await register(server, 'ada')
  bob = await registerWithKey(server, 'bob')
  eve = await registerWithKey(server, 'eve')
  const inbox = (await bob.call('POST', '/api/v1/inboxes')).json()
  const film = { prompt: 'a secret prompt', duration: 10, callback_url: inbox.url }
  const task = (await server.post('/sora/videos', film, bob.headers)).json().task_id as string
  await server.context.waitForTask(task, AbortSignal.timeout(60_000))
  const endpoint = { name: 'hook', url: 'https://example.com/hook', event_types: ['video.failed'] }
  const first = async (url: string) => (await bob.call('GET', url)).json().items[0].id as string
  const hex = (id: string) => id.replaceAll('-', '')
  const uuid = (theirs: string): Pair => ({ theirs, nobodys: randomUUID() })
  const prefixed = (theirs: string): Pair => {
    const digits = /[0-9a-f]+$/.exec(theirs)?.[0] ?? ''
    return { theirs, nobodys: theirs.slice(0, -digits.length) + randomBytes(digits.length / 2).toString('hex') }
  }
  ids = {
    account: uuid(bob.accountId),
    application: uuid(bob.application.id),
    character: prefixed(await makeCharacter()),
    credential: uuid(bob.credential.id),
    delivery: uuid(await first('/api/v1/deliveries')),
    endpoint: prefixed((await server.post('/v1/webhook_endpoints', endpoint, bob.headers)).json().id),
    file: uuid((await upload(server, bob.headers, 'secret.png', 'image/png', landscapePng(32, 32))).id),
    inbox: uuid(inbox.id),
    invite: uuid((await ada.call('POST', '/api/v1/admin/invites', {})).json().id),
    session: uuid(await first('/api/v1/sessions')),
    task: uuid(task),
    video: { theirs: `video_${hex(task)}`, nobodys: `video_${hex(randomUUID())}` },
  }
})
after(() => server[Symbol.asyncDispose]())

async function makeCharacter(): Promise<string> {
  const path = join(server.config.dataDirectory, 'sent.mp4')
  await writeTestFilm(path, { width: 322, height: 180, seconds: 2 })
  const { headers, payload } = form([
    { name: 'video', value: await readFile(path), filename: 'film.mp4', type: 'video/mp4' },
    { name: 'name', value: 'Mia' },
  ])
  const url = '/v1/videos/characters'
  const answer = await server.inject({ method: 'POST', url, headers: { ...bob.headers, ...headers }, payload })
  return answer.json().id
}

/** What is nobody's own: whoever knows the secret in it may, or it is no id of something that is kept. */
const ownersOfNothing: Record<string, string> = {
  '/files/{key} key': 'signed: a link is for whoever has it',
  '/inbox/{token} token': 'its address is its secret',
  '/mcp id': 'the number of a call',
  '/v1/models/{id} id': 'the same models for everybody',
  '/v1/videos/characters video': 'the bytes of a film',
  '/api/v1/email_verifications token': 'sent by mail',
  '/api/v1/password_resets/confirm token': 'sent by mail',
}

/** A cursor is a place in the order of one's own list, made of a time and an id: nothing is looked up by it. */
const isCursor = ({ name }: PlaceOfId): boolean => name === 'cursor'

function kindOf({ path, where, name }: PlaceOfId): Kind {
  const kinds: Record<string, Kind> = {
    account_id: 'account',
    application_id: 'application',
    credential_id: 'credential',
    endpoint_id: 'endpoint',
    task_id: 'task',
    user_id: 'account',
    'characters[].id': 'character',
    'input_reference.file_id': 'file',
    'video.id': 'video',
    video: 'video',
  }
  const byName = kinds[name]
  if (byName) return byName
  const folders: [RegExp, Kind][] = [
    [/^\/sora\/tasks|\/tasks\//, 'task'],
    [/^\/v1\/videos\/characters/, 'character'],
    [/^\/v1\/videos/, 'video'],
    [/^\/v1\/webhook_endpoints/, 'endpoint'],
    [/\/accounts\//, 'account'],
    [/\/applications\//, 'application'],
    [/\/credentials\//, 'credential'],
    [/\/deliveries\//, 'delivery'],
    [/\/files\//, 'file'],
    [/\/inboxes\//, 'inbox'],
    [/\/invites\//, 'invite'],
    [/\/sessions\//, 'session'],
  ]
  const answer = folders.find(([folder]) => folder.test(path))?.[1]
  assert.ok(answer, `${path} ${where} ${name}: what is this the id of? Walk it, or say why not.`)
  return answer
}

/** What a request needs beside the id to be one. */
const bodies: Record<string, object> = {
  '/v1/videos': { prompt: 'a cat', model: 'sora-2' },
  '/v1/videos/sync': { prompt: 'a cat', model: 'sora-2' },
  '/v1/videos/{id}/remix': { prompt: 'a cat' },
  '/v1/videos/edits': { prompt: 'a cat' },
  '/v1/videos/extensions': { prompt: 'a cat', seconds: '4' },
  '/v1/webhook_endpoints/{id}': { enabled: false },
  '/v1/webhook_endpoints/{id}/test': { event_type: 'video.failed' },
  '/api/v1/credentials/{id}': { name: 'mine' },
  '/api/v1/admin/accounts/{id}': { disabled: true },
  '/api/v1/admin/accounts/{id}/credits': { credits: 1, note: 'a gift' },
}

/** The requests that name `id` at a place. */
function requestsAt({ method, path, where, name }: PlaceOfId, id: string): InjectOptions[] {
  const verb = method as 'GET' | 'POST' | 'PATCH' | 'DELETE'
  const url = path.replace(/\{\w+\}/, where === 'path' ? id : randomUUID())
  if (where === 'query') return [{ method: verb, url: `${path}?${name}=${id}` }]
  const hasBody = verb === 'POST' || verb === 'PATCH'
  const base = bodies[path] ?? {}
  if (where === 'path') return [{ method: verb, url, ...(hasBody && { payload: base }) }]
  if (path === '/sora/tasks' && name === 'ids')
    return [{ method: verb, url, payload: { action: 'retrieve_batch', ids: [id] } }]
  if (path === '/sora/tasks')
    return ['retrieve', 'cancel', 'delete'].map((action) => ({ method: verb, url, payload: { action, id } }))
  return [{ method: verb, url, payload: { ...base, ...fieldAt(name, id) } }]
}

/** `characters[].id` becomes `{ characters: [{ id }] }`. */
function fieldAt(way: string, id: string): object {
  const [first = '', ...rest] = way.split('.')
  const name = first.replace('[]', '')
  const value = rest.length > 0 ? fieldAt(rest.join('.'), id) : id
  return { [name]: first.endsWith('[]') ? [value] : value }
}

const moving = ['date', 'x-request-id', 'x-trace-id', 'traceparent', 'openai-processing-ms']

/** An answer without what differs between any two. */
function wordsOf({ statusCode, headers, body }: LightMyRequestResponse, id: string): unknown {
  const kept = Object.entries(headers).filter(([name]) => !moving.includes(name) && !name.includes('ratelimit'))
  const text = JSON.stringify([statusCode, Object.fromEntries(kept), body])
  return text
    .replaceAll(id, 'ID')
    .replaceAll(/trace_id\\":\\"[^"]*"/g, '')
    .replaceAll(/nonce-[^' ]+|req_\w+/g, '')
}

const asEve = async (request: InjectOptions): Promise<LightMyRequestResponse[]> => {
  const { method, url, payload } = request
  const byKey = await server.inject({ ...request, headers: eve.headers })
  return [byKey, await eve.call(method, String(url), payload as object)]
}

const walkedPlaces = (): PlaceOfId[] =>
  placesOfIds(openapiDocument(packageVersion) as unknown as Document).filter(
    (place) => !isCursor(place) && ownersOfNothing[`${place.path} ${place.name}`] === undefined,
  )

test('at every place where an id fits, what is somebody else’s is answered as what there is not, word for word', async () => {
  const places = walkedPlaces()
  assert.ok(places.length > 50, `${places.length} places`)
  for (const place of places) {
    const { theirs, nobodys } = ids[kindOf(place)]
    const [ofTheirs, ofNobodys] = [requestsAt(place, theirs), requestsAt(place, nobodys)]
    for (const [index, request] of ofTheirs.entries()) {
      const other = ofNobodys[index] as InjectOptions
      const name = `${place.method} ${place.path}, ${place.where} ${place.name}`
      const words = (await asEve(request)).map((answer) => wordsOf(answer, theirs))
      assert.deepEqual(
        words,
        (await asEve(other)).map((answer) => wordsOf(answer, nobodys)),
        name,
      )
    }
  }
  const still = await bob.call('GET', `/api/v1/tasks/${ids.task.theirs}`)
  assert.equal(still.json().state, 'succeeded')
})

test('what agents ask about somebody else’s film is answered as about none', async () => {
  const headers = { ...eve.headers, accept: 'application/json, text/event-stream' }
  const ask = async (method: string, params: object) =>
    server.inject({ method: 'POST', url: '/mcp', headers, payload: { jsonrpc: '2.0', id: 1, method, params } })
  const calls: ((id: string) => [string, object])[] = [
    (id) => ['tools/call', { name: 'sora_get_task', arguments: { task_id: id } }],
    (id) => ['tools/call', { name: 'sora_get_tasks_batch', arguments: { task_ids: [id] } }],
    (id) => ['tools/call', { name: 'sora_cancel_task', arguments: { task_id: id } }],
    (id) => ['resources/read', { uri: `rushes://videos/${id}` }],
  ]
  const { theirs, nobodys } = ids.task
  for (const call of calls) {
    const [ofTheirs, ofNobodys] = [await ask(...call(theirs)), await ask(...call(nobodys))]
    assert.ok(!ofTheirs.body.includes('a secret prompt'), ofTheirs.body)
    assert.equal(wordsOf(ofTheirs, theirs), wordsOf(ofNobodys, nobodys))
  }
})

const rounds = 25

test('what is somebody else’s takes as long to refuse as what there is not', async () => {
  for (const place of walkedPlaces()) {
    const { theirs, nobodys } = ids[kindOf(place)]
    const times: Record<keyof Pair, number[]> = { theirs: [], nobodys: [] }
    // One after the other, so that whatever else the machine does meets both alike.
    for (let round = 0; round < rounds; round++) {
      for (const [whose, id] of [
        ['theirs', theirs],
        ['nobodys', nobodys],
      ] as const) {
        const [request] = requestsAt(place, id) as [InjectOptions]
        const start = performance.now()
        await server.inject({ ...request, headers: eve.headers })
        times[whose].push(performance.now() - start)
      }
    }
    const [a, b] = [typical(times.theirs), typical(times.nobodys)]
    const name = `${place.method} ${place.path}, ${place.where} ${place.name}: ${a.toFixed(2)} and ${b.toFixed(2)} ms`
    assert.ok(Math.abs(a - b) < 1 + 0.5 * Math.min(a, b), name)
  }
})

/** Of what was measured, what the machine's other work has disturbed least: the mean of the quickest quarter. */
function typical(times: readonly number[]): number {
  const quickest = times.toSorted((a, b) => a - b).slice(0, Math.ceil(times.length / 4))
  return quickest.reduce((sum, one) => sum + one, 0) / quickest.length
}
