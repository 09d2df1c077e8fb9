/**
 * Tells one outcome to one URL. A 2xx within ten seconds ends it; anything else is tried again by the schedule. Each
 * attempt is recorded; receivers dedupe on `webhook-id` or on the `task_id` in the body.
 */
import type { Reached } from '../crash-points.ts'
import type { Database } from '../db/connect.ts'
import { type Attempt, claimDelivery, deleteIfTaskIsGone, postponeDelivery, recordAttempt } from '../db/deliveries.ts'
import type { Queue } from '../db/queue.ts'
import { notifyAccount } from '../db/wake.ts'
import { admitsDelivery, noteDelivery } from '../db/webhook-endpoints.ts'
import type { Logger } from '../logger.ts'
import type { Metrics } from '../metrics.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { enqueueAttempt, enqueueLook } from './enqueue-callback.ts'
import { isTaken, postSigned } from './post-signed.ts'

/** An endpoint that has not taken three deliveries in a row rests: 30 seconds, then twice as long each time, up to an hour. */
const rests = { patience: 3, firstRestSeconds: 30, maxRestSeconds: 3_600 }
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
  reached: Reached
  /** Pauses after the first attempt, the second and so on; when they are used up the delivery has failed. */
  retrySeconds: readonly number[]
}

/** Makes the next attempt of a delivery, and plans another when it fails. */
export async function deliver(delivering: Delivering, deliveryId: string, signal: AbortSignal): Promise<void> {
  const { db, queue, logger, metrics, reached } = delivering
  const delivery = await claimDelivery(db.root, deliveryId, delivering.workerName)
  if (!delivery) return
  await reached('deliver:claimed', delivery.task_id)
  if (delivery.endpoint_id !== null) {
    const rest = await admitsDelivery(db.root, delivery.endpoint_id, probeSeconds)
    if (rest !== 'yes') {
      return await db.transaction(async (tx) => {
        await postponeDelivery(tx, deliveryId, { seconds: rest, mostSeconds: giveUpSeconds })
        await enqueueLook(tx, queue, delivery, rest)
      })
    }
  }
  const { status, error, milliseconds } = await postSigned(delivering.guardedFetch, delivery, delivery.secrets, signal)
  await reached('deliver:answered', delivery.task_id)
  const attempt: Attempt = { number: delivery.attempts + 1, status, error, milliseconds }
  const delivered = isTaken(attempt)
  const late = (Date.now() - delivery.next_attempt_at.getTime()) / 1000
  const to = delivery.endpoint_id === null ? 'callback' : 'endpoint'
  metrics.delivered(to, delivered ? 'ok' : 'failed', Math.max(0, late))
  const retrySeconds = delivering.retrySeconds[attempt.number - 1]
  await db.transaction(async (tx) => {
    if (delivered || retrySeconds === undefined) {
      await recordAttempt(tx, deliveryId, attempt, { state: delivered ? 'delivered' : 'failed' })
    } else if (await recordAttempt(tx, deliveryId, attempt, { state: 'pending', retrySeconds })) {
      await enqueueAttempt(tx, queue, delivery, attempt.number + 1, retrySeconds)
    }
    if (delivery.endpoint_id !== null) await noteDelivery(tx, delivery.endpoint_id, delivered, rests)
    if (delivered || retrySeconds === undefined) await deleteIfTaskIsGone(tx, deliveryId)
    const state = delivered ? 'delivered' : retrySeconds === undefined ? 'failed' : 'pending'
    const data = { id: deliveryId, task_id: delivery.task_id, state } as const
    await notifyAccount(tx, delivery.account_id, { event: 'delivery', data })
  })
  await reached('deliver:recorded', delivery.task_id)
  const fields = { task_id: delivery.task_id, delivery_id: deliveryId, attempt: attempt.number, status: attempt.status }
  if (delivered) logger.info(fields, 'callback delivered')
  else logger.warn({ ...fields, error: attempt.error, retry_seconds: retrySeconds }, 'callback not delivered')
}
