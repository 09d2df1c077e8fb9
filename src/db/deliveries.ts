import { type Selectable, sql } from 'kysely'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export type DeliveryRow = Selectable<Tables['deliveries']>

export async function insertDelivery(
  tx: Queryable,
  delivery: { id: string; taskId: string; url: string; body: string },
): Promise<void> {
  await tx
    .insertInto('deliveries')
    .values({ id: delivery.id, task_id: delivery.taskId, url: delivery.url, body: delivery.body })
    .execute()
}

export type ClaimedDelivery = DeliveryRow & {
  account_id: string
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
  const task = await db
    .selectFrom('tasks')
    .innerJoin('accounts', 'accounts.id', 'tasks.account_id')
    .select([
      'tasks.account_id',
      'accounts.webhook_secret as webhookSecret',
      sql<string | null>`case when previous_webhook_until > now() then previous_webhook_secret end`.as(
        'previousSecret',
      ),
      'tasks.callback_secret as callbackSecret',
    ])
    .where('tasks.id', '=', delivery.task_id)
    .executeTakeFirst()
  if (!task) return undefined
  const { account_id, ...secrets } = task
  return { ...delivery, account_id, secrets }
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

/** Pending deliveries whose next attempt is due, and has been for a while. */
export function overdueDeliveries(db: Queryable): Promise<{ id: string; attempts: number }[]> {
  return db
    .selectFrom('deliveries')
    .select(['id', 'attempts'])
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<', sql<Date>`now() - interval '5 seconds'`)
    .execute()
}
