/** What somebody who has a copy of the database, and nothing else, can do with it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Queryable } from '../../src/db/queryable.ts'
import { startMailServer } from '../support/mail-server.ts'
import { browserCall, cookiesOf, password, register, registerWithKey } from '../support/person.ts'
import { startTestServer, testUrl } from '../support/server.ts'
import { wholeDatabase } from '../support/whole-database.ts'

const everythingIn = async (db: Queryable): Promise<string> => [...(await wholeDatabase(db)).values()].flat().join('\n')

const parameter = (url: string, name: string): string => new URL(url).searchParams.get(name) ?? ''

test('a copy of the database holds no key, password, cookie, invitation, signed link or secret of the server', async () => {
  await using server = await startTestServer({ config: { secret: 'the-secret-of-this-very-server' } })
  const ada = await register(server, 'ada')
  const invite = (await ada.call('POST', '/api/v1/admin/invites', {})).json()
  const bob = await registerWithKey(server, 'bob')
  const rotated = (await bob.call('POST', `/api/v1/credentials/${bob.credential.id}/rotate`, {})).json()
  const film = (await server.post('/sora/videos', { prompt: 'a cat', duration: 10 }, bob.headers)).json()
  const { webhook_secret: webhookSecret } = (await bob.call('GET', '/api/v1/webhook_secret')).json()
  const copy = await everythingIn(server.context.database)
  // What signs callbacks is needed as it is, and shows that the copy is searched.
  assert.ok(copy.includes(webhookSecret) && copy.includes('bob@example.com'))
  const secrets = {
    key: bob.credential.token,
    'a replaced key': rotated.token,
    password,
    cookie: decodeURIComponent(bob.cookie.split('=').slice(1).join('=')),
    invitation: parameter(invite.url, 'invite'),
    'a signed link': parameter(film.data[0].video_url, 'signature'),
    'the secret of the server': server.config.secret,
  }
  for (const [name, secret] of Object.entries(secrets)) {
    assert.ok(secret && secret.length >= 16, `${name}: ${secret}`)
    assert.ok(!copy.includes(secret), name)
  }
})

test('where mail is sent, a copy of the database opens neither a link for a new password nor one that confirms an address', async () => {
  await using mail = await startMailServer()
  await using server = await startTestServer({ config: { smtpUrl: mail.url } })
  const visitor = browserCall(server, '')
  await visitor('POST', '/api/v1/registrations', { email: 'ada@example.com', password })
  const tokenIn = ({ text }: { text: string }) => decodeURIComponent(/token=([\w.%-]+)/.exec(text)?.[1] ?? '')
  const confirming = tokenIn(await mail.until('ada@example.com', '/verify'))
  await visitor('POST', '/api/v1/email_verifications', { token: confirming })
  await visitor('POST', '/api/v1/password_resets', { email: 'ada@example.com' })
  const resetting = tokenIn(await mail.until('ada@example.com', '/reset-password'))
  const copy = await everythingIn(server.context.database)
  for (const token of [confirming, resetting]) assert.ok(token.length >= 16 && !copy.includes(token), token)
})

test('a session’s token as the database has it opens nothing: its cookie is signed with the secret of the server', async () => {
  await using server = await startTestServer()
  const { cookie } = await register(server, 'ada')
  const [name = ''] = cookie.split('=')
  const { rows } = await sql<{ token: string }>`select token from sessions`.execute(server.context.database)
  const [{ token = '' } = {}] = rows
  assert.equal((await browserCall(server, cookie)('GET', '/api/v1/session')).json().user.email, 'ada@example.com')
  const signature = cookie.slice(cookie.indexOf('.'))
  for (const forged of [token, `${token}.`, `${token}.${token}`, `${'x'.repeat(token.length)}${signature}`]) {
    const answer = await browserCall(server, `${name}=${forged}`)('GET', '/api/v1/session')
    assert.ok(!answer.body.includes('ada@example.com'), forged)
  }
})

test('a session’s cookie is sent over https alone where the server is reached by it, and by no script or other site', async () => {
  for (const [publicUrl, isSecure] of [
    ['https://rushes.test', true],
    [testUrl, false],
  ] as const) {
    await using server = await startTestServer({ publicUrl })
    const answer = await server.inject({
      method: 'POST',
      url: '/api/v1/registrations',
      headers: { origin: publicUrl, host: 'rushes.test' },
      payload: { email: 'ada@example.com', password, name: 'Ada' },
    })
    const cookies = [answer.headers['set-cookie'] ?? []].flat()
    assert.ok(cookiesOf(answer).length > 0, answer.body)
    for (const cookie of cookies) {
      assert.match(cookie, /; HttpOnly/)
      assert.match(cookie, /; SameSite=Lax/)
      assert.equal(/; Secure/.test(cookie), isSecure, cookie)
    }
  }
})
