import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browserCall, cookiesOf, password, register, registerWithKey } from '../support/person.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let admin: Awaited<ReturnType<typeof register>>
let other: Awaited<ReturnType<typeof registerWithKey>>
let visitor: ReturnType<typeof browserCall>

before(async () => {
  server = await startTestServer()
  visitor = browserCall(server, '')
  assert.equal((await visitor('GET', '/api/v1/session')).json().first, true)
  admin = await register(server, 'ada')
  other = await registerWithKey(server, 'bob')
})
after(() => server[Symbol.asyncDispose]())

test('the first person administers the account that was there; its keys are theirs', async () => {
  const { user, first } = (await admin.call('GET', '/api/v1/session')).json()
  assert.deepEqual([user.role, user.email, first], ['administrator', 'ada@example.com', false])
  const { items } = (await admin.call('GET', '/api/v1/credentials')).json()
  assert.deepEqual(
    items.map(({ name }: { name: string }) => name),
    ['RUSHES_API_KEY'],
  )
  const record = await server.post('/sora/videos', { prompt: 'a cat', async: true })
  const task = (await server.post('/sora/tasks', { id: record.json().task_id })).json()
  assert.equal(task.user_id, admin.accountId)
})

test('a later person has an account of their own, without the service until it is acquired', async () => {
  const person = await register(server, 'carla')
  assert.equal((await person.call('GET', '/api/v1/session')).json().user.role, 'member')
  assert.deepEqual((await person.call('GET', '/api/v1/applications')).json(), { count: 0, items: [] })
  const refused = await person.call('POST', '/sora/videos', { prompt: 'a cat' })
  assert.deepEqual([refused.statusCode, refused.json().error.code], [401, 'token_mismatched'])
  const answers = await Promise.all(
    Array.from({ length: 5 }, async () => (await person.call('POST', '/api/v1/applications', {})).json()),
  )
  assert.equal(new Set(answers.map(({ id }) => id)).size, 1)
  assert.deepEqual([answers[0].remaining, answers[0].used, answers[0].unlimited], [300, 0, false])
  const film = await person.call('POST', '/sora/videos', { prompt: 'a cat', duration: 10 })
  assert.equal(film.json().success, true)
  const { items } = (await person.call('GET', '/api/v1/applications')).json()
  assert.deepEqual([items[0].remaining, items[0].used], [290, 10])
  const ledger = (await person.call('GET', `/api/v1/applications/${items[0].id}/ledger`)).json()
  assert.deepEqual(
    ledger.items.map(({ kind }: { kind: string }) => kind),
    ['settle', 'reserve', 'grant'],
  )
})

test('five that register first at once make one administrator', async () => {
  await using empty = await startTestServer()
  const people = await Promise.all(Array.from({ length: 5 }, (_, index) => register(empty, `person${index}`)))
  const roles = await Promise.all(
    people.map(async (one) => (await one.call('GET', '/api/v1/session')).json().user.role),
  )
  assert.equal(roles.filter((role) => role === 'administrator').length, 1)
  assert.equal(new Set(people.map(({ accountId }) => accountId)).size, 5)
})

test('a session’s cookie is HttpOnly, SameSite and new with every log-in; a planted one is not taken over', async () => {
  const planted = other.cookie.replace(/=.*/, '=planted.c2lnbmF0dXJl')
  const answer = await browserCall(server, planted)('POST', '/api/v1/sessions', {
    email: 'bob@example.com',
    password,
  })
  const [cookie = ''] = [answer.headers['set-cookie'] ?? []].flat()
  assert.match(cookie, /; HttpOnly/i)
  assert.match(cookie, /; SameSite=Lax/i)
  const given = cookiesOf(answer)
  assert.ok(!given.includes('planted') && given !== other.cookie)
  assert.equal((await browserCall(server, planted)('GET', '/api/v1/sessions')).statusCode, 401)
  const again = await visitor('POST', '/api/v1/sessions', { email: 'bob@example.com', password })
  assert.notEqual(cookiesOf(again), given)
})

test('logging out, or ending a session elsewhere, ends it at once', async () => {
  const log = async () => cookiesOf(await visitor('POST', '/api/v1/sessions', { email: 'bob@example.com', password }))
  const [here, there] = [browserCall(server, await log()), browserCall(server, await log())]
  const { items } = (await here('GET', '/api/v1/sessions')).json()
  assert.equal(items.filter(({ current }: { current: boolean }) => current).length, 1)
  assert.deepEqual((await there('DELETE', '/api/v1/session')).json(), { ended: true })
  assert.equal((await there('GET', '/api/v1/sessions')).statusCode, 401)
  const current = items.find((one: { current: boolean }) => one.current)
  const mine = browserCall(server, other.cookie)
  assert.equal((await mine('DELETE', `/api/v1/sessions/${current.id}`)).statusCode, 200)
  assert.equal((await here('GET', '/api/v1/sessions')).statusCode, 401)
  assert.equal((await admin.call('DELETE', `/api/v1/sessions/${items[1].id}`)).statusCode, 404)
})

