/** Files of the largest size allowed go through the server without staying in it; larger ones are refused early. */
import assert from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { writeTestFilm } from '../../src/engines/scripted/test-film.ts'
import { createTestDatabase } from '../support/database.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { createServeProcess, type ServeProcess } from '../support/serve-process.ts'

const key = 'test-key-of-a-memory-test'
const growthMegabytes = 64
/** A body of JSON is a text of 33 MB in memory, and read from that text; a file in a form, or behind a URL, never is. */
const inlineGrowthMegabytes = 160
const imageBytes = 25 * 1024 * 1024
const videoBytes = 200 * 1024 * 1024
const answerMilliseconds = 30_000
const rounds = 3
/** Linux tells a process's peak, and forgets it when it is asked to. */
const skip = existsSync('/proc/self/clear_refs') ? false : 'the peak of the memory cannot be told here'
let server: ServeProcess
let receiver: Receiver
let database: Awaited<ReturnType<typeof createTestDatabase>>
const path = (name: string) => join(database.dataDirectory, name)

before(async () => {
  database = await createTestDatabase()
  await writeFile(path('config.json'), JSON.stringify({ models: { 'sora-2': ['scripted'] } }))
  server = createServeProcess({
    RUSHES_DATA_DIR: database.dataDirectory,
    RUSHES_API_KEY: key,
    RUSHES_CONFIG: path('config.json'),
    ...(database.databaseUrl && { DATABASE_URL: database.databaseUrl }),
  })
  await server.start()
  receiver = await startReceiver(({ path: name }, response) => {
    createReadStream(path(name.slice(1))).pipe(response)
  })
  const picture = sharp({ create: { width: 720, height: 1280, channels: 3, background: '#27ae60' } })
  await writeFile(path('image.jpg'), await padded(await picture.jpeg().toBuffer(), imageBytes))
  await writeTestFilm(path('film.mp4'), { width: 720, height: 1280, seconds: 4 })
  const film = await readFile(path('film.mp4'))
  const box = Buffer.alloc(8)
  box.writeUInt32BE(videoBytes - film.length)
  box.write('free', 4)
  await writeFile(path('film.mp4'), await padded(Buffer.concat([film, box]), videoBytes))
  // What a server needs for its first call of each kind stays with it: it is not counted.
  for (const bytes of [imageBytes / 2, imageBytes]) {
    await writeFile(path('warm.jpg'), (await readFile(path('image.jpg'))).subarray(0, bytes))
    await send('/v1/videos', { prompt: '[fail]' }, { field: 'input_reference', file: 'warm.jpg' })
  }
})
after(async () => {
  await server.end('SIGKILL')
  await receiver[Symbol.asyncDispose]()
  await database.remove()
})

/** Readers of JPEG and MP4 pass over what follows. */
const padded = async (start: Buffer, bytes: number) => Buffer.concat([start, Buffer.alloc(bytes - start.length)])

const boundary = 'a-boundary-of-the-test'
const authorization = `Bearer ${key}`

/** POSTs a form with fields and a file, streamed from disk. */
async function send(url: string, fields: Record<string, string>, { field, file }: { field: string; file: string }) {
  const head = [
    ...Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${file}"\r\n\r\n`,
  ].join('')
  const tail = `\r\n--${boundary}--\r\n`
  const handle = await open(path(file))
  const { size } = await handle.stat()
  await handle.close()
  const length = Buffer.byteLength(head) + size + tail.length
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const headers = {
      authorization,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': length,
    }
    const call = request(`${server.url}${url}`, { method: 'POST', headers }, async (answer) =>
      resolve({ status: answer.statusCode ?? 0, body: await text(answer) }),
    )
    call.on('error', reject)
    call.write(head)
    createReadStream(path(file))
      .on('end', () => call.end(tail))
      .pipe(call, { end: false })
  })
}

const inline = async (name: string) => `data:image/jpeg;base64,${(await readFile(path(name))).toString('base64')}`

async function sendJson(fields: object) {
  const answer = await fetch(`${server.url}/sora/videos`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: '[fail]', duration: 10, async: true, ...fields }),
  })
  return { status: answer.status, body: await answer.text() }
}

/** How far the server's memory went beyond what it had before the call, in megabytes. */
async function growthDuring<T>(call: () => Promise<T>): Promise<{ answer: T; grown: number }> {
  const status = `/proc/${server.pid}/status`
  const kilobytes = async (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(await readFile(status, 'utf8'))?.[1])
  const before = await kilobytes('VmRSS')
  await writeFile(`/proc/${server.pid}/clear_refs`, '5')
  const answer = await call()
  return { answer, grown: ((await kilobytes('VmHWM')) - before) / 1000 }
}

