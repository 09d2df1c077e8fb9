/** Files in a bucket: the same doors, whatever the store. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { videoIdOf } from '../../src/contract/openai/present-video.ts'
import { type S3TestServer, s3TestKeys, startS3Server } from '../../src/storage/test-s3-server.ts'
import { apiKey, startTestServer, type TestServer, testUrl } from '../support/server.ts'

Object.assign(process.env, s3TestKeys)
const request = { prompt: 'a cat', version: '2.0', duration: 4, seed: 1 }
let bucket: S3TestServer
before(async () => {
  bucket = await startS3Server()
})
after(() => bucket.stop())

const start = (presign: boolean) =>
  startTestServer({
    config: {
      s3: {
        bucket: bucket.bucket,
        endpoint: bucket.endpoint,
        region: 'us-east-1',
        forcePathStyle: true,
        prefix: `${presign}/`,
        presign,
      },
    },
  })

async function makeVideo(server: TestServer): Promise<{ id: string; path: string }> {
  const { task_id: id, data } = (await server.post('/sora/videos', request)).json()
  return { id, path: data[0].video_url.slice(testUrl.length) }
}

test("a film's link leads to the bucket by a link of the bucket's own, without a key", async () => {
  await using server = await start(true)
  const { id, path } = await makeVideo(server)
  const answer = await server.inject({ url: path })
  assert.equal(answer.statusCode, 302)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const film = await fetch(String(answer.headers.location))
  assert.equal(film.headers.get('content-type'), 'video/mp4')
  assert.equal(Buffer.from(await film.arrayBuffer()).toString('latin1', 4, 8), 'ftyp')
  const content = await server.inject({
    url: `/v1/videos/${videoIdOf(id)}/content`,
    headers: { authorization: `Bearer ${apiKey}` },
  })
  assert.equal(content.statusCode, 302, content.body)
})

test('a link that was changed leads to no bucket and to no byte; a link of the bucket ends no later than ours', async () => {
  for (const presign of [true, false]) {
    await using server = await start(presign)
    const { path } = await makeVideo(server)
    const url = new URL(path, testUrl)
    const changed = (name: string, value: string) => {
      const other = new URL(url)
      other.searchParams.set(name, value)
      return other.pathname + other.search
    }
    const expires = Number(url.searchParams.get('expires'))
    const signature = url.searchParams.get('signature') ?? ''
    const refused = [
      changed('expires', String(expires + 3600)),
      changed('signature', `${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`),
      path.replace('video.mp4', 'thumbnail.webp'),
      url.pathname,
    ]
    for (const one of refused) {
      const answer = await server.inject({ url: one })
      assert.ok(answer.statusCode >= 400, `${one}: ${answer.statusCode}`)
      assert.equal(answer.headers.location, undefined)
      assert.match(String(answer.headers['content-type']), /json/)
    }
    if (!presign) continue
    const { searchParams } = new URL(String((await server.inject({ url: path })).headers.location))
    const [, date = ''] = /^(\d{8}T\d{6}Z)$/.exec(searchParams.get('X-Amz-Date') ?? '') ?? []
    const signedAt = Date.parse(date.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5')) / 1000
    const ends = signedAt + Number(searchParams.get('X-Amz-Expires'))
    assert.ok(ends <= expires && ends > Date.now() / 1000, `${ends} and ${expires}`)
  }
})

test('a bucket that callers cannot reach is read through the server, ranges and conditions included', async () => {
  await using server = await start(false)
  const { path } = await makeVideo(server)
  const ask = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    server.inject({ method, url: path, headers })
  const whole = await ask()
  assert.equal(whole.statusCode, 200)
  const film = whole.rawPayload
  assert.equal(Number(whole.headers['content-length']), film.length)
  assert.equal(film.toString('latin1', 4, 8), 'ftyp')
  const etag = String(whole.headers.etag)
  const part = await ask({ range: 'bytes=4-7' })
  assert.deepEqual([part.statusCode, part.body], [206, 'ftyp'])
  assert.equal(part.headers['content-range'], `bytes 4-7/${film.length}`)
  assert.deepEqual((await ask({ range: 'bytes=-5' })).rawPayload, film.subarray(-5))
  assert.equal((await ask({ range: `bytes=${film.length}-` })).statusCode, 416)
  assert.equal((await ask({ range: 'bytes=0-3', 'if-range': '"another"' })).statusCode, 200)
  assert.equal((await ask({ range: 'nonsense' })).statusCode, 200)
  assert.equal((await ask({ 'if-none-match': etag })).statusCode, 304)
  const head = await ask({}, 'HEAD')
  assert.deepEqual([head.statusCode, head.body, head.headers['content-length']], [200, '', String(film.length)])
})

test('HEAD of a link is sent on to the bucket as GET is, and the OpenAPI document says so', async () => {
  await using server = await start(true)
  const { path } = await makeVideo(server)
  const head = await server.inject({ method: 'HEAD', url: path })
  assert.equal(head.statusCode, 302)
  assert.match(String(head.headers.location), /X-Amz-Signature=/)
  const document = (await server.inject({ url: '/openapi.json' })).json()
  assert.ok('Location' in document.paths['/files/{key}'].get.responses['302'].headers)
})

test('deleting a task deletes its objects', async () => {
  await using server = await start(true)
  const { id, path } = await makeVideo(server)
  const { store } = server.context.dispatch
  const keys = () => Array.fromAsync(store.list(`tasks/${id}`, AbortSignal.timeout(10_000)))
  assert.ok((await keys()).length >= 2)
  await server.post('/sora/tasks', { action: 'delete', id })
  assert.deepEqual(await keys(), [])
  assert.equal((await server.inject({ url: path })).statusCode, 404)
})
