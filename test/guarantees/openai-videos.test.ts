/** What the SDKs that speak /v1/videos need of a server, on the wire. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import sharp from 'sharp'
import { createAccount, createKey } from '../../src/auth/keys.ts'
import {
  openaiDeletedVideo,
  openaiError,
  openaiModelList,
  openaiVideo,
  openaiVideoList,
} from '../../src/contract/openai/answers.ts'
import { taskIdOf, videoIdOf } from '../../src/contract/openai/present-video.ts'
import { form } from '../support/form.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'
import { upload } from '../support/upload.ts'

const key = { authorization: `Bearer ${apiKey}` }
const prompt = 'a cat on a river'
let server: TestServer

before(async () => {
  server = await startTestServer({ config: { allowPrivateUrls: true } })
})
after(() => server[Symbol.asyncDispose]())

const call = (options: InjectOptions) => server.inject({ ...options, headers: { ...key, ...options.headers } })
const get = (url: string, headers = {}) => call({ url, headers })
const create = async (body: object, headers = {}) => {
  const answer = await call({ method: 'POST', url: '/v1/videos', payload: body, headers })
  assert.equal(answer.statusCode, 200, answer.body)
  return openaiVideo.strict().parse(answer.json())
}
const wait = (videoId: string) => server.context.waitForTask(taskIdOf(videoId) ?? '', AbortSignal.timeout(30_000))
const made = async (body: object = {}) => {
  const { id } = await create({ prompt, ...body })
  await wait(id)
  return id
}
const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c0392b' } })
    .png()
    .toBuffer()
const referencesOf = async (videoId: string) =>
  (await readdir(join(server.config.dataDirectory, 'files', 'tasks', taskIdOf(videoId) ?? ''))).filter((name) =>
    name.startsWith('image-'),
  )
const refusal = (answer: { statusCode: number; body: string }, status: number) => {
  assert.equal(answer.statusCode, status, answer.body)
  return openaiError.strict().parse(JSON.parse(answer.body)).error
}

test('a new video has every key, null where there is nothing yet, and says when to ask again', async () => {
  const answer = await call({ method: 'POST', url: '/v1/videos', payload: { prompt: '[stall] a cat', seconds: '8' } })
  const video = openaiVideo.strict().parse(answer.json())
  assert.deepEqual(
    { ...video, id: '', created_at: 0 },
    {
      id: '',
      object: 'video',
      model: 'sora-2',
      status: 'queued',
      progress: 0,
      created_at: 0,
      completed_at: null,
      expires_at: null,
      prompt: '[stall] a cat',
      size: '720x1280',
      seconds: '8',
      remixed_from_video_id: null,
      error: null,
    },
  )
  assert.match(String(answer.headers['content-type']), /^application\/json/)
  assert.ok(Number(answer.headers['openai-poll-after-ms']) >= 500)
  assert.match(String(answer.headers['openai-processing-ms']), /^\d+$/)
  assert.equal(answer.headers['x-request-id'], answer.headers['x-trace-id'])
  await call({ method: 'DELETE', url: `/v1/videos/${video.id}` })
})

test('its statuses are the four that the protocol has, and the end is one that every poller knows', async () => {
  const id = await made({ size: '1280x720' })
  const answer = await get(`/v1/videos/${id}`)
  const video = openaiVideo.strict().parse(answer.json())
  assert.deepEqual([video.status, video.progress, video.size, video.error], ['completed', 100, '1280x720', null])
  assert.ok(video.completed_at && video.expires_at && video.expires_at > video.completed_at)
  assert.equal(answer.headers['openai-poll-after-ms'], undefined)
  const failed = (await get(`/v1/videos/${await made({ prompt: '[fail: the lamp broke]' })}`)).json()
  assert.deepEqual([failed.status, failed.completed_at], ['failed', null])
  assert.deepEqual(failed.error, { code: 'server_error', message: 'the lamp broke' })
})

test('a task of one door is seen through the other', async () => {
  const id = await made()
  const record = (await server.post('/sora/tasks', { id: taskIdOf(id) })).json()
  assert.equal(record.response.success, true)
  assert.equal(record.request.prompt, prompt)
  const { task_id } = (await server.post('/sora/videos', { prompt, duration: 10 })).json()
  const video = (await get(`/v1/videos/${videoIdOf(task_id)}`)).json()
  assert.deepEqual([video.status, video.seconds, video.size], ['completed', '10', '1280x720'])
})

test('a form is taken as the SDKs send it: bracketed names, text for numbers, fields nobody knows', async () => {
  const { id: fileId } = await upload(server, key, 'red.png', 'image/png', await png(1280, 720))
  const { headers, payload } = form([
    { name: 'prompt', value: prompt },
    { name: 'seconds', value: '12' },
    { name: 'size', value: '1280x720' },
    { name: 'seed', value: '7' },
    { name: 'guidance_scale', value: '4.5' },
    { name: 'extra[deep]', value: 'x' },
    { name: 'input_reference[file_id]', value: fileId },
  ])
  const answer = await call({ method: 'POST', url: '/v1/videos', headers, payload })
  const video = openaiVideo.strict().parse(answer.json())
  assert.deepEqual([video.seconds, video.size], ['12', '1280x720'])
  assert.deepEqual(await referencesOf(video.id), ['image-0.png'])
})

test('the reference image comes as a file, by URL, as data or by the id of an upload', async () => {
  const image = await png(720, 1280)
  const link = (await upload(server, key, 'red.png', 'image/png', image)).url
  for (const reference of [
    { image_url: link },
    { image_url: `data:image/png;base64,${image.toString('base64')}` },
    link,
  ]) {
    assert.deepEqual(await referencesOf((await create({ prompt, input_reference: reference })).id), ['image-0.png'])
  }
  const { headers, payload } = form([
    { name: 'prompt', value: prompt },
    { name: 'input_reference', value: image, filename: 'red.png', type: 'image/png' },
  ])
  const video = (await call({ method: 'POST', url: '/v1/videos', headers, payload })).json()
  assert.deepEqual(await referencesOf(video.id), ['image-0.png'])
  const { request } = (await server.post('/sora/tasks', { id: taskIdOf(video.id) })).json()
  assert.deepEqual([request.input_reference.filename, request.input_reference.bytes], ['red.png', image.length])
  const work = await readdir(join(server.config.dataDirectory, 'work'), { recursive: true })
  assert.deepEqual(
    work.filter((name) => name.endsWith('sent')),
    [],
  )
})

test('a wrong field is named, with what it was and what is allowed', async () => {
  for (const [body, param, words] of [
    [{}, 'prompt', /prompt is missing/],
    [{ prompt, seconds: '5' }, 'seconds', /seconds is "5"; allowed: "4", "8" or "12"/],
    [{ prompt, size: '1x1' }, 'size', /size is "1x1"; allowed: 720x1280/],
    [{ prompt, input_reference: { file_id: 'x' } }, 'input_reference.file_id', /allowed: an image file in a form/],
    [
      { prompt, input_reference: { file_id: '6bf7fb83-5814-4e3e-a4ad-bfa0c26c0b33' } },
      'input_reference.file_id',
      /api\/v1\/files/,
    ],
    [
      { prompt, input_reference: { image_url: `data:image/png;base64,${(await png(64, 64)).toString('base64')}` } },
      'input_reference',
      /64x64/,
    ],
  ] as const) {
    const error = refusal(await call({ method: 'POST', url: '/v1/videos', payload: body }), 400)
    assert.deepEqual([error.type, error.param, error.code], ['invalid_request_error', param, 'invalid_value'])
    assert.match(error.message, words)
  }
  const answer = await call({ method: 'POST', url: '/v1/videos', payload: { prompt, model: 'nope' } })
  assert.equal(refusal(answer, 400).code, 'not_offered')
  assert.equal(answer.headers['x-should-retry'], 'false')
})

test('a file over the limit is a 413 that leaves nothing, and an empty call a 400', async () => {
  const small = await startTestServer({ config: { limits: { ...server.config.limits, imageBytes: 2_000 } } })
  try {
    const { headers, payload } = form([
      { name: 'prompt', value: prompt },
      { name: 'input_reference', value: Buffer.alloc(3_000, 1), filename: 'a.png', type: 'image/png' },
    ])
    const large = await small.inject({ method: 'POST', url: '/v1/videos', headers: { ...key, ...headers }, payload })
    assert.equal(refusal(large, 413).param, 'input_reference')
    const declared = { ...key, ...headers, 'content-length': '90000000' }
    refusal(await small.inject({ method: 'POST', url: '/v1/videos', headers: declared, payload }), 413)
    assert.deepEqual(await readdir(join(small.config.dataDirectory, 'work')), [])
  } finally {
    await small[Symbol.asyncDispose]()
  }
  refusal(await call({ method: 'POST', url: '/v1/videos', headers: { 'content-type': 'application/json' } }), 400)
})

test('the content comes in three variants, with type, length and ranges', async () => {
  const url = `/v1/videos/${await made()}/content`
  const film = await get(url, { accept: 'application/binary' })
  assert.equal(film.headers['content-type'], 'video/mp4')
  assert.equal(Number(film.headers['content-length']), film.rawPayload.length)
  assert.equal(film.rawPayload.subarray(4, 8).toString(), 'ftyp')
  const part = await get(url, { range: 'bytes=4-7' })
  assert.deepEqual([part.statusCode, part.body], [206, 'ftyp'])
  const thumbnail = await get(`${url}?variant=thumbnail`)
  assert.equal(thumbnail.headers['content-type'], 'image/webp')
  for (const _ of ['made', 'kept']) {
    const sheet = await get(`${url}?variant=spritesheet`)
    assert.equal(sheet.headers['content-type'], 'image/jpeg')
    assert.equal((await sharp(sheet.rawPayload).metadata()).width, 5 * 256)
  }
  assert.equal(refusal(await get(`${url}?variant=smell`), 400).param, 'variant')
})

test('content that is not ready is a 4xx that no SDK sends again', async () => {
  const { id } = await create({ prompt: '[stall]' })
  const answer = await get(`/v1/videos/${id}/content`)
  assert.match(refusal(answer, 404).message, /not ready/)
  assert.equal(answer.headers['x-should-retry'], 'false')
  await call({ method: 'DELETE', url: `/v1/videos/${id}` })
  const failed = await made({ prompt: '[fail: the lamp broke]' })
  assert.match(refusal(await get(`/v1/videos/${failed}/content`), 404).message, /the lamp broke/)
})

test('lists come in pages, both ways, and end', async () => {
  const account = await server.context.database.transaction().execute((tx) => createAccount(tx, 'lister'))
  const headers = { authorization: `Bearer ${(await createKey(server.context.database, account, 'lister')).key}` }
  assert.deepEqual((await get('/v1/videos', headers)).json(), {
    object: 'list',
    data: [],
    first_id: null,
    last_id: null,
    has_more: false,
  })
  const ids: string[] = []
  for (let index = 0; index < 5; index++) ids.push((await create({ prompt }, headers)).id)
  for (const [order, expected] of [
    ['asc', ids],
    ['desc', ids.toReversed()],
  ] as const) {
    const seen: string[] = []
    for (let after = ''; ; ) {
      const page = openaiVideoList
        .strict()
        .parse((await get(`/v1/videos?limit=2&order=${order}${after}`, headers)).json())
      seen.push(...page.data.map(({ id }) => id))
      assert.deepEqual([page.first_id, page.last_id], [page.data[0]?.id, page.data.at(-1)?.id])
      if (!page.has_more) break
      after = `&after=${page.last_id}`
    }
    assert.deepEqual(seen, expected)
  }
  assert.equal(refusal(await get(`/v1/videos?after=${ids[0]}`), 400).param, 'after')
  assert.equal(refusal(await get('/v1/videos?limit=0', headers), 400).param, 'limit')
})

test('pages go on after a video that was deleted meanwhile, both ways', async () => {
  const account = await server.context.database.transaction().execute((tx) => createAccount(tx, 'tidier'))
  const headers = { authorization: `Bearer ${(await createKey(server.context.database, account, 'tidier')).key}` }
  const ids: string[] = []
  for (let index = 0; index < 5; index++) ids.push((await create({ prompt }, headers)).id)
  await call({ method: 'DELETE', url: `/v1/videos/${ids[2]}`, headers })
  for (const [order, expected] of [
    ['asc', [ids[3], ids[4]]],
    ['desc', [ids[1], ids[0]]],
  ] as const) {
    const page = openaiVideoList.parse((await get(`/v1/videos?after=${ids[2]}&order=${order}`, headers)).json())
    assert.deepEqual(
      page.data.map(({ id }) => id),
      expected,
    )
  }
  assert.equal(refusal(await get(`/v1/videos?after=${ids[2]}`), 400).param, 'after')
})

test('delete takes the content type of JSON without a body, as Python sends it, and is final', async () => {
  const id = await made()
  const headers = { 'content-type': 'application/json' }
  const answer = await call({ method: 'DELETE', url: `/v1/videos/${id}`, headers })
  assert.deepEqual(openaiDeletedVideo.strict().parse(answer.json()), { id, object: 'video.deleted', deleted: true })
  refusal(await get(`/v1/videos/${id}`), 404)
  refusal(await call({ method: 'DELETE', url: `/v1/videos/${id}`, headers }), 404)
})

test('somebody else’s video is what an unknown one is', async () => {
  const id = await made()
  const account = await server.context.database.transaction().execute((tx) => createAccount(tx, 'somebody else'))
  const headers = { authorization: `Bearer ${(await createKey(server.context.database, account, 'other')).key}` }
  for (const path of ['', '/content'])
    assert.equal(refusal(await get(`/v1/videos/${id}${path}`, headers), 404).code, 'not_found')
  refusal(await call({ method: 'DELETE', url: `/v1/videos/${id}`, headers }), 404)
  for (const unknown of ['nope', 'video_1', `video_${'0'.repeat(32)}`, "' or 1=1"])
    refusal(await get(`/v1/videos/${encodeURIComponent(unknown)}`), 404)
})

test('a client’s own retry of the same body is the same video, another body and another call are not', async () => {
  const body = { prompt: 'a cat, sent again', seed: 1 }
  const first = await create(body, { 'x-stainless-retry-count': '0' })
  const again = await create(body, { 'x-stainless-retry-count': '1' })
  assert.equal(again.id, first.id)
  const variation = await create(body, { 'x-stainless-retry-count': '0' })
  assert.notEqual(variation.id, first.id)
  assert.notEqual((await create({ ...body, seed: 2 }, { 'x-stainless-retry-count': '2' })).id, variation.id)
  assert.equal((await create(body, { 'x-stainless-retry-count': '2' })).id, variation.id)
})

test('two forms that differ in their file only are two requests, and the same form again is one', async () => {
  const send = async (image: Buffer, retries: string) => {
    const { headers, payload } = form([
      { name: 'prompt', value: prompt },
      { name: 'input_reference', value: image, filename: 'x.png', type: 'image/png' },
    ])
    const retry = { ...headers, 'x-stainless-retry-count': retries }
    return (await call({ method: 'POST', url: '/v1/videos', headers: retry, payload })).json().id
  }
  const red = await png(720, 1280)
  const white = await sharp(red).negate().png().toBuffer()
  const first = await send(red, '0')
  assert.notEqual(await send(white, '1'), first)
  assert.equal(await send(red, '1'), first)
})

test('errors have the protocol’s form wherever they happen: no key, no path, another method', async () => {
  assert.equal(refusal(await server.inject({ url: '/v1/videos' }), 401).code, 'invalid_api_key')
  for (const path of ['/v1', '/v1/nothing', '/v1/videos/x/nothing']) {
    const answer = await get(path, { accept: 'text/html' })
    assert.deepEqual([refusal(answer, 404).code, answer.headers['x-should-retry']], ['not_found', 'false'])
    assert.equal(typeof answer.headers['x-request-id'], 'string')
  }
  assert.equal(refusal(await call({ method: 'PUT', url: '/v1/videos' }), 405).code, 'method_not_allowed')
  refusal(
    await call({ method: 'POST', url: '/v1/videos', payload: '{', headers: { 'content-type': 'application/json' } }),
    400,
  )
})

test('Prefer: wait holds the call until the video is there, and no longer than it says', async () => {
  const send = (words: string, seconds: string) =>
    call({ method: 'POST', url: '/v1/videos', payload: { prompt: words }, headers: { prefer: `wait=${seconds}` } })
  const ended = await send(prompt, '60')
  assert.deepEqual([ended.json().status, ended.headers['preference-applied']], ['completed', 'wait=60'])
  const open = openaiVideo.strict().parse((await send('[stall]', '0')).json())
  assert.match(open.status, /queued|in_progress/)
  await call({ method: 'DELETE', url: `/v1/videos/${open.id}` })
})

test('sync answers with the film itself, or with why there is none, told not to be sent again', async () => {
  const { headers, payload } = form([{ name: 'prompt', value: prompt }])
  const film = await call({ method: 'POST', url: '/v1/videos/sync', headers, payload })
  assert.equal(film.headers['content-type'], 'video/mp4', film.body.slice(0, 200))
  assert.equal(film.rawPayload.subarray(4, 8).toString(), 'ftyp')
  assert.equal(film.headers['x-model'], 'sora-2')
  assert.ok(Number(film.headers['x-inference-time-s']) >= 0)
  assert.equal((await get(`/v1/videos/${film.headers['x-video-id']}`)).json().status, 'completed')
  const failed = await call({ method: 'POST', url: '/v1/videos/sync', payload: { prompt: '[fail: the lamp broke]' } })
  assert.equal(refusal(failed, 500).message, 'the lamp broke')
  assert.equal(failed.headers['x-should-retry'], 'false')
})

test('the models say what may be asked of them', async () => {
  const { data } = openaiModelList.strict().parse((await get('/v1/models')).json())
  assert.deepEqual(
    data.map(({ id }) => id),
    ['sora-2', 'sora-2-pro'],
  )
  assert.deepEqual(data[0]?.capabilities.seconds, ['4', '8', '12'])
  assert.deepEqual((await get('/v1/models/sora-2')).json(), data[0])
  refusal(await get('/v1/models/nope'), 404)
})
