/** Several api and worker processes on one Postgres and one bucket. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { reconcile } from '../../src/billing/reconcile.ts'
import { readConfig } from '../../src/config.ts'
import { createContext } from '../../src/context.ts'
import { connect } from '../../src/db/connect.ts'
import { createLogger } from '../../src/logger.ts'
import { createS3Store } from '../../src/storage/s3-store.ts'
import { s3TestKeys } from '../../src/storage/test-s3-server.ts'
import { type Cluster, clusterKey, createCluster, withoutPostgres } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { startPgbouncer, withoutPgbouncer } from '../support/pgbouncer.ts'
import { startReceiver } from '../support/receiver.ts'
import type { ServeProcess } from '../support/serve-process.ts'

const skip = withoutPostgres
Object.assign(process.env, s3TestKeys)
const models = { 'sora-2': ['scripted'], 'sora-2-pro': ['second'] }
const engines = {
  scripted: { type: 'scripted', concurrency: 4, deadlineSeconds: 120 },
  second: { type: 'scripted', concurrency: 4, deadlineSeconds: 120 },
} as const
const limits = { inFlight: 100, requestsPerMinute: 10_000 }

const ask = async (url: string, path: string, body: object): Promise<Record<string, unknown>> => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clusterKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  })
  return (await response.json()) as Record<string, unknown>
}

const storeOf = ({ bucket: { bucket, endpoint } }: Cluster) =>
  createS3Store({ bucket, endpoint, region: 'us-east-1', forcePathStyle: true, prefix: '', presign: true })

test('twenty servers that start at once on an empty database migrate it once', { skip }, async () => {
  const database = await createTestDatabase()
  const directoryOf = (number: number) => join(database.dataDirectory, `server-${number}`)
  const environment = { DATABASE_URL: database.databaseUrl, DATABASE_POOL_SIZE: '2', LOG_LEVEL: 'silent' }
  const contexts = await Promise.all(
    Array.from({ length: 20 }, async (_, number) => {
      const config = await readConfig({ ...environment, RUSHES_DATA_DIR: directoryOf(number) })
      return createContext(config, 'http://rushes.test', createLogger('silent'))
    }),
  )
  await Promise.all(contexts.map((context) => context.start('http://rushes.test')))
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as accounts from accounts')
  await client.end()
  assert.deepEqual(rows, [{ accounts: 1 }])
  for (const { app } of contexts) assert.equal((await app.inject('/readyz')).statusCode, 200)
  await Promise.all(contexts.map((context) => context.stop()))
  await database.remove()
})

test('an api process answers with the film that a worker made; a worker takes the tasks of its engines alone', {
  skip,
}, async () => {
  await using cluster = await createCluster({ models, engines, limits })
  const api = cluster.add(['--role', 'api'])
  const first = cluster.add(['--role', 'worker', '--engines', 'scripted'])
  const second = cluster.add(['--role', 'worker'], { RUSHES_ENGINES: 'second' })
  await Promise.all([api, first, second].map((one) => one.start()))
  for (const model of ['sora-2', 'sora-2-pro']) {
    const { data } = (await ask(api.url, '/sora/videos', { prompt: 'a cat', model, duration: 10 })) as {
      data: { video_url: string }[]
    }
    const film = await fetch(data[0]?.video_url ?? '')
    assert.equal(film.headers.get('content-type'), 'video/mp4')
    assert.ok((await film.arrayBuffer()).byteLength > 1000)
  }
  const workedOn = (one: ServeProcess) => one.lines.filter(({ msg }) => msg === 'task succeeded').length
  assert.deepEqual([api, first, second].map(workedOn), [0, 1, 1])
  assert.equal((await fetch(`${first.url}/sora/videos`, { method: 'POST' })).status, 404)
})

test('through a PgBouncer that pools transactions everything works, wake-ups by a way around it', {
  skip: skip || withoutPgbouncer,
}, async () => {
  await using cluster = await createCluster({ models, engines, limits })
  await using pooler = await startPgbouncer(cluster.databaseUrl)
  const environment = { DATABASE_URL: pooler.url, DATABASE_LISTEN_URL: cluster.databaseUrl }
  const api = cluster.add(['--role', 'api'], environment)
  const worker = cluster.add(['--role', 'worker'], environment)
  await Promise.all([api.start(), worker.start()])
  await using receiver = await startReceiver()
  const films = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      ask(api.url, '/sora/videos', {
        prompt: 'a cat',
        duration: 10,
        ...(number % 2 && { callback_url: receiver.url }),
      }),
    ),
  )
  await receiver.until(10)
  assert.equal(films.filter(({ success }) => success).length, 10)
  // Before the pooler goes.
  await Promise.all([api, worker].map((one) => one.end('SIGTERM')))
})

test('a worker that stops hands over what it works on: another goes on from the same operation', { skip }, async () => {
  await using cluster = await createCluster({ models, engines, limits })
  const api = cluster.add(['--role', 'api'])
  const workers = [cluster.add(['--role', 'worker']), cluster.add(['--role', 'worker'])] as const
  await Promise.all([api.start(), workers[0].start()])
  const held = ask(api.url, '/sora/videos', { prompt: '[slow 3s] a cat', duration: 10 })
  await workers[0].logged(({ msg }) => msg === 'task running', 'task running')
  await workers[1].start()
  await workers[0].end('SIGTERM')
  const { success, task_id: id } = await held
  assert.equal(success, true)
  const submissions = [...workers[0].lines, ...workers[1].lines].filter(
    ({ msg, task_id }) => msg === 'task submitting' && task_id === id,
  )
  assert.equal(submissions.length, 1)
})

test('with a process killed every second, every accepted task ends once, its files are there, everybody is told', {
  skip,
}, async () => {
  const taskCount = 60
  await using receiver = await startReceiver()
  await using cluster = await createCluster({ models, engines, limits, callbackRetrySeconds: [1, 1, 1, 1] })
  const apis = [cluster.add(['--role', 'api']), cluster.add(['--role', 'api'])]
  const workers = Array.from({ length: 3 }, () => cluster.add(['--role', 'worker']))
  const all = [...apis, ...workers]
  await Promise.all(all.map((one) => one.start()))

  const accepted = new Set<string>()
  const sending = (async () => {
    for (let number = 0; accepted.size < taskCount; number++) {
      const model = number % 2 ? 'sora-2' : 'sora-2-pro'
      const body = { prompt: `[slow ${number % 3}s] a cat`, model, duration: 10, callback_url: receiver.url }
      const answer = await ask(apis[number % 2]?.url ?? '', '/sora/videos', body).catch(() => undefined)
      if (typeof answer?.task_id === 'string') accepted.add(answer.task_id)
    }
  })()
  let isOver = false
  const killing = (async () => {
    for (let number = 0; !isOver; number++) {
      const victim = all[(number * 2) % all.length]
      await victim?.end('SIGKILL')
      await victim?.start()
    }
  })()
  await sending
  await receiver.untilAll([...accepted])
  isOver = true
  await killing

  const store = storeOf(cluster)
  for (const id of accepted) {
    const record = (await ask(apis[0]?.url ?? '', '/sora/tasks', { id })) as { response: { success?: boolean } }
    assert.equal(record.response.success, true, JSON.stringify(record))
    assert.ok(await store.stat(`tasks/${id}/video.mp4`, AbortSignal.timeout(10_000)), id)
    const outcomes = new Set(
      receiver.received.filter(({ body }) => body.includes(id)).map(({ body }) => JSON.parse(body).success),
    )
    assert.deepEqual([...outcomes], [true])
  }
  store.close()
  const db = await connect({ databaseUrl: cluster.databaseUrl, dataDirectory: '', poolSize: 2 }, createLogger('silent'))
  const { agrees, problems } = await reconcile(db.root)
  await db.close()
  assert.ok(agrees, JSON.stringify(problems))
})
