/** The log: every line has what finds it, and none has what a caller, an engine or the operator wants kept secret. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLogger } from '../../src/logger.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { register } from '../support/person.ts'
import { startReceiver } from '../support/receiver.ts'
import { apiKey, startTestServer } from '../support/server.ts'

const engineKey = 'Key0Of0The0Engine'
const callbackSecret = 'secret-of-the-callback'
const hidden = 'WORDS-OF-A-PROMPT'
const image = `data:image/png;base64,${landscapePng(1280, 720).toString('base64')}`

test('no log line of any door, success or failure, holds a key, a secret, a cookie, a link, a prompt or a data URL', async () => {
  const written: string[] = []
  const logger = createLogger('debug', { write: (text) => void written.push(text) }, [apiKey, engineKey])
  // As an engine, a server that quotes what it was sent; as a receiver, one that takes the first of two deliveries.
  await using engine = await startReceiver(({ headers }, response) =>
    response.writeHead(500).end(JSON.stringify({ error: { message: `${headers.authorization} is no key; ${image}` } })),
  )
  await using receiver = await startReceiver((_request, response, number) =>
    response.writeHead(number === 1 ? 200 : 500).end(),
  )
  await using server = await startTestServer({
    logger,
    config: { allowPrivateUrls: true, readSecret: () => engineKey },
    file: {
      engines: {
        broken: { type: 'openai-videos', baseUrl: `${engine.url}/v1`, model: 'm', apiKeyEnv: 'K', patienceSeconds: 1 },
      },
      models: { 'sora-2': ['scripted'], 'sora-2-pro': ['scripted'], broken: ['broken'] },
      callbackRetrySeconds: [],
    },
  })
  const secrets = new Set([apiKey, engineKey, callbackSecret, hidden, image.slice(30, 80), 'password-of-a-receiver'])
  const person = await register(server, 'somebody')
  secrets
    .add(person.cookie.split('=')[1] ?? person.cookie)
    .add('correct horse battery')
    .add('a wrong password')
  await person.call('POST', '/api/v1/sessions', { email: 'somebody@example.com', password: 'a wrong password' })

  const callbacks = { callback_url: `${receiver.url}/${hidden}?token=${hidden}`, callback_secret: callbackSecret }
  const bodies: object[] = [
    { prompt: hidden, image_urls: [image], ...callbacks },
    { prompt: `[fail] ${hidden}\n{"level":60,"msg":"forged"}`, ...callbacks },
    { prompt: `[garbage] ${hidden}`, async: true },
    { prompt: hidden, model: 'broken', async: true },
    { prompt: hidden, image_urls: [`${image}!`, 'http://user:password-of-a-receiver@127.0.0.1:1/a.png'] },
    { prompt: hidden, duration: 'x' },
  ]
  for (const body of bodies) {
    const { task_id: id } = (await server.post('/sora/videos', body)).json()
    if (!id) continue
    await server.context.waitForTask(id, AbortSignal.timeout(30_000))
    const { response } = (await server.post('/sora/tasks', { id })).json()
    for (const { video_url: link } of response?.data ?? []) {
      const signature = link && new URL(link).searchParams.get('signature')
      if (!signature) continue
      secrets.add(signature)
      await server.inject({ url: link.replace(/expires=\d+/, 'expires=1') })
    }
  }
  await server.inject({ url: '/v1/videos', headers: { authorization: 'Bearer wrong-key-of-somebody' } })
  await server.inject({ method: 'POST', url: '/mcp', headers: { authorization: `Bearer ${apiKey}` }, payload: '{' })
  await receiver.until(2)
  await server.restart()

  const lines = written.join('').trimEnd().split('\n')
  for (const secret of [...secrets, 'wrong-key-of-somebody']) {
    const line = lines.find((one) => one.includes(secret))
    assert.equal(line, undefined, `${secret} is in the log`)
  }
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.ok(entries.every(({ level }) => level !== 60))
  const steps = entries.filter(({ msg }) => String(msg).startsWith('task '))
  assert.ok(steps.length >= 8, `${steps.length} lines tell what happened to tasks`)
  for (const step of steps) assert.ok(step.task_id && step.trace_id, JSON.stringify(step))
})
