/** Films made from others, and characters, at /v1: what is asked of an engine, and what is refused before it is. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { createAccount, createKey } from '../../src/auth/keys.ts'
import type { FilmSource, GenerationRequest } from '../../src/contract/generation-request.ts'
import { openaiError, openaiVideo } from '../../src/contract/openai/answers.ts'
import { openaiCharacter } from '../../src/contract/openai/character.ts'
import { taskIdOf, videoIdOf } from '../../src/contract/openai/present-video.ts'
import { findTask } from '../../src/db/tasks.ts'
import { writeTestFilm } from '../../src/engines/scripted/test-film.ts'
import { form } from '../support/form.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const key = { authorization: `Bearer ${apiKey}` }
const prompt = 'a cat on a river'
let server: TestServer
let film: Buffer

before(async () => {
  server = await startTestServer({
    config: { allowPrivateUrls: true },
    file: {
      engines: { plain: { type: 'scripted', sources: [], character: false } },
      models: { 'sora-2': ['plain', 'scripted'], 'sora-2-pro': ['plain'] },
      prices: [{ seconds: 8, credits: 80 }, { creditsPerSecond: 1 }],
    },
  })
  const path = join(server.config.dataDirectory, 'sent.mp4')
  await writeTestFilm(path, { width: 322, height: 180, seconds: 2 })
  film = await readFile(path)
})
after(() => server[Symbol.asyncDispose]())

const call = (options: InjectOptions) => server.inject({ ...options, headers: { ...key, ...options.headers } })
const post = (url: string, payload: object, headers = {}) => call({ method: 'POST', url, payload, headers })
const wait = (videoId: string) => server.context.waitForTask(taskIdOf(videoId) ?? '', AbortSignal.timeout(30_000))
const videoOf = (answer: { statusCode: number; body: string }) => {
  assert.equal(answer.statusCode, 200, answer.body)
  return openaiVideo.strict().parse(JSON.parse(answer.body))
}
const made = async (body: object = {}) => {
  const { id } = videoOf(await post('/v1/videos', { prompt, ...body }))
  await wait(id)
  return id
}
const generationOf = async (videoId: string): Promise<GenerationRequest> => {
  const task = await findTask(server.context.database, taskIdOf(videoId) ?? '')
  assert.ok(task)
  return task.generation
}
const sourceOf = async (videoId: string): Promise<FilmSource> => {
  const { source } = await generationOf(videoId)
  assert.ok(source)
  return source
}
const refusal = (answer: { statusCode: number; body: string }, status: number) => {
  assert.equal(answer.statusCode, status, answer.body)
  return openaiError.strict().parse(JSON.parse(answer.body)).error
}
const sendForm = (url: string, parts: Parameters<typeof form>[0], headers = {}) => {
  const sent = form(parts)
  return call({ method: 'POST', url, headers: { ...headers, ...sent.headers }, payload: sent.payload })
}
const videoFile = (bytes = film) => ({ name: 'video', value: bytes, filename: 'film.mp4', type: 'video/mp4' })
const stranger = async (name: string) => {
  const account = await server.context.database.transaction().execute((tx) => createAccount(tx, name))
  return { authorization: `Bearer ${(await createKey(server.context.database, account, name)).key}` }
}

test('a remix is the same film with other words: its seed, size and length, and where it comes from', async () => {
  const id = await made({ seconds: '8', size: '1280x720', seed: 11 })
  const remix = videoOf(await post(`/v1/videos/${id}/remix`, { prompt: 'make it night' }))
  assert.deepEqual(
    [remix.remixed_from_video_id, remix.prompt, remix.seconds, remix.size],
    [id, 'make it night', '8', '1280x720'],
  )
  const { seed } = await generationOf(remix.id)
  assert.equal(seed, 11)
  const source = await sourceOf(remix.id)
  assert.deepEqual(source, {
    kind: 'remix',
    taskId: taskIdOf(id),
    seconds: 8,
    origin: { engine: 'plain', makings: [{ kind: 'new', prompt, seconds: 8 }] },
  })
  await wait(remix.id)
  assert.equal((await call({ url: `/v1/videos/${remix.id}` })).json().status, 'completed')
  const record = (await server.post('/sora/tasks', { id: taskIdOf(remix.id) })).json()
  assert.deepEqual(record.request, { prompt: 'make it night', source: { kind: 'remix', video_id: id } })
})

test('an extension is as long as its source and what is added, and only that is paid for', async () => {
  const id = await made()
  for (const send of [
    (seconds: string) => post('/v1/videos/extensions', { prompt, seconds, video: { id } }),
    (seconds: string) =>
      sendForm('/v1/videos/extensions', [
        { name: 'prompt', value: prompt },
        { name: 'seconds', value: seconds },
        { name: 'video[id]', value: id },
      ]),
  ]) {
    const longer = videoOf(await send('8'))
    assert.deepEqual([longer.seconds, longer.remixed_from_video_id], ['12', id])
    const usage = await server.context.database
      .selectFrom('usage_records')
      .select('credits')
      .where('task_id', '=', taskIdOf(longer.id) ?? '')
      .executeTakeFirstOrThrow()
    assert.equal(Number(usage.credits), 80)
    await wait(longer.id)
  }
  const wrong = refusal(await post('/v1/videos/extensions', { prompt, seconds: '5', video: { id } }), 400)
  assert.equal(wrong.param, 'seconds')
  assert.match(wrong.message, /allowed: "4", "8", "12", "16" or "20"/)
})

test('extensions end at two minutes', async () => {
  const first = await made({ seconds: '12' })
  const { id } = videoOf(await post('/v1/videos/extensions', { prompt, seconds: '20', video: { id: first } }))
  await wait(id)
  assert.equal((await call({ url: `/v1/videos/${id}` })).json().seconds, '32')
  // As if it had been extended four times more.
  await sql`update assets set seconds = 112 where kind = 'video' and task_id = ${taskIdOf(id)}`.execute(
    server.context.database,
  )
  const error = refusal(await post('/v1/videos/extensions', { prompt, seconds: '12', video: { id } }), 400)
  assert.match(error.message, /112 seconds and 12 more are 124; allowed: 120 seconds in all/)
  const longest = videoOf(await post('/v1/videos/extensions', { prompt, seconds: '8', video: { id } }))
  assert.equal(longest.seconds, '120')
  assert.equal((await call({ method: 'DELETE', url: `/v1/videos/${longest.id}` })).json().deleted, true)
})

test('a film of a film of a film is told step by step to the engine that made them all', async () => {
  const first = videoOf(await post(`/v1/videos/${await made()}/remix`, { prompt: 'at night' })).id
  await wait(first)
  const second = videoOf(await post('/v1/videos/edits', { prompt: 'as a watercolour', video: { id: first } })).id
  await wait(second)
  const third = videoOf(await post('/v1/videos/extensions', { prompt: 'it rains', video: { id: second } })).id
  const { origin } = await sourceOf(third)
  // The first was made by an engine that makes no remixes: from there on there is nothing but the film.
  assert.equal(origin, undefined)
  await wait(third)
  const own = await made({ characters: [{ id: (await character()).id }] })
  const remix = videoOf(await post(`/v1/videos/${own}/remix`, { prompt: 'at night' })).id
  await wait(remix)
  const edit = videoOf(await post('/v1/videos/edits', { prompt: 'as a watercolour', video: { id: remix } })).id
  assert.deepEqual((await sourceOf(edit)).origin?.makings, [
    { kind: 'new', prompt, seconds: 4 },
    { kind: 'remix', prompt: 'at night', seconds: 4 },
  ])
})

test('a film that is sent is edited in its own size and length, and nothing of it is left behind', async () => {
  const edit = videoOf(await sendForm('/v1/videos/edits', [{ name: 'prompt', value: 'as a watercolour' }, videoFile()]))
  assert.deepEqual([edit.size, edit.seconds, edit.remixed_from_video_id], ['322x180', '2', null])
  await wait(edit.id)
  assert.equal((await call({ url: `/v1/videos/${edit.id}` })).json().status, 'completed')
  const longer = videoOf(
    await sendForm('/v1/videos/extensions', [
      { name: 'video', value: film, filename: 'film.mp4', type: 'video/mp4' },
      { name: 'prompt', value: prompt },
      { name: 'seconds', value: '4' },
    ]),
  )
  assert.equal(longer.seconds, '6')
  await wait(longer.id)
  const work = await readdir(join(server.config.dataDirectory, 'work'), { recursive: true })
  assert.deepEqual(
    work.filter((name) => name.endsWith('sent')),
    [],
  )
})

test('what is no film, is too large, or is not there is refused by the field', async () => {
  for (const [path, parts, words] of [
    ['edits', [{ name: 'prompt', value: prompt }], /video is missing; allowed: a video file in a form, or/],
    ['edits', [videoFile()], /prompt is missing/],
    ['edits', [{ name: 'prompt', value: prompt }, videoFile(Buffer.from('no film'))], /video is no video/],
    ['extensions', [{ name: 'prompt', value: ' ' }, videoFile()], /prompt/],
    ['characters', [{ name: 'name', value: 'Mia' }, videoFile(Buffer.from('no film'))], /video is/],
    ['characters', [{ name: 'name', value: 'Mia' }], /video is missing/],
    ['characters', [videoFile()], /name is missing/],
  ] as const) {
    assert.match(refusal(await sendForm(`/v1/videos/${path}`, parts), 400).message, words)
  }
  assert.equal(refusal(await post(`/v1/videos/${await made()}/remix`, { prompt: '' }), 400).param, 'prompt')
  const declared = { ...form([videoFile()]).headers, 'content-length': '900000000' }
  refusal(await call({ method: 'POST', url: '/v1/videos/edits', headers: declared, payload: 'x' }), 413)
})

test('a source that is somebody else’s is not found, and one without a film is a 4xx that no SDK sends again', async () => {
  const id = await made()
  const headers = await stranger('stranger')
  for (const answer of [
    await post(`/v1/videos/${id}/remix`, { prompt }, headers),
    await post('/v1/videos/edits', { prompt, video: { id } }, headers),
    await post('/v1/videos/extensions', { prompt, video: { id: 'video_nope' } }),
  ]) {
    assert.equal(refusal(answer, 404).code, 'not_found')
  }
  const { id: open } = videoOf(await post('/v1/videos', { prompt: '[stall]' }))
  const answer = await post(`/v1/videos/${open}/remix`, { prompt })
  assert.match(refusal(answer, 400).message, /is not ready: it is .*; allowed: a video whose status is completed/)
  assert.equal(answer.headers['x-should-retry'], 'false')
  await call({ method: 'DELETE', url: `/v1/videos/${open}` })
  const failed = await made({ prompt: '[fail: the lamp broke]' })
  assert.match(refusal(await post(`/v1/videos/${failed}/remix`, { prompt }), 400).message, /has failed and has no film/)
})

test('an expired film is gone', async () => {
  const id = await made()
  await server.context.database
    .updateTable('tasks')
    .set({ expires_at: new Date(0) })
    .where('id', '=', taskIdOf(id) ?? '')
    .execute()
  assert.match(refusal(await post(`/v1/videos/${id}/remix`, { prompt }), 404).message, /has expired/)
})

test('what no engine of the model can do is refused before anything is charged', async () => {
  const id = await made({ model: 'sora-2-pro' })
  const before = await server.context.database.selectFrom('tasks').select('id').execute()
  const error = refusal(await post(`/v1/videos/${id}/remix`, { prompt }), 400)
  assert.equal(error.code, 'not_offered')
  assert.match(error.message, /makes no remix of a film/)
  const after = await server.context.database.selectFrom('tasks').select('id').execute()
  assert.equal(after.length, before.length)
  const models = (await call({ url: '/v1/models' })).json().data
  assert.deepEqual(
    models.map(({ capabilities }: { capabilities: { sources: string[] } }) => capabilities.sources),
    [['remix', 'edit', 'extension'], []],
  )
})

test('the source may be deleted while another film is made from it', async () => {
  const id = await made()
  const remix = videoOf(await post(`/v1/videos/${id}/remix`, { prompt: `[slow 500ms] ${prompt}` })).id
  await call({ method: 'DELETE', url: `/v1/videos/${id}` })
  await wait(remix)
  assert.equal((await call({ url: `/v1/videos/${remix}` })).json().status, 'completed')
})

test('a task of the other door is remixed, too, and a remix is seen there', async () => {
  const { task_id } = (await server.post('/sora/videos', { prompt, duration: 10 })).json()
  const remix = videoOf(await post(`/v1/videos/${videoIdOf(task_id)}/remix`, { prompt: 'at night' }))
  assert.deepEqual([remix.seconds, remix.size], ['10', '1280x720'])
  await wait(remix.id)
  assert.equal((await server.post('/sora/tasks', { id: taskIdOf(remix.id) })).json().response.success, true)
})

test('the same remix sent again by its client is one video; another’s, or another kind, is not', async () => {
  const [one, other] = [await made(), await made()]
  const send = async (id: string, retries: string) =>
    videoOf(await post(`/v1/videos/${id}/remix`, { prompt }, { 'x-stainless-retry-count': retries })).id
  const first = await send(one, '0')
  assert.equal(await send(one, '1'), first)
  assert.notEqual(await send(other, '1'), first)
  const edit = await post('/v1/videos/edits', { prompt, video: { id: one } }, { 'x-stainless-retry-count': '0' })
  const longer = await post('/v1/videos/extensions', { prompt, video: { id: one } }, { 'x-stainless-retry-count': '1' })
  assert.notEqual(videoOf(longer).id, videoOf(edit).id)
})

const character = async (headers = {}) => {
  const answer = await sendForm('/v1/videos/characters', [videoFile(), { name: 'name', value: 'Mia' }], headers)
  assert.equal(answer.statusCode, 200, answer.body)
  return openaiCharacter.strict().parse(answer.json())
}

test('a character is an account’s clip by a name, and plays in its videos by its id', async () => {
  const { id, name } = await character()
  assert.equal(name, 'Mia')
  assert.deepEqual((await call({ url: `/v1/videos/characters/${id}` })).json().id, id)
  for (const send of [
    () => post('/v1/videos', { prompt, characters: [{ id }] }),
    () =>
      sendForm('/v1/videos', [
        { name: 'prompt', value: prompt },
        { name: 'characters[][id]', value: id },
      ]),
    () =>
      sendForm('/v1/videos', [
        { name: 'prompt', value: prompt },
        { name: 'characters[0][id]', value: id },
      ]),
  ]) {
    const video = videoOf(await send())
    assert.deepEqual((await generationOf(video.id)).character, { startSeconds: 0, endSeconds: 2 })
    await wait(video.id)
    assert.equal((await call({ url: `/v1/videos/${video.id}` })).json().status, 'completed')
  }
})

test('two accounts never see each other’s characters', async () => {
  const headers = await stranger('neighbour')
  const { id } = await character()
  const theirs = await character(headers)
  assert.equal(refusal(await call({ url: `/v1/videos/characters/${id}`, headers }), 404).code, 'not_found')
  refusal(await call({ url: `/v1/videos/characters/${theirs.id}` }), 404)
  for (const unknown of [theirs.id, 'char_nope', `char_${'0'.repeat(32)}`]) {
    const error = refusal(await post('/v1/videos', { prompt, characters: [{ id: unknown }] }), 400)
    assert.match(error.message, /characters/)
  }
  const two = [{ id }, { id }]
  assert.match(refusal(await post('/v1/videos', { prompt, characters: two }), 400).message, /an array with one/)
})

test('the paths of characters, edits and extensions are no ids of videos', async () => {
  for (const path of ['characters', 'edits', 'extensions']) {
    const error = refusal(await sendForm(`/v1/videos/${path}`, [{ name: 'unknown', value: 'x' }]), 400)
    assert.equal(error.code, 'invalid_value')
  }
})

test('an answer is JSON with a body, never 204, and says when to ask again', async () => {
  const id = await made()
  for (const answer of [
    await post(`/v1/videos/${id}/remix`, { prompt }),
    await post('/v1/videos/edits', { prompt, video: { id } }),
    await post('/v1/videos/extensions', { prompt, video: { id } }),
  ]) {
    assert.equal(answer.statusCode, 200)
    assert.match(String(answer.headers['content-type']), /^application\/json/)
    assert.ok(Number(answer.headers['openai-poll-after-ms']) > 0)
    await wait(answer.json().id)
  }
})

test('every curl line of docs/openai.md is taken', async () => {
  const id = await made()
  const page = await readFile(join(import.meta.dirname, '../../docs/openai.md'), 'utf8')
  const lines = page.replaceAll('\\\n', ' ').match(/^curl .*$/gm) ?? []
  assert.equal(lines.length, 5)
  for (const line of lines) {
    const url = /localhost:8080(\S+)/.exec(line)?.[1]?.replace('video_…', id) ?? ''
    const json = /-d '([^']+)'/.exec(line)?.[1]
    const parts = [...line.matchAll(/-F (?:'([^'=]+)=([^']*)'|([^\s=]+)=(?:'([^']*)'|(\S+)))/g)].map((found) => {
      const [name = '', value = ''] = [found[1] ?? found[3], found[2] ?? found[4] ?? found[5]]
      return value.startsWith('@') ? videoFile() : { name, value: value.replace('video_…', id) }
    })
    const answer = json ? await post(url, JSON.parse(json)) : await sendForm(url, parts)
    assert.equal(answer.statusCode, 200, `${line}: ${answer.body}`)
    if (answer.json().object === 'video') await wait(answer.json().id)
  }
})
