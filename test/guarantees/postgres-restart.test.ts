/** Postgres that crashes and comes back under two api and three worker processes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reconcile } from '../../src/billing/reconcile.ts'
import { connect } from '../../src/db/connect.ts'
import { createLogger } from '../../src/logger.ts'
import { createS3Store } from '../../src/storage/s3-store.ts'
import { s3TestKeys } from '../../src/storage/test-s3-server.ts'
import { clusterKey, createCluster } from '../support/cluster.ts'
import { startOwnPostgres, withoutInitdb } from '../support/own-postgres.ts'
import { startReceiver } from '../support/receiver.ts'

Object.assign(process.env, s3TestKeys)
const scripted = { type: 'scripted', concurrency: 4, deadlineSeconds: 120 } as const
const tasksBetween = 12
/** Each takes about a minute until everything has been made up for. */
const crashes = Number(process.env.RUSHES_TEST_CRASHES ?? 1)
/** A call that takes longer hangs. */
const callMilliseconds = 20_000

test('with a Postgres that crashes in the middle, every accepted task ends once, files and outcomes are there, no call hangs', {
  skip: withoutInitdb,
}, async () => {
  await using postgres = await startOwnPostgres()
  await using receiver = await startReceiver()
  await using cluster = await createCluster(
    {
      engines: { scripted },
      models: { 'sora-2': ['scripted'] },
      limits: { inFlight: 100, requestsPerMinute: 10_000 },
      callbackRetrySeconds: [1, 1, 1, 1],
    },
    postgres.url,
  )
  const apis = [cluster.add(['--role', 'api']), cluster.add(['--role', 'api'])]
  const workers = Array.from({ length: 3 }, () => cluster.add(['--role', 'worker']))
  await Promise.all([...apis, ...workers].map((one) => one.start()))

  const accepted = new Set<string>()
  const statuses = new Map<number, number>()
  let enough = Promise.withResolvers<void>()
  let wanted = tasksBetween
  let isOver = false
  async function send(number: number): Promise<void> {
    const response = await fetch(`${apis[number % 2]?.url}/sora/videos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clusterKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        prompt: `[slow ${number % 3}s] a cat ${number}`,
        model: 'sora-2',
        duration: 10,
        async: true,
        callback_url: receiver.url,
      }),
      signal: AbortSignal.timeout(callMilliseconds),
    })
    const answer = (await response.json()) as { task_id?: string; error?: { message: string } }
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    if (response.status === 503) assert.ok(Number(response.headers.get('retry-after')) > 0, JSON.stringify(answer))
    if (response.status === 200 && answer.task_id) accepted.add(answer.task_id)
    if (accepted.size >= wanted) enough.resolve()
  }
  const sending = Promise.all(
    Array.from({ length: 4 }, async (_, lane) => {
      for (let number = lane; !isOver; number += 4) {
        await send(number)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }),
  )
  const failure = sending.then(() => {})
  for (let crash = 0; crash < crashes; crash++) {
    await Promise.race([enough.promise, failure])
    await postgres.crash()
    // Callers meet a server without a database.
    const before = [...statuses.values()].reduce((sum, count) => sum + count, 0)
    const met = Promise.withResolvers<void>()
    const looking = setInterval(() => {
      if ([...statuses.values()].reduce((sum, count) => sum + count, 0) >= before + 4) met.resolve()
    }, 50)
    await Promise.race([met.promise, failure])
    clearInterval(looking)
    wanted = accepted.size + tasksBetween
    enough = Promise.withResolvers()
    await postgres.start()
  }
  await Promise.race([enough.promise, failure])
  isOver = true
  await sending
  await receiver.untilAll([...accepted])

  assert.ok((statuses.get(503) ?? 0) > 0, JSON.stringify([...statuses]))
  assert.deepEqual(
    [...statuses.keys()].filter((status) => status !== 200 && status !== 503),
    [],
    JSON.stringify([...statuses]),
  )
  const { bucket, endpoint } = cluster.bucket
  const store = createS3Store({
    bucket,
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    prefix: '',
    presign: true,
  })
  for (const id of accepted) {
    assert.ok(await store.stat(`tasks/${id}/video.mp4`, AbortSignal.timeout(10_000)), id)
    const outcomes = receiver.received
      .filter(({ body }) => body.includes(id))
      .map(({ body }) => JSON.parse(body).success)
    assert.deepEqual([...new Set(outcomes)], [true], id)
  }
  store.close()
  const db = await connect({ databaseUrl: cluster.databaseUrl, dataDirectory: '', poolSize: 2 }, createLogger('silent'))
  const { agrees, problems } = await reconcile(db.root)
  await db.close()
  assert.ok(agrees, JSON.stringify(problems))
})
