/** What ends a session or a key ends it everywhere, at once: on every server of a database, and in streams that are open. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { watch } from '../support/live.ts'
import { browserCall, cookiesOf, password, register, registerWithKey } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const config = { secret: 'the secret that both servers know' }
let server: TestServer
let admin: Awaited<ReturnType<typeof register>>
let bob: Awaited<ReturnType<typeof registerWithKey>>

before(async () => {
  server = await startTestServer({ config })
  admin = await register(server, 'ada')
  bob = await registerWithKey(server, 'bob')
})
after(() => server[Symbol.asyncDispose]())

const newKey = async (who: { call: typeof bob.call }) => {
  const { id, token } = (await who.call('POST', '/api/v1/credentials', { name: 'key' })).json()
  return { id, headers: { authorization: `Bearer ${token}` } }
}
const logIn = async (name: string) => ({
  cookie: cookiesOf(
    await browserCall(server, '')('POST', '/api/v1/sessions', { email: `${name}@example.com`, password }),
  ),
})

test('a stream ends when its key is revoked or loses its secret, and no other does', async () => {
  const [revoked, rotated, kept] = [await newKey(bob), await newKey(bob), await newKey(bob)]
  await using revokedStream = await watch(server, revoked.headers)
  await using rotatedStream = await watch(server, rotated.headers)
  await using keptStream = await watch(server, kept.headers)
  await bob.call('DELETE', `/api/v1/credentials/${revoked.id}`)
  await revokedStream.ended
  await bob.call('POST', `/api/v1/credentials/${rotated.id}/rotate`, { overlap_seconds: 0 })
  await rotatedStream.ended
  const { task_id: id } = (await server.post('/sora/videos', { prompt: 'a cat', async: true }, kept.headers)).json()
  await keptStream.until(({ event, data }) => event === 'task' && data.id === id)
})

test('a stream ends when its session does, however that ends', async () => {
  const fay = await register(server, 'fay')
  const [here, there, elsewhere] = [await logIn('fay'), await logIn('fay'), await logIn('fay')]
  await using hereStream = await watch(server, here)
  await using thereStream = await watch(server, there)
  await using elsewhereStream = await watch(server, elsewhere)
  await browserCall(server, here.cookie)('DELETE', '/api/v1/session')
  await hereStream.ended
  const { items } = (await browserCall(server, there.cookie)('GET', '/api/v1/sessions')).json()
  const { id } = items.find(({ current }: { current: boolean }) => current)
  await fay.call('DELETE', `/api/v1/sessions/${id}`)
  await thereStream.ended
  await fay.call('POST', '/api/v1/profile/password', { current_password: password, password: 'a quite new one' })
  await elsewhereStream.ended
})

test('the streams of an account that is disabled end, a key’s and a session’s', async () => {
  const gus = await registerWithKey(server, 'gus')
  await using byKey = await watch(server, gus.headers)
  await using bySession = await watch(server, { cookie: gus.cookie })
  await admin.call('PATCH', `/api/v1/admin/accounts/${gus.accountId}`, { disabled: true })
  await byKey.ended
  await bySession.ended
})

test('what is revoked, ended or disabled through one server is refused by another at once, and its streams end there', {
  skip: process.env.TEST_DATABASE_URL === undefined && 'an embedded database has one server',
}, async () => {
  const { databaseUrl } = server.config
  await using other = await startTestServer({ config: { ...config, databaseUrl } })
  const key = await newKey(bob)
  const ask = (at: TestServer, headers: Record<string, string>) => at.inject({ url: '/api/v1/applications', headers })
  assert.equal((await ask(other, key.headers)).statusCode, 200)
  await using stream = await watch(other, key.headers)
  await bob.call('DELETE', `/api/v1/credentials/${key.id}`)
  assert.equal((await ask(other, key.headers)).statusCode, 401)
  await stream.ended

  const hal = await registerWithKey(server, 'hal')
  assert.equal((await ask(other, { cookie: hal.cookie })).statusCode, 200)
  await using watching = await watch(other, { cookie: hal.cookie })
  await admin.call('PATCH', `/api/v1/admin/accounts/${hal.accountId}`, { disabled: true })
  assert.equal((await ask(other, { cookie: hal.cookie })).statusCode, 401)
  assert.equal((await ask(other, hal.headers)).statusCode, 403)
  await watching.ended
  // Its sessions have ended for good.
  await admin.call('PATCH', `/api/v1/admin/accounts/${hal.accountId}`, { disabled: false })
  assert.equal((await ask(other, { cookie: hal.cookie })).statusCode, 401)
})

test('the list of services says the application of whoever asks, by a session or a key', async () => {
  const ask = async (headers: Record<string, string>) =>
    (await server.inject({ url: '/api/v1/services', headers })).json().items[0].application_id
  assert.equal(await ask({}), null)
  assert.equal(await ask({ cookie: bob.cookie }), bob.application.id)
  assert.equal(await ask(bob.headers), bob.application.id)
  const ida = await register(server, 'ida')
  assert.equal(await ask((await newKey(ida)).headers), null)
  const refused = await server.inject({ url: '/api/v1/services', headers: { authorization: 'Bearer nonsense' } })
  assert.equal(refused.statusCode, 401)
})
