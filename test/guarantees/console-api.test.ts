import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { landscapePng } from '../acceptance/support/png.ts'
import { watch } from '../support/live.ts'
import { type Person, register, registerWithKey } from '../support/person.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { upload } from '../support/upload.ts'

type Owner = Awaited<ReturnType<typeof registerWithKey>>
type Item = Record<string, unknown> & { id: string }

let server: TestServer
let admin: Person
let bob: Owner

before(async () => {
  server = await startTestServer()
  admin = await register(server, 'ada')
  bob = await registerWithKey(server, 'bob')
  await admin.call('POST', `/api/v1/admin/accounts/${bob.accountId}/credits`, { credits: 10_000 })
})
after(() => server[Symbol.asyncDispose]())

const get = async (url: string, who: Person = bob) => {
  const answer = await who.call('GET', url)
  assert.equal(answer.statusCode, 200, `${url}: ${answer.body}`)
  return answer.json()
}
const make = async (prompt: string, more: object = {}): Promise<string> => {
  const answer = await server.post('/sora/videos', { prompt, duration: 10, ...more }, bob.headers)
  return answer.json().task_id
}
const idsOf = ({ items }: { items: Item[] }) => items.map(({ id }) => id)

test('the list of tasks is searched by words, model, state, key and time, and read to its end in pages', async () => {
  const since = Date.now() / 1000
  const ids = []
  for (const prompt of ['a red kite over the sea', 'a red kite 100% alone', 'a blue kite', '[fail: no] kite']) {
    ids.unshift(await make(prompt))
  }
  assert.deepEqual(idsOf(await get(`/api/v1/tasks?q=kite&from=${since}`)), ids)
  assert.deepEqual(idsOf(await get('/api/v1/tasks?q=sea%20RED')), [ids[3]])
  assert.deepEqual(idsOf(await get('/api/v1/tasks?q=100%25')), [ids[2]])
  assert.deepEqual(idsOf(await get('/api/v1/tasks?q=kite&state=failed')), [ids[0]])
  assert.deepEqual(idsOf(await get('/api/v1/tasks?q=kite&state=open')), [])
  assert.deepEqual(idsOf(await get(`/api/v1/tasks?q=kite&credential_id=${bob.credential.id}`)), ids)
  assert.deepEqual(idsOf(await get('/api/v1/tasks?q=kite&model=sora-2-pro')), [])
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await get(`/api/v1/tasks?q=kite&limit=1&cursor=${cursor}`)
    seen.push(...idsOf(page))
    cursor = page.next_cursor
  }
  assert.deepEqual(seen, ids)
  assert.equal((await bob.call('GET', '/api/v1/tasks?cursor=nonsense')).statusCode, 400)
})

test('a task page has its film, its events with durations, its request, answer and cost', async () => {
  const id = await make('a green tree', { seed: 7 })
  const task = await get(`/api/v1/tasks/${id}`)
  assert.deepEqual([task.state, task.prompt, task.credits, task.seed], ['succeeded', 'a green tree', 10, 7])
  assert.equal(task.request.duration, 10)
  assert.equal(task.response.success, true)
  assert.deepEqual(
    task.events.map(({ type }: { type: string }) => type),
    ['created', 'submitting', 'running', 'storing', 'succeeded'],
  )
  assert.ok(
    task.events.every(({ seconds }: { seconds: number | null }, index: number) =>
      index < 4 ? seconds !== null && seconds >= 0 : seconds === null,
    ),
  )
  for (const url of [task.video_url, task.thumbnail_url, task.files[0].url]) {
    assert.equal((await server.inject({ url: url.replace('http://rushes.test', '') })).statusCode, 200)
  }
})

