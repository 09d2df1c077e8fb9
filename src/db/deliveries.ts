import { type Selectable, sql } from 'kysely'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export type DeliveryRow = Selectable<Tables['deliveries']>

export interface NewDelivery {
  id: string
  accountId: string
  taskId: string
  url: string
  body: string
  /** The create call's own, for its callback. */
  callbackSecret?: string | null
  /** The endpoint that is told, and of what; absent for a callback. */
  endpointId?: string
  eventType?: string
}

export async function insertDelivery(tx: Queryable, delivery: NewDelivery): Promise<void> {
  await tx
    .insertInto('deliveries')
    .values({
      id: delivery.id,
      account_id: delivery.accountId,
      task_id: delivery.taskId,
      url: delivery.url,
      body: delivery.body,
      callback_secret: delivery.callbackSecret ?? null,
      endpoint_id: delivery.endpointId ?? null,
      event_type: delivery.eventType ?? null,
    })
    .execute()
}

export type ClaimedDelivery = DeliveryRow & {
  /** What its signatures are made with. */
  secrets: { webhookSecret: string; previousSecret: string | null; callbackSecret: string | null }
}

/** A pending delivery that is due, with what its signatures need, marked as worked on. Nothing otherwise. */
export async function claimDelivery(db: Queryable, id: string, worker: string): Promise<ClaimedDelivery | undefined> {
  const delivery = await db
    .updateTable('deliveries')
    .set({ claimed_by: worker })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    // A job that was handed out again after its attempt was recorded has nothing to do yet.
    .where('next_attempt_at', '<=', sql<Date>`now() + interval '1 second'`)
    .returningAll()
    .executeTakeFirst()
  if (!delivery) return undefined
  const secrets = await (delivery.endpoint_id === null
    ? db
        .selectFrom('accounts')
        .select([
          'webhook_secret as webhookSecret',
          sql<string | null>`case when previous_webhook_until > now() then previous_webhook_secret end`.as(
            'previousSecret',
          ),
        ])
        .where('id', '=', delivery.account_id)
    : db
        .selectFrom('webhook_endpoints')
        .select([
          'secret as webhookSecret',
          sql<string | null>`case when previous_until > now() then previous_secret end`.as('previousSecret'),
        ])
        .where('id', '=', delivery.endpoint_id)
  ).executeTakeFirst()
  return secrets && { ...delivery, secrets: { ...secrets, callbackSecret: delivery.callback_secret } }
}

export interface Attempt {
  /** 1 for the first. */
  number: number
  status: number | null
  error: string | null
  milliseconds: number
}

/**
 * Records an attempt and what follows from it: the delivery's end, or the next attempt after `retrySeconds`.
 * False when somebody else recorded this attempt first.
 */
export async function recordAttempt(
  tx: Queryable,
  deliveryId: string,
  attempt: Attempt,
  outcome: { state: 'delivered' | 'failed' } | { state: 'pending'; retrySeconds: number },
): Promise<boolean> {
  const retrySeconds = outcome.state === 'pending' ? outcome.retrySeconds : 0
  const result = await tx
    .updateTable('deliveries')
    .set({
      attempts: attempt.number,
      state: outcome.state,
      claimed_by: null,
      next_attempt_at: sql`now() + make_interval(secs => ${retrySeconds})`,
      finished_at: outcome.state === 'pending' ? null : sql`now()`,
    })
    .where('id', '=', deliveryId)
    .where('state', '=', 'pending')
    .where('attempts', '=', attempt.number - 1)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  const { number, status, error, milliseconds } = attempt
  await tx
    .insertInto('delivery_attempts')
    .values({ delivery_id: deliveryId, number, status, error, milliseconds })
    .execute()
  return true
}

export function deliveriesClaimedBy(db: Queryable, worker: string): Promise<{ id: string; attempts: number }[]> {
  return db
    .selectFrom('deliveries')
    .select(['id', 'attempts'])
    .where('claimed_by', '=', worker)
    .where('state', '=', 'pending')
    .execute()
}

/** Puts a claimed delivery off without an attempt. One that is too old has failed. */
export async function postponeDelivery(
  db: Queryable,
  id: string,
  { seconds, mostSeconds }: { seconds: number; mostSeconds: number },
): Promise<void> {
  const isOld = sql`created_at < now() - make_interval(secs => ${mostSeconds})`
  await db
    .updateTable('deliveries')
    .set({
      claimed_by: null,
      next_attempt_at: sql`now() + make_interval(secs => ${seconds})`,
      state: sql`case when ${isOld} then 'failed' else 'pending' end`,
      finished_at: sql`case when ${isOld} then now() end`,
    })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute()
}

/** Makes what an endpoint is still to be told due now, the oldest first, but for what somebody is at. Resolves to it. */
export function makeWaitingDue(tx: Queryable, endpointId: string, limit: number): Promise<WaitingDelivery[]> {
  return tx
    .updateTable('deliveries')
    .set({ next_attempt_at: sql`now()` })
    .where('id', 'in', (waiting) =>
      waiting
        .selectFrom('deliveries')
        .select('id')
        .where('endpoint_id', '=', endpointId)
        .where('state', '=', 'pending')
        .where('claimed_by', 'is', null)
        .orderBy('created_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'account_id', 'endpoint_id', 'url'])
    .execute()
}

export type WaitingDelivery = Pick<DeliveryRow, 'id' | 'account_id' | 'endpoint_id' | 'url'>

/** Deletes the deliveries of a task that have ended; one under way outlives the task until it has. */
export async function deleteEndedDeliveries(tx: Queryable, taskId: string): Promise<void> {
  await tx.deleteFrom('deliveries').where('task_id', '=', taskId).where('state', '<>', 'pending').execute()
}

/** Deletes a delivery that has ended when its task is gone. */
export async function deleteIfTaskIsGone(tx: Queryable, id: string): Promise<void> {
  await tx
    .deleteFrom('deliveries')
    .where('id', '=', id)
    .where(sql<boolean>`not exists (select from tasks where tasks.id = deliveries.task_id)`)
    .execute()
}

export type OverdueDelivery = Pick<DeliveryRow, 'id' | 'task_id' | 'attempts' | 'account_id' | 'endpoint_id'>

/** Pending deliveries whose next attempt is due, and has been for a while. */
export function overdueDeliveries(db: Queryable): Promise<OverdueDelivery[]> {
  return db
    .selectFrom('deliveries')
    .select(['id', 'task_id', 'attempts', 'account_id', 'endpoint_id'])
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<', sql<Date>`now() - interval '5 seconds'`)
    .execute()
}
