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

export async function insertDeliveries(tx: Queryable, deliveries: readonly NewDelivery[]): Promise<void> {
  await sql`
    insert into deliveries (id, account_id, task_id, url, body, callback_secret, endpoint_id, event_type)
    select id, "accountId", "taskId", url, body, "callbackSecret", "endpointId", "eventType"
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::text::jsonb) as given (
      id uuid, "accountId" uuid, "taskId" uuid, url text, body text, "callbackSecret" text, "endpointId" uuid,
      "eventType" text)`.execute(tx)
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

/**
 * Deletes those of the deliveries, which have ended, whose task is gone: nobody would, ever after. For a task that is being
 * deleted at this moment it waits: whoever deletes the task has not seen that they have ended.
 */
export async function deleteIfTaskIsGone(tx: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    with ended as materialized (
      select id, task_id from deliveries where id = any(${ids}::uuid[]) and state <> 'pending'
    ), task as materialized (
      select id from tasks where id in (select task_id from ended) order by id for key share
    )
    delete from deliveries using ended
    where deliveries.id = ended.id and ended.task_id not in (select id from task)`.execute(tx)
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
