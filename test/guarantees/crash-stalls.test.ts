/** A worker that stands still at every point, so long that another takes its task up and ends it, and then goes on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { connect } from '../../src/db/connect.ts'
import { createQueue } from '../../src/db/queue.ts'
import { queueOf } from '../../src/dispatch/dispatch.ts'
import { createLogger } from '../../src/logger.ts'
import { createS3Store } from '../../src/storage/s3-store.ts'
import { s3TestKeys } from '../../src/storage/test-s3-server.ts'
import { attemptJob, attemptJobId, deliverQueue } from '../../src/webhooks/enqueue-callback.ts'
import { clusterKey, createCluster, withoutPostgres } from '../support/cluster.ts'
import { startDirector } from '../support/director.ts'
import { kinds, startEveryKind } from '../support/every-kind.ts'
import { expectNothingLost } from '../support/nothing-lost.ts'
import { startReceiver } from '../support/receiver.ts'
import { pointsOf, shortFilm, type Take, unclearPoints, wayTo } from '../support/trial.ts'

Object.assign(process.env, s3TestKeys)
const longestWaitMilliseconds = 120_000
const lookMilliseconds = 200

test('a worker that stands still at each point until another has ended its task: one end, one outcome, one paid job', {
  skip: withoutPostgres,
}, async () => {
  await using director = await startDirector()
  await using receiver = await startReceiver()
  await using engines = await startEveryKind(200)
  await using cluster = await createCluster(engines.config)
  const environment = { ...engines.environment, RUSHES_CRASH_POINTS: director.url }
  const api = cluster.add(['--role', 'api'], environment)
  const workers = [1, 2].map(() => cluster.add(['--role', 'worker'], environment))
  await Promise.all([api, ...workers].map((one) => one.start()))
  const logger = createLogger('silent')
  const db = await connect({ databaseUrl: cluster.databaseUrl, dataDirectory: '', poolSize: 4 }, logger)
  await using closing = new AsyncDisposableStack()
  closing.defer(() => db.close())
  const queue = await createQueue(db, [], logger)
  closing.defer(() => queue.stop())
  const takes: Take[] = []

  const deliveryOf = (id: string) =>
    db.root
      .selectFrom('deliveries')
      .select(['id', 'account_id', 'endpoint_id', 'url', 'state'])
      .where('task_id', '=', id)
      .executeTakeFirst()

  /** As when a worker was not heard of for long: its claim is over, and the queue gives its job to another. */
  async function giveAway({ id, kind, point }: Take): Promise<void> {
    const delivery = point.startsWith('deliver:') ? await deliveryOf(id) : undefined
    if (!delivery) return queue.release(queueOf(engines.engineOf[kind]), [id])
    await db.root
      .updateTable('deliveries')
      .set({ next_attempt_at: sql`now()` })
      .where('id', '=', delivery.id)
      .where('state', '=', 'pending')
      .execute()
    await queue.release(deliverQueue, [attemptJobId(delivery.id, 1)])
  }

  async function untilTold({ id, prompt, point }: Take): Promise<void> {
    for (const deadline = Date.now() + longestWaitMilliseconds; ; await delay(lookMilliseconds)) {
      const delivery = await deliveryOf(id)
      if (delivery?.state === 'delivered') return
      assert.ok(Date.now() < deadline, `"${prompt}" at ${point} was not told:\n${director.historyOf(id)}`)
      // Where the one that stands still was given the job again it has ended it, being at it: as the sweep does, once more.
      const job = delivery && attemptJob(delivery, 1)
      if (job && (await queue.alive(deliverQueue, [job.jobId])).size === 0) await queue.resend(deliverQueue, job)
    }
  }

  async function send(take: Take): Promise<void> {
    const { kind: model, prompt, point } = take
    const answer = await fetch(`${api.url}/sora/videos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clusterKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...shortFilm, model, prompt, callback_url: receiver.url }),
      signal: AbortSignal.timeout(longestWaitMilliseconds),
    })
    take.id = String(((await answer.json()) as { task_id: string }).task_id)
    takes.push(take)
    const over = Promise.withResolvers<void>()
    await director.plan(take.id, point, async () => {
      await giveAway(take)
      await untilTold(take).then(over.resolve, over.reject)
    })
    await over.promise
  }

  const points = pointsOf('generate', 'deliver')
  const cast = points.flatMap((point) =>
    kinds.map((kind): Take => {
      const wasCut = unclearPoints.includes(point)
      return { id: '', kind, prompt: `${kind} at ${point} ${wayTo(point, kind).script}`.trim(), point, wasCut }
    }),
  )
  await Promise.all(cast.map(send))
  // What stood still is at its end, too, when the workers have stopped.
  await Promise.all(workers.map((one) => one.end('SIGTERM')))
  for (const { id, point } of takes) {
    const timesClaimed = director.passed.filter((one) => one.subject === id && one.point === 'generate:claimed').length
    const hadEnded = ['generate:end-recorded', 'generate:work-removed'].includes(point) || point.startsWith('deliver:')
    assert.ok(hadEnded || timesClaimed > 1, `nobody took over at ${point}`)
  }
  const { bucket, endpoint } = cluster.bucket
  const place = { bucket, endpoint, region: 'us-east-1', forcePathStyle: true, prefix: '', presign: true }
  const store = createS3Store(place)
  closing.defer(() => store.close())
  await expectNothingLost({ db, store, takes, receiver, engines })
})
