/** Kept films over real connections: whole and true for many at once, however slowly they are read. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readlink, truncate, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage, type RequestOptions } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { createLogger } from '../../src/logger.ts'
import { apiKey, startTestServer, type TestServer, type TestServerOptions, testUrl } from '../support/server.ts'

const films = [randomBytes(3_000_000), randomBytes(2_000_001)] as const
const links: string[] = []
let server: TestServer

before(async () => {
  server = await startTestServer()
  const { store, links: signer } = server.context.dispatch
  for (const [number, film] of films.entries()) {
    const path = join(server.config.dataDirectory, `film-${number}`)
    await writeFile(path, film)
    const key = `tasks/downloads/film-${number}.mp4`
    await store.put(key, path, 'video/mp4', AbortSignal.timeout(10_000))
    links.push(signer.sign(key, new Date(Date.now() + 3_600_000)))
  }
  await server.context.app.listen({ host: '127.0.0.1', port: 0 })
})
after(() => server[Symbol.asyncDispose]())

const ask = (number: number, options: RequestOptions = {}) => askFor(links[number] ?? '', server, options)

async function askFor(link: string, { context }: TestServer, options: RequestOptions = {}): Promise<IncomingMessage> {
  const { port } = context.app.server.address() as { port: number }
  const request = get(link.replace(testUrl, `http://127.0.0.1:${port}`), { agent: false, ...options })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return answer
}
const film = (number: number): Buffer => films[number as 0 | 1]

test('many who download at once, some of them slowly, each get their own film, byte for byte', async () => {
  const numbers = Array.from({ length: 24 }, (_, index) => index % 2)
  // Nobody reads yet: of each film a part is on its way.
  const answers = await Promise.all(numbers.map((number) => ask(number)))
  const quick = answers.slice(0, 12).map(async (answer, index) => {
    assert.ok((await buffer(answer)).equals(film(numbers[index] ?? 0)))
  })
  await Promise.all(quick)
  for (const [index, answer] of answers.slice(12).entries()) {
    assert.equal(answer.headers['content-length'], String(film(index % 2).length))
    assert.ok((await buffer(answer)).equals(film(index % 2)))
  }
})

test('a part, a head and a conditional request are answered as those of a whole file', async () => {
  const part = await ask(0, { headers: { range: 'bytes=1000000-2500000' } })
  assert.equal(part.statusCode, 206)
  assert.equal(part.headers['content-range'], 'bytes 1000000-2500000/3000000')
  assert.ok((await buffer(part)).equals(film(0).subarray(1_000_000, 2_500_001)))
  assert.equal(part.headers['x-content-type-options'], 'nosniff')
  assert.match(String(part.headers['content-security-policy']), /media-src 'self'/)
  assert.match(String(part.headers['x-trace-id']), /./)
  const head = await ask(1, { method: 'HEAD' })
  assert.deepEqual([head.statusCode, head.headers['content-length']], [200, '2000001'])
  const { etag = '', 'last-modified': time = '' } = head.headers
  const before = new Date(Date.parse(time) - 1000).toUTCString()
  const asked: [number, Record<string, string>][] = [
    [304, { 'if-none-match': etag }],
    [304, { 'if-none-match': `"other", W/${etag}` }],
    [200, { 'if-none-match': '"other"', 'if-modified-since': time }],
    [304, { 'if-modified-since': time }],
    [200, { 'if-modified-since': before }],
    [200, { 'if-modified-since': 'some day' }],
    [200, { 'if-match': `"other", ${etag}` }],
    [412, { 'if-match': '"other"' }],
    [200, { 'if-unmodified-since': time }],
    [412, { 'if-unmodified-since': before }],
    [206, { 'if-range': etag, range: 'bytes=0-9' }],
    [200, { 'if-range': '"other"', range: 'bytes=0-9' }],
  ]
  for (const [status, headers] of asked) {
    const answer = await ask(1, { method: 'HEAD', headers })
    assert.equal(answer.statusCode, status, JSON.stringify(headers))
  }
})

test('a film of /v1 has the headers of all answers of /v1', async () => {
  const { port } = server.context.app.server.address() as { port: number }
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}/v1/videos${path}`, {
      ...init,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    })
  const made = await call('/sync', { method: 'POST', body: JSON.stringify({ prompt: 'a cat', seconds: '4' }) })
  const again = await call(`/${made.headers.get('x-video-id')}/content`)
  const [bytes, same] = [await made.bytes(), await again.bytes()]
  assert.equal(made.headers.get('content-length'), String(bytes.length))
  assert.deepEqual(same, bytes)
  for (const { headers } of [made, again]) {
    assert.equal(headers.get('x-request-id') ?? 'none', headers.get('x-trace-id'))
    assert.match(headers.get('openai-processing-ms') ?? 'none', /^\d+$/)
  }
})

test('who leaves in the middle of a download leaves no file open', { skip: process.platform !== 'linux' }, async () => {
  const answers = await Promise.all([0, 0, 1, 1].map((number) => ask(number)))
  assert.ok((await openFilms()) > 0)
  for (const answer of answers) answer.destroy()
  while ((await openFilms()) > 0) await setImmediate()
})

async function openFilms(): Promise<number> {
  const names = await readdir('/proc/self/fd')
  const paths = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')))
  return paths.filter((path) => path.includes('tasks/downloads/')).length
}

/** A download of which a part is on its way, from a server of its own. */
async function startDownload(options: TestServerOptions = {}) {
  const own = await startTestServer(options)
  const { app, dispatch } = own.context
  const path = join(own.config.dataDirectory, 'film')
  // More than a connection takes by itself.
  const bytes = randomBytes(20_000_000)
  await writeFile(path, bytes)
  await dispatch.store.put('tasks/long/film.mp4', path, 'video/mp4', AbortSignal.timeout(10_000))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const link = dispatch.links.sign('tasks/long/film.mp4', new Date(Date.now() + 3_600_000))
  const answer = await askFor(link, own)
  await once(answer, 'readable')
  return { own, path, bytes, answer }
}

test('a download that is under way when the server is told to stop comes to its end', async () => {
  const { own, bytes, answer } = await startDownload()
  const stopped = own[Symbol.asyncDispose]()
  assert.ok((await buffer(answer)).equals(bytes))
  await stopped
})

test('a film that breaks off on the disk as it is sent is logged; a caller who leaves is not', async () => {
  const lines: string[] = []
  const logger = createLogger('error', { write: (line) => void lines.push(line) })
  const download = async (end: (path: string, answer: IncomingMessage) => Promise<unknown>) => {
    const { own, path, answer } = await startDownload({ logger })
    await using _ = own
    await end(path, answer)
  }
  await download(async (_path, answer) => answer.destroy())
  assert.deepEqual(lines, [])
  await download(async (path, answer) => {
    // The store has a name of its own for the same file.
    await truncate(path, 1000)
    await assert.rejects(buffer(answer), { code: 'ECONNRESET' })
  })
  assert.equal(lines.length, 1)
  assert.match(lines.join(''), /tasks\/long\/film\.mp4.*has become shorter.*a file broke off as it was sent/)
})
