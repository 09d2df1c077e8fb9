/** GET /api/v1/engines: the administrator hears how each engine is, and nobody else does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulatedModel, startOpenaiVideosServer } from '../../src/engines/openai-videos/test-openai-videos-server.ts'
import { register, registerWithKey } from '../support/person.ts'
import { apiKey, startTestServer } from '../support/server.ts'

const secret = 'key-that-nobody-else-may-see'
const path = '/api/v1/engines'

test('the administrator is told how each engine is, asked now, without its key; others are refused', async () => {
  await using up = await startOpenaiVideosServer('sglang', { key: secret })
  await using down = await startOpenaiVideosServer('sglang', { key: secret })
  await down.simulator.hangUp()
  const entry = ({ baseUrl }: { baseUrl: string }) =>
    ({ type: 'openai-videos', model: simulatedModel, flavor: 'sglang', baseUrl, apiKeyEnv: 'GPU_KEY' }) as const
  await using server = await startTestServer({
    file: {
      engines: { up: entry(up), down: entry(down) },
      models: { 'sora-2': ['up', 'down', 'scripted'], 'sora-2-pro': ['scripted'] },
    },
    config: { readSecret: () => secret },
  })
  const admin = await register(server, 'ada')
  const bob = await registerWithKey(server, 'bob')

  const told = await admin.call('GET', path)
  assert.equal(told.statusCode, 200, told.body)
  const { items } = told.json() as { items: { name: string; ok: boolean; message: string }[] }
  assert.deepEqual(
    items.map(({ name, ok }) => [name, ok]),
    [
      ['up', true],
      ['down', false],
      ['scripted', true],
    ],
  )
  assert.match(items[1]?.message ?? '', /refused the connection/)
  assert.ok(!told.body.includes(secret))

  // Asked now: one that is back is well again.
  await down.simulator.listen()
  const again = (await admin.call('GET', path)).json() as { items: { ok: boolean }[] }
  assert.deepEqual(
    again.items.map(({ ok }) => ok),
    [true, true, true],
  )

  const asked = up.simulator.calls.length
  const statuses = await Promise.all([
    server.inject({ url: path }),
    server.inject({ url: path, headers: bob.headers }),
    server.inject({ url: path, headers: { authorization: `Bearer ${apiKey}` } }),
    bob.call('GET', path),
  ])
  assert.deepEqual(
    statuses.map(({ statusCode }) => statusCode),
    [401, 403, 403, 403],
  )
  assert.equal(up.simulator.calls.length, asked, 'no engine is asked for them')
})
