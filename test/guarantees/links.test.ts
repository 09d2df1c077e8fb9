/** Signed links over HTTP: what was signed and nothing beside it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let link: URL
let other: URL
const get = (url: string, method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' = 'GET', headers = {}) =>
  server.inject({ url, method, headers })

before(async () => {
  server = await startTestServer()
  const make = async () =>
    new URL((await server.post('/sora/videos', { prompt: 'a cat', duration: 10 })).json().data[0].video_url)
  link = await make()
  other = await make()
})
after(() => server[Symbol.asyncDispose]())

test('a link with any one character changed opens nothing, and neither does it for another file, method or way to write it', async () => {
  const { pathname, search, searchParams } = link
  assert.equal((await get(pathname + search)).statusCode, 200)
  const signature = searchParams.get('signature') ?? ''
  const expires = searchParams.get('expires') ?? ''
  const key = pathname.slice('/files/'.length)
  const urls = [
    other.pathname + search,
    pathname,
    `${pathname}?expires=${expires}`,
    `${pathname}?signature=${signature}`,
    `${pathname}?expires=${Number(expires) + 1}&signature=${signature}`,
    `${pathname}${search}&expires=${Number(expires) + 1000}`,
    `${pathname}${search}&signature=${signature}`,
    `${pathname}?expires[]=${expires}&signature=${signature}`,
    `/files/x/..%2f${key}${search}`,
    `/files/%2f${key}${search}`,
    `/files//${key}${search}`,
    `/files/${key.replaceAll('/', '%5c')}${search}`,
    `/files/${key}%00${search}`,
    `/files/${key}%0a${search}`,
    `/files/${key}/${search}`,
    `/files/${key}/..%2f..%2f..%2f..%2fetc%2fpasswd${search}`,
    `/files/..%2f..%2fsecret${search}`,
    `/files/%2e%2e%2fsecret${search}`,
    `/files/%252e%252e%252fsecret${search}`,
    `/files/C:%5csecret${search}`,
    `/files/%2fetc%2fpasswd${search}`,
  ]
  const otherCharacter = (one: string) => (one === 'A' ? 'B' : 'A')
  for (let at = 0; at < signature.length - 1; at++) {
    const changed = signature.slice(0, at) + otherCharacter(signature[at] ?? '') + signature.slice(at + 1)
    urls.push(`${pathname}?expires=${expires}&signature=${changed}`)
  }
  for (let at = 0; at < key.length; at++) {
    const changed = key.slice(0, at) + (key[at] === 'b' ? 'c' : 'b') + key.slice(at + 1)
    urls.push(`/files/${changed}${search}`)
  }
  for (const url of urls) {
    const answer = await get(url)
    assert.ok([403, 404].includes(answer.statusCode), `${url}: ${answer.statusCode} ${answer.body.slice(0, 80)}`)
  }
  for (const method of ['POST', 'PUT', 'DELETE'] as const) {
    assert.equal((await get(pathname + search, method)).statusCode, 405, method)
  }
  assert.equal((await get(pathname + search, 'HEAD')).statusCode, 200)
})

test('a signature is written in one way: no last character but its own is good', async () => {
  const { pathname, searchParams } = link
  const signature = searchParams.get('signature') ?? ''
  const opened: string[] = []
  for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
    const url = `${pathname}?expires=${searchParams.get('expires')}&signature=${signature.slice(0, -1)}${last}`
    if ((await get(url)).statusCode === 200) opened.push(last)
  }
  assert.deepEqual(opened, [signature.at(-1)])
})

test('ranges of a link give bytes of its file alone, however they are written', async () => {
  const url = link.pathname + link.search
  const whole = (await get(url)).rawPayload
  for (const range of [
    'bytes=0-9',
    'bytes=-10',
    'bytes=0-0,1-1',
    `bytes=${Array.from({ length: 500 }, (_, at) => `${at}-${at}`).join(',')}`,
    'bytes=-0',
    'bytes=9-3',
    'bytes=99999999999999999999-',
    'bytes=0-99999999999999999999',
    'bytes=-99999999999999999999',
    'bytes=0x1-0x2',
    'bytes=a-b',
    'lines=0-9',
    'bytes=0-9\u0000',
    '',
  ]) {
    const answer = await get(url, 'GET', { range })
    assert.ok([200, 206, 400, 416].includes(answer.statusCode), `${range.slice(0, 40)}: ${answer.statusCode}`)
    assert.ok(answer.rawPayload.length <= whole.length, range.slice(0, 40))
    if (answer.statusCode === 206) assert.ok(whole.includes(answer.rawPayload), range.slice(0, 40))
  }
})

test('what is behind a link says what it is, runs nothing and tells no other site of it', async () => {
  const { headers } = await get(link.pathname + link.search)
  assert.equal(headers['content-type'], 'video/mp4')
  assert.equal(headers['content-disposition'], 'inline')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['referrer-policy'], 'no-referrer')
  assert.equal(
    (await server.inject({ url: link.pathname, headers: { authorization: `Bearer ${apiKey}` } })).statusCode,
    403,
  )
})
