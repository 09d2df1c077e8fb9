import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { after, test } from 'node:test'
import { startReceiver } from '../../test/support/receiver.ts'
import { parseConfigFile } from '../config.ts'
import type { GenerationRequest } from '../contract/generation-request.ts'
import type { NewAsset } from '../db/assets.ts'
import { createLogger } from '../logger.ts'
import { createGuardedFetch } from '../net/guarded-fetch.ts'
import { createDiskStore } from '../storage/disk-store.ts'
import { sayWhenAway } from '../storage/say-when-away.ts'
import type { Store } from '../storage/store.ts'
import { createContentPolicy } from './content-policy.ts'

const never = new AbortController().signal
const fetch = createGuardedFetch({ allowPrivateAddresses: true })
const store = await createDiskStore({ root: tmpdir() })
after(() => fetch.close())
const request: GenerationRequest = {
  ...{ version: '1.0', model: 'sora-2', prompt: 'a cat', seconds: 10, width: 1280, height: 720, seed: 1 },
}

/** A policy as the config file has it, and the lines that it logs. */
function policyOf(policy: object, from: Store = store) {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => void lines.push(line) })
  const settings = parseConfigFile({ policy }).policy
  return {
    ...createContentPolicy({ policy: settings, fetch, store: from, logger, readSecret: () => undefined }),
    lines,
  }
}

test('words of the film that another is made from count, too', async () => {
  const { checkPrompt } = policyOf({ deny: ['explosives'] })
  const source = (prompt: string): GenerationRequest['source'] => ({
    kind: 'remix',
    seconds: 10,
    origin: { engine: 'animatic', makings: [{ kind: 'new', prompt, seconds: 10 }] },
  })
  await checkPrompt({ ...request, source: source('a dog') }, never)
  await assert.rejects(checkPrompt({ ...request, source: source('explosives') }, never), { kind: 'forbidden' })
})

/** How a moderation service may fail to answer. */
const failures: Record<string, Parameters<typeof startReceiver>[0]> = {
  'answers 503': (_request, response) => void response.writeHead(503).end('{"results":[{"flagged":false}]}'),
  'answers nonsense': (_request, response) => void response.end('<html>'),
  'answers of nothing': (_request, response) => void response.end('{"results":[]}'),
  'answers without end': (_request, response) => void response.write('{"results":'),
  'sends the request elsewhere': (_request, response) => void response.writeHead(307, { location: '/other' }).end(),
  'hangs up': (_request, response) => void response.destroy(),
  'does not answer': () => {},
}

for (const [failure, answer] of Object.entries(failures)) {
  test(`a moderation service that ${failure}: the operator has said whether requests go on`, async () => {
    await using service = await startReceiver(answer)
    const moderation = { url: service.url, timeoutSeconds: 0.5 }
    const strict = policyOf({ moderation })
    await assert.rejects(strict.moderate(request, [], never), {
      kind: 'api_error',
      message: /^The content policy could not be checked/,
    })
    const lenient = policyOf({ moderation: { ...moderation, onFailure: 'allow' } })
    await lenient.moderate(request, [], never)
    for (const { lines } of [strict, lenient]) assert.match(lines.join(''), /the moderation service gave no answer/)
  })
}

test('an image that cannot be read passes no policy unseen, whatever a silent service means', async () => {
  await using service = await startReceiver(
    (_request, response) => void response.end('{"results":[{"flagged":false}]}'),
  )
  const away = async () => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  }
  const { moderate } = policyOf(
    { moderation: { url: service.url, onFailure: 'allow' } },
    sayWhenAway({ ...store, open: away }),
  )
  const image = { id: '1', kind: 'image', position: 0, key: 'tasks/1/image-0.png', contentType: 'image/png', bytes: 1 }
  await assert.rejects(moderate(request, [image as NewAsset], never), { kind: 'unavailable' })
})

test('a policy that cannot be followed stops the start, and the sentence names the key', () => {
  assert.throws(() => policyOf({ deny: ['a cat', '(a)\\1'] }), /policy\.deny\.1.*: is no pattern of RE2/)
  assert.throws(() => policyOf({ moderation: { url: 'ftp://a' } }), /policy\.moderation\.url/)
  assert.throws(
    () => policyOf({ moderation: { url: 'https://moderation.test/v1', apiKeyEnv: 'MODERATION_KEY' } }),
    /policy\.moderation\.apiKeyEnv names the environment variable MODERATION_KEY, which is not set/,
  )
})
