/** Bodies nobody should send, over real sockets: each is answered in a sentence and leaves nothing behind. */
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { checkSuccess } from './support/answers.ts'
import { checkNothingLeft, checkRefused, type RefusalCode } from './support/refusals.ts'
import { apiKey, createHome, type Home, type Server, scripted, serve } from './support/rushes.ts'

const prompt = 'cat running on the river'
const cleaning = new AsyncDisposableStack()
let home: Home
let server: Server

before(async () => {
  home = cleaning.use(await createHome(scripted))
  server = cleaning.use(await serve(home))
})
after(() => cleaning.disposeAsync())

type Case = [body: unknown, message: RegExp, code?: RefusalCode]

async function checkAll(cases: Case[], headers?: Record<string, string>): Promise<void> {
  for (const [body, message, code = 'token_mismatched'] of cases) {
    checkRefused(await server.post('/sora/videos', body, headers), code, message)
  }
}

test('what is not a JSON object is refused', async () => {
  await checkAll([
    ['{', /JSON/i],
    ['{"prompt": "cat"', /JSON/i],
    ["{'prompt': 'cat'}", /JSON/i],
    ['prompt=cat', /JSON/i],
    ['', /empty/],
    ['null', /^The body is empty; allowed: a JSON object\.$/],
    ['[]', /^The body is an array/],
    ['"cat"', /^The body is a string/],
    ['42', /^The body is a number/],
    [Buffer.from([0xff, 0xfe, 0x00, 0x80]), /JSON/i],
    [Buffer.alloc(1024), /JSON/i],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /^The body is an array/],
  ])
  await checkAll([[{ prompt }, /content-type/]], { 'content-type': 'text/plain' })
  await checkAll([['prompt=cat', /content-type/]], { 'content-type': 'application/x-www-form-urlencoded' })
  await checkAll([['--x--', /content-type/]], { 'content-type': 'multipart/form-data; boundary=x' })
})

