/** Every example of the integration guide, as the program it is, against a server with its own engine. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checkAcknowledgement, checkSuccess, checkVideo } from './support/answers.ts'
import { runExample, type Setting } from './support/examples.ts'
import { type Origin, startOrigin } from './support/origin.ts'
import { landscapePng } from './support/png.ts'
import { apiKey, createHome, type Home, type Server, serve } from './support/rushes.ts'
import { needs } from './support/tools.ts'

const prompt = 'cat running on the river'
const large = { width: 1792, height: 1024, seconds: 15 }
const small = { width: 1280, height: 720, seconds: 10 }
const eightSeconds = { width: 1280, height: 720, seconds: 8 }
const cleaning = new AsyncDisposableStack()
let home: Home
let server: Server
let origin: Origin
let setting: Setting

before(async () => {
  home = cleaning.use(await createHome())
  server = cleaning.use(await serve(home))
  origin = cleaning.use(await startOrigin())
  setting = { server: server.url, token: apiKey, files: origin.url }
  origin.serve('/11wfp4.png', landscapePng(1280, 720))
})
after(() => cleaning.disposeAsync())

/** Runs an example and checks its answer and its film. */
async function check(heading: string, version: '1.0' | '2.0', wanted: typeof large): Promise<void> {
  const body = checkSuccess(await runExample(heading, setting), version)
  await checkVideo(body, home.directory, wanted)
}

const fetched = (path: string) => origin.received.filter((request) => request.path === path).length

test('the first curl example is answered with a 15 second film of 1792x1024 pixels', needs('curl'), () =>
  check('Version 1.0, basic, curl', '1.0', large),
)

test('the image example in Python fetches its image and is answered with a film', needs('python3'), async () => {
  await check('Version 1.0, image to video, Python', '1.0', large)
  assert.equal(fetched('/11wfp4.png'), 1)
})

test('the character example in Python fetches its clip and is answered with a film', needs('python3'), async () => {
  const { json } = await server.post('/sora/videos', { version: '2.0', prompt, duration: 4, size: '1280x720' })
  const clip = await fetch(checkSuccess(json, '2.0').data[0].video_url)
  origin.serve('/pdidf5.mp4', Buffer.from(await clip.arrayBuffer()))
  await check('Version 1.0, character, Python', '1.0', small)
  assert.equal(fetched('/pdidf5.mp4'), 1)
})

for (const [client, tool] of [
  ['curl', 'curl'],
  ['Python', 'python3'],
  ['JavaScript', process.execPath],
] as const) {
  test(`the ${client} example of version 2.0 is answered with an 8 second film of 1280x720 pixels`, needs(tool), () =>
    check(`Version 2.0, basic, ${client}`, '2.0', eightSeconds),
  )
}

test('the reference image example of version 2.0 takes an image of exactly its size', needs('python3'), () =>
  check('Version 2.0, reference image, Python', '2.0', { width: 1280, height: 720, seconds: 4 }),
)

test('with callback_url the answer is the task id alone, the outcome is posted, and a look-up tells the same', async () => {
  const posted = origin.next('/eb238c4f-da3b-47a5-a922-a93aa5405daa')
  const callbackUrl = `${origin.url}/eb238c4f-da3b-47a5-a922-a93aa5405daa`
  const body = {
    size: 'small',
    duration: 10,
    orientation: 'landscape',
    prompt,
    model: 'sora-2',
    callback_url: callbackUrl,
  }
  const answer = await server.post('/sora/videos', body)
  assert.equal(answer.status, 200)
  const taskId = checkAcknowledgement(answer.json)

  const callback = await posted
  assert.equal(callback.method, 'POST')
  assert.equal(callback.headers['content-type'], 'application/json')
  const outcome = checkSuccess(JSON.parse(callback.body), '1.0')
  assert.equal(outcome.task_id, taskId)
  assert.equal(outcome.trace_id, answer.headers.get('x-trace-id'))
  await checkVideo(outcome, home.directory, small)

  const record = (await server.post('/sora/tasks', { id: taskId })).json as Record<string, unknown>
  assert.equal(record.trace_id, outcome.trace_id)
  assert.equal(record.type, 'videos')
  const told = checkSuccess(record.response, '1.0')
  // A link is signed anew for each answer; what it leads to stays.
  const withoutLinks = (success: typeof told) =>
    success.data.map(({ id, state, width, height, duration }) => [id, state, width, height, duration])
  assert.deepEqual([told.task_id, withoutLinks(told)], [outcome.task_id, withoutLinks(outcome)])
  assert.equal(new URL(told.data[0].video_url).pathname, new URL(outcome.data[0].video_url).pathname)
})

test('the answers of errors are the guide’s envelope', async () => {
  const cases: [status: number, code: string, body: object, headers?: Record<string, string>][] = [
    [400, 'token_mismatched', {}],
    [400, 'token_mismatched', { prompt, duration: 25 }],
    [400, 'api_not_implemented', { prompt, version: '3.0' }],
    [400, 'api_not_implemented', { prompt, model: 'sora-3' }],
    [401, 'invalid_token', { prompt }, { authorization: 'Bearer {token}' }],
    [401, 'invalid_token', { prompt }, { authorization: '' }],
  ]
  for (const [status, code, body, headers] of cases) {
    const answer = await server.post('/sora/videos', body, headers)
    const envelope = answer.json as { success: boolean; error: { code: string; message: string }; trace_id: string }
    assert.deepEqual(Object.keys(envelope), ['success', 'error', 'trace_id'])
    assert.deepEqual([answer.status, envelope.success, envelope.error.code], [status, false, code])
    assert.deepEqual(Object.keys(envelope.error), ['code', 'message'])
    assert.equal(envelope.trace_id, answer.headers.get('x-trace-id'))
  }
})
