import assert from 'node:assert/strict'
import type { LookupAddress } from 'node:dns'
import { once } from 'node:events'
import { type AddressInfo, createServer as createTcpServer, isIP } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { createGuardedFetch, FetchError, type GuardedRequest } from './guarded-fetch.ts'
import { startTestServer } from './test-server.ts'

const budget: GuardedRequest = { maxBytes: 1024, connectTimeoutMs: 5_000, totalTimeoutMs: 10_000 }
const never = new AbortController().signal
const addresses = (...list: string[]): LookupAddress[] =>
  list.map((address) => ({ address, family: isIP(address) || 4 }))

function failure(expected: FetchError['failure'], words: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof FetchError, String(error))
    assert.equal(error.failure, expected)
    assert.match(error.message, words)
    return true
  }
}

test('honest redirects are followed, and keys stay with the origin they were for', async () => {
  const seen: Record<string, string | undefined>[] = []
  await using other = await startTestServer((request, response) => {
    seen.push({ authorization: request.headers.authorization, key: request.headers['x-api-key'] as string })
    response.end('arrived')
  })
  await using first = await startTestServer((request, response) => {
    if (request.url === '/start') return void response.writeHead(301, { location: '/here' }).end('moved')
    seen.push({ authorization: request.headers.authorization, key: request.headers['x-api-key'] as string })
    response.writeHead(307, { location: `${other.origin}/there?x=1` }).end()
  })
  await using guarded = disposable({ allowPrivateAddresses: true })
  const headers = { Authorization: 'Bearer key', 'X-Api-Key': 'key' }
  const answer = await guarded.request(`${first.origin}/start`, { ...budget, headers }, never)
  assert.equal(await text(answer.body), 'arrived')
  assert.equal(answer.url, `${other.origin}/there?x=1`)
  assert.deepEqual(seen, [
    { authorization: 'Bearer key', key: 'key' },
    { authorization: undefined, key: undefined },
  ])
})

test('redirects end after the allowed number, and a POST follows none', async () => {
  await using server = await startTestServer((_request, response) => {
    response.writeHead(302, { location: '/again' }).end()
  })
  await using guarded = disposable({ allowPrivateAddresses: true })
  await assert.rejects(
    guarded.request(server.origin, { ...budget, maxRedirects: 2 }, never),
    failure('redirect', /redirects too often/),
  )
  assert.equal(server.connections(), 3)
  const answer = await guarded.request(server.origin, { ...budget, method: 'POST', body: '{}' }, never)
  answer.body.destroy()
  assert.equal(answer.status, 302)
  assert.equal(server.connections(), 4)
})

test('a body is sent as text, bytes and form data, and any status is an answer', async () => {
  await using server = await startTestServer(async (request, response) => {
    response.writeHead(404, { 'x-type': request.headers['content-type'] ?? '' }).end(await text(request))
  })
  await using guarded = disposable({ allowPrivateAddresses: true })
  const post = (body: GuardedRequest['body']) =>
    guarded.request(server.origin, { ...budget, method: 'POST', body }, never)
  assert.equal(await text((await post('one')).body), 'one')
  assert.equal(await text((await post(new TextEncoder().encode('two'))).body), 'two')
  const form = new FormData()
  form.set('prompt', 'three')
  form.set('file', new Blob(['four']), 'four.bin')
  const answer = await post(form)
  assert.equal(answer.status, 404)
  assert.match(String(answer.headers['x-type']), /^multipart\/form-data; boundary=/)
  assert.match(await text(answer.body), /three.*four\.bin.*four/s)
})

test('a host that never answers, or a byte at a time, ends at the total budget', async () => {
  await using silent = await startTestServer(() => {})
  await using slow = await startTestServer((_request, response) => {
    const timer = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(timer))
  })
  await using guarded = disposable({ allowPrivateAddresses: true })
  const short = { ...budget, totalTimeoutMs: 150 }
  const late = failure('timeout', /^127\.0\.0\.1:\d+ did not complete its answer within 0\.15 s$/)
  await assert.rejects(guarded.request(silent.origin, short, never), late)
  const answer = await guarded.request(slow.origin, short, never)
  await assert.rejects(text(answer.body), late)
})

