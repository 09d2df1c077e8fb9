/** What the operator does not want made here: refused at every door, before anything is made, kept or charged. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { reconcile } from '../../src/billing/reconcile.ts'
import type { ConfigFile } from '../../src/config.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { startReceiver } from '../support/receiver.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const deny: NonNullable<ConfigFile['policy']>['deny'] = [
  '\\bexplosives\\b',
  { pattern: 'mickey\\s+mouse', reason: 'figures of others are not made here' },
]
let server: TestServer
before(async () => {
  server = await startTestServer({ file: { policy: { deny } } })
})
after(() => server[Symbol.asyncDispose]())

const image = `data:image/png;base64,${landscapePng(1280, 720).toString('base64')}`
const authorization = `Bearer ${apiKey}`

/** What is left of calls: tasks, credits held or spent, and files of tasks. */
async function leftIn({ context, config }: TestServer) {
  const db = context.database
  const tasks = await db.selectFrom('tasks').select('id').execute()
  const [application] = await db.selectFrom('applications').select(['balance', 'reserved', 'used']).execute()
  const files = await readdir(join(config.dataDirectory, 'files'), { recursive: true, withFileTypes: true })
  assert.deepEqual((await reconcile(db)).problems, [])
  return { tasks: tasks.length, application, files: files.filter((entry) => entry.isFile()).length }
}

const found = (...names: string[]) =>
  JSON.stringify({
    results: [{ flagged: names.length > 0, categories: Object.fromEntries(names.map((name) => [name, true])) }],
  })

test('a denied prompt is forbidden at every door, and neither task nor file nor charge is left', async () => {
  const untouched = await leftIn(server)
  const prompt = 'a cat with ＥＸＰＬＯＳＩＶＥＳ'
  const sentence = 'The content policy of this server refuses this prompt.'

  const sora = await server.post('/sora/videos', { prompt, image_urls: [image] })
  assert.deepEqual([sora.statusCode, sora.json().error], [403, { code: 'forbidden', message: sentence }])
  const reasoned = await server.post('/sora/videos', {
    prompt: 'Mickey\nMouse on a river',
    callback_url: 'https://a.test/',
  })
  assert.match(reasoned.json().error.message, /refuses this prompt: figures of others are not made here\.$/)

  const openai = await server.inject({
    method: 'POST',
    url: '/v1/videos',
    headers: { authorization },
    payload: { prompt },
  })
  assert.equal(openai.statusCode, 403)
  assert.equal(openai.json().error.message, sentence)

  const mcp = await server.inject({
    method: 'POST',
    url: '/mcp',
    headers: { authorization, accept: 'application/json, text/event-stream' },
    payload: {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'sora_generate_video', arguments: { prompt } },
    },
  })
  assert.ok(mcp.body.includes(sentence), mcp.body)
  assert.deepEqual(await leftIn(server), untouched)
})

test('a film is not made from another by denied words', async () => {
  const { task_id: id } = (await server.post('/sora/videos', { prompt: 'a cat', async: true })).json()
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  const [video] = (await server.inject({ method: 'GET', url: '/v1/videos', headers: { authorization } })).json().data
  const remix = (prompt: string) =>
    server.inject({
      method: 'POST',
      url: `/v1/videos/${video.id}/remix`,
      headers: { authorization },
      payload: { prompt },
    })
  const untouched = await leftIn(server)
  assert.equal((await remix('add explosives')).statusCode, 403)
  assert.deepEqual(await leftIn(server), untouched)
  assert.equal((await remix('add a hat')).statusCode, 200)
})

test('a moderation service sees prompt and images; what it flags, or cannot be asked about, leaves nothing', async () => {
  await using service = await startReceiver(({ body }, response) => {
    if (body.includes('broken')) response.writeHead(503).end()
    else
      response.end(
        body.includes('image_url') || body.includes('harm') ? found('violence', 'self-harm', '<b>') : found(),
      )
  })
  const moderation = { url: `${service.url}/v1/moderations`, apiKeyEnv: 'MODERATION_KEY' }
  await using moderated = await startTestServer({
    file: { policy: { deny, moderation } },
    config: { readSecret: () => 'key-of-the-service' },
  })
  const make = (body: object = {}) => moderated.post('/sora/videos', { prompt: 'a cat', async: true, ...body })
  const untouched = await leftIn(moderated)
  assert.equal((await make({ prompt: 'explosives' })).statusCode, 403)
  assert.equal(service.received.length, 0, 'a pattern decides before anybody is asked')
  const harm = await make({ prompt: 'harm' })
  const sentence = 'The content policy of this server refuses this request: violence, self-harm.'
  assert.deepEqual([harm.statusCode, harm.json().error], [403, { code: 'forbidden', message: sentence }])
  assert.equal((await make({ image_urls: [image] })).statusCode, 403)
  const broken = await make({ prompt: 'broken' })
  assert.deepEqual([broken.statusCode, broken.json().error.code], [500, 'api_error'])
  assert.match(broken.json().error.message, /^The content policy could not be checked, .* nothing was made or charged/)
  assert.deepEqual(await leftIn(moderated), untouched)

  const [words, picture] = service.received
  assert.equal(words?.headers.authorization, 'Bearer key-of-the-service')
  assert.deepEqual(JSON.parse(words?.body ?? ''), {
    model: 'omni-moderation-latest',
    input: [{ type: 'text', text: 'harm' }],
  })
  const { input } = JSON.parse(picture?.body ?? '')
  assert.deepEqual(
    input.map(({ type }: { type: string }) => type),
    ['text', 'image_url'],
  )
  assert.match(input[1].image_url.url, /^data:image\/png;base64,/)
  assert.equal((await make()).statusCode, 200)
})