test('a task is cancelled, made anew with its references, and deleted; usage stays', async () => {
  const image = `data:image/png;base64,${landscapePng(64, 64).toString('base64')}`
  const id = await make('[stall] with a picture', { image_urls: [image], async: true })
  assert.deepEqual((await bob.call('POST', `/api/v1/tasks/${id}/cancel`)).json(), {
    id,
    cancelled: true,
    state: 'cancelled',
  })
  assert.deepEqual((await bob.call('POST', `/api/v1/tasks/${id}/cancel`)).json(), {
    id,
    cancelled: true,
    state: 'cancelled',
  })
  const { task_id: again } = (await bob.call('POST', `/api/v1/tasks/${id}/retry`)).json()
  const task = await get(`/api/v1/tasks/${again}`)
  assert.deepEqual(
    [task.prompt, task.files.map(({ kind }: { kind: string }) => kind)],
    ['[stall] with a picture', ['image']],
  )
  await bob.call('POST', `/api/v1/tasks/${again}/cancel`)
  assert.deepEqual((await bob.call('DELETE', `/api/v1/tasks/${id}`)).json(), { id, deleted: true })
  assert.equal((await bob.call('GET', `/api/v1/tasks/${id}`)).statusCode, 404)
  const { items } = await get('/api/v1/usage?state=cancelled')
  assert.ok(items.some((row: { task_id: string; credits: number }) => row.task_id === id && row.credits === 0))
})

test('usage is listed, summed by day, model and key, and exported as CSV that no spreadsheet runs', async () => {
  const evil = (await bob.call('POST', '/api/v1/credentials', { name: '=cmd(),"x"' })).json()
  await server.post('/sora/videos', { prompt: 'a cat', duration: 10 }, { authorization: `Bearer ${evil.token}` })
  const sums = await get(`/api/v1/usage/summary?by=credential&credential_id=${evil.id}`)
  assert.deepEqual(sums.items, [
    { key: evil.id, label: '=cmd(),"x"', tasks: 1, succeeded: 1, failed: 0, seconds: 10, credits: 10 },
  ])
  const [row] = (await get(`/api/v1/usage?credential_id=${evil.id}`)).items
  assert.deepEqual([row.status, row.state, row.credits, row.model], [200, 'succeeded', 10, 'sora-2'])
  const byDay = await get('/api/v1/usage/summary')
  const byModel = await get('/api/v1/usage/summary?by=model')
  assert.equal(byDay.items[0].key, new Date().toISOString().slice(0, 10))
  assert.equal(
    byDay.items[0].tasks,
    byModel.items.reduce((sum: number, { tasks }: { tasks: number }) => sum + tasks, 0),
  )
  const csv = await bob.call('GET', `/api/v1/usage.csv?credential_id=${evil.id}`)
  assert.match(String(csv.headers['content-type']), /^text\/csv/)
  const [head, line] = csv.body.split('\r\n')
  assert.match(head ?? '', /^task_id,trace_id,created_at/)
  assert.match(line ?? '', /,"'=cmd\(\),""x""",sora-2,1\.0,10,/)
})

test('a callback is sent again when asked, and its attempts are shown', async () => {
  let status = 500
  await using receiver = await startReceiver((_request, response) => void response.writeHead(status).end())
  await using own = await startTestServer({ config: { callbackRetrySeconds: [] } })
  const person = await register(own, 'ada')
  await own.post('/sora/videos', { prompt: '[fail]', callback_url: receiver.url })
  await receiver.until(1)
  const list = async () => (await person.call('GET', '/api/v1/deliveries')).json().items
  while ((await list())[0].state === 'pending') await new Promise(setImmediate)
  const [failed] = await list()
  assert.deepEqual([failed.state, failed.attempts[0].status, failed.url], ['failed', 500, receiver.url])
  status = 204
  const again = await person.call('POST', `/api/v1/deliveries/${failed.id}/send_again`)
  assert.equal(again.json().state, 'pending', again.body)
  await receiver.until(2)
  assert.equal(receiver.received[1]?.headers['webhook-id'], failed.id)
  while ((await list())[0].state === 'pending') await new Promise(setImmediate)
  assert.deepEqual((await list())[0].state, 'delivered')
})

test('an inbox shows a callback with its signature checked, live, and only to its owner', async () => {
  const inbox = (await bob.call('POST', '/api/v1/inboxes')).json()
  await using events = await watch(server, bob.headers)
  const id = await make('an inbox', { callback_url: inbox.url, async: true })
  const news = await events.until(({ event }) => event === 'inbox')
  assert.equal(news.data.inbox_id, inbox.id)
  const { items } = await get(`/api/v1/inboxes/${inbox.id}/items`)
  assert.deepEqual([items[0].verified, JSON.parse(items[0].body).task_id, items[0].truncated], [true, id, false])
  const forged = await server.inject({
    method: 'POST',
    url: new URL(inbox.url).pathname,
    headers: {
      'content-type': 'text/html',
      'webhook-id': 'x',
      'webhook-timestamp': '1',
      'webhook-signature': 'v1,eA==',
    },
    payload: `<script>alert(1)</script>${'x'.repeat(100_000)}`,
  })
  assert.equal(forged.statusCode, 204)
  const [newest] = (await get(`/api/v1/inboxes/${inbox.id}/items`)).items
  assert.deepEqual([newest.body.length, newest.truncated], [65_536, true])
  assert.equal((await server.inject({ method: 'POST', url: `/inbox/${'x'.repeat(32)}`, payload: 'x' })).statusCode, 404)
})

