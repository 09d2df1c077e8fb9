/** Callers that are rude at the level of connections: each is refused or cut off, and others are served meanwhile. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { connectionLimits } from '../../src/api/slow-senders.ts'
import { registerWithKey } from '../support/person.ts'
import { rawAnswer } from '../support/raw-answer.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const idleConnections = 2_000
let server: TestServer
let port: number

before(async () => {
  server = await startTestServer({ file: { limits: { requestsPerMinute: 50 } } })
  await server.context.app.listen({ host: '127.0.0.1', port: 0 })
  port = (server.context.app.server.address() as AddressInfo).port
})
after(() => server[Symbol.asyncDispose]())

async function open(head: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => {})
  socket.write(head)
  return socket
}

/** A call that is counted, and makes nothing. */
const call = (key = apiKey) =>
  fetch(`http://127.0.0.1:${port}/sora/videos?dry_run=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: '{"prompt":"a cat"}',
    signal: AbortSignal.timeout(20_000),
  })

test('headers that do not end are cut off, while others are served', async () => {
  const { server: http } = server.context.app
  assert.equal(http.headersTimeout, connectionLimits.headersTimeout)
  assert.equal(http.requestTimeout, connectionLimits.requestTimeout)
  http.headersTimeout = 1_000
  const sockets = await Promise.all(Array.from({ length: 50 }, () => open('GET /healthz HTTP/1.1\r\nhost: x\r\n')))
  const drip = setInterval(() => {
    for (const socket of sockets) socket.writable && socket.write('x-more: 1\r\n')
  }, 100)
  const answers = Promise.all(sockets.map((socket) => rawAnswer(socket)))
  assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200)
  for (const answer of await answers) assert.match(answer, /^HTTP\/1\.1 408 /)
  clearInterval(drip)
  http.headersTimeout = connectionLimits.headersTimeout
})

test('headers of 64 kB are refused with a 431, in one of them or in many', async () => {
  for (const headers of [`x: ${'a'.repeat(65_536)}\r\n`, 'a: bcdefgh\r\n'.repeat(6_000)]) {
    const socket = await open(`GET /healthz HTTP/1.1\r\nhost: x\r\n${headers}\r\n`)
    assert.match(await rawAnswer(socket), /^HTTP\/1\.1 431 [\s\S]*"trace_id"/)
  }
})

test('thousands of idle connections keep nobody from being served', async () => {
  const sockets: Socket[] = []
  while (sockets.length < idleConnections) {
    sockets.push(...(await Promise.all(Array.from({ length: 200 }, () => open('')))))
  }
  assert.equal((await call()).status, 200)
  assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 200)
  for (const socket of sockets) socket.destroy()
})

test('a key that floods is refused, while another is answered each time, in about the time of a quiet server', async () => {
  const { credential } = await registerWithKey(server, 'quiet')
  const flooder = await registerWithKey(server, 'flooder')
  const timed = async () => {
    const started = performance.now()
    const { status } = await call(credential.token)
    assert.equal(status, 200)
    return performance.now() - started
  }
  const medianOf = async () => {
    const times: number[] = []
    for (let one = 0; one < 15; one++) times.push(await timed())
    return times.sort((a, b) => a - b)[7] ?? 0
  }
  const quiet = await medianOf()
  const statuses = new Map<number, number>()
  let flooding = true
  const flood = Array.from({ length: 8 }, async () => {
    while (flooding) {
      const { status } = await call(flooder.credential.token)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  })
  const loud = await medianOf()
  flooding = false
  await Promise.all(flood)
  assert.ok((statuses.get(429) ?? 0) > 0, JSON.stringify([...statuses]))
  assert.ok((statuses.get(200) ?? 0) <= 100, JSON.stringify([...statuses]))
  // Nine calls share one process, so nine times as long is its fair share.
  assert.ok(loud < 12 * quiet + 20, `${loud} ms beside ${quiet} ms`)
})

test('what callers send makes no header of an answer', async () => {
  const lines: string[] = []
  const injected = 'x\r\nset-cookie: a=b\r\n{"level":30,"msg":"forged"}'
  for (const url of [
    `/sora/tasks?x=${encodeURIComponent(injected)}`,
    `/${encodeURIComponent(injected)}`,
    `/files/${encodeURIComponent(injected)}`,
    `/docs?x=${encodeURIComponent(injected)}`,
  ]) {
    for (const name of ['x-request-id', 'x-trace-id', 'traceparent', 'idempotency-key', 'user-agent', 'range']) {
      const answer = await server.inject({ url, headers: { [name]: injected } })
      assert.equal(answer.headers['set-cookie'], undefined)
      assert.notEqual(answer.headers['x-trace-id'], injected)
      lines.push(...Object.values(answer.headers).map(String))
    }
  }
  assert.ok(lines.every((line) => !/[\r\n]/.test(line)))
})
