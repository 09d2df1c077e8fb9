import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseConfigFile } from '../config.ts'
import { ConfigError } from '../errors.ts'
import { createLogger } from '../logger.ts'
import { createGuardedFetch } from '../net/guarded-fetch.ts'
import { checkModels } from './check-models.ts'
import { simulatedModel, startOpenaiVideosServer } from './openai-videos/test-openai-videos-server.ts'
import { probeEngines } from './probe-engines.ts'
import { createRegistry, type Registry } from './registry.ts'

const open = async (file: object, secrets: Record<string, string> = {}): Promise<Registry> =>
  createRegistry({
    ...parseConfigFile(file),
    readSecret: (variable) => secrets[variable],
    fetch: createGuardedFetch({ allowPrivateAddresses: true }),
    logger: createLogger('silent'),
  })

const refusal = async (opening: () => Promise<unknown>): Promise<string> => {
  const error = await opening().then(
    () => assert.fail('accepted'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof ConfigError, String(error))
  return error.message
}

const entry = { type: 'openai-videos', model: simulatedModel, flavor: 'sglang' }

test('every engine says how it is, and one that is not well says what is wrong', async () => {
  await using up = await startOpenaiVideosServer('sglang')
  await using down = await startOpenaiVideosServer('sglang')
  await down.simulator.hangUp()
  const registry = await open({
    engines: { up: { ...entry, baseUrl: up.baseUrl }, down: { ...entry, baseUrl: down.baseUrl } },
    models: { 'sora-2': ['up', 'down', 'scripted'] },
  })
  const healths = await probeEngines(registry, new AbortController().signal)
  assert.deepEqual(
    healths.map(({ name, ok }) => [name, ok]),
    [
      ['up', true],
      ['down', false],
      ['scripted', true],
    ],
  )
  assert.equal(healths[0]?.message, `sglang, serves ${simulatedModel}`)
  assert.match(healths[1]?.message ?? '', /refused the connection/)
  await registry.close()
})

test('a config that cannot work stops the start with the key, and never with a value', async () => {
  const secret = 'sk-live-0123456789'
  const baseUrl = 'http://gpu-1:30000/v1'
  const cases: [object, RegExp][] = [
    [{ models: { m: ['nothing'] } }, /models name the engine nothing, which has no entry; the types are /],
    [{ models: { m: ['openai-videos'] } }, /models name the engine openai-videos, which needs an entry in engines/],
    [{ engines: { a: { type: 'veo' } } }, /engines\.a\.type is no type of engine; the types are /],
    [{ engines: { a: { ...entry, baseUrl, apiKey: secret } } }, /engines\.a has no key apiKey/],
    [{ engines: { a: { ...entry, baseUrl, apiKeyEnv: secret } } }, /engines\.a\.apiKeyEnv: must be the name of an env/],
    [
      { engines: { a: { ...entry, baseUrl, apiKeyEnv: 'GPU_KEY' } } },
      /a\.apiKeyEnv names the .* GPU_KEY, which is not set/,
    ],
    [{ engines: { a: { ...entry, baseUrl: `http://me:${secret}@gpu/v1` } } }, /engines\.a\.baseUrl: must be an http/],
    [{ engines: { a: { ...entry, baseUrl, concurrency: 0 } } }, /engines\.a\.concurrency/],
  ]
  for (const [file, words] of cases) {
    const message = await refusal(() => open({ models: { 'sora-2': ['scripted'] }, ...file }))
    assert.match(message, words)
    assert.ok(message.startsWith('RUSHES_CONFIG: ') && !message.includes(secret), message)
  }
})

test('a model of which nobody could ever get a film stops the start', async () => {
  const short = { ...entry, baseUrl: 'http://gpu-1:30000/v1', maxSeconds: 3 }
  const registry = await open({ engines: { short }, models: { 'sora-2': ['short'] } })
  const message = await refusal(async () => checkModels(registry, { 'sora-2': ['short'] }))
  assert.match(
    message,
    /models\.sora-2: no request can be made by short; callers ask for 4, 8, 10, 12, 15 or 25 seconds/,
  )
})