test('a name server that never answers ends at the connect budget', async () => {
  await using guarded = disposable({ allowPrivateAddresses: false, lookup: () => new Promise(() => {}) })
  await assert.rejects(
    guarded.request('http://slow.test/', { ...budget, connectTimeoutMs: 50 }, never),
    failure('connect', /^slow\.test could not be connected to within 0\.05 s$/),
  )
})

test('an endless body ends at the limit, and a long content-length before it', async () => {
  await using endless = await startTestServer((_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(400)));
    }
    response.on('drain', more)
    more()
  })
  await using long = await startTestServer((_request, response) => {
    response.writeHead(200, { 'content-length': 5_000_000 }).flushHeaders()
  })
  await using guarded = disposable({ allowPrivateAddresses: true })
  const tooLarge = (error: unknown) =>
    failure('too_large', /sends more than the 1 KB allowed$/)(error) &&
    (error as FetchError).kind === 'content_too_large'
  const answer = await guarded.request(endless.origin, budget, never)
  await assert.rejects(text(answer.body), tooLarge)
  await assert.rejects(guarded.request(long.origin, budget, never), tooLarge)
})

test('an answer shorter than its content-length, or no HTTP at all, is broken', async () => {
  await using lying = await startTestServer((_request, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('short', () => response.destroy())
  })
  const mail = createTcpServer((socket) => socket.end('220 mail.example.com ESMTP\r\n')).listen(0, '127.0.0.1')
  await once(mail, 'listening')
  const { port } = mail.address() as AddressInfo
  await using guarded = disposable({ allowPrivateAddresses: true })
  const answer = await guarded.request(lying.origin, budget, never)
  await assert.rejects(text(answer.body), failure('broken', /broke the connection before its answer was complete/))
  await assert.rejects(
    guarded.request(`http://127.0.0.1:${port}/`, budget, never),
    failure('broken', /something that is not HTTP/),
  )
  mail.close()
})

test('a refused connection and an unknown name are told apart', async () => {
  const gone = await startTestServer(() => {})
  await gone[Symbol.asyncDispose]()
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
  await using guarded = disposable({ allowPrivateAddresses: true, lookup: () => Promise.reject(unknown) })
  await assert.rejects(guarded.request(gone.origin, budget, never), failure('connect', /refused the connection$/))
  await assert.rejects(
    guarded.request('http://nowhere.test/', budget, never),
    (error: unknown) =>
      failure('resolve', /^nowhere\.test could not be resolved: there is no such name$/)(error) &&
      (error as FetchError).cause === unknown,
  )
})

