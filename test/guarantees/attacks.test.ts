/** What somebody with ill intent sends is refused in a sentence; it is never a fault of the server, and never more than was theirs. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { landscapePng } from '../acceptance/support/png.ts'
import { browserCall, password, register, registerWithKey } from '../support/person.ts'
import { apiKey, startTestServer, type TestServer, testUrl } from '../support/server.ts'
import { upload } from '../support/upload.ts'

let server: TestServer
let admin: Awaited<ReturnType<typeof register>>
let bob: Awaited<ReturnType<typeof registerWithKey>>
let visitor: ReturnType<typeof browserCall>

before(async () => {
  server = await startTestServer()
  admin = await register(server, 'ada')
  bob = await registerWithKey(server, 'bob')
  visitor = browserCall(server, '')
})
after(() => server[Symbol.asyncDispose]())

test('a form of another site, or of another port of this one, does nothing with a session', async () => {
  const host = 'localhost:8080'
  for (const origin of ['http://localhost:9999', 'null', undefined, 'file://', 'http://localhost:8080.evil.test']) {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json;charset=utf-8',
      'multipart/form-data',
    ]) {
      for (const url of ['/api/v1/credentials', '/api/v1/webhook_secret/rotate', '/api/v1/inboxes', '/api/v1/files']) {
        const headers = { host, cookie: bob.cookie, 'content-type': type, ...(origin && { origin }) }
        const answer = await server.inject({ method: 'POST', url, headers, payload: '{"name":"stolen"}' })
        assert.deepEqual([answer.statusCode, answer.json().error.code], [403, 'forbidden'], `${origin} ${type} ${url}`)
      }
    }
  }
  const { items } = (await bob.call('GET', '/api/v1/credentials')).json()
  assert.ok(items.every(({ name }: { name: string }) => name !== 'stolen'))
})

test('nobody makes themselves an administrator by sending more than was asked for', async () => {
  const more = {
    role: 'administrator',
    account_id: admin.accountId,
    accountId: admin.accountId,
    email_verified: true,
    unlimited: true,
    __proto__x: 1,
  }
  const mallory = await register(server, 'mallory', more)
  assert.notEqual(mallory.accountId, admin.accountId)
  await mallory.call('PATCH', '/api/v1/profile', { name: 'Mallory', ...more })
  const { user } = (await mallory.call('GET', '/api/v1/session')).json()
  assert.deepEqual([user.role, user.name, user.account_id], ['member', 'Mallory', mallory.accountId])
  const application = (
    await mallory.call('POST', '/api/v1/applications', { ...more, remaining: 1e9, free_credits: 1e9 })
  ).json()
  assert.deepEqual(
    [application.remaining, application.unlimited, application.account_id],
    [300, false, mallory.accountId],
  )
  const key = (await mallory.call('POST', '/api/v1/credentials', { ...more, user_id: admin.accountId })).json()
  assert.equal(key.user_id, mallory.accountId)
})

test('credits are whole numbers in bounds, whoever sends them', async () => {
  const accounts = `/api/v1/admin/accounts/${bob.accountId}`
  const before = (await bob.call('GET', '/api/v1/applications')).json().items[0].remaining
  for (const credits of [0, -0, 0.5, 1e13, -1e13, 1e300, '5', null, true, [5], { $gt: 0 }, -301]) {
    const answer = await admin.call('POST', `${accounts}/credits`, { credits })
    assert.deepEqual([answer.statusCode, answer.json().error.code], [400, 'token_mismatched'], JSON.stringify(credits))
  }
  for (const credit_limit of [-1, 0.5, 1e300, '5', [1]]) {
    for (const [who, method, url] of [
      [admin, 'PATCH', `${accounts}/application`],
      [bob, 'POST', '/api/v1/credentials'],
      [bob, 'PATCH', `/api/v1/credentials/${bob.credential.id}`],
    ] as const) {
      const answer = await who.call(method, url, { credit_limit })
      assert.equal(answer.statusCode, 400, `${url} ${JSON.stringify(credit_limit)}`)
    }
  }
  assert.equal((await bob.call('GET', '/api/v1/applications')).json().items[0].remaining, before)
})

test('what no answer gave out, and text that no database keeps, is refused and breaks nothing', async () => {
  const cursors = [
    '99999999999999999999 0',
    '1 abc',
    '1 -',
    '0 ffffffff-ffff-ffff-ffff-fffffffffffff',
    "1 0'; drop table users",
  ]
  const lists = [
    '/api/v1/tasks',
    '/api/v1/usage',
    '/api/v1/deliveries',
    `/api/v1/applications/${bob.application.id}/ledger`,
  ]
  for (const text of cursors) {
    const cursor = Buffer.from(text).toString('base64url')
    for (const url of lists) await assertNoFault(await bob.call('GET', `${url}?cursor=${cursor}`), `${url} ${text}`)
    await assertNoFault(await admin.call('GET', `/api/v1/admin/accounts?cursor=${cursor}`), text)
  }
  for (const query of [
    'from=1e300',
    'from=-1',
    'from=NaN',
    'to=Infinity',
    'limit=1e9',
    'limit=0',
    'model=%00',
    'q=%00',
    'state=__proto__',
    'limit=1&limit=2',
    'model[]=x',
    'from=253402300800',
    'from=0.0000001',
  ]) {
    for (const url of ['/api/v1/tasks', '/api/v1/usage', '/api/v1/usage/summary', '/api/v1/usage.csv']) {
      await assertNoFault(await bob.call('GET', `${url}?${query}`), `${url}?${query}`)
    }
  }
  for (const path of ['/inbox/%00', '/inbox/..%2f..%2fetc', `/inbox/${'x'.repeat(5000)}`]) {
    await assertNoFault(await server.inject({ method: 'POST', url: path, payload: 'x' }), path)
  }
  for (const path of [
    '/files/%00',
    '/files/..%2f..%2fsecret',
    '/files/%2e%2e/%2e%2e/etc/passwd',
    '/assets/%00',
    '/%00',
    '/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cx',
  ]) {
    await assertNoFault(await server.inject({ url: path }), path)
  }
  for (const name of ['\u0000', 'a\u0000b', '\ud800', '   ', 'x'.repeat(101)]) {
    for (const [method, url] of [
      ['PATCH', '/api/v1/profile'],
      ['POST', '/api/v1/credentials'],
    ] as const) {
      const answer = await bob.call(method, url, { name })
      assert.equal(answer.statusCode, 400, `${url} ${JSON.stringify(name)}`)
    }
  }
  for (const token of ['\u0000', '%00', "' or 1=1 --", 'x'.repeat(512)]) {
    for (const url of ['/api/v1/password_resets/confirm', '/api/v1/email_verifications']) {
      await assertNoFault(await visitor('POST', url, { token, password }), `${url} ${token}`)
    }
  }
  for (const cookie of [
    'rushes.session_token=%00',
    'rushes.session_token=%',
    'rushes.session_token=a.b',
    `rushes.session_token=${'x'.repeat(4000)}`,
    'rushes.session_token=%E0%A4%A',
  ]) {
    const answer = await browserCall(server, cookie)('GET', '/api/v1/sessions')
    assert.equal(answer.statusCode, 401, cookie)
  }
})

test('of two that use one reset link, or one invitation, at once, one succeeds', async () => {
  await register(server, 'gina')
  await visitor('POST', '/api/v1/password_resets', { email: 'gina@example.com' })
  const { items } = (await admin.call('GET', '/api/v1/admin/password_resets')).json()
  const { url } = items.find(({ email }: { email: string }) => email === 'gina@example.com')
  const token = new URL(url).searchParams.get('token')
  const attempts = await Promise.all(
    ['the first password', 'the second password'].map((next) =>
      visitor('POST', '/api/v1/password_resets/confirm', { token, password: next }),
    ),
  )
  assert.deepEqual(attempts.map(({ statusCode }) => statusCode).sort(), [200, 400])
  const invite = new URL((await admin.call('POST', '/api/v1/admin/invites', { role: 'administrator' })).json().url)
  const people = await Promise.all(
    ['hugo', 'ines', 'jack'].map((name) =>
      visitor('POST', '/api/v1/registrations', {
        email: `${name}@example.com`,
        password,
        invite: invite.searchParams.get('invite'),
      }),
    ),
  )
  assert.deepEqual(people.map(({ statusCode }) => statusCode).sort(), [200, 403, 403])
})

test('fifty inboxes asked for at once are no more than an account may have', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => bob.call('POST', '/api/v1/inboxes')))
  assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 20)
  assert.equal((await bob.call('GET', '/api/v1/inboxes')).json().count, 20)
})

test('files sent at once take no more than an account may keep', async () => {
  const png = landscapePng(32, 32)
  const { bytes } = await upload(server, bob.headers, 'x.png', 'image/png', png)
  await using small = await startTestServer({ file: { limits: { accountUploadBytes: 2 * bytes } } })
  const headers = { authorization: `Bearer ${apiKey}` }
  const answers = await Promise.all(Array.from({ length: 6 }, () => upload(small, headers, 'x.png', 'image/png', png)))
  assert.equal(answers.filter(({ id }) => id !== undefined).length, 2)
  const { items } = (await small.inject({ url: '/api/v1/files', headers })).json()
  assert.equal(items.length, 2)
})

test('two administrators who take the role from each other at once leave one', async () => {
  const invite = new URL((await admin.call('POST', '/api/v1/admin/invites', { role: 'administrator' })).json().url)
  const kim = await register(server, 'kim', { invite: invite.searchParams.get('invite') })
  const others = (await admin.call('GET', '/api/v1/admin/accounts?limit=200')).json().items
  for (const { id, role } of others) {
    if (role !== 'administrator' || id === admin.accountId || id === kim.accountId) continue
    await admin.call('PATCH', `/api/v1/admin/accounts/${id}`, { role: 'member' })
  }
  const answers = await Promise.all([
    admin.call('PATCH', `/api/v1/admin/accounts/${kim.accountId}`, { role: 'member' }),
    kim.call('PATCH', `/api/v1/admin/accounts/${admin.accountId}`, { role: 'member' }),
  ])
  assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1)
  const [left] = answers[0]?.statusCode === 200 ? [admin] : [kim]
  assert.equal((await left.call('GET', '/api/v1/admin/accounts')).statusCode, 200)
  if (left === kim) await kim.call('PATCH', `/api/v1/admin/accounts/${admin.accountId}`, { role: 'administrator' })
})

test('an upload’s name and form are text: no path, no header, no fault', async () => {
  const boundary = 'b'
  const send = (disposition: string, type = 'image/png') =>
    server.inject({
      method: 'POST',
      url: '/api/v1/files',
      headers: { ...bob.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\ncontent-type: ${type}\r\n\r\n`),
        landscapePng(32, 32),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    })
  for (const name of [
    '../../../../etc/passwd',
    '..\\..\\x.png',
    '/etc/passwd',
    'a%00.png',
    '%0d%0aset-cookie: a=b',
    '<img src=x>.html',
    '=cmd|calc',
  ]) {
    const answer = await send(`name="file"; filename="${name}"`)
    assert.equal(answer.statusCode, 200, name)
    const { url } = answer.json()
    const { pathname, search } = new URL(url)
    const file = await server.inject({ url: pathname + search })
    assert.deepEqual([file.statusCode, file.headers['content-type']], [200, 'image/png'], name)
    assert.equal(file.headers['x-content-type-options'], 'nosniff')
    assert.match(String(file.headers['content-security-policy']), /default-src 'none'/)
    assert.equal(file.headers['set-cookie'], undefined)
  }
  for (const [disposition, type] of [
    ['name="file"', 'application/octet-stream'],
    ['name="file"; filename=""', 'image/png'],
    ['name="__proto__"; filename="x.png"', 'image/png'],
    ['filename="x.png"', 'image/png'],
    ['name="file"', 'text/plain'],
  ] as const) {
    await assertNoFault(await send(disposition, type), disposition)
  }
  const sendAs = (type: string, payload: string | Buffer) => {
    const headers = { ...bob.headers, 'content-type': type }
    return server.inject({ method: 'POST', url: '/api/v1/files', headers, payload })
  }
  const form = 'multipart/form-data'
  for (const type of [form, `${form}; boundary=`, `${form}; boundary="`, `${form}; boundary=${'x'.repeat(300)}`]) {
    const answer = await sendAs(type, 'x')
    assert.equal(answer.statusCode, 400, `${type}: ${answer.body}`)
  }
  const cut = '--b\r\ncontent-disposition: form-data; name="file"; filename="x.png"\r\ncontent-type: image/png\r\n\r\n'
  for (const payload of ['', '--b--\r\n', cut, Buffer.concat([Buffer.from(cut), landscapePng(32, 32)])]) {
    const answer = await sendAs(`${form}; boundary=b`, payload)
    assert.equal(answer.statusCode, 400, `${payload.length} bytes: ${answer.body}`)
  }
})

test('a test event reaches no address inside, however it is written, nor by way of an inbox’s address', async () => {
  await using guarded = await startTestServer({ config: { allowPrivateUrls: false } })
  const person = await registerWithKey(guarded, 'liz')
  const urls = [
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::1]/',
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://0/',
    'http://127.1/',
    'http://a@127.0.0.1/',
    'http://localhost./',
    `${testUrl}/inbox/../api/v1/credentials`,
    `${testUrl}@127.0.0.1/inbox/${'x'.repeat(32)}`,
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'javascript:alert(1)',
    'http://127.0.0.1:5432/',
  ]
  for (const url of urls) {
    const answer = await person.call('POST', '/api/v1/webhook_tests', { url })
    await assertNoFault(answer, url)
    assert.ok(answer.statusCode === 400 || answer.json().delivered === false, `${url} ${answer.body}`)
    if (answer.statusCode === 200) assert.equal(answer.json().status, null, `${url} ${answer.body}`)
  }
})

function assertNoFault(answer: { statusCode: number; body: string }, what: string): void {
  assert.ok(answer.statusCode < 500, `${what}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
}
