/** References nobody should send: each is refused in a sentence that names the field, and leaves nothing behind. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { checkSuccess } from './support/answers.ts'
import {
  breakOff,
  promiseMuch,
  redirectTo,
  sendEndlessly,
  silentWav,
  soundOnlyMp4,
  speakNoHttp,
  trickle,
} from './support/bad-references.ts'
import { within } from './support/child.ts'
import { freePort, type Origin, startOrigin } from './support/origin.ts'
import { blackPng, landscapePng } from './support/png.ts'
import { checkNothingLeft, checkRefused, type RefusalCode } from './support/refusals.ts'
import { type Answer, createHome, type Home, type Server, scripted, serve } from './support/rushes.ts'

const prompt = 'cat running on the river'
/** How long the server may take over one image's download, and over what comes before and after it. */
const slowMilliseconds = 15_000
const cleaning = new AsyncDisposableStack()
let home: Home
let server: Server
let origin: Origin
let slowAnswer: Promise<Answer>

before(async () => {
  home = cleaning.use(await createHome({ ...scripted, limits: { referenceSeconds: 3 } }))
  server = cleaning.use(await serve(home))
  origin = cleaning.use(await startOrigin())
  origin.serve('/good.png', landscapePng(64, 64))
  origin.serve('/trickle.png', trickle)
  // The slowest of all refusals goes on beside the others.
  slowAnswer = server.post('/sora/videos', { prompt, image_urls: [`${origin.url}/trickle.png`] })
  slowAnswer.catch(() => {})
})
after(() => cleaning.disposeAsync())

type Case = [url: string, message: RegExp, code?: RefusalCode]

const createWith = (images: string[], more: object = {}) =>
  server.post('/sora/videos', { prompt, image_urls: images, ...more })

async function checkImages(cases: Case[]): Promise<void> {
  for (const [url, message, code = 'token_mismatched'] of cases) {
    const answer = await createWith([url])
    checkRefused(answer, code, message)
    checkRefused(answer, code, /^image_urls\[0\] /)
  }
}

const createWithCharacter = (url: string, start = 0, end = 2) =>
  server.post('/sora/videos', { prompt, character_url: url, character_start: start, character_end: end })

test('files that are no image are refused by what they are', async () => {
  const png = landscapePng(640, 360)
  const files: [path: string, content: Buffer, message: RegExp, code?: RefusalCode][] = [
    ['/page.png', Buffer.from('<!doctype html><title>cat</title>'), /is an HTML page; a JPEG, PNG/],
    ['/empty.png', Buffer.alloc(0), /is an empty file;/],
    ['/text.png', Buffer.from('This is not an image.'), /is text;/],
    ['/drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /is an SVG drawing;/],
    ['/zeros.png', Buffer.alloc(4096), /is data of an unknown kind;/],
    ['/truncated.png', png.subarray(0, png.length / 2), /is a PNG image that is cut off or damaged;/],
    ['/header.png', png.subarray(0, 40), /is a/],
    ['/bomb.png', blackPng(30_000, 30_000), /is an image of 30000x30000 pixels;/, 'content_too_large'],
    ['/line.png', blackPng(20_000, 1), /is an image of 20000x1 pixels;/, 'content_too_large'],
  ]
  for (const [path, content] of files) origin.serve(path, content)
  await checkImages(files.map(([path, , message, code]) => [`${origin.url}${path}`, message, code]))
})

test('rubbish inside the request is refused without being repeated', async () => {
  const inline = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`
  await checkImages([
    ['data:', /is a data: URL without data/],
    ['data:image/png;base64', /is a data: URL without data/],
    ['data:image/png;base64,', /is empty/],
    ['data:image/png;base64,!!!!', /is /],
    ['data:image/png,%zz', /broken percent-encoding/],
    ['data:text/html,<script>alert(1)</script>', /is /],
    [inline(Buffer.from('hello')), /is text/],
    [inline(blackPng(30_000, 30_000)), /30000x30000/, 'content_too_large'],
    ['A'.repeat(10_000), /is /],
  ])
})

test('addresses that lead nowhere are refused by what went wrong', async () => {
  origin.serve('/loop.png', redirectTo('/loop.png'))
  origin.serve('/inwards.png', redirectTo('http://169.254.169.254/latest/meta-data/'))
  origin.serve('/to-file.png', redirectTo('file:///etc/passwd'))
  origin.serve('/huge.png', promiseMuch)
  origin.serve('/endless.png', sendEndlessly)
  origin.serve('/broken.png', breakOff)
  origin.serve('/no-http.png', speakNoHttp)
  const { host } = new URL(origin.url)
  await checkImages([
    [`${origin.url}/nothing.png`, /answered 404/],
    [`http://127.0.0.1:${await freePort()}/cat.png`, /refused the connection/],
    ['http://no-such-host.invalid/cat.png', /no-such-host\.invalid could not be resolved/],
    ['http://169.254.169.254/latest/meta-data/', /link-local address/],
    [`http://user:secret@${host}/good.png`, /carries a user name or password/],
    [`${origin.url}/loop.png`, /redirect/],
    [`${origin.url}/inwards.png`, /link-local address/],
    [`${origin.url}/to-file.png`, /scheme|redirect/],
    [`${origin.url}/huge.png`, /is larger|larger than|MB/, 'content_too_large'],
    [`${origin.url}/endless.png`, /is larger|larger than|MB/, 'content_too_large'],
    [`${origin.url}/broken.png`, /broke the connection/],
    [`${origin.url}/no-http.png`, /not HTTP/],
  ])
})

