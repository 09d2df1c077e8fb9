/** The door for agents at /mcp, by the official clients, unmodified: the one that most hosts ship, and the newest. */
import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { createAccount, createKey } from '../../src/auth/keys.ts'
import { mcpTask } from '../../src/contract/mcp/answers.ts'
import { revokeApiKey } from '../../src/db/api-keys.ts'
import { type McpClient, mcpClients } from '../support/mcp-clients.ts'
import { register } from '../support/person.ts'
import { apiKey, startTestServer, type TestServer, testUrl } from '../support/server.ts'

const prompt = 'a cat on a river'
let server: TestServer
let url: URL

before(async () => {
  server = await startTestServer()
  await server.context.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.context.app.server.address() as { port: number }
  url = new URL(`http://127.0.0.1:${port}/mcp`)
})
after(() => server[Symbol.asyncDispose]())

for (const [revision, open] of Object.entries(mcpClients)) {
  describe(`the client of ${revision}`, () => {
    let client: McpClient
    before(async () => {
      client = await open({ url, key: apiKey })
    })
    after(() => client[Symbol.asyncDispose]())

    test('finds the tools that agents know, with fields, defaults and what each may do', async () => {
      const tools = new Map((await client.listTools()).map((tool) => [tool.name, tool]))
      assert.deepEqual(
        [...tools.keys()],
        [
          'sora_generate_video',
          'sora_generate_video_from_image',
          'sora_generate_video_with_character',
          'sora_generate_video_async',
          'sora_generate_video_v2',
          'sora_generate_video_v2_async',
          'sora_get_task',
          'sora_get_tasks_batch',
          'sora_cancel_task',
          'sora_list_models',
          'sora_list_actions',
        ],
      )
      const fieldsOf = (name: string) =>
        tools.get(name)?.inputSchema.properties as Record<string, Record<string, unknown>>
      const { duration } = fieldsOf('sora_generate_video')
      assert.deepEqual([duration?.enum, duration?.default], [[10, 15, 25], 15])
      assert.deepEqual(fieldsOf('sora_generate_video_v2').duration?.enum, [4, 8, 12])
      assert.deepEqual(tools.get('sora_generate_video_from_image')?.inputSchema.required, ['prompt', 'image_urls'])
      for (const { inputSchema } of tools.values()) assert.doesNotMatch(JSON.stringify(inputSchema), /"allowed"/)
      assert.equal(tools.get('sora_get_task')?.annotations?.readOnlyHint, true)
      assert.equal(tools.get('sora_cancel_task')?.annotations?.destructiveHint, true)
      assert.equal(tools.get('sora_generate_video')?.annotations?.readOnlyHint, false)
    })

    test('generates a video: progress that only rises, the thumbnail, and a link that leads to the film', async () => {
      const told: number[] = []
      const answer = await client.call(
        'sora_generate_video',
        { prompt: `${prompt} [queue 200ms] [slow 1500ms]`, duration: 10 },
        { onprogress: ({ progress }) => told.push(progress) },
      )
      assert.equal(answer.isError, undefined, JSON.stringify(answer))
      assert.ok(
        told.some((percent) => percent > 0 && percent < 100),
        `${told}`,
      )
      assert.deepEqual(
        told,
        [...new Set(told)].toSorted((a, b) => a - b),
      )
      const task = mcpTask.strict().parse(answer.structuredContent)
      assert.deepEqual([task.state, task.progress, task.width, task.duration], ['succeeded', 100, 1280, 10])
      assert.match(String(answer.content[0]?.text), /is ready: http/)
      const image = answer.content.find(({ type }) => type === 'image')
      const thumbnail = await sharp(Buffer.from(String(image?.data), 'base64')).metadata()
      assert.deepEqual([image?.mimeType, thumbnail.format], ['image/webp', 'webp'])
      const link = answer.content.find(({ type }) => type === 'resource_link')
      assert.deepEqual([link?.uri, link?.mimeType], [`rushes://videos/${task.task_id}`, 'video/mp4'])
      const [film] = await client.read(String(link?.uri))
      const bytes = Buffer.from(String(film?.blob), 'base64')
      assert.deepEqual(
        [film?.mimeType, bytes.length, bytes.toString('latin1', 4, 8)],
        ['video/mp4', link?.size, 'ftyp'],
      )
      assert.ok((await client.listResources()).some(({ uri }) => uri === link?.uri))
    })

    test('generates from an image, with a character, in pixels, and without waiting', async () => {
      const image = await sharp({ create: { width: 1280, height: 720, channels: 3, background: '#27ae60' } })
        .png()
        .toBuffer()
      const image_urls = [`data:image/png;base64,${image.toString('base64')}`]
      const done = await client.call('sora_generate_video', { prompt, duration: 10 })
      const character_url = String(done.structuredContent?.video_url)
      const made = await Promise.all([
        client.call('sora_generate_video_from_image', { prompt, image_urls }),
        client.call('sora_generate_video_with_character', { prompt, character_url }),
        client.call('sora_generate_video_v2', { prompt, duration: 8, size: '1280x720', image_urls }),
      ])
      for (const { structuredContent } of made)
        assert.equal(structuredContent?.state, 'succeeded', JSON.stringify(made))
      for (const name of ['sora_generate_video_async', 'sora_generate_video_v2_async']) {
        const { structuredContent } = await client.call(name, { prompt: `${prompt} [slow 500ms]` })
        assert.notEqual(structuredContent?.state, 'succeeded')
        const ended = await client.call('sora_get_task', { task_id: structuredContent?.task_id, timeout: 30 })
        assert.equal(ended.structuredContent?.state, 'succeeded')
      }
    })

    test('answers with the task id when the wait is over, and the task goes on', async () => {
      const { isError, structuredContent, content } = await client.call('sora_generate_video', {
        prompt: `${prompt} [stall]`,
        timeout: 0.2,
      })
      assert.equal(isError, undefined)
      assert.match(String(content[0]?.text), /goes on. Ask sora_get_task/)
      const { task_id } = mcpTask.parse(structuredContent)
      const batch = await client.call('sora_get_tasks_batch', { task_ids: [task_id, 'none', crypto.randomUUID()] })
      assert.equal(batch.structuredContent?.count, 1)
      const cancelled = await client.call('sora_cancel_task', { task_id })
      assert.deepEqual(cancelled.structuredContent, { task_id, cancelled: true, state: 'cancelled' })
      const again = await client.call('sora_cancel_task', { task_id })
      assert.deepEqual(again.structuredContent, { task_id, cancelled: true, state: 'cancelled' })
    })

    test('a wait that the client cancels ends on the server, and the task goes on', async () => {
      const cancel = new AbortController()
      const closed = Promise.withResolvers<void>()
      const watch = (_request: unknown, answer: ServerResponse) => answer.once('close', closed.resolve)
      server.context.app.server.once('request', watch)
      const waiting = client.call(
        'sora_generate_video',
        { prompt: `${prompt} [stall]` },
        { signal: cancel.signal, onprogress: ({ message }) => message === 'processing' && cancel.abort() },
      )
      await assert.rejects(waiting)
      await closed.promise
      const { structuredContent } = await client.call('sora_get_tasks_batch', { limit: 1 })
      assert.ok(structuredContent)
      const [newest] = structuredContent.items as { task_id: string; state: string }[]
      assert.equal(newest?.state, 'processing')
      await client.call('sora_cancel_task', { task_id: newest?.task_id })
    })

    test('what goes wrong is a sentence for the agent, not a fault of the protocol', async () => {
      const wrong: [string, object, RegExp][] = [
        ['sora_generate_video', {}, /^prompt is missing; allowed: text of 1 to 32000 characters\.$/],
        ['sora_generate_video', { prompt, duration: 11 }, /^duration is 11; allowed: 10, 15 or 25/],
        ['sora_generate_video', { prompt, model: 'sora-9' }, /sora-9/],
        ['sora_generate_video_from_image', { prompt }, /^image_urls is missing/],
        ['sora_generate_video_from_image', { prompt, image_urls: ['http://127.0.0.1:1/x.png'] }, /image_urls\[0\]/],
        ['sora_generate_video_with_character', { prompt, character_url: 7 }, /^character_url is 7/],
        ['sora_generate_video_v2', { prompt, size: 'small' }, /^size is "small"/],
        ['sora_get_task', { task_id: 'x' }, /^There is no task "x" of yours\.$/],
        ['sora_get_task', {}, /^task_id is missing/],
        ['sora_get_tasks_batch', { task_ids: 'x' }, /^task_ids is "x"/],
        ['sora_cancel_task', { task_id: crypto.randomUUID() }, /^There is no task/],
      ]
      for (const [tool, args, sentence] of wrong) {
        const { isError, content } = await client.call(tool, args as Record<string, unknown>)
        assert.equal(isError, true, tool)
        assert.match(String(content[0]?.text), sentence)
      }
      const failed = await client.call('sora_generate_video', { prompt: `${prompt} [fail: The lamp broke.]` })
      assert.equal(failed.structuredContent?.state, 'failed')
      assert.match(String(failed.content[0]?.text), /The lamp broke/)
      await assert.rejects(client.read('rushes://videos/none'), /There is no task/)
    })

    test('names models and tools', async () => {
      const { structuredContent } = await client.call('sora_list_models')
      const models = structuredContent?.models as { name: string }[]
      assert.deepEqual(
        models.map(({ name }) => name),
        ['sora-2', 'sora-2-pro'],
      )
      const actions = (await client.call('sora_list_actions')).structuredContent?.actions as { tool: string }[]
      assert.equal(actions.length, (await client.listTools()).length)
    })

    test('the key of another account sees nothing, and a revoked one is refused', async () => {
      const { structuredContent } = await client.call('sora_generate_video', { prompt })
      const { task_id } = mcpTask.parse(structuredContent)
      const { db } = server.context.dispatch
      const accountId = await db.transaction((tx) => createAccount(tx, 'another'))
      const other = await createKey(db.root, accountId, 'another')
      const stranger = await open({ url, key: other.key })
      assert.equal((await stranger.call('sora_get_task', { task_id })).isError, true)
      assert.equal((await stranger.call('sora_cancel_task', { task_id })).isError, true)
      assert.equal((await stranger.call('sora_get_tasks_batch')).structuredContent?.count, 0)
      assert.deepEqual(await stranger.listResources(), [])
      await assert.rejects(stranger.read(`rushes://videos/${task_id}`))
      await revokeApiKey(db.root, other.id, accountId)
      await assert.rejects(stranger.listTools(), /revoked/)
      await stranger[Symbol.asyncDispose]()
    })
  })
}

test('errors have the protocol’s form, and a page of another site cannot use a session', async () => {
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  const accept = 'application/json, text/event-stream'
  const none = await server.inject({ method: 'POST', url: '/mcp', headers: { accept }, payload: call })
  assert.deepEqual([none.statusCode, none.headers['www-authenticate']], [401, 'Bearer'])
  const { error, ...envelope } = none.json()
  assert.deepEqual(envelope, { jsonrpc: '2.0', id: null })
  assert.deepEqual([error.code, error.data.code], [-32000, 'invalid_token'])
  const garbled = await server.post('/mcp', '{"jsonrpc":', { accept })
  assert.deepEqual([garbled.statusCode, garbled.json().error.code], [400, -32600])
  const get = await server.inject({ url: '/mcp', headers: { accept, authorization: `Bearer ${apiKey}` } })
  assert.deepEqual([get.statusCode, get.headers.allow], [405, 'POST'])
  const { cookie } = await register(server, 'ada')
  const asPage = (origin: string) =>
    server.inject({ method: 'POST', url: '/mcp', headers: { accept, cookie, origin }, payload: call })
  assert.equal((await asPage('http://evil.test')).statusCode, 403)
  assert.notEqual((await asPage(testUrl)).statusCode, 403)
})
