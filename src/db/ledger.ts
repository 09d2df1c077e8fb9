import { type Selectable, sql } from 'kysely'
import type { Cursor } from '../contract/management/common.ts'
import type { EndState } from '../contract/task-state.ts'
import { lockAllowances } from './accepted-tasks.ts'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export type ApplicationRow = Selectable<Tables['applications']>
export type LedgerRow = Selectable<Tables['ledger_entries']>

export interface EndedTask {
  id: string
  applicationId: string
  keyId: string
  state: EndState
  /** Of the outcome. */
  status: number
}

/**
 * Ends what tasks hold, in the transaction that ends them: charged where it succeeded, given back otherwise. A second end of
 * one task fails by a unique index. Does nothing for a task that nothing was reserved for. Waits for the rows of their
 * applications and keys, which are held until the commit.
 */
export async function endReservations(tx: Queryable, ended: readonly EndedTask[]): Promise<void> {
  await lockAllowances(
    tx,
    ended.map(({ applicationId }) => applicationId),
    ended.map(({ keyId }) => keyId),
  )
  const ids = ended.map(({ id }) => id)
  const given = ended.map(({ id, state, status }) => ({ id, state, status, charge: state === 'succeeded' ? 1 : 0 }))
  await sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as given (
        id uuid, state text, status smallint, charge int)
    ), held as materialized (
      select task_id, application_id, key_id, amount, amount * charge as charged
      from ledger_entries join given on given.id = task_id
      where task_id = any(${ids}::uuid[]) and kind = 'reserve'
    ), entry as (
      insert into ledger_entries (application_id, kind, amount, task_id, key_id)
      select application_id, case given.state when 'succeeded' then 'settle' else 'release' end, amount, task_id, key_id
      from held join given on given.id = task_id
    ), application as (
      update applications set reserved = reserved - total, used = used + total_charged,
        balance = balance + total - total_charged, open_tasks = open_tasks - tasks
      from (
        select application_id, sum(amount)::bigint as total, sum(charged)::bigint as total_charged, count(*)::int as tasks
        from held group by application_id
      ) as by_application
      where id = application_id
    ), key as (
      update api_keys set spent = spent - total + total_charged, open_tasks = open_tasks - tasks
      from (
        select key_id, sum(amount)::bigint as total, sum(charged)::bigint as total_charged, count(*)::int as tasks
        from held group by key_id
      ) as by_key
      where id = key_id
    )
    update usage_records set state = given.state, status = given.status, finished_at = tasks.finished_at,
      elapsed_seconds = extract(epoch from tasks.finished_at - coalesce(tasks.started_at, tasks.created_at)),
      credits = usage_records.credits * charge
    from given join tasks on tasks.id = given.id
    where tasks.id = any(${ids}::uuid[]) and task_id = any(${ids}::uuid[]) and task_id = given.id`.execute(tx)
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
