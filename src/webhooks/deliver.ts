/**
 * Tells one outcome to one URL. A 2xx within ten seconds ends it; anything else is tried again by the schedule. Each
 * attempt is recorded; receivers dedupe on `webhook-id` or on the `task_id` in the body.
 */
import type { Reached } from '../crash-points.ts'
import type { Database } from '../db/connect.ts'
import {
  type Attempt,
  type ClaimedDelivery,
  claimDelivery,
  deleteIfTaskIsGone,
  postponeDelivery,
  recordAttempt,
  releaseDelivery,
} from '../db/deliveries.ts'
import type { Queue } from '../db/queue.ts'
import { notifyAccount } from '../db/wake.ts'
import { admitsDelivery, noteDelivery } from '../db/webhook-endpoints.ts'
import type { Logger } from '../logger.ts'
import type { Metrics } from '../metrics.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import type { Tracing } from '../tracing.ts'
import { enqueueAttempt, enqueueLook } from './enqueue-callback.ts'
import { isTaken } from './post-signed.ts'
import { postTraced } from './post-traced.ts'

/** An endpoint that has not taken three deliveries in a row rests: 30 seconds, then twice as long each time, up to an hour. */
const rests = { patience: 3, firstRestSeconds: 30, maxRestSeconds: 3_600 }
/** Longer than an attempt takes, shorter than the heartbeat that finds a dead worker: meanwhile nobody else makes it. */
const claimSeconds = 15
/** Longer than an attempt takes: one is made when a rest is over, and the others wait for what comes of it. */
const probeSeconds = 15
/** What waits for an endpoint that rests is given up after this. */
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
  /** Pauses after the first attempt, the second and so on; when they are used up the delivery has failed. */
  retrySeconds: readonly number[]
}

/** Makes the next attempt of a delivery, and plans another when it fails. One attempt is made by one worker. */
export async function deliver(delivering: Delivering, deliveryId: string, signal: AbortSignal): Promise<void> {
  const { db, underWay, workerName } = delivering
  // A delivery may have two jobs.
  if (underWay.has(deliveryId)) return
  underWay.add(deliveryId)
  try {
    const delivery = await claimDelivery(db.root, deliveryId, workerName, claimSeconds)
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
  const rest = delivery.endpoint_id === null ? 'yes' : await admitsDelivery(db.root, delivery.endpoint_id, probeSeconds)
  if (rest !== 'yes') {
    return await db.transaction(async (tx) => {
      await postponeDelivery(tx, delivery.id, { seconds: rest, mostSeconds: giveUpSeconds })
      await deleteIfTaskIsGone(tx, delivery)
      await enqueueLook(tx, queue, delivery, rest)
    })
  }
  const secrets = {
    webhookSecret: delivery.webhook_secret,
    previousSecret: delivery.previous_secret,
    callbackSecret: delivery.callback_secret,
  }
  const { status, error, milliseconds } = await postTraced(delivering, delivery, secrets, signal)
  await reached('deliver:answered', delivery.task_id)
  await record(delivering, delivery, { number: delivery.attempts + 1, status, error, milliseconds })
  await reached('deliver:recorded', delivery.task_id)
}

async function record(delivering: Delivering, delivery: ClaimedDelivery, attempt: Attempt): Promise<void> {
  const { db, queue, logger, metrics } = delivering
  const { id, task_id, endpoint_id } = delivery
  const delivered = isTaken(attempt)
  const late = (Date.now() - delivery.due_at.getTime()) / 1000
  metrics.delivered(endpoint_id === null ? 'callback' : 'endpoint', delivered ? 'ok' : 'failed', Math.max(0, late))
  const retrySeconds = delivering.retrySeconds[attempt.number - 1]
  const state = delivered ? 'delivered' : retrySeconds === undefined ? 'failed' : 'pending'
  await db.transaction(async (tx) => {
    if (delivered || retrySeconds === undefined) {
      await recordAttempt(tx, id, attempt, { state: delivered ? 'delivered' : 'failed' })
    } else if (await recordAttempt(tx, id, attempt, { state: 'pending', retrySeconds })) {
      await enqueueAttempt(tx, queue, delivery, attempt.number + 1, retrySeconds)
    }
    if (endpoint_id !== null) await noteDelivery(tx, endpoint_id, delivered, rests)
    await deleteIfTaskIsGone(tx, delivery)
    await notifyAccount(tx, delivery.account_id, { event: 'delivery', data: { id, task_id, state } })
  })
  const fields = { task_id, delivery_id: id, attempt: attempt.number, status: attempt.status }
  if (delivered) logger.info(fields, 'callback delivered')
  else logger.warn({ ...fields, error: attempt.error, retry_seconds: retrySeconds }, 'callback not delivered')
}
