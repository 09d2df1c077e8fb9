/** Nobody leads the server inside by a URL: not one connection, whatever the spelling, the name server or the redirect. */
import assert from 'node:assert/strict'
import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { createGuardedFetch, FetchError, type GuardedRequest } from './guarded-fetch.ts'
import { hostileGroups, hostileNames, hostileUrls } from './hostile-urls.ts'
import { countAttempts } from './test-attempts.ts'
import { startTestServer } from './test-server.ts'

const budget: GuardedRequest = { maxBytes: 1024, connectTimeoutMs: 5_000, totalTimeoutMs: 10_000 }
const never = new AbortController().signal
const addresses = (...list: string[]): LookupAddress[] =>
  list.map((address) => ({ address, family: isIP(address) || 4 }))
const lookupHostile = async (name: string) => addresses(...(hostileNames[name] ?? assert.fail(`looked up ${name}`)))

function disposable(options: Parameters<typeof createGuardedFetch>[0]) {
  const guarded = createGuardedFetch(options)
  return { ...guarded, [Symbol.asyncDispose]: () => guarded.close() }
}

function checkRefusal(url: string) {
  return (error: unknown) => {
    assert.ok(error instanceof FetchError, `${url}: ${error}`)
    assert.equal(error.kind, 'invalid_parameters')
    assert.ok(['url', 'address', 'resolve'].includes(error.failure), `${url}: ${error.message}`)
    assert.doesNotMatch(error.message, /secret|10\.1\.2\.3/)
    assert.ok(error.message.length < 300, error.message)
    return true
  }
}

test('none of 200 hostile URLs leads to a connection, to this machine or to any other', async () => {
  await using inside = await startTestServer((_request, response) => response.end('secret'), '::')
  const urls = hostileUrls(inside.port)
  assert.ok(new Set(urls).size >= 200, `${new Set(urls).size} URLs`)
  using attempts = countAttempts()
  for (const keepConnections of [false, true]) {
    await using guarded = disposable({ allowPrivateAddresses: false, lookup: lookupHostile, keepConnections })
    for (const url of urls) await assert.rejects(guarded.request(url, budget, never), checkRefusal(url), url)
  }
  assert.deepEqual(attempts.made, [])
  assert.equal(inside.connections(), 0)
})

test('the listener of these tests is reached at every address of this machine, where it is allowed', async () => {
  await using inside = await startTestServer((_request, response) => response.end('secret'), '::')
  await using guarded = disposable({ allowPrivateAddresses: true })
  using attempts = countAttempts()
  for (const host of ['127.0.0.1', '127.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]']) {
    const answer = await guarded.request(`http://${host}:${inside.port}/`, budget, never)
    assert.equal(await text(answer.body), 'secret', host)
  }
  assert.equal(inside.connections(), 5)
  assert.equal(attempts.made.length, 5)
})

test('metadata services and link-local hosts are not reached even where private networks are allowed', async () => {
  await using guarded = disposable({ allowPrivateAddresses: true, lookup: lookupHostile })
  const group = hostileGroups(80).find(({ why }) => why.includes('metadata')) ?? assert.fail('no group')
  using attempts = countAttempts()
  for (const url of [...group.urls, 'http://metadata.test/', 'http://zone.test/', 'http://[fe80::1]/']) {
    await assert.rejects(guarded.request(url, budget, never), checkRefusal(url), url)
  }
  assert.deepEqual(attempts.made, [])
})

test('a name that resolves inside the second time is not reached the second time', async () => {
  await using outside = await startTestServer((_request, response) => response.end('public'))
  await using inside = await startTestServer((_request, response) => response.end('secret'), '127.0.0.2')
  const answers = [addresses('127.0.0.1'), addresses('127.0.0.2')]
  const lookups: string[] = []
  await using guarded = disposable({
    allowPrivateAddresses: ['127.0.0.1/32'],
    lookup: async (name) => {
      lookups.push(name)
      return answers[lookups.length - 1] ?? []
    },
  })
  const first = await guarded.request(`http://rebind.test:${outside.port}/`, budget, never)
  assert.equal(await text(first.body), 'public')
  assert.equal(lookups.length, 1, 'checked and connected with one and the same answer')
  await assert.rejects(guarded.request(`http://rebind.test:${inside.port}/`, budget, never), {
    message: `rebind.test:${inside.port} resolves to a loopback address; only hosts on the public internet are fetched`,
  })
  assert.equal(inside.connections(), 0)
})

