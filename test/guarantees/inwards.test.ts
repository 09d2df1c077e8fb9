/** Whichever door a hostile URL comes by, and whatever a file names, the server connects to nothing inside. */
import assert from 'node:assert/strict'
import type { LookupAddress } from 'node:dns'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { newWebhookSecret } from '../../src/ids.ts'
import { createMedia } from '../../src/media/media.ts'
import { createGuardedFetch } from '../../src/net/guarded-fetch.ts'
import { hostileGroups, hostileNames, hostileUrls } from '../../src/net/hostile-urls.ts'
import { countAttempts } from '../../src/net/test-attempts.ts'
import { startTestServer as startHost } from '../../src/net/test-server.ts'
import { postSigned } from '../../src/webhooks/post-signed.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const prompt = 'a cat on a river'
const never = new AbortController().signal
let server: TestServer
let inside: Awaited<ReturnType<typeof startHost>>
/** Names are left to the tests that bring a name server of their own. */
let urls: string[]

before(async () => {
  inside = await startHost((_request, response) => response.end('secret'), '::')
  const groups = hostileGroups(inside.port).filter(({ why }) => why !== 'names that resolve inside')
  urls = groups.flatMap((group) => group.urls).filter((url) => url.trim() !== '')
  const limits = { requestsPerMinute: 1_000_000, openTasks: 100_000 }
  server = await startTestServer({ file: { limits }, config: { allowPrivateUrls: false } })
})
after(async () => {
  await server[Symbol.asyncDispose]()
  await inside[Symbol.asyncDispose]()
})

/** Connections to a database of the network are not what is looked for. */
function outward(made: readonly string[]): string[] {
  const database = process.env.TEST_DATABASE_URL ? ` port ${new URL(process.env.TEST_DATABASE_URL).port}` : ' '
  return made.filter((one) => !one.endsWith(database))
}

type Send = (url: string) => Promise<{ statusCode: number; body: string }>

const doors: Record<string, Send> = {
  'a reference image': (url) => server.post('/sora/videos', { prompt, image_urls: [url] }),
  'a character': (url) =>
    server.post('/sora/videos', { prompt, character_url: url, character_start: 0, character_end: 2 }),
  'a callback': (url) => server.post('/sora/videos', { prompt, callback_url: url, async: true }),
  'a callback of version 2.0': (url) =>
    server.post('/sora/videos', { prompt, version: '2.0', callback_url: url, async: true }),
  'a reference of the Videos API': (url) =>
    server.post('/v1/videos', { prompt, model: 'sora-2', input_reference: { image_url: url } }),
  'a webhook endpoint': (url) =>
    server.post('/v1/webhook_endpoints', { name: 'x', url, event_types: ['video.completed'] }),
}

