import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mail, startMailServer } from '../support/mail-server.ts'
import { browserCall, cookiesOf, password } from '../support/person.ts'
import { startTestServer } from '../support/server.ts'

const tokenIn = ({ text }: Mail): string => /token=([\w.%-]+)/.exec(text)?.[1] ?? ''

test('where mail is sent, an address is confirmed before it logs in, and nothing but a mail says who has registered', async () => {
  await using mail = await startMailServer()
  await using server = await startTestServer({ config: { smtpUrl: mail.url } })
  const visitor = browserCall(server, '')
  const register = (email: string) => visitor('POST', '/api/v1/registrations', { email, password })
  const first = await register('ada@example.com')
  const again = await register('ada@example.com')
  assert.deepEqual(first.json(), { user: null, verification_sent: true, return_to: '/' })
  assert.deepEqual([again.statusCode, again.json()], [first.statusCode, first.json()])
  assert.equal(cookiesOf(first), '')
  await mail.until('ada@example.com', 'You have an account')

  const logIn = (word: string) => visitor('POST', '/api/v1/sessions', { email: 'ada@example.com', password: word })
  assert.equal((await logIn(password)).json().verification_sent, true)
  assert.equal((await logIn('wrong')).statusCode, 401)
  const token = decodeURIComponent(tokenIn(await mail.until('ada@example.com', '/verify')))
  const confirmed = await visitor('POST', '/api/v1/email_verifications', { token, return_to: '/keys' })
  assert.deepEqual([confirmed.json().user.email, confirmed.json().return_to], ['ada@example.com', '/keys'])
  const session = await browserCall(server, cookiesOf(confirmed))('GET', '/api/v1/session')
  assert.equal(session.json().user.role, 'administrator')
  assert.equal((await logIn(password)).json().user.email, 'ada@example.com')
  const forged = await visitor('POST', '/api/v1/email_verifications', { token: `${token}x` })
  assert.equal(forged.statusCode, 400)
})

test('where mail is sent, the link for a new password goes to its owner and to nobody else', async () => {
  await using mail = await startMailServer()
  await using server = await startTestServer({ config: { smtpUrl: mail.url } })
  const visitor = browserCall(server, '')
  await visitor('POST', '/api/v1/registrations', { email: 'ada@example.com', password })
  const verification = decodeURIComponent(tokenIn(await mail.until('ada@example.com', '/verify')))
  const confirmed = await visitor('POST', '/api/v1/email_verifications', { token: verification })
  await visitor('POST', '/api/v1/password_resets', { email: 'ada@example.com' })
  const token = tokenIn(await mail.until('ada@example.com', '/reset-password'))
  const admin = browserCall(server, cookiesOf(confirmed))
  assert.deepEqual((await admin('GET', '/api/v1/admin/password_resets')).json(), { count: 0, items: [] })
  const reset = await visitor('POST', '/api/v1/password_resets/confirm', { token, password: 'a new password' })
  assert.deepEqual(reset.json(), { done: true })
})
