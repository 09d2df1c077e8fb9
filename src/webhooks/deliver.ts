/**
 * Tells one outcome to one URL. A 2xx within ten seconds ends it; anything else is tried again by the schedule. Each
 * attempt is recorded; receivers dedupe on `webhook-id` or on the `task_id` in the body.
 */
import type { Database } from '../db/connect.ts'
import { type Attempt, claimDelivery, type DeliveryRow, recordAttempt } from '../db/deliveries.ts'
import type { Queue } from '../db/queue.ts'
import type { Logger } from '../logger.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { enqueueAttempt } from './enqueue-callback.ts'
import { signatureHeaders } from './sign.ts'

export interface Delivering {
  db: Database
  queue: Queue
  guardedFetch: GuardedFetch
  logger: Logger
  workerName: string
  /** Pauses after the first attempt, the second and so on; when they are used up the delivery has failed. */
  retrySeconds: readonly number[]
}

const connectTimeoutMilliseconds = 5_000
/** Connecting included. */
const totalTimeoutMilliseconds = 10_000
/** Makes the next attempt of a delivery, and plans another when it fails. */
export async function deliver(delivering: Delivering, deliveryId: string, signal: AbortSignal): Promise<void> {
  const { db, queue, logger } = delivering
  const delivery = await claimDelivery(db.root, deliveryId, delivering.workerName)
  if (!delivery) return
  const attempt = await send(delivering, delivery, signal)
  const delivered = attempt.status !== null && attempt.status >= 200 && attempt.status < 300
  const retrySeconds = delivering.retrySeconds[attempt.number - 1]
  await db.transaction(async (tx) => {
    if (delivered || retrySeconds === undefined) {
      await recordAttempt(tx, deliveryId, attempt, { state: delivered ? 'delivered' : 'failed' })
    } else if (await recordAttempt(tx, deliveryId, attempt, { state: 'pending', retrySeconds })) {
      await enqueueAttempt(tx, queue, deliveryId, attempt.number + 1, retrySeconds)
    }
  })
  const fields = { task_id: delivery.task_id, delivery_id: deliveryId, attempt: attempt.number, status: attempt.status }
  if (delivered) logger.info(fields, 'callback delivered')
  else logger.warn({ ...fields, error: attempt.error, retry_seconds: retrySeconds }, 'callback not delivered')
}

async function send(
  { guardedFetch }: Delivering,
  delivery: DeliveryRow & { webhook_secret: string; callback_secret: string | null },
  signal: AbortSignal,
): Promise<Attempt> {
  const number = delivery.attempts + 1
  const started = performance.now()
  const milliseconds = () => Math.round(performance.now() - started)
  const secrets = { webhookSecret: delivery.webhook_secret, callbackSecret: delivery.callback_secret }
  const message = { id: delivery.id, body: delivery.body, at: new Date() }
  try {
    const answer = await guardedFetch.request(
      delivery.url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signatureHeaders(message, secrets) },
        body: delivery.body,
        // The status has said all: the body is not read, however long it claims to be.
        maxBytes: Number.MAX_SAFE_INTEGER,
        connectTimeoutMs: connectTimeoutMilliseconds,
        totalTimeoutMs: totalTimeoutMilliseconds,
      },
      signal,
    )
    answer.body.on('error', () => {}).destroy()
    return { number, status: answer.status, error: null, milliseconds: milliseconds() }
  } catch (error) {
    signal.throwIfAborted()
    return { number, status: null, error: (error as Error).message, milliseconds: milliseconds() }
  }
}