test('an inbox knows the signature of an endpoint that leads to it, and of no other account’s', async () => {
  const inbox = (await bob.call('POST', '/api/v1/inboxes')).json()
  const endpoint = { name: 'to the inbox', url: inbox.url, event_types: ['video.completed'] }
  const stranger = await registerWithKey(server, 'stranger')
  for (const [who, isKnown] of [
    [bob, true],
    [stranger, false],
  ] as const) {
    const { id } = (await who.call('POST', '/v1/webhook_endpoints', endpoint)).json()
    const test = await who.call('POST', `/v1/webhook_endpoints/${id}/test`, { event_type: 'video.completed' })
    assert.equal(test.statusCode, 200, test.body)
    const [newest] = (await get(`/api/v1/inboxes/${inbox.id}/items`)).items
    assert.deepEqual([newest.verified, JSON.parse(newest.body).type], [isKnown, 'video.completed'])
    await who.call('DELETE', `/v1/webhook_endpoints/${id}`)
  }
})

test('a replaced signing secret signs beside the new one until its time is over; a test event says what came of it', async () => {
  await using receiver = await startReceiver()
  const before = (await get('/api/v1/webhook_secret')).webhook_secret
  const after = (await bob.call('POST', '/api/v1/webhook_secret/rotate', { overlap_seconds: 600 })).json()
  assert.notEqual(after.webhook_secret, before)
  assert.ok(after.previous_until > Date.now() / 1000)
  const sent = (await bob.call('POST', '/api/v1/webhook_tests', { url: receiver.url })).json()
  assert.deepEqual([sent.delivered, sent.status], [true, 200])
  const [{ body, headers } = { body: '', headers: {} }] = receiver.received
  for (const secret of [before, after.webhook_secret]) {
    assert.doesNotThrow(() => new Webhook(secret).verify(body, headers as Record<string, string>))
  }
  const nobody = (await bob.call('POST', '/api/v1/webhook_tests', { url: 'http://127.0.0.1:9/' })).json()
  assert.deepEqual([nobody.delivered, nobody.status], [false, null])
  assert.ok(nobody.error)
})

test('an uploaded picture is checked, shown and works as a reference', async () => {
  const file = await upload(server, bob.headers, 'photo.png', 'text/html', landscapePng(1280, 720))
  assert.deepEqual([file.kind, file.width, file.height, file.content_type], ['image', 1280, 720, 'image/png'])
  const shown = await server.inject({ url: file.url.replace('http://rushes.test', '') })
  assert.equal(shown.headers['content-type'], 'image/png')
  const answer = await server.post(
    '/sora/videos',
    { prompt: 'a cat', version: '2.0', size: '1280x720', image_urls: [file.url] },
    bob.headers,
  )
  assert.equal(answer.json().success, true, answer.body)
  const film = answer.json().data[0].video_url
  const reused = await server.post(
    '/sora/videos',
    { prompt: 'a cat', duration: 10, character_url: film, character_start: 0, character_end: 1 },
    bob.headers,
  )
  assert.equal(reused.json().success, true, reused.body)
  assert.deepEqual((await bob.call('DELETE', `/api/v1/files/${file.id}`)).json(), { id: file.id, deleted: true })
  assert.equal((await server.inject({ url: file.url.replace('http://rushes.test', '') })).statusCode, 404)
})

