import { type Selectable, sql } from 'kysely'
import type { Cursor } from '../contract/management/common.ts'
import type { DeliveryRow, OverdueDelivery } from './deliveries.ts'
import { after, positionOf } from './page.ts'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export type AttemptRow = Selectable<Tables['delivery_attempts']>
export type ListedDelivery = DeliveryRow & { position: string; made: AttemptRow[] }

export interface DeliverySearch {
  accountId: string
  id?: string
  taskId?: string
  endpointId?: string
  state?: DeliveryRow['state']
  limit: number
  cursor: Cursor | undefined
}

/** An account's deliveries with their attempts, newest first. */
export async function listDeliveries(db: Queryable, search: DeliverySearch): Promise<ListedDelivery[]> {
  const { accountId, id, taskId, endpointId, state, limit, cursor } = search
  let query = db
    .selectFrom('deliveries')
    .selectAll('deliveries')
    .select(positionOf('deliveries.created_at').as('position'))
    .where('deliveries.account_id', '=', accountId)
  if (id !== undefined) query = query.where('deliveries.id', '=', id)
  if (taskId !== undefined) query = query.where('deliveries.task_id', '=', taskId)
  if (endpointId !== undefined) query = query.where('deliveries.endpoint_id', '=', endpointId)
  if (state !== undefined) query = query.where('deliveries.state', '=', state)
  if (cursor) query = query.where(after('deliveries.created_at', 'deliveries.id', cursor))
  const rows = await query
    .orderBy('deliveries.created_at', 'desc')
    .orderBy('deliveries.id', 'desc')
    .limit(limit)
    .execute()
  const attempts = await attemptsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, made: attempts.filter(({ delivery_id }) => delivery_id === row.id) }))
}

function attemptsOf(db: Queryable, deliveryIds: string[]): Promise<AttemptRow[]> {
  if (deliveryIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('delivery_attempts')
    .selectAll()
    .where('delivery_id', 'in', deliveryIds)
    .orderBy('number')
    .execute()
}

/**
 * Makes a delivery pending again, due now, whatever became of it, for an attempt that neither its age nor the rest of its
 * receiver is in the way of. Nothing when somebody is at it.
 */
export function reopenDelivery(tx: Queryable, id: string): Promise<OverdueDelivery | undefined> {
  return tx
    .updateTable('deliveries')
    .set({ state: 'pending', next_attempt_at: sql`now()`, reopened: true, finished_at: null })
    .where('id', '=', id)
    .where('claimed_by', 'is', null)
    .returning(['id', 'task_id', 'attempts', 'account_id', 'endpoint_id', 'url'])
    .executeTakeFirst()
}
