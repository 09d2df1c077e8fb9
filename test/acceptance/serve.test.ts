/** How a server starts, refuses to start and stops. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkAcknowledgement, checkSuccess } from './support/answers.ts'
import { within } from './support/child.ts'
import { checkRefusal, forEach, isListening } from './support/command-line.ts'
import { freePort } from './support/origin.ts'
import { createHome, scripted, serve } from './support/rushes.ts'

/** A process that stops has nothing to wait for but the end of what it is writing. */
const stopMilliseconds = 10_000

test('the first start prints a key once, and a second start does not', async () => {
  await using home = await createHome(scripted, { isEmpty: true })
  const first = await serve(home, { RUSHES_API_KEY: '' })
  const [, key = ''] = await first.child.line(/Your key, shown this once: +(\S+)/)
  const look = (url: string) =>
    fetch(`${url}/sora/tasks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: '{"id":"x"}',
    })
  assert.equal((await look(first.url)).status, 200)
  assert.equal((await first.stop()).stdout.split(key).length - 1, 1)

  const second = await serve(home, { RUSHES_API_KEY: '' })
  assert.equal((await look(second.url)).status, 200)
  assert.doesNotMatch((await second.stop()).stdout, /Your key/)
})

test('settings that are wrong stop the start with one sentence that names the variable, never its value', async () => {
  await using home = await createHome()
  const file = async (name: string, content: string) => {
    const path = join(home.directory, '..', name)
    await writeFile(path, content)
    return path
  }
  const secret = 'hunter2'
  const cases: [env: NodeJS.ProcessEnv, sentence: RegExp][] = [
    [{ PORT: 'abc' }, /^rushes: PORT is not an integer/],
    [{ PORT: '65536' }, /^rushes: PORT is not an integer/],
    [{ RUSHES_SECRET: secret }, /^rushes: RUSHES_SECRET must be at least 16/],
    [{ RUSHES_API_KEY: secret }, /^rushes: RUSHES_API_KEY must be at least 16/],
    [{ RUSHES_SECRET: `${secret} with some spaces in it` }, /^rushes: RUSHES_SECRET must be/],
    [{ DATABASE_URL: `mysql://root:${secret}@127.0.0.1/db` }, /^rushes: DATABASE_URL is not a URL/],
    [{ DATABASE_URL: `postgres://root:${secret}@127.0.0.1:${await freePort()}/db` }, /^rushes: .*DATABASE_URL/],
    [{ PUBLIC_URL: 'example.com' }, /^rushes: PUBLIC_URL is not a URL/],
    [{ RUSHES_ALLOW_PRIVATE_URLS: 'perhaps' }, /^rushes: RUSHES_ALLOW_PRIVATE_URLS is neither/],
    [{ LOG_LEVEL: 'loud' }, /^rushes: LOG_LEVEL is none of/],
    [{ RUSHES_CONFIG: '/nowhere/rushes.config.json' }, /^rushes: RUSHES_CONFIG names a file that could not be read/],
    [{ RUSHES_CONFIG: await file('broken.json', '{') }, /^rushes: RUSHES_CONFIG names a file that could not be read/],
    [{ RUSHES_CONFIG: await file('key.json', '{"modells":{}}') }, /^rushes: RUSHES_CONFIG: .*modells/],
    [
      { RUSHES_CONFIG: await file('limits.json', '{"limits":{"imageBytes":"much"}}') },
      /^rushes: RUSHES_CONFIG: limits\.imageBytes/,
    ],
    [
      { RUSHES_CONFIG: await file('engine.json', '{"models":{"sora-2":["film-crew"]}}') },
      /^rushes: RUSHES_CONFIG: models name the engine film-crew/,
    ],
    [
      { RUSHES_CONFIG: await file('type.json', '{"engines":{"own":{"type":"crew"}},"models":{"sora-2":["own"]}}') },
      /^rushes: RUSHES_CONFIG: engines\.own\.type is no type of engine/,
    ],
    [{ RUSHES_DATA_DIR: await file('file', '') }, /^rushes: RUSHES_DATA_DIR cannot/],
    [{ HOST: 'not an address' }, /^rushes: .*HOST/],
  ]
  await forEach(cases, async ([env, sentence], number) => {
    const exit = await home.rushes(['serve'], { RUSHES_DATA_DIR: join(home.directory, String(number)), ...env })
    checkRefusal(exit, sentence)
    assert.ok(!exit.stderr.includes(secret), exit.stderr)
  })
})

test('a port that is taken is refused by a sentence that names PORT', async () => {
  await using home = await createHome()
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const exit = await home.rushes(['serve'], { PORT: String(port), RUSHES_API_KEY: 'some-key-0123456789' })
  other.close()
  checkRefusal(
    exit,
    new RegExp(`^rushes: PORT: something else is using port ${port} on 127\\.0\\.0\\.1; choose another\\.$`, 'm'),
  )
})

test('a second server on the same data directory is refused, and so is a migration, while the first goes on', async () => {
  await using home = await createHome(scripted)
  await using server = await serve(home)
  const sentence = new RegExp(
    `^rushes: RUSHES_DATA_DIR: the process ${server.child.process.pid} is using this directory`,
  )
  checkRefusal(await home.rushes(['serve']), sentence)
  if (home.embedded) checkRefusal(await home.rushes(['migrate']), sentence)
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200)
})

test('SIGTERM while a call is held ends the process within seconds; the caller learns the task, which goes on after a restart', async () => {
  await using home = await createHome(scripted)
  const server = await serve(home)
  const headers = { 'idempotency-key': 'held' }
  const body = { prompt: 'cat running on the river [slow 8s]', version: '2.0' }
  const lines = await fetch(`${server.url}/sora/videos`, {
    method: 'POST',
    headers: {
      ...headers,
      authorization: 'Bearer acceptance-key-0123456789',
      'content-type': 'application/json',
      accept: 'application/x-ndjson',
    },
    body: JSON.stringify(body),
  })
  const reader = lines.body?.pipeThrough(new TextDecoderStream()).getReader()
  const { value: firstLine = '' } = (await reader?.read()) ?? {}
  const held = server.post('/sora/videos', body, headers)
  // A look-up behind it in the queue of connections: once it is answered, the server has read the held call.
  await server.post('/sora/tasks', { id: 'x' })

  server.child.process.kill('SIGTERM')
  const taskId = checkAcknowledgement((await held).json)
  assert.equal(JSON.parse(firstLine.split('\n')[0] ?? '').task_id, taskId)
  const exit = await server.child.exit(stopMilliseconds)
  assert.deepEqual([exit.code, exit.signal], [0, null], exit.stderr)
  assert.equal(await isListening(Number(new URL(server.url).port)), false)

  await using restarted = await serve(home)
  // The repeat of a call with its idempotency key waits for the same task.
  const repeated = await within(60_000, restarted.post('/sora/videos', body, headers), () => 'the task did not go on')
  assert.equal(checkSuccess(repeated.json, '2.0').task_id, taskId)
})
