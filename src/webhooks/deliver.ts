/**
 * Tells one outcome to one URL. A 2xx within ten seconds ends it; anything else is tried again by the schedule. Each
 * attempt is recorded; receivers dedupe on `webhook-id` or on the `task_id` in the body.
 */
import type { Batches } from '../batches.ts'
import type { Reached } from '../crash-points.ts'
import type { Database } from '../db/connect.ts'
import { deleteIfTaskIsGone, postponeDelivery } from '../db/deliveries.ts'
import { type Attempt, type ClaimedDelivery, releaseDelivery } from '../db/delivery-claims.ts'
import type { Queue } from '../db/queue.ts'
import { admitsDelivery } from '../db/webhook-endpoints.ts'
import type { Logger } from '../logger.ts'
import type { Metrics } from '../metrics.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import type { Tracing } from '../tracing.ts'
import type { Made } from './deliver-together.ts'
import { enqueueLook, receiverOf } from './enqueue-callback.ts'
import { isTaken, type Posted } from './post-signed.ts'
import { postTraced } from './post-traced.ts'
import type { RestingHosts } from './resting-hosts.ts'

/** Longer than an attempt takes: one is made when a rest is over, and the others wait for what comes of it. */
export const probeSeconds = 15
/** What waits for a receiver that rests is given up after this. */
const giveUpSeconds = 3 * 86_400

export interface Delivering {
  db: Database
  queue: Queue
  guardedFetch: GuardedFetch
  logger: Logger
  metrics: Metrics
  workerName: string
  tracing: Tracing | undefined
  reached: Reached
  /** The deliveries that this process works on; starts empty. */
  underWay: Set<string>
  claiming: Batches<string, ClaimedDelivery | undefined>
  recording: Batches<Made, undefined>
  restingHosts: RestingHosts
  /** Pauses after the first attempt, the second and so on; when they are used up the delivery has failed. */
  retrySeconds: readonly number[]
}

/** Makes the next attempt of a delivery, and plans another when it fails. One attempt is made by one worker. */
export async function deliver(delivering: Delivering, deliveryId: string, signal: AbortSignal): Promise<void> {
  const { db, underWay, claiming, workerName } = delivering
  // A delivery may have two jobs.
  if (underWay.has(deliveryId)) return
  underWay.add(deliveryId)
  try {
    const delivery = await claiming.add(deliveryId)
    if (delivery) await attemptOrPutOff(delivering, delivery, signal)
  } catch (error) {
    // Where the database does not answer, the claim ends by itself.
    await releaseDelivery(db.root, deliveryId, workerName).catch(() => {})
    throw error
  } finally {
    underWay.delete(deliveryId)
  }
}

async function attemptOrPutOff(delivering: Delivering, delivery: ClaimedDelivery, signal: AbortSignal): Promise<void> {
  const { db, queue, reached } = delivering
  await reached('deliver:claimed', delivery.task_id)
  const rest = await admits(delivering, delivery)
  if (rest !== 'yes') {
    return await db.transaction(async (tx) => {
      await postponeDelivery(tx, delivery.id, { seconds: rest, mostSeconds: giveUpSeconds })
      await deleteIfTaskIsGone(tx, [delivery.id])
      await enqueueLook(tx, queue, delivery, rest)
    })
  }
  const secrets = {
    webhookSecret: delivery.webhook_secret,
    previousSecret: delivery.previous_secret,
    callbackSecret: delivery.callback_secret,
  }
  const posted = await postTraced(delivering, delivery, secrets, signal)
  if (delivery.endpoint_id === null) noteAnswer(delivering, delivery, posted)
  await reached('deliver:answered', delivery.task_id)
  await record(delivering, delivery, posted)
  await reached('deliver:recorded', delivery.task_id)
}

/** Whether the receiver may be told now; else the seconds for which it rests. */
async function admits({ db, restingHosts }: Delivering, delivery: ClaimedDelivery): Promise<number | 'yes'> {
  const { endpoint_id, rests, reopened } = delivery
  // Whoever asked for it may know that the receiver is well again; if not, the rest goes on as it was.
  if (reopened) return 'yes'
  if (endpoint_id === null) return restingHosts.admits(receiverOf(delivery))
  return rests ? await admitsDelivery(db.root, endpoint_id, probeSeconds) : 'yes'
}

function noteAnswer({ restingHosts, logger }: Delivering, delivery: ClaimedDelivery, { status }: Posted): void {
  const restSeconds = restingHosts.tried(receiverOf(delivery), status !== null)
  if (restSeconds === undefined) return
  const fields = { task_id: delivery.task_id, delivery_id: delivery.id, rest_seconds: restSeconds }
  logger.warn(fields, 'a host of callbacks does not answer; the account’s others to it wait')
}

async function record(delivering: Delivering, delivery: ClaimedDelivery, posted: Posted): Promise<void> {
  const { recording, retrySeconds, logger, metrics } = delivering
  const { id, task_id, endpoint_id, attempts, due_at } = delivery
  const { status, error, milliseconds } = posted
  const late = (Date.now() - due_at.getTime()) / 1000
  metrics.delivered(
    endpoint_id === null ? 'callback' : 'endpoint',
    isTaken(posted) ? 'ok' : 'failed',
    Math.max(0, late),
  )
  const pause = retrySeconds[attempts]
  const state = isTaken(posted) ? 'delivered' : pause === undefined ? 'failed' : 'pending'
  const number = attempts + 1
  const attempt: Attempt = { deliveryId: id, number, status, error, milliseconds, state, retrySeconds: pause ?? 0 }
  await recording.add({ delivery, attempt }, endpoint_id ?? undefined)
  const fields = { task_id, delivery_id: id, attempt: number, status }
  if (state === 'delivered') logger.info(fields, 'callback delivered')
  else logger.warn({ ...fields, error, retry_seconds: pause }, 'callback not delivered')
}
