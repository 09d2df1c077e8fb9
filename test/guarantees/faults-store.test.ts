/** The bucket answers with faults, slowly, or breaks off. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type S3TestServer, s3TestKeys, startS3Server } from '../../src/storage/test-s3-server.ts'
import { type Fate, type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.ts'
import { startTestServer, type TestServer, testUrl } from '../support/server.ts'

Object.assign(process.env, s3TestKeys)
const film = { prompt: 'a cat', version: '2.0', duration: 4 }
let bucket: S3TestServer
let proxy: FaultyProxy
let server: TestServer
before(async () => {
  bucket = await startS3Server()
  proxy = await startFaultyProxy(bucket.endpoint)
  const where = { bucket: bucket.bucket, endpoint: proxy.url, region: 'us-east-1', forcePathStyle: true, prefix: '' }
  server = await startTestServer({ config: { s3: { ...where, presign: false, silenceMilliseconds: 500 } } })
})
after(async () => {
  await server[Symbol.asyncDispose]()
  await proxy[Symbol.asyncDispose]()
  await bucket.stop()
})

/** The next requests meet these fates, all others are answered. */
function next(...fates: Fate[]): () => number {
  let met = 0
  proxy.fateOf = () => fates[met++] ?? 'answer'
  return () => met
}
const pathOf = (answer: { json(): { data: [{ video_url: string }] } }) =>
  answer.json().data[0].video_url.slice(testUrl.length)

test('a bucket that refuses, hangs and breaks off while a film is stored gets it all the same', async () => {
  for (const fates of [
    ['refuse', 'refuse', 'refuse'],
    ['hang', 'hang'],
    ['cut', 'refuse', 'hang'],
  ] as Fate[][]) {
    const met = next(...fates)
    const answer = await server.post('/sora/videos', film)
    assert.equal(answer.statusCode, 200, answer.body)
    assert.ok(met() > fates.length, `${met()} requests`)
    assert.equal((await server.inject({ url: pathOf(answer) })).rawPayload.toString('latin1', 4, 8), 'ftyp')
  }
})

test('a bucket that does not come back fails a film by a sentence and costs nothing; what is stored is told to be away, and is there again', async () => {
  next()
  const stored = pathOf(await server.post('/sora/videos', film))
  const used = async () =>
    (await server.context.database.selectFrom('applications').select(['used', 'reserved']).execute())[0]
  const before = await used()
  proxy.fateOf = () => 'refuse'
  const failed = await server.post('/sora/videos', film)
  assert.equal(failed.statusCode, 503, failed.body)
  assert.match(failed.json().error.message, /takes or gives no files/)
  assert.deepEqual(await used(), before)
  const away = await server.inject({ url: stored })
  assert.deepEqual([away.statusCode, away.headers['retry-after']], [503, '30'], away.body)
  proxy.fateOf = () => 'answer'
  assert.equal((await server.inject({ url: stored })).statusCode, 200)
  assert.equal((await server.post('/sora/videos', film)).statusCode, 200)
})