test('a host that speaks no TLS is called that', async () => {
  await using server = await startTestServer((_request, response) => response.end('plain'))
  await using guarded = disposable({ allowPrivateAddresses: true, lookup: async () => addresses('127.0.0.1') })
  const words = /^plain\.test:\d+ has no valid TLS certificate or speaks no TLS \(/
  await assert.rejects(guarded.request(`https://plain.test:${server.port}/`, budget, never), failure('connect', words))
})

test('a host with an IPv6 and an IPv4 address is reached when only one of them answers', async () => {
  await using server = await startTestServer((_request, response) => response.end('four'))
  await using guarded = disposable({
    allowPrivateAddresses: true,
    lookup: async () => addresses('::1', '127.0.0.1'),
  })
  const answer = await guarded.request(`http://both.test:${server.port}/`, budget, never)
  assert.equal(await text(answer.body), 'four')
})

test('abort ends a request with its reason: before, while waiting and while reading', async () => {
  await using server = await startTestServer((request, response) => {
    if (request.url === '/body') response.write('some')
  })
  await using guarded = disposable({ allowPrivateAddresses: true })
  const reason = new Error('the caller left')
  await assert.rejects(guarded.request(server.origin, budget, AbortSignal.abort(reason)), reason)
  assert.equal(server.connections(), 0)

  const waiting = new AbortController()
  const pending = guarded.request(server.origin, budget, waiting.signal)
  await once(server.server, 'request')
  waiting.abort(reason)
  await assert.rejects(pending, reason)

  const reading = new AbortController()
  const answer = await guarded.request(`${server.origin}/body`, budget, reading.signal)
  await once(answer.body, 'readable')
  reading.abort(reason)
  await assert.rejects(text(answer.body), reason)
})

test('an answer nobody reads to the end gives its connection back', async () => {
  await using server = await startTestServer((_request, response) => void response.write('some'))
  await using guarded = disposable({ allowPrivateAddresses: true })
  const closed = once(server.server, 'connection').then(([socket]) => once(socket, 'close'))
  const answer = await guarded.request(server.origin, budget, never)
  answer.body.destroy()
  await closed
})

function disposable(options: Parameters<typeof createGuardedFetch>[0]) {
  const guarded = createGuardedFetch(options)
  return { ...guarded, [Symbol.asyncDispose]: () => guarded.close() }
}

type Ask = { method?: 'GET' | 'POST'; repeatable?: boolean }
const ask = async (guarded: ReturnType<typeof createGuardedFetch>, url: string, how: Ask = {}) =>
  text((await guarded.request(url, { ...budget, ...how, ...(how.method === 'POST' && { body: '{}' }) }, never)).body)

test('connections are kept for what may be sent twice, and only where that was asked for', async () => {
  await using server = await startTestServer((_request, response) => response.end('answer'))
  await using kept = disposable({ allowPrivateAddresses: true, keepConnections: true })
  for (let count = 0; count < 6; count++) await ask(kept, server.origin)
  for (let count = 0; count < 6; count++) await ask(kept, server.origin, { method: 'POST', repeatable: true })
  const afterKept = server.connections()
  // A connection is free again a moment after the last byte of its answer was read.
  assert.ok(afterKept <= 2, `${afterKept} connections for twelve requests`)
  for (let count = 0; count < 3; count++) await ask(kept, server.origin, { method: 'POST' })
  assert.equal(server.connections(), afterKept + 3)
  await using single = disposable({ allowPrivateAddresses: true })
  for (let count = 0; count < 3; count++) await ask(single, server.origin)
  assert.equal(server.connections(), afterKept + 6)
})

test('a request that a kept connection breaks under goes again over a new one, once, and only if it may be sent twice', async () => {
  let requests = 0
  const answersOf = new WeakMap<object, number>()
  await using server = await startTestServer((request, response) => {
    requests++
    const answers = answersOf.get(request.socket) ?? 0
    answersOf.set(request.socket, answers + 1)
    if (answers === 0 && request.url !== '/broken') return void response.end('answer')
    request.socket.destroy()
  })
  await using guarded = disposable({ allowPrivateAddresses: true, keepConnections: true })
  const post: Ask = { method: 'POST', repeatable: true }
  assert.equal(await ask(guarded, server.origin, post), 'answer')
  assert.equal(await ask(guarded, server.origin, post), 'answer')
  assert.deepEqual({ requests, connections: server.connections() }, { requests: 3, connections: 2 })
  await assert.rejects(ask(guarded, `${server.origin}/broken`, post), failure('broken', /broke the connection/))
  assert.deepEqual({ requests, connections: server.connections() }, { requests: 5, connections: 3 })
  await assert.rejects(ask(guarded, `${server.origin}/broken`, { method: 'POST' }), failure('broken', /broke/))
  assert.equal(requests, 6)
})

test('an answer that nobody asked for is nobody’s: a kept connection that says more is not used again', async () => {
  const answer = (body: string) => `HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  let connections = 0
  const server = createTcpServer((socket) => {
    connections++
    socket.on('error', () => {})
    socket.on('data', () => socket.write(answer('asked') + answer('forged')))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await using guarded = disposable({ allowPrivateAddresses: true, keepConnections: true })
  for (let count = 1; count <= 4; count++) assert.equal(await ask(guarded, url), 'asked', `request ${count}`)
  assert.equal(connections, 4)
  server.close()
})