test('one bad image among good ones refuses all of them', async () => {
  const good = `${origin.url}/good.png`
  const answer = await createWith([good, good, `${origin.url}/nothing.png`])
  checkRefused(answer, 'token_mismatched', /^image_urls\[2\] could not be fetched/)
})

test('an image of another size than a version 2.0 video is refused, naming both sizes', async () => {
  const answer = await createWith([`${origin.url}/good.png`], { version: '2.0', size: '1280x720' })
  checkRefused(answer, 'token_mismatched', /^image_urls\[0\] is 64x64 pixels and size is 1280x720;/)
})

test('a character that is no video, has no pictures or ends too early is refused', async () => {
  const film = checkSuccess((await server.post('/sora/videos', { prompt, version: '2.0' })).json, '2.0')
  const clip = await fetch(film.data[0].video_url)
  origin.serve('/short.mp4', Buffer.from(await clip.arrayBuffer()))
  assert.deepEqual((await server.post('/sora/tasks', { action: 'delete', id: film.task_id })).json, {
    id: film.task_id,
    deleted: true,
  })
  origin.serve('/page.mp4', Buffer.from('<html><body>cat</body></html>'))
  origin.serve('/sound.wav', silentWav(3))
  const cases: [path: string, message: RegExp, start?: number, end?: number][] = [
    ['/short.mp4', /^character_url is 4(\.\d+)? s long, which ends before the 6 s asked for/, 3, 6],
    ['/short.mp4', /^character_url is 4(\.\d+)? s long/, 30_000, 30_002],
    ['/page.mp4', /^character_url is an HTML page;/],
    ['/sound.wav', /^character_url is a WAV sound file;/],
    ['/good.png', /^character_url is a PNG image;/],
    ['/nothing.mp4', /^character_url could not be fetched: .* answered 404;/],
  ]
  const sound = await soundOnlyMp4(join(home.directory, '..'))
  if (sound) {
    origin.serve('/sound.mp4', sound)
    cases.push(['/sound.mp4', /^character_url has no video stream;/])
  }
  for (const [path, message, start, end] of cases) {
    checkRefused(await createWithCharacter(`${origin.url}${path}`, start, end), 'token_mismatched', message)
  }
})

test('private addresses are neither fetched from nor called back where the operator does not allow them', async () => {
  await using strictHome = await createHome({ ...scripted, limits: { referenceSeconds: 3 } })
  await using strict = await serve(strictHome, { RUSHES_ALLOW_PRIVATE_URLS: 'false' })
  const { port } = new URL(origin.url)
  const before = origin.received.length
  const hosts = [
    '127.0.0.1',
    'localhost',
    'cat.localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '2130706433',
    '0x7f.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '[fd00::1]',
    '[fe80::1]',
  ]
  for (const host of hosts) {
    const url = `http://${host}:${port}/good.png`
    const image = await strict.post('/sora/videos', { prompt, image_urls: [url] })
    checkRefused(
      image,
      'token_mismatched',
      /^image_urls\[0\] could not be fetched: .*only hosts on the public internet are fetched/,
    )
  }
  const url = `${origin.url}/good.png`
  const character = await strict.post('/sora/videos', {
    prompt,
    character_url: url,
    character_start: 0,
    character_end: 1,
  })
  checkRefused(
    character,
    'token_mismatched',
    /^character_url could not be fetched: .*only hosts on the public internet/,
  )
  const callback = await strict.post('/sora/videos', { prompt, version: '2.0', callback_url: `${origin.url}/callback` })
  checkRefused(callback, 'token_mismatched', /^callback_url .*only hosts on the public internet/)
  await checkNothingLeft(strict, strictHome)
  assert.equal(origin.received.length, before)
})

test('a host that answers a byte a second is given up on', async () => {
  const answer = await within(slowMilliseconds, slowAnswer, () => 'the server still waits for the slow host')
  checkRefused(
    answer,
    'token_mismatched',
    /^image_urls\[0\] could not be fetched: .* did not complete its answer within \d+ s;/,
  )
})

test('all of these left nothing behind, and the server still makes a film', async () => {
  await checkNothingLeft(server, home)
  const { json } = await createWith([`${origin.url}/good.png`], { duration: 10 })
  checkSuccess(json, '1.0')
})
