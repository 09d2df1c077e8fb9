import { type Selectable, sql } from 'kysely'
import type { Cursor } from '../contract/management/common.ts'
import type { EndState } from '../contract/task-state.ts'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export type ApplicationRow = Selectable<Tables['applications']>
export type LedgerRow = Selectable<Tables['ledger_entries']>

/**
 * Ends what a task holds, in the transaction that ends the task: charged when it succeeded, given back otherwise. A
 * second end of one task fails by a unique index. Does nothing for a task that nothing was reserved for.
 * The application's row is locked before the key's, as lockAllowances does, by asking for it: Postgres runs the parts of a
 * statement in an order of its own, and two that lock in opposite orders wait for each other.
 */
export async function endReservation(tx: Queryable, taskId: string, state: EndState, status: number): Promise<void> {
  const charged = state === 'succeeded'
  await sql`
    with held as (
      select application_id, key_id, amount, amount * ${charged ? 1 : 0}::int as charged
      from ledger_entries where task_id = ${taskId} and kind = 'reserve'
    ), entry as (
      insert into ledger_entries (application_id, kind, amount, task_id, key_id)
      select application_id, ${charged ? 'settle' : 'release'}, amount, ${taskId}::uuid, key_id from held
    ), application as (
      update applications set reserved = reserved - amount, used = used + charged, balance = balance + amount - charged,
        open_tasks = open_tasks - 1
      from held where id = held.application_id
      returning id
    ), key as (
      update api_keys set spent = spent - amount + charged, open_tasks = open_tasks - 1 from held
      where id = held.key_id and exists (select from application)
    )
    update usage_records set state = ${state}, status = ${status}::smallint, finished_at = tasks.finished_at,
      elapsed_seconds = extract(epoch from tasks.finished_at - coalesce(tasks.started_at, tasks.created_at)),
      credits = usage_records.credits * ${charged ? 1 : 0}::int
    from tasks where task_id = ${taskId} and tasks.id = ${taskId}`.execute(tx)
}

/** Gives credits (`grant`) or takes them (`adjust`, negative). False when fewer remain than would be taken. */
export async function changeCredits(
  tx: Queryable,
  applicationId: string,
  change: { kind: 'grant' | 'adjust'; amount: number; note: string | undefined },
): Promise<boolean> {
  const result = await tx
    .updateTable('applications')
    .set({ balance: sql`balance + ${change.amount}::bigint` })
    .where('id', '=', applicationId)
    .where(sql<boolean>`(unlimited or balance + ${change.amount}::bigint >= 0)`)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  const { kind, amount, note } = change
  await tx
    .insertInto('ledger_entries')
    .values({ application_id: applicationId, kind, amount, note: note ?? null })
    .execute()
  return true
}

/** An application's entries, newest first; `before` is the id of the last one seen. */
export function listLedger(
  db: Queryable,
  applicationId: string,
  page: { limit: number; cursor: Cursor | undefined },
): Promise<LedgerRow[]> {
  let query = db.selectFrom('ledger_entries').selectAll().where('application_id', '=', applicationId)
  if (page.cursor) query = query.where('id', '<', Number(page.cursor.at))
  return query.orderBy('id', 'desc').limit(page.limit).execute()
}