test('a wrong password and an unknown address are refused in the same words', async () => {
  const wrong = await visitor('POST', '/api/v1/sessions', { email: 'bob@example.com', password: 'wrong' })
  const unknown = await visitor('POST', '/api/v1/sessions', { email: 'nobody@example.com', password: 'wrong' })
  assert.deepEqual([wrong.statusCode, unknown.statusCode], [401, 401])
  assert.deepEqual(wrong.json().error, unknown.json().error)
  assert.deepEqual(cookiesOf(wrong), '')
  const known = await visitor('POST', '/api/v1/password_resets', { email: 'bob@example.com' })
  const nobody = await visitor('POST', '/api/v1/password_resets', { email: 'nobody@example.com' })
  assert.deepEqual([known.json(), nobody.json()], [{ done: true }, { done: true }])
})

test('log-ins are limited for a person and say when to come back', async () => {
  const attempts = await Promise.all(
    Array.from({ length: 12 }, () => visitor('POST', '/api/v1/sessions', { email: 'dora@example.com', password: 'x' })),
  )
  assert.equal(attempts.filter(({ statusCode }) => statusCode === 401).length, 10)
  const refused = attempts.find(({ statusCode }) => statusCode === 429)
  assert.ok(Number(refused?.headers['retry-after']) > 0)
})

test('a page of another site can do nothing in the name of who is logged in', async () => {
  const calls: [string, string][] = [
    ['POST', '/api/v1/credentials'],
    ['POST', '/sora/videos'],
    ['DELETE', '/api/v1/session'],
    ['POST', '/api/v1/profile/password'],
  ]
  const host = 'rushes.test'
  for (const [method, url] of calls) {
    for (const origin of ['https://evil.test', 'null', 'http://rushes.test.evil.test', undefined]) {
      const answer = await server.inject({
        method: method as 'POST',
        url,
        headers: { host, cookie: other.cookie, 'content-type': 'application/json', ...(origin && { origin }) },
        payload: '{"prompt":"a cat"}',
      })
      assert.deepEqual([answer.statusCode, answer.json().error.code], [403, 'forbidden'], `${method} ${url} ${origin}`)
    }
  }
  // A name that was pointed at this machine is another site, too.
  const rebound = await server.inject({
    method: 'POST',
    url: '/api/v1/registrations',
    headers: { host: 'evil.test', origin: 'http://evil.test', 'content-type': 'application/json' },
    payload: JSON.stringify({ email: 'eve@example.com', password }),
  })
  assert.equal(rebound.statusCode, 403)
  const cors = await server.inject({ url: '/api/v1/session', headers: { origin: 'https://evil.test' } })
  assert.equal(cors.headers['access-control-allow-credentials'], undefined)
})

test('one returns to a page of this server, whatever was asked for', async () => {
  for (const [asked, given] of [
    ['/playground?model=sora-2#code', '/playground?model=sora-2#code'],
    ['https://evil.test/', '/'],
    ['//evil.test/x', '/'],
    ['/\\evil.test', '/'],
    ['/\t/evil.test', '/'],
    ['/..//evil.test', '/'],
    ['javascript:alert(1)', '/'],
    ['/%2f/evil.test', '/%2f/evil.test'],
  ]) {
    const answer = await visitor('POST', '/api/v1/sessions', {
      email: 'carla@example.com',
      password,
      return_to: asked,
    })
    assert.equal(answer.json().return_to, given, asked)
  }
})

test('a password is set anew by the link, once, and every session ends', async () => {
  const person = await register(server, 'emil')
  await visitor('POST', '/api/v1/password_resets', { email: 'emil@example.com' })
  const { items } = (await admin.call('GET', '/api/v1/admin/password_resets')).json()
  const { url } = items.find(({ email }: { email: string }) => email === 'emil@example.com')
  const token = new URL(url).searchParams.get('token')
  const next = 'another good password'
  const confirm = () => visitor('POST', '/api/v1/password_resets/confirm', { token, password: next })
  assert.deepEqual((await confirm()).json(), { done: true })
  assert.match((await confirm()).json().error.message, /used or has expired/)
  assert.equal((await person.call('GET', '/api/v1/sessions')).statusCode, 401)
  const logIn = (word: string) => visitor('POST', '/api/v1/sessions', { email: 'emil@example.com', password: word })
  assert.equal((await logIn(password)).statusCode, 401)
  assert.equal((await logIn(next)).statusCode, 200)
})