for (const [name, call] of Object.entries<() => Promise<{ status: number; body: string }>>({
  'an image of 25 MB in a form': () =>
    send('/v1/videos', { prompt: '[fail]' }, { field: 'input_reference', file: 'image.jpg' }),
  'a video of 200 MB in a form, of a character': () =>
    send('/v1/videos/characters', { name: 'Moss' }, { field: 'video', file: 'film.mp4' }),
  'a video of 200 MB in a form, to be edited': () =>
    send('/v1/videos/edits', { prompt: '[fail]' }, { field: 'video', file: 'film.mp4' }),
  'a video of 200 MB in a form, to be gone on with': () =>
    send('/v1/videos/extensions', { prompt: '[fail]' }, { field: 'video', file: 'film.mp4' }),
  'an image of 25 MB in base 64': async () => sendJson({ image_urls: [await inline('image.jpg')] }),
  'an image of 25 MB behind a URL': () => sendJson({ image_urls: [`${receiver.url}/image.jpg`] }),
  'a video of 200 MB behind a URL': () =>
    sendJson({ character_url: `${receiver.url}/film.mp4`, character_start: 0, character_end: 2 }),
  'an image of 25 MB to the files of the console': () =>
    send('/api/v1/files', {}, { field: 'file', file: 'image.jpg' }),
})) {
  const most = name.includes('base 64') ? inlineGrowthMegabytes : growthMegabytes
  test(`${name} is taken under ${most} MB of memory`, { skip }, async (t) => {
    const all: number[] = []
    // What is held shows every time; garbage that was not yet collected does not.
    for (let round = 0; round < rounds && !all.some((grown) => grown < most); round++) {
      const { answer, grown } = await growthDuring(call)
      assert.equal(answer.status, 200, answer.body)
      all.push(grown)
    }
    const told = `grew by ${all.map((grown) => grown.toFixed(1)).join(', ')} MB`
    t.diagnostic(told)
    assert.ok(
      all.some((grown) => grown < most),
      told,
    )
  })
}

const doors = {
  '/v1/videos': { most: imageBytes, type: `multipart/form-data; boundary=${boundary}`, field: 'input_reference' },
  '/v1/videos/edits': { most: videoBytes, type: `multipart/form-data; boundary=${boundary}`, field: 'video' },
  '/api/v1/files': { most: videoBytes, type: `multipart/form-data; boundary=${boundary}`, field: 'file' },
  '/sora/videos': { most: 36_000_000, type: 'application/json', field: undefined },
}

/** Sends raw bytes and resolves with the answer's first bytes and how many were sent until it came. */
function sendRaw(head: string, start: string, most: number): Promise<{ answer: string; sent: number }> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const chunk = Buffer.alloc(65_536, 120)
    let sent = 0
    socket.setTimeout(answerMilliseconds, () => socket.destroy(new Error(`no answer after ${sent} bytes`)))
    socket.on('error', reject)
    socket.once('data', (data) => {
      resolve({ answer: data.toString(), sent })
      socket.destroy()
    })
    const more = () => {
      while (!socket.destroyed && sent < most) {
        const framed = `${chunk.length.toString(16)}\r\n`
        sent += chunk.length
        socket.write(framed)
        socket.write(chunk)
        if (!socket.write('\r\n')) return void socket.once('drain', more)
      }
    }
    socket.write(head)
    if (start) socket.write(`${Buffer.byteLength(start).toString(16)}\r\n${start}\r\n`)
    more()
  })
}

for (const [url, { most, type, field }] of Object.entries(doors)) {
  const head = `POST ${url} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\ncontent-type: ${type}\r\n`
  const start = field
    ? `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="a"\r\n\r\n`
    : '{"prompt":"'

  test(`${url}: a length over the limit is refused before a byte of the body is sent`, async () => {
    const { answer, sent } = await sendRaw(`${head}content-length: ${most + 3_000_000}\r\n\r\n`, '', 0)
    assert.match(answer, /^HTTP\/1.1 413 /)
    assert.equal(sent, 0)
  })

  test(`${url}: a body without a length is refused soon after the limit`, async () => {
    const { answer, sent } = await sendRaw(`${head}transfer-encoding: chunked\r\n\r\n`, start, 4 * most)
    assert.match(answer, /^HTTP\/1.1 413 /)
    assert.ok(sent < most + 32_000_000, `${sent} bytes were sent`)
  })
}
