import { sql } from 'kysely'
import type { ApplicationRow } from './ledger.ts'
import type { Queryable } from './queryable.ts'

/** Makes an account's application of a service. Nothing when it has one already. */
export function insertApplication(
  tx: Queryable,
  application: { id: string; accountId: string; service: string; unlimited: boolean },
): Promise<ApplicationRow | undefined> {
  const { id, accountId, service, unlimited } = application
  return tx
    .insertInto('applications')
    .values({ id, account_id: accountId, service, unlimited })
    .onConflict((conflict) => conflict.columns(['account_id', 'service']).doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function findApplication(db: Queryable, id: string): Promise<ApplicationRow | undefined> {
  return db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst()
}

export function applicationsOf(db: Queryable, accountIds: readonly string[]): Promise<ApplicationRow[]> {
  if (accountIds.length === 0) return Promise.resolve([])
  return db.selectFrom('applications').selectAll().where('account_id', 'in', accountIds).orderBy('created_at').execute()
}

export interface ApplicationChange {
  creditLimit?: number | null
  unlimited?: boolean
  disabled?: boolean
}

/** Changes an application's switches. Turning `unlimited` off is the caller's to follow with an entry for a debt. */
export async function changeApplication(tx: Queryable, id: string, change: ApplicationChange): Promise<void> {
  const { creditLimit, unlimited, disabled } = change
  const set = {
    ...(creditLimit !== undefined && { credit_limit: creditLimit }),
    ...(unlimited !== undefined && { unlimited }),
    ...(disabled !== undefined && { disabled_at: disabled ? sql<Date>`coalesce(disabled_at, now())` : null }),
  }
  if (Object.keys(set).length === 0) return
  await tx.updateTable('applications').set(set).where('id', '=', id).execute()
}

/** The application's row, held until the transaction ends. */
export function lockApplication(tx: Queryable, id: string): Promise<ApplicationRow | undefined> {
  return tx.selectFrom('applications').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