test('a kept connection stays with the address that was checked, and what replaces it is checked anew', async () => {
  await using outside = await startTestServer((_request, response) => response.end('public'))
  await using inside = await startTestServer((_request, response) => response.end('secret'), '127.0.0.2')
  let now = '127.0.0.1'
  await using guarded = disposable({
    allowPrivateAddresses: ['127.0.0.1/32'],
    lookup: async () => addresses(now),
    keepConnections: true,
  })
  const post = { ...budget, method: 'POST', body: '{}', repeatable: true } as const
  const url = `http://rebind.test:${outside.port}/`
  const read = async () => text((await guarded.request(url, post, never)).body)
  assert.equal(await read(), 'public')
  now = '127.0.0.2'
  using attempts = countAttempts()
  assert.equal(await read(), 'public')
  assert.equal(outside.connections(), 1)
  outside.server.closeAllConnections()
  await assert.rejects(read(), /resolves to a loopback address/)
  await assert.rejects(
    guarded.request(`http://rebind.test:${inside.port}/`, post, never),
    /resolves to a loopback address/,
  )
  assert.deepEqual(attempts.made, [])
  assert.equal(inside.connections(), 0)
})

test('no redirect of any kind leads inside, at once or after others', async () => {
  await using inside = await startTestServer((_request, response) => response.end('secret'), '127.0.0.2')
  let [status, target] = [302, '']
  await using outside = await startTestServer((request, response) => {
    const further = { '/chain': '/chain/2', '/chain/2': '/start' }[request.url ?? '']
    response.writeHead(status, { location: further ?? target }).end()
  })
  await using guarded = disposable({
    allowPrivateAddresses: ['127.0.0.1/32'],
    lookup: async () => addresses('127.0.0.2'),
  })
  const targets = [
    `${inside.origin}/`,
    `http://inside.test:${inside.port}/`,
    `//127.0.0.2:${inside.port}/`,
    `\\\\127.0.0.2:${inside.port}/`,
    `http:\\\\127.0.0.2:${inside.port}/`,
    `http://user:pw@127.0.0.2:${inside.port}/`,
    `http://127.0.0.1:${outside.port}@127.0.0.2:${inside.port}/`,
    `http://0x7f000002:${inside.port}/`,
    `http://[::ffff:127.0.0.2]:${inside.port}/`,
    `gopher://127.0.0.2:${inside.port}/_GET`,
    'file:///etc/passwd',
    'data:text/plain,secret',
    'javascript:1',
    'http://169.254.169.254/',
    'http://[',
    '',
  ]
  for (status of [301, 302, 303, 307, 308]) {
    for (target of targets) {
      for (const path of ['/', '/chain']) {
        await assert.rejects(guarded.request(outside.origin + path, budget, never), FetchError, `${status} ${target}`)
      }
    }
  }
  // What is no redirect that is followed is an answer, whatever its location says.
  target = `${inside.origin}/`
  for (status of [300, 304, 305, 306]) {
    const answer = await guarded.request(outside.origin, budget, never)
    answer.body.destroy()
    assert.equal(answer.status, status)
  }
  assert.equal(inside.connections(), 0)
})

test('a redirect is resolved anew: a name that was outside for the first hop is not reached inside for the second', async () => {
  await using inside = await startTestServer((_request, response) => response.end('secret'), '127.0.0.2')
  await using outside = await startTestServer((_request, response) => {
    response.writeHead(302, { location: `http://rebind.test:${inside.port}/` }).end()
  })
  let lookups = 0
  await using guarded = disposable({
    allowPrivateAddresses: ['127.0.0.1/32'],
    lookup: async () => addresses(lookups++ === 0 ? '127.0.0.1' : '127.0.0.2'),
  })
  await assert.rejects(
    guarded.request(`http://rebind.test:${outside.port}/`, budget, never),
    /resolves to a loopback address/,
  )
  assert.equal(lookups, 2)
  assert.equal(inside.connections(), 0)
})

test('honest hosts are reached: by IPv6, by a name in other letters, over redirects of every kind', async () => {
  const seen: string[] = []
  let status = 302
  await using four = await startTestServer((_request, response) => {
    response.writeHead(status, { location: `http://bücher.test:${six.port}/there` }).end()
  })
  await using six = await startTestServer((_request, response) => response.end('arrived'), '::1')
  await using guarded = disposable({
    allowPrivateAddresses: ['127.0.0.1/32', '::1/128'],
    lookup: async (name) => {
      seen.push(name)
      return addresses(name === 'four.test' ? '127.0.0.1' : '::1')
    },
  })
  const read = async (url: string) => text((await guarded.request(url, budget, never)).body)
  assert.equal(await read(`http://[::1]:${six.port}/`), 'arrived')
  assert.equal(await read(`http://[0:0:0:0:0:0:0:1]:${six.port}/`), 'arrived')
  assert.equal(await read(`http://bücher.test:${six.port}/`), 'arrived')
  assert.equal(await read(`http://bücher。test:${six.port}/`), 'arrived')
  for (status of [301, 302, 303, 307, 308]) assert.equal(await read(`http://four.test:${four.port}/`), 'arrived')
  assert.deepEqual(new Set(seen), new Set(['four.test', 'xn--bcher-kva.test']))
})
