/** What one process takes back, every other process refuses at once: nothing about keys and sessions is kept in memory. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCluster, withoutPostgres } from '../support/cluster.ts'
import { password } from '../support/person.ts'

const models = { 'sora-2': ['scripted'], 'sora-2-pro': ['scripted'] }
const withinMilliseconds = 1_000

test('a key that is revoked or replaced, a session that is ended and an account that is disabled at one process are refused by another within a second', {
  skip: withoutPostgres,
}, async () => {
  await using cluster = await createCluster({ models, accounts: { registration: 'open' } })
  const [here, there] = [cluster.add(['--role', 'api']), cluster.add(['--role', 'api'])]
  await here.start()
  await there.start()
  const call = (url: string, cookie: string, method: string, path: string, body?: object) =>
    fetch(`${url}${path}`, {
      method,
      headers: { cookie, origin: url, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    })
  const register = async (name: string) => {
    const body = { email: `${name}@example.com`, password, name }
    const answer = await call(here.url, '', 'POST', '/api/v1/registrations', body)
    assert.equal(answer.status, 200)
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])
    return {
      cookie: cookie.join('; '),
      id: ((await answer.json()) as { user: { account_id: string } }).user.account_id,
    }
  }
  const admin = await register('ada')
  const bob = await register('bob')
  await call(here.url, bob.cookie, 'POST', '/api/v1/applications', {})
  const newKey = async (more: object = {}) => {
    const answer = await call(here.url, bob.cookie, 'POST', '/api/v1/credentials', { name: 'k', ...more })
    return (await answer.json()) as { id: string; token: string }
  }
  const tryKey = async (token: string) =>
    (await fetch(`${there.url}/v1/models`, { headers: { authorization: `Bearer ${token}` } })).status
  const trySession = async (cookie: string) => (await call(there.url, cookie, 'GET', '/api/v1/sessions')).status
  /** Changes something at one process and asserts when the other refuses. */
  const assertRefused = async (
    what: string,
    status: number,
    change: () => Promise<Response>,
    look: () => Promise<number>,
  ) => {
    assert.equal(await look(), 200, `${what}: before`)
    const { ok } = await change()
    assert.ok(ok, what)
    const from = performance.now()
    while ((await look()) !== status) assert.ok(performance.now() - from < withinMilliseconds, what)
  }

  const revoked = await newKey()
  await assertRefused(
    'revoked',
    401,
    () => call(here.url, bob.cookie, 'DELETE', `/api/v1/credentials/${revoked.id}`),
    () => tryKey(revoked.token),
  )
  const rotated = await newKey()
  await assertRefused(
    'replaced',
    401,
    () => call(here.url, bob.cookie, 'POST', `/api/v1/credentials/${rotated.id}/rotate`, { overlap_seconds: 0 }),
    () => tryKey(rotated.token),
  )
  const second = { email: 'bob@example.com', password }
  const logged = await call(here.url, '', 'POST', '/api/v1/sessions', second)
  const cookie = logged.headers.getSetCookie().map((one) => one.split(';')[0])
  await assertRefused(
    'session',
    401,
    () => call(here.url, cookie.join('; '), 'DELETE', '/api/v1/session'),
    () => trySession(cookie.join('; ')),
  )
  const kept = await newKey()
  await assertRefused(
    'account',
    403,
    () => call(here.url, admin.cookie, 'PATCH', `/api/v1/admin/accounts/${bob.id}`, { disabled: true }),
    () => tryKey(kept.token),
  )
  // Their sessions have ended with it.
  assert.equal(await trySession(bob.cookie), 401)
})
