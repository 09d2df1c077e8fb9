import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let unbuilt: TestServer
const html = { accept: 'text/html,application/xhtml+xml' }

before(async () => {
  unbuilt = await startTestServer({ config: { consoleDirectory: '/nowhere' } })
  const directory = join(unbuilt.config.dataDirectory, 'console')
  await mkdir(join(directory, 'assets'), { recursive: true })
  await writeFile(join(directory, 'index.html'), '<title>the console</title>')
  await writeFile(join(directory, 'favicon.svg'), '<svg/>')
  await writeFile(join(directory, 'assets', 'index-abc.js'), 'export {}')
  server = await startTestServer({ config: { consoleDirectory: directory } })
})
after(async () => {
  await server[Symbol.asyncDispose]()
  await unbuilt[Symbol.asyncDispose]()
})

test('every page of the console is its index.html, under a policy that lets in no foreign script', async () => {
  for (const url of [
    '/',
    '/playground?model=sora-2',
    '/videos/6bf7fb83-5814-4e3e-a4ad-bfa0c26c0b33',
    '/admin/accounts',
  ]) {
    const page = await server.inject({ url, headers: html })
    assert.deepEqual([page.statusCode, page.body], [200, '<title>the console</title>'], url)
    assert.match(String(page.headers['content-type']), /^text\/html/)
    const policy = String(page.headers['content-security-policy'])
    assert.match(policy, /script-src 'self';/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.match(policy, /img-src 'self' http:\/\/rushes\.test blob: data: https:;/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.equal(page.headers['cache-control'], 'no-cache')
  }
})

test('its scripts are kept by browsers for good, its other files are served', async () => {
  const script = await server.inject({ url: '/assets/index-abc.js' })
  assert.equal(script.body, 'export {}')
  assert.match(String(script.headers['cache-control']), /max-age=31536000, immutable/)
  assert.equal((await server.inject({ url: '/favicon.svg' })).headers['content-type'], 'image/svg+xml')
  for (const url of [
    '/assets/nope.js',
    '/assets/../../config',
    '/assets/%2e%2e/index.html',
    '/assets/..%2findex.html',
  ]) {
    const answer = await server.inject({ url })
    assert.ok(answer.statusCode >= 400, url)
    assert.match(String(answer.headers['content-type']), /^application\/json/, url)
  }
})

test('what programs ask for is answered in JSON, also where nothing is', async () => {
  for (const [url, headers] of [
    ['/api/v1/nope', html],
    ['/sora/nope', html],
    ['/files/nope', html],
    ['/nope', {}],
    ['/nope', { accept: 'application/json' }],
  ] as const) {
    const answer = await server.inject({ url, headers })
    assert.ok([403, 404].includes(answer.statusCode), url)
    assert.equal(answer.json().success, false)
  }
  const posted = await server.inject({ method: 'POST', url: '/playground', headers: html })
  assert.equal(posted.statusCode, 404)
})

test('a console that was not built says so in a sentence', async () => {
  const page = await unbuilt.inject({ url: '/', headers: html })
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /was not built; "npm run build"/)
})