test('text that is no text, or far too much of it, is refused without being repeated', async () => {
  await checkAll([
    [{}, /^prompt is missing; allowed: text of 1 to 32000 characters\.$/],
    [{ prompt: ' \n\t ' }, /^prompt is /],
    [{ prompt: 'x'.repeat(32_001) }, /^prompt is .*32000 characters/],
    [{ prompt: 'x'.repeat(10_000_000) }, /^prompt is .*32000 characters/],
    [{ prompt: '🐈'.repeat(2_500_000) }, /^prompt is .*32000 characters/],
    [{ prompt: 'cat\0dog' }, /^prompt contains a NUL character/],
    [`{"prompt": "cat \\ud800"}`, /^prompt contains half of a surrogate pair/],
    [`{"prompt": "cat", "other": ["\\udc00"]}`, /^other\[0\] contains half of a surrogate pair/],
    [`{"prompt": "cat", "\\ud800": 1}`, /half of a surrogate pair/],
    [`{"prompt": "cat", "deep": ${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`, /nests deeper than 32 levels/],
    [`{"prompt": "cat", "deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /nests deeper than 32 levels/],
    [{ prompt, image_urls: ['x'.repeat(37_000_000)] }, /over the limit/, 'content_too_large'],
  ])
})

test('fields of the wrong kind are refused by name', async () => {
  await checkAll([
    [{ prompt: 5 }, /^prompt is 5;/],
    [{ prompt: ['cat'] }, /^prompt is \["cat"\];/],
    [{ prompt: { text: 'cat' } }, /^prompt is \{/],
    ['{"__proto__": {"prompt": "cat"}}', /^prompt is missing/],
    ['{"constructor": {"prototype": {"prompt": "cat"}}}', /^prompt is missing/],
    [{ prompt, duration: 'ten' }, /^duration is "ten"; allowed: 10, 15 or 25/],
    [{ prompt, duration: '10.5' }, /^duration is "10\.5";/],
    [{ prompt, duration: [10] }, /^duration is \[10\];/],
    [{ prompt, duration: { seconds: 10 } }, /^duration is \{/],
    [{ prompt, duration: true }, /^duration is true;/],
    [{ prompt, duration: -10 }, /^duration is -10;/],
    ['{"prompt": "cat", "duration": 1e999}', /^duration is /],
    [{ prompt, duration: 10, seconds: '15' }, /^duration is 10 and seconds is 15;/],
    [{ prompt, size: 5 }, /^size is 5;/],
    [{ prompt, size: 'constructor' }, /^size is "constructor";/],
    [{ prompt, size: '1280x720' }, /^size is "1280x720"; .*"version": "2\.0"/],
    [{ prompt, version: '2.0', size: 'small' }, /^size is "small"; .*version "1\.0"/],
    [{ prompt, orientation: ['landscape'] }, /^orientation is \["landscape"\];/],
    [{ prompt, model: { name: 'sora-2' } }, /^model is \{/],
    [{ prompt, model: '__proto__' }, /^model is "__proto__"; offered here/, 'api_not_implemented'],
    [{ prompt, version: ['2.0'] }, /^version is \["2\.0"\];/],
    [{ prompt, version: '4' }, /^version is "4"; offered here/, 'api_not_implemented'],
    [{ prompt, async: 'yes' }, /^async is "yes";/],
    [{ prompt, timeout: '5' }, /^timeout is "5";/],
    [{ prompt, seed: 0.5 }, /^seed is 0\.5;/],
    [{ prompt, callback_url: 'nowhere' }, /^callback_url is "nowhere";/],
    [{ prompt, callback_url: 'ftp://example.com/' }, /^callback_url is "ftp:/],
    [{ prompt, callback_url: `http://example.com/${'x'.repeat(5000)}` }, /^callback_url is /],
    [{ prompt, callback_secret: 'x'.repeat(600) }, /^callback_secret is not shown;/],
    [{ prompt, image_urls: 'http://example.com/cat.png' }, /^image_urls is "http/],
    [{ prompt, image_urls: { 0: 'http://example.com/cat.png' } }, /^image_urls is \{/],
    [{ prompt, image_urls: [7] }, /^image_urls\[0\] is 7;/],
    [{ prompt, image_urls: [['http://example.com/cat.png']] }, /^image_urls\[0\] is \[/],
    [{ prompt, image_urls: Array(17).fill('http://example.com/cat.png') }, /^image_urls is /],
    [{ prompt, image_urls: ['file:///etc/passwd'] }, /^image_urls\[0\] is "file:/],
    [{ prompt, character_url: 'http://example.com/cat.mp4' }, /^character_start is missing/],
    [{ prompt, character_url: 'cat.mp4', character_start: 0, character_end: 1 }, /^character_url is "cat\.mp4";/],
    [{ prompt, character_url: 'http://a.example', character_start: 0, character_end: 4 }, /4 seconds apart/],
    [{ prompt, character_url: 'http://a.example', character_start: -1, character_end: 1 }, /^character_start is -1;/],
    [{ prompt, version: '2.0', character_url: 'http://a.example' }, /^character_url is .*version "1\.0"/],
  ])
})

/** Sends bytes and returns all that comes back. */
async function sendRaw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(server.url)
  const socket = connect({ host: hostname, port: Number(port) }).setTimeout(20_000, () => socket.destroy())
  socket.write(bytes)
  return text(socket)
}

test('bytes that are no HTTP request are answered with the envelope too', async () => {
  const cases = [
    ['cat running on the river\r\n\r\n', 400],
    ['POST /sora/videos HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 400],
  ] as const
  for (const [bytes, status] of cases) {
    const [head = '', body = ''] = (await sendRaw(bytes)).split('\r\n\r\n')
    assert.ok(head.startsWith(`HTTP/1.1 ${status} `), head)
    const envelope = JSON.parse(body)
    assert.deepEqual([envelope.success, envelope.error.code], [false, 'token_mismatched'])
  }
})

test('a body that stops half way is no task', async () => {
  const { hostname, port } = new URL(server.url)
  const socket = connect({ host: hostname, port: Number(port) })
  const head = `POST /sora/videos HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${apiKey}\r\n`
  socket.end(`${head}content-type: application/json\r\ncontent-length: 999\r\n\r\n{"prompt": "cat"`)
  await text(socket)
})

test('all of these left nothing behind, and the server still makes a film', async () => {
  await checkNothingLeft(server, home)
  const { json } = await server.post('/sora/videos', { prompt, version: '2.0' })
  checkSuccess(json, '2.0')
})
