/** The official `openai` packages, unmodified, against a server that listens: the newest and the last that sends JSON. */
import assert from 'node:assert/strict'
import { createServer, request } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import OpenAI, { AuthenticationError, BadRequestError, NotFoundError, toFile } from 'openai'
import OpenAIJson from 'openai-json'
import sharp from 'sharp'
import { createAccount, createKey } from '../../src/auth/keys.ts'
import { taskIdOf } from '../../src/contract/openai/present-video.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const prompt = 'a cat on a river'
let server: TestServer
let baseURL: string

before(async () => {
  server = await startTestServer()
  await server.context.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.context.app.server.address() as { port: number }
  baseURL = `http://127.0.0.1:${port}/v1`
})
after(() => server[Symbol.asyncDispose]())

const clients = {
  'the newest, which sends forms': () => new OpenAI({ baseURL, apiKey }),
  // The same calls in both, whose types are declared apart.
  'the one that sends JSON': () => new OpenAIJson({ baseURL, apiKey }) as unknown as OpenAI,
}

const ended = (id: string) => server.context.waitForTask(taskIdOf(id) ?? '', AbortSignal.timeout(30_000))

for (const [name, open] of Object.entries(clients)) {
  test(`${name}: a video from the prompt to its bytes, then gone`, async () => {
    const client = open()
    const video = await client.videos.create({ prompt, seconds: '8', size: '1280x720' })
    assert.deepEqual([video.object, video.seconds, video.size, video.error], ['video', '8', '1280x720', null])
    await ended(video.id)
    const done = await client.videos.retrieve(video.id)
    assert.deepEqual([done.status, done.progress], ['completed', 100])
    for (const [variant, type] of [
      ['video', 'video/mp4'],
      ['thumbnail', 'image/webp'],
      ['spritesheet', 'image/jpeg'],
    ] as const) {
      const content = await client.videos.downloadContent(video.id, { variant })
      assert.equal(content.headers.get('content-type'), type)
      const { byteLength } = await content.arrayBuffer()
      assert.equal(byteLength, Number(content.headers.get('content-length')))
    }
    assert.deepEqual(await client.videos.delete(video.id), { id: video.id, object: 'video.deleted', deleted: true })
    await assert.rejects(client.videos.retrieve(video.id), { status: 404 })
  })
}

test('the reference image goes up as a file, and by its address', async () => {
  const client = new OpenAI({ baseURL, apiKey })
  const image = await sharp({ create: { width: 720, height: 1280, channels: 3, background: '#27ae60' } })
    .png()
    .toBuffer()
  const file = await toFile(image, 'green.png', { type: 'image/png' })
  for (const input_reference of [file, { image_url: `data:image/png;base64,${image.toString('base64')}` }]) {
    const { id } = await client.videos.create({ prompt, input_reference })
    await ended(id)
    assert.equal((await client.videos.retrieve(id)).status, 'completed')
  }
})

test('auto-paging goes through 250 videos, each once, newest first', async () => {
  const { database } = server.context
  const account = await database.transaction().execute((tx) => createAccount(tx, 'collector'))
  const { key } = await createKey(database, account, 'collector')
  const client = new OpenAI({ baseURL, apiKey: key })
  const first = await client.videos.create({ prompt })
  await ended(first.id)
  // What accepting them costs is measured elsewhere; here they only have to be there.
  const { id: _id, ...row } = await database
    .selectFrom('tasks')
    .selectAll()
    .where('id', '=', taskIdOf(first.id) ?? '')
    .executeTakeFirstOrThrow()
  const copies = Array.from({ length: 249 }, (_, index) => ({
    ...row,
    id: crypto.randomUUID(),
    created_at: new Date(row.created_at.getTime() + 1 + Math.floor(index / 3)),
    request: JSON.stringify(row.request),
    generation: JSON.stringify(row.generation),
    operation: null,
    engine_details: null,
  }))
  await database.insertInto('tasks').values(copies).execute()
  const seen: { id: string; created_at: number }[] = []
  for await (const video of client.videos.list({ limit: 100 })) seen.push(video)
  assert.equal(seen.length, 250)
  assert.equal(new Set(seen.map(({ id }) => id)).size, 250)
  assert.equal(seen.at(-1)?.id, first.id)
})