test('a changed password ends the other sessions; a wrong one changes nothing', async () => {
  const person = await register(server, 'fay')
  const elsewhere = cookiesOf(await visitor('POST', '/api/v1/sessions', { email: 'fay@example.com', password }))
  const change = (current: string) =>
    person.call('POST', '/api/v1/profile/password', { current_password: current, password: 'a quite new one' })
  assert.match((await change('wrong')).json().error.message, /current_password is wrong/)
  const changed = await change(password)
  assert.deepEqual(changed.json(), { done: true })
  assert.equal((await browserCall(server, elsewhere)('GET', '/api/v1/sessions')).statusCode, 401)
  assert.equal((await browserCall(server, cookiesOf(changed))('GET', '/api/v1/sessions')).statusCode, 200)
})

test('a key is shown once, stops at its time, is replaced with an overlap and revoked at once', async () => {
  const { id, token } = (await other.call('POST', '/api/v1/credentials', { name: 'ci', credit_limit: 10 })).json()
  const ask = (key: string) =>
    server.post('/sora/tasks', { action: 'retrieve_batch' }, { authorization: `Bearer ${key}` })
  assert.equal((await ask(token)).statusCode, 200)
  const list = (await other.call('GET', '/api/v1/credentials')).body
  assert.ok(!list.includes(token) && list.includes(token.slice(0, 11)))
  const next = (await other.call('POST', `/api/v1/credentials/${id}/rotate`, { overlap_seconds: 600 })).json()
  assert.equal(next.id, id)
  assert.deepEqual([(await ask(token)).statusCode, (await ask(next.token)).statusCode], [200, 200])
  const last = (await other.call('POST', `/api/v1/credentials/${id}/rotate`, { overlap_seconds: 0 })).json()
  assert.deepEqual([(await ask(token)).statusCode, (await ask(next.token)).statusCode], [401, 401])
  const patched = await other.call('PATCH', `/api/v1/credentials/${id}`, { credit_limit: null, name: 'CI' })
  assert.deepEqual([patched.json().credit_limit, patched.json().name], [null, 'CI'])
  assert.deepEqual((await other.call('DELETE', `/api/v1/credentials/${id}`)).json(), { id, revoked: true })
  assert.equal((await ask(last.token)).statusCode, 401)
  assert.equal((await other.call('POST', `/api/v1/credentials/${id}/rotate`, {})).statusCode, 404)
})

test('a key makes no keys and reads no secrets', async () => {
  for (const [method, url] of [
    ['POST', '/api/v1/credentials'],
    ['GET', '/api/v1/credentials'],
    ['GET', '/api/v1/webhook_secret'],
    ['GET', '/api/v1/admin/invites'],
  ] as const) {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    const answer = await server.inject({ method, url, headers, ...(method === 'POST' && { payload: '{}' }) })
    assert.deepEqual([answer.statusCode, answer.json().error.code], [403, 'forbidden'], url)
  }
})

test('where registration is by invitation, an invitation is good once, for its address', async () => {
  await using closed = await startTestServer({ config: { registration: 'invite' } })
  const anybody = browserCall(closed, '')
  const stranger = await anybody('POST', '/api/v1/registrations', { email: 'eve@example.com', password })
  assert.match(stranger.json().error.message, /by the link that the server prints/)
  const link = new URL((await closed.context.setupLink()) ?? '')
  const first = await register(closed, 'ada', { invite: link.searchParams.get('invite') })
  assert.equal((await first.call('GET', '/api/v1/session')).json().user.role, 'administrator')
  assert.equal(await closed.context.setupLink(), undefined)
  const attempt = (name: string, invite?: string) =>
    anybody('POST', '/api/v1/registrations', { email: `${name}@example.com`, password, invite })
  assert.equal((await attempt('bob')).statusCode, 403)
  const made = (
    await first.call('POST', '/api/v1/admin/invites', { email: 'bob@example.com', role: 'administrator' })
  ).json()
  const token = new URL(made.url).searchParams.get('invite') ?? ''
  assert.equal((await attempt('eve', token)).statusCode, 403)
  assert.equal((await attempt('bob', token)).json().user.role, 'administrator')
  assert.equal((await attempt('carl', token)).statusCode, 403)
  assert.equal((await attempt('dan', 'nonsense')).statusCode, 403)
})