for (const [door, send] of Object.entries(doors)) {
  test(`${door} leads to nothing inside, and makes no task`, async () => {
    using attempts = countAttempts()
    for (const url of urls) {
      const { statusCode, body } = await send(url)
      assert.ok(statusCode >= 400 && statusCode < 500, `${door} ${url.slice(0, 200)}: ${statusCode} ${body}`)
      assert.doesNotMatch(body, /secret"|root:/, url)
    }
    assert.deepEqual(outward(attempts.made), [])
    assert.equal(inside.connections(), 0)
    const { count } = await server.context.database
      .selectFrom('tasks')
      .select((expression) => expression.fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    assert.equal(Number(count), 0)
  })
}

test('the tools of agents lead to nothing inside', async () => {
  using attempts = countAttempts()
  const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json, text/event-stream' }
  for (const url of urls) {
    const call = { name: 'sora_generate_video_from_image', arguments: { prompt, image_urls: [url] } }
    const answer = await server.post('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/call', params: call }, headers)
    assert.match(answer.body, /"isError":true/, `${url.slice(0, 200)}: ${answer.body}`)
  }
  assert.deepEqual(outward(attempts.made), [])
  assert.equal(inside.connections(), 0)
})

const lookup = async (name: string): Promise<LookupAddress[]> =>
  (hostileNames[name] ?? assert.fail(`looked up ${name}`)).map((address) => ({ address, family: isIP(address) || 4 }))

test("an engine's result, a reference and a webhook are fetched by one way out, which names that resolve inside do not pass", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rushes-inwards-'))
  const guardedFetch = createGuardedFetch({ allowPrivateAddresses: false, lookup })
  const media = createMedia({ guardedFetch })
  const secrets = { webhookSecret: newWebhookSecret(), previousSecret: null, callbackSecret: null }
  using attempts = countAttempts()
  try {
    const path = join(folder, 'result')
    const range = { startSeconds: 0, endSeconds: 1 }
    for (const url of hostileUrls(inside.port)) {
      await assert.rejects(media.download(url, path, never), /could not be fetched/, url)
      await assert.rejects(media.fetchClip(url, path, range, 'character_url', never), /^.*character_url /, url)
      if (!url.startsWith('data:')) await assert.rejects(media.fetchImage(url, path, 'image_url', never), /image_url /)
      const { status, error } = await postSigned(guardedFetch, { id: 'x', url, body: '{}' }, secrets, never)
      assert.deepEqual([status, typeof error], [null, 'string'], url)
    }
    assert.deepEqual(await readdir(folder), [])
  } finally {
    await media.close()
    await guardedFetch.close()
    await rm(folder, { recursive: true })
  }
  assert.deepEqual(attempts.made, [])
  assert.equal(inside.connections(), 0)
})

test('a file that names others is no video and no image: playlists, manifests and drawings are not followed', async () => {
  const film = `http://127.0.0.1:${inside.port}/film.ts`
  const files: Record<string, string> = {
    hls: `#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXT-X-KEY:METHOD=AES-128,URI="${film}"\n#EXTINF:3,\n${film}\n#EXT-X-ENDLIST\n`,
    hlsOfFiles: '#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n',
    dash: `<?xml version="1.0"?><MPD><Period><AdaptationSet><Representation><BaseURL>${film}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    concat: `ffconcat version 1.0\nfile '${film}'\nfile '/etc/passwd'\n`,
    sdp: `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video ${inside.port} RTP/AVP 96\na=rtpmap:96 H264/90000\n`,
    smil: `<smil><body><video src="${film}"/></body></smil>`,
    asx: `<asx version="3.0"><entry><ref href="${film}"/></entry></asx>`,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><image href="${film}" width="64" height="64"/><image href="file:///etc/passwd"/></svg>`,
    svgEntity: `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "${film}">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`,
    msl: `<?xml version="1.0"?><image><read filename="${film}"/><write filename="/tmp/rushes-msl"/></image>`,
    mvg: `push graphic-context\nviewbox 0 0 64 64\nimage over 0,0 0,0 '${film}'\npop graphic-context\n`,
    postscript: `%!PS\n(/etc/passwd) (r) file\nshowpage\n`,
  }
  await using host = await startHost((request, response) => void response.end(files[request.url?.slice(1) ?? '']))
  const folder = await mkdtemp(join(tmpdir(), 'rushes-inwards-'))
  const guardedFetch = createGuardedFetch({ allowPrivateAddresses: true })
  const media = createMedia({ guardedFetch })
  try {
    for (const name of Object.keys(files)) {
      const [url, path] = [`${host.origin}/${name}`, join(folder, name)]
      const range = { startSeconds: 0, endSeconds: 1 }
      await assert.rejects(media.fetchClip(url, path, range, 'character_url', never), /character_url is /, name)
      await assert.rejects(media.fetchImage(url, path, 'image_url', never), /image_url is /, name)
      await media.download(url, path, never)
      await assert.rejects(media.normalise(path, `${path}.mp4`, { width: 64, height: 64 }, never), /is not a video/)
    }
    assert.deepEqual((await readdir(folder)).sort(), Object.keys(files).sort())
  } finally {
    await media.close()
    await guardedFetch.close()
    await rm(folder, { recursive: true })
  }
  assert.equal(inside.connections(), 0)
})
