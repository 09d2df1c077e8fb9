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

export interface ClaimedDelivery extends DeliveryRow {
  /** When it was due before it was claimed. */
  due_at: Date
  /** What it is signed with, and what it was signed with before a rotation, for as long as that is kept. */
  webhook_secret: string
  previous_secret: string | null
}

/**
 * A pending delivery that is due, with what its signatures need, claimed: until it is recorded, put off or released, or
 * `claimSeconds` have passed, it is due for nobody else. Nothing otherwise. A worker claims again what it has claimed:
 * it did not get as far as to say what came of it.
 */
export function claimDelivery(
  db: Queryable,
  id: string,
  worker: string,
  claimSeconds: number,
): Promise<ClaimedDelivery | undefined> {
  return db
    .with('due', (cte) =>
      cte
        .selectFrom('deliveries')
        .select(['id', 'next_attempt_at as due_at'])
        .where('id', '=', id)
        .where('state', '=', 'pending')
        // A job that was handed out again after its attempt was recorded has nothing to do yet.
        .where(sql<boolean>`(next_attempt_at <= now() + interval '1 second' or claimed_by = ${worker})`)
        .forUpdate(),
    )
    .updateTable('deliveries')
    .from('due')
    .set({ claimed_by: worker, next_attempt_at: sql`now() + make_interval(secs => ${claimSeconds})` })
    .whereRef('deliveries.id', '=', 'due.id')
    .returningAll('deliveries')
    .returning([
      'due.due_at',
      secretFor('webhook_secret', 'secret').as('webhook_secret'),
      secretFor(
        'case when previous_webhook_until > now() then previous_webhook_secret end',
        'case when previous_until > now() then previous_secret end',
      ).as('previous_secret'),
    ])
    .$narrowType<{ webhook_secret: string }>()
    .executeTakeFirst()
}

/** A secret of the account that a callback is of, or of the endpoint that is told. */
const secretFor = (ofAccount: string, ofEndpoint: string) => sql<string | null>`
  case when deliveries.endpoint_id is null
    then (select ${sql.raw(ofAccount)} from accounts where accounts.id = deliveries.account_id)
    else (select ${sql.raw(ofEndpoint)} from webhook_endpoints where webhook_endpoints.id = deliveries.endpoint_id) end`

/** Gives a claim up without an attempt: the delivery is due for everybody. */
export async function releaseDelivery(db: Queryable, id: string, worker: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ claimed_by: null, next_attempt_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('claimed_by', '=', worker)
    .execute()
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

/** Deletes the delivery, or those of the endpoint, whose task is gone if they have ended: nobody would, ever after. */
export async function deleteIfTaskIsGone(tx: Queryable, of: { id: string } | { endpointId: string }): Promise<void> {
  const ended = tx.deleteFrom('deliveries').where('state', '<>', 'pending')
  await ('id' in of ? ended.where('id', '=', of.id) : ended.where('endpoint_id', '=', of.endpointId))
    .where(sql<boolean>`not exists (select from tasks where tasks.id = deliveries.task_id)`)
    .execute()
}

export type OverdueDelivery = Pick<DeliveryRow, 'id' | 'task_id' | 'attempts' | 'account_id' | 'endpoint_id' | 'url'>

/** Pending deliveries whose next attempt is due, and has been for a while. */
export function overdueDeliveries(db: Queryable): Promise<OverdueDelivery[]> {
  return db
    .selectFrom('deliveries')
    .select(['id', 'task_id', 'attempts', 'account_id', 'endpoint_id', 'url'])
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<', sql<Date>`now() - interval '5 seconds'`)
    .execute()
}
