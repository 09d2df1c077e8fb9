/** Files made to harm whoever decodes them: each is refused in a sentence or made clean, in a process that may be lost. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { RushesError } from '../../src/errors.ts'
import { createMedia, type Media } from '../../src/media/media.ts'
import { writeTestVideo } from '../../src/media/test-media.ts'
import { createGuardedFetch, type GuardedFetch } from '../../src/net/guarded-fetch.ts'
import { startTestServer as startHost } from '../../src/net/test-server.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { hostileImages, hostileVideos, polyglots } from '../support/fuzz/hostile-files.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const never = new AbortController().signal
const range = { startSeconds: 0, endSeconds: 0.5 }
/** What this process, which decodes nothing, may grow by while others decode a gigabyte. */
const growthMegabytes = 150
const files = new Map<string, Buffer>()
const images = hostileImages()
let folder: string
let film: Buffer
let host: Awaited<ReturnType<typeof startHost>>
let guardedFetch: GuardedFetch
let media: Media

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes-hostile-'))
  await writeTestVideo({ path: join(folder, 'film.mp4') })
  film = await readFile(join(folder, 'film.mp4'))
  await rm(join(folder, 'film.mp4'))
  host = await startHost((request, response) => void response.end(files.get(request.url ?? '')))
  guardedFetch = createGuardedFetch({ allowPrivateAddresses: true })
  media = createMedia({ guardedFetch, limits: { processes: 1, processMemoryBytes: 700e6 } })
})
after(async () => {
  await media.close()
  await guardedFetch.close()
  await host[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

/** Puts bytes on the host and gives their URL. */
function serve(bytes: Buffer): string {
  const path = `/${files.size}`
  files.set(path, bytes)
  return host.origin + path
}

/** What came of a file: null when it was taken, else the sentence of its refusal. */
async function refusalOf(work: Promise<unknown>, name: string): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    assert.ok(error instanceof RushesError, `${name}: ${error}`)
    assert.match(error.message, /^(image|video) .{10,400}\.$/, name)
    return error.message
  }
}

const isWell = async () => {
  await media.fetchImage(landscapePng(64, 64).toString('base64'), join(folder, 'well.png'), 'image', never)
  await media.fetchClip(serve(film), join(folder, 'well.mp4'), range, 'video', never)
}

test('images that unpack to gigabytes, lie about their size or break off are refused or made small, and the next is decoded', async () => {
  const before = process.memoryUsage().rss
  for (const [name, { bytes, words }] of Object.entries(images)) {
    const path = join(folder, `${name}.png`)
    const refusal = await refusalOf(media.fetchImage(bytes.toString('base64'), path, 'image', never), name)
    if (words) assert.match(refusal ?? 'taken', words, name)
    else if (refusal === null) assert.ok((await readFile(path)).length < 2_000_000, name)
    await rm(path, { force: true })
  }
  await isWell()
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024
  assert.ok(grown < growthMegabytes, `${grown} MB`)
})

test('a file that is an image and something else as well becomes the image alone', async () => {
  for (const [name, bytes] of Object.entries(polyglots())) {
    const path = join(folder, `${name}.png`)
    await media.fetchImage(bytes.toString('base64'), path, 'image', never)
    const clean = (await readFile(path)).toString('latin1')
    assert.ok(clean.startsWith('\x89PNG') && clean.endsWith('IEND\xaeB`\x82'), name)
    assert.doesNotMatch(clean, /<script|PK\x03\x04|evil|%PDF/, name)
    await rm(path)
  }
})

test('videos with lengths, counts and sizes that lie, cut anywhere, with bytes changed by chance, harm nobody', async () => {
  const before = process.memoryUsage().rss
  const found: Record<string, number> = { taken: 0, refused: 0 }
  for (const [name, bytes] of Object.entries(hostileVideos(film))) {
    const path = join(folder, `${name}.mp4`)
    const refusal = await refusalOf(media.fetchClip(serve(bytes), path, range, 'video', never), name)
    found[refusal === null ? 'taken' : 'refused'] = (found[refusal === null ? 'taken' : 'refused'] ?? 0) + 1
    await rm(path, { force: true })
  }
  await isWell()
  assert.deepEqual((await readdir(folder)).sort(), ['well.mp4', 'well.png'])
  assert.ok((found.refused ?? 0) > 10, JSON.stringify(found))
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024
  assert.ok(grown < growthMegabytes, `${grown} MB`)
})

test('who sends such a file is told so, pays nothing and leaves nothing', async () => {
  await using server = await startTestServer({ config: { allowPrivateUrls: true } })
  const remaining = () => server.context.database.selectFrom('applications').selectAll().execute()
  const before = await remaining()
  const sent: object[] = [
    ...Object.values(images)
      .filter(({ words }) => words)
      .map(({ bytes }) => ({ image_urls: [`data:image/png;base64,${bytes.toString('base64')}`] })),
    ...Object.entries(hostileVideos(film))
      .filter(([name]) => name.startsWith('cut'))
      .map(([, bytes]) => ({ character_url: serve(bytes), character_start: 0, character_end: 1 })),
  ]
  for (const fields of sent) await checkRefused(server, fields)
  assert.deepEqual(await remaining(), before)
  assert.deepEqual(await server.context.database.selectFrom('tasks').select('id').execute(), [])
  assert.deepEqual(await readdir(join(server.config.dataDirectory, 'work')), [])
  assert.equal((await server.post('/sora/videos', { prompt: 'a cat', duration: 10 })).json().success, true)
})

async function checkRefused(server: TestServer, fields: object): Promise<void> {
  const answer = await server.post(
    '/sora/videos',
    { prompt: 'a cat', ...fields },
    { authorization: `Bearer ${apiKey}` },
  )
  const { error } = answer.json()
  assert.ok([400, 413].includes(answer.statusCode), answer.body.slice(0, 300))
  assert.match(error.message, /^(image_urls\[0\]|character_url) .{10,400}\.$/)
}
