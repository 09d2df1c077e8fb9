/** The bucket answers with faults, slowly, or breaks off. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type S3TestServer, s3TestKeys, startS3Server } from '../../src/storage/test-s3-server.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { type Fate, type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.ts'
import { mcpClients } from '../support/mcp-clients.ts'
import { apiKey, startTestServer, type TestServer, testUrl } from '../support/server.ts'

Object.assign(process.env, s3TestKeys)
const openClient = mcpClients['2026-07-28'] as NonNullable<(typeof mcpClients)[string]>
const image = `data:image/png;base64,${landscapePng(720, 1280).toString('base64')}`
const film = { prompt: 'a cat', version: '2.0', duration: 4 }
let bucket: S3TestServer
let proxy: FaultyProxy
let server: TestServer
before(async () => {
  bucket = await startS3Server()
  proxy = await startFaultyProxy(bucket.endpoint)
  const where = { bucket: bucket.bucket, endpoint: proxy.url, region: 'us-east-1', forcePathStyle: true, prefix: '' }
  server = await startTestServer({
    file: {
      models: { 'sora-2': ['scripted'], 'sora-2-pro': ['hasty'] },
      engines: { hasty: { type: 'scripted', deadlineSeconds: 1 } },
    },
    config: { s3: { ...where, presign: false, silenceMilliseconds: 500 } },
  })
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

test('a task whose references lie in a bucket that is away waits for it until its deadline, and is made when it is back', async () => {
  const withImage = { ...film, image_urls: [image] }
  let met = 0
  const imagesMeet = (fate: Fate, most: number) => {
    met = 0
    proxy.fateOf = ({ method, url }) => (method === 'GET' && url?.includes('/image-') && met++ < most ? fate : 'answer')
  }
  // More than the client of the bucket tries of its own.
  imagesMeet('refuse', 5)
  const made = await server.post('/sora/videos', withImage)
  assert.equal(made.statusCode, 200, made.body)
  assert.ok(met > 5)

  imagesMeet('cut', Number.POSITIVE_INFINITY)
  const late = await server.post('/sora/videos', { ...withImage, model: 'sora-2-pro' })
  assert.equal(late.statusCode, 503, late.body)
  assert.match(late.json().error.message, /references of the task could not be read before its time was over/)
})

test('a film that breaks off on its way from the bucket, to be made into another file, is told to be away', async () => {
  next()
  const { id } = (await server.post('/v1/videos', { prompt: 'a cat', seconds: '4' }, { prefer: 'wait=20' })).json()
  proxy.fateOf = ({ method, url }) => (method === 'GET' && url?.includes('/video') ? 'cut' : 'answer')
  const sheet = await server.inject({
    url: `/v1/videos/${id}/content?variant=spritesheet`,
    headers: { authorization: `Bearer ${apiKey}` },
  })
  assert.equal(sheet.statusCode, 503, sheet.body)
})

test('an agent gets its film also when the bucket does not give the thumbnail', async () => {
  const { app } = server.context
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  await using agent = await openClient({ url: new URL(`http://127.0.0.1:${port}/mcp`), key: apiKey })
  proxy.fateOf = ({ method, url }) => (method === 'GET' && url?.includes('/thumbnail') ? 'cut' : 'answer')
  const answer = await agent.call('sora_generate_video_v2', { prompt: 'a cat' })
  assert.equal(answer.isError ?? false, false, JSON.stringify(answer.content))
  assert.deepEqual(answer.content.map(({ type }) => type).sort(), ['resource_link', 'text', 'text'])
})
