import { createHash } from 'node:crypto'
import { type DeliveryRow, insertDeliveries, type NewDelivery } from '../db/deliveries.ts'
import type { Tx } from '../db/queryable.ts'
import type { Queue, SendOptions } from '../db/queue.ts'
import { receiverGroup } from '../db/queue-shares.ts'
import { newId } from '../ids.ts'

export const deliverQueue = 'deliver'

/** Records what is to be told to whom, in the transaction that ends the tasks, with the jobs of the first attempts. */
export async function enqueueDeliveries(tx: Tx, queue: Queue, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return
  await insertDeliveries(tx, deliveries)
  const attempts = deliveries.map(({ id, accountId, endpointId = null, url }) => ({
    to: { id, account_id: accountId, endpoint_id: endpointId, url },
    attempt: 1,
    afterSeconds: 0,
  }))
  await enqueueAttempts(tx, queue, attempts)
}

/** Sends the jobs of deliveries' attempts (1 is the first). */
export async function enqueueAttempts(
  tx: Tx,
  queue: Queue,
  attempts: readonly { to: Told; attempt: number; afterSeconds: number }[],
): Promise<void> {
  if (attempts.length === 0) return
  const jobs = attempts.map(({ to, attempt, afterSeconds }) => ({
    ...attemptJob(to, attempt),
    startAfterSeconds: afterSeconds,
  }))
  await queue.sendAll(tx, deliverQueue, jobs)
}

/**
 * Sends a job beside those of the attempts, which looks whether the delivery is due then: two jobs make one attempt, since
 * an attempt is recorded by its number.
 */
export async function enqueueLook(tx: Tx, queue: Queue, to: Told, afterSeconds: number): Promise<void> {
  await queue.send(tx, deliverQueue, { ...attemptJob(to, 0), jobId: newId(), startAfterSeconds: afterSeconds })
}

/** Which delivery it is, and to whom. */
export type Told = Pick<DeliveryRow, 'id' | 'account_id' | 'endpoint_id' | 'url'>

/** The job of an attempt. Those to one endpoint, and an account's callbacks to one host, have a share of what runs at once. */
export const attemptJob = (to: Told, attempt: number): SendOptions => ({
  jobId: attemptJobId(to.id, attempt),
  subject: to.id,
  keyId: receiverOf(to),
})

/** Whom a delivery goes to: an endpoint, or a host of an account's callbacks. */
export const receiverOf = (to: Omit<Told, 'id'>): string =>
  receiverGroup(to.account_id, to.endpoint_id ?? hostOf(to.url))

const hostOf = (url: string): string => URL.parse(url)?.host ?? ''

/** A UUID made from the delivery and the number of its attempt: each attempt is one job. */
export function attemptJobId(deliveryId: string, attempt: number): string {
  const hex = createHash('sha256').update(`${deliveryId} ${attempt}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}
