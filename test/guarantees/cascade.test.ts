/** One Rushes makes its films on another: the engine `acedata` against the real thing. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from 'node:test'
import { defineConfig } from '../../src/config.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { apiKey, startTestServer } from '../support/server.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

test('a film made on another Rushes is this one’s: with references, progress, failures, and cancelled there too', async () => {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  await using upstream = await startTestServer({ publicUrl: baseUrl })
  await upstream.context.app.listen({ host: '127.0.0.1', port })
  const file = defineConfig({
    engines: { upstream: { type: 'acedata', baseUrl, apiKeyEnv: 'UPSTREAM_KEY', pollSeconds: 0.1 } },
    models: { 'sora-2': ['upstream'], 'sora-2-pro': ['upstream'] },
  })
  await using server = await startTestServer({ file, config: { readSecret: () => apiKey } })
  const size = { version: '2.0', duration: 4, size: '720x1280' }

  const image = `data:image/png;base64,${landscapePng(720, 1280).toString('base64')}`
  const made = (await server.post('/sora/videos', { prompt: 'a cat', ...size, seed: 7, image_urls: [image] })).json()
  assert.equal(made.success, true, JSON.stringify(made))
  assert.deepEqual([made.data[0].engine, made.data[0].width, made.data[0].height], ['upstream', 720, 1280])
  const batch = (await upstream.post('/sora/tasks', { action: 'retrieve_batch' })).json()
  assert.deepEqual([batch.count, batch.items[0].request.seed], [1, 7])
  assert.equal(batch.items[0].request.image_urls.length, 1)

  const failed = (
    await server.post('/sora/videos', { prompt: '[fail: The lamp broke]', duration: 25, model: 'sora-2-pro' })
  ).json()
  assert.equal(failed.error.message, 'The lamp broke.')

  const { task_id: id } = (await server.post('/sora/videos', { prompt: '[stall] a cat', ...size, async: true })).json()
  const underWay = async () => {
    const { response } = (await server.post('/sora/tasks', { id })).json()
    return response.data[0].progress > 40
  }
  while (!(await underWay())) await new Promise((resolve) => setTimeout(resolve, 50))
  await server.post('/sora/tasks', { id, action: 'delete' })
  const left = async () => (await upstream.post('/sora/tasks', { action: 'retrieve_batch' })).json().count
  while ((await left()) > 2) await new Promise((resolve) => setTimeout(resolve, 50))
})
