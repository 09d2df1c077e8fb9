import { sql } from 'kysely'
import type { Cursor } from '../contract/management/common.ts'
import { after, positionOf } from './page.ts'
import type { Queryable } from './queryable.ts'
import type { Role } from './tables.ts'

export interface ListedAccount {
  id: string
  name: string
  /** Null for an account that nobody has registered for. */
  email: string | null
  user_id: string | null
  role: Role | null
  disabled_at: Date | null
  created_at: Date
  tasks: number
  open_tasks: number
  position: string
}

export interface AccountSearch {
  id?: string
  /** Part of a name or an address. */
  text?: string
  limit: number
  cursor: Cursor | undefined
}

/** Accounts with their person and their number of tasks, newest first. */
export function searchAccounts(db: Queryable, { id, text, limit, cursor }: AccountSearch): Promise<ListedAccount[]> {
  let query = db
    .selectFrom('accounts')
    .leftJoin('users', 'users.account_id', 'accounts.id')
    .select([
      'accounts.id',
      'accounts.name',
      'users.email',
      'users.id as user_id',
      'users.role',
      'accounts.disabled_at',
      'accounts.created_at',
      positionOf('accounts.created_at').as('position'),
      sql<number>`(
        (select coalesce(sum(tasks), 0) from usage_sums where account_id = accounts.id)
        + (select count(*) from usage_records where account_id = accounts.id and not summed))::int`.as('tasks'),
      sql<number>`(
        select coalesce(sum(open_tasks), 0)::int from applications where account_id = accounts.id)`.as('open_tasks'),
    ])
  if (id !== undefined) query = query.where('accounts.id', '=', id)
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<boolean>`(accounts.name ilike ${pattern} or users.email ilike ${pattern})`)
  }
  if (cursor) query = query.where(after('accounts.created_at', 'accounts.id', cursor))
  return query.orderBy('accounts.created_at', 'desc').orderBy('accounts.id', 'desc').limit(limit).execute()
}

export interface AccountChange {
  name?: string
  disabled?: boolean
  role?: Role
}

/** Changes an account and its person. */
export async function changeAccount(tx: Queryable, id: string, { name, disabled, role }: AccountChange): Promise<void> {
  const account = {
    ...(name !== undefined && { name }),
    ...(disabled !== undefined && { disabled_at: disabled ? sql<Date>`coalesce(disabled_at, now())` : null }),
  }
  const user = { ...(name !== undefined && { name }), ...(role !== undefined && { role }) }
  if (Object.keys(account).length) await tx.updateTable('accounts').set(account).where('id', '=', id).execute()
  if (Object.keys(user).length) await tx.updateTable('users').set(user).where('account_id', '=', id).execute()
}

/** How many administrators could log in. */
export async function countAdministrators(tx: Queryable): Promise<number> {
  const rows = await tx
    .selectFrom('users')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select('users.id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .execute()
  return rows.length
}