test('a file that is no picture or film is refused, whatever it calls itself', async () => {
  const page = await upload(
    server,
    bob.headers,
    'photo.png',
    'image/png',
    Buffer.from('<html><script>alert(1)</script>'),
  )
  assert.match(page.error.message, /file is an HTML page; allowed: a PNG/)
  const broken = await upload(server, bob.headers, 'photo.png', 'image/png', landscapePng(64, 64).subarray(0, 60))
  assert.match(broken.error.message, /file/)
  const none = await bob.call('POST', '/api/v1/files', { a: 1 })
  assert.match(none.json().error.message, /multipart\/form-data/)
})

test('who watches hears of their own tasks, and of nobody else’s', async () => {
  const carla = await registerWithKey(server, 'carla')
  await using mine = await watch(server, bob.headers)
  await using theirs = await watch(server, carla.headers)
  const id = await make('watched')
  const states = new Set<unknown>()
  await mine.until(({ event, data }) => {
    if (event === 'task' && data.id === id) states.add(data.state)
    return data.id === id && data.state === 'succeeded'
  })
  assert.ok(states.has('queued') && states.has('running'), [...states].join())
  const own = (await server.post('/sora/videos', { prompt: 'a cat', duration: 10 }, carla.headers)).json().task_id
  await theirs.until(({ data }) => data.id === own && data.state === 'succeeded')
  assert.ok(!JSON.stringify(theirs.seen).includes(id))
})

test('the administrator gives and takes credits, sets limits, disables and looks at everything', async () => {
  const dora = await registerWithKey(server, 'dora')
  const account = `/api/v1/admin/accounts/${dora.accountId}`
  const change = async (path: string, body: object, method: 'POST' | 'PATCH' = 'POST') =>
    (await admin.call(method, `${account}${path}`, body)).json()
  assert.equal((await change('/credits', { credits: 50, note: 'welcome' })).application.remaining, 350)
  assert.equal((await change('/credits', { credits: -340 })).application.remaining, 10)
  assert.match((await change('/credits', { credits: -11 })).error.message, /no more than what remains, which is 10/)
  assert.equal((await change('/application', { credit_limit: 5 }, 'PATCH')).application.credit_limit, 5)
  const refused = await server.post('/sora/videos', { prompt: 'a cat', duration: 10 }, dora.headers)
  assert.equal(refused.json().error.code, 'used_up')
  assert.equal((await change('/application', { credit_limit: null }, 'PATCH')).application.credit_limit, null)
  assert.deepEqual(idsOf(await get('/api/v1/admin/accounts?q=DORA', admin)), [dora.accountId])
  assert.equal((await change('', { disabled: true }, 'PATCH')).disabled, true)
  assert.equal((await dora.call('GET', '/api/v1/tasks')).statusCode, 401)
  assert.equal((await server.post('/sora/tasks', { id: 'x' }, dora.headers)).statusCode, 403)
  const last = await admin.call('PATCH', `/api/v1/admin/accounts/${admin.accountId}`, { role: 'member' })
  assert.match(last.json().error.message, /no administrator/)
  const [engine] = (await get('/api/v1/admin/engines', admin)).items
  assert.deepEqual([engine.name, engine.models], ['scripted', ['sora-2', 'sora-2-pro']])
  assert.ok((await get(`/api/v1/admin/tasks?account_id=${bob.accountId}`, admin)).count > 0)
  const books = await get('/api/v1/admin/reconciliation', admin)
  assert.deepEqual([books.agrees, books.problems], [true, []])
})

test('what people write is text in every answer, never a page', async () => {
  const xss = '<img src=x onerror=alert(1)>'
  const key = (await bob.call('POST', '/api/v1/credentials', { name: xss })).json()
  await server.post(
    '/sora/videos',
    { prompt: `[fail: ${xss}] ${xss}`, duration: 10 },
    { authorization: `Bearer ${key.token}` },
  )
  await bob.call('PATCH', '/api/v1/profile', { name: xss })
  for (const url of [
    '/api/v1/session',
    '/api/v1/credentials',
    '/api/v1/tasks?q=onerror',
    '/api/v1/usage',
    '/api/v1/nowhere/<img>',
  ]) {
    const answer = await bob.call('GET', url)
    assert.match(String(answer.headers['content-type']), /^application\/json/, url)
    assert.equal(answer.headers['x-content-type-options'], 'nosniff', url)
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/, url)
  }
  const [task] = (await get('/api/v1/tasks?q=onerror')).items
  assert.deepEqual([task.prompt.includes(xss), task.error.message.includes(xss)], [true, true])
})