test('errors are of their class, with code and field, and are not sent again', async () => {
  const client = new OpenAI({ baseURL, apiKey })
  const wrong = await client.videos.create({ prompt, seconds: '5' as '4' }).catch((error: unknown) => error)
  assert.ok(wrong instanceof BadRequestError)
  assert.deepEqual([wrong.code, wrong.param, wrong.type], ['invalid_value', 'seconds', 'invalid_request_error'])
  assert.match(wrong.message, /allowed: "4", "8" or "12"/)
  assert.equal(typeof wrong.requestID, 'string')
  await assert.rejects(client.videos.retrieve('video_nope'), NotFoundError)
  await assert.rejects(new OpenAI({ baseURL, apiKey: 'wrong' }).videos.list(), AuthenticationError)
  const { id } = await client.videos.create({ prompt: '[stall]' })
  await assert.rejects(client.videos.downloadContent(id), NotFoundError)
  await client.videos.delete(id)
})

const waitFor = async (client: OpenAI, id: string) => {
  await ended(id)
  const video = await client.videos.retrieve(id)
  assert.equal(video.status, 'completed', video.error?.message)
  return video
}

test('remix, edit and extension: of a video there is, and of a file', async () => {
  const client = new OpenAI({ baseURL, apiKey })
  const { id } = await client.videos.create({ prompt, size: '1280x720' })
  await waitFor(client, id)
  const remix = await client.videos.remix(id, { prompt: 'make it night' })
  assert.deepEqual([remix.remixed_from_video_id, remix.prompt, remix.size], [id, 'make it night', '1280x720'])
  const file = await toFile(await client.videos.downloadContent(id), 'film.mp4', { type: 'video/mp4' })
  for (const video of [{ id }, file]) {
    const edit = await client.videos.edit({ prompt: 'as a watercolour', video })
    assert.deepEqual([edit.seconds, edit.size], ['4', '1280x720'])
    const longer = await client.videos.extend({ prompt: 'it begins to rain', seconds: '8', video })
    assert.equal(longer.seconds, '12')
    await waitFor(client, edit.id)
    await waitFor(client, longer.id)
  }
  await waitFor(client, remix.id)
  const old = new OpenAIJson({ baseURL, apiKey })
  assert.equal((await old.videos.remix(id, { prompt: 'make it day' })).remixed_from_video_id, id)
  await assert.rejects(client.videos.remix('video_nope', { prompt }), NotFoundError)
  const { id: open } = await client.videos.create({ prompt: '[stall]' })
  await assert.rejects(client.videos.edit({ prompt, video: { id: open } }), BadRequestError)
  await client.videos.delete(open)
})

test('a character is made from a film, found again, and plays in a video', async () => {
  const client = new OpenAI({ baseURL, apiKey })
  const { id } = await client.videos.create({ prompt })
  await waitFor(client, id)
  const video = await toFile(await client.videos.downloadContent(id), 'mia.mp4', { type: 'video/mp4' })
  const made = await client.videos.createCharacter({ name: 'Mia', video })
  assert.equal(made.name, 'Mia')
  assert.deepEqual(await client.videos.getCharacter(made.id ?? ''), made)
  // The package's types do not have the field yet; what it sends for it is what counts.
  const body = { prompt, characters: [{ id: made.id }] } as Parameters<typeof client.videos.create>[0]
  await waitFor(client, (await client.videos.create(body)).id)
  await assert.rejects(client.videos.getCharacter('char_nope'), NotFoundError)
})

/** A way to the server that loses the answer of the first POST: it did arrive, and the client is told 503. */
async function losingProxy() {
  let posts = 0
  const proxy = createServer((incoming, outgoing) => {
    const lost = incoming.method === 'POST' && posts++ === 0
    const options = { method: incoming.method, headers: incoming.headers }
    const onward = request(`${baseURL}${incoming.url?.replace(/^\/v1/, '')}`, options, (answer) => {
      if (!lost) {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
        return
      }
      answer.resume()
      answer.once('end', () => outgoing.writeHead(503, { 'retry-after-ms': '1' }).end())
    })
    pipeline(incoming, onward).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/v1`,
    posts: () => posts,
    [Symbol.dispose]() {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}

for (const [name, Client] of [
  ['the newest', OpenAI],
  ['the one that sends JSON', OpenAIJson],
] as const) {
  test(`${name}: a 503 on the way back, then success, makes one task`, async () => {
    using proxy = await losingProxy()
    const words = `${prompt}, told to ${name}`
    const video = await new Client({ baseURL: proxy.url, apiKey }).videos.create({ prompt: words })
    assert.equal(proxy.posts(), 2)
    const { items } = (await server.post('/sora/tasks', { action: 'retrieve_batch', limit: 100 })).json()
    const made = items.filter(({ request }: { request: { prompt: string } }) => request.prompt === words)
    assert.deepEqual(
      made.map(({ id }: { id: string }) => id),
      [taskIdOf(video.id)],
    )
  })
}
