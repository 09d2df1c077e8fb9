import type { z } from 'zod'
import type { account } from '../../contract/management/admin.ts'
import { type ListedAccount, searchAccounts } from '../../db/account-list.ts'
import { applicationsOf } from '../../db/applications.ts'
import type { Queryable } from '../../db/queryable.ts'
import { isUuid } from '../../ids.ts'
import { notFound, presentApplication, toSeconds } from './present.ts'

/** Accounts with their applications, as the administrator sees them. */
export async function presentAccounts(
  db: Queryable,
  rows: readonly ListedAccount[],
): Promise<z.infer<typeof account>[]> {
  const applications = await applicationsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const application = applications.find(({ account_id }) => account_id === row.id)
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      disabled: row.disabled_at !== null,
      application: application ? presentApplication(application) : null,
      tasks: row.tasks,
      open_tasks: row.open_tasks,
      created_at: toSeconds(row.created_at),
    }
  })
}

/** One of them. Throws `no_api` when there is none with this id. */
export async function presentAccount(db: Queryable, id: string): Promise<z.infer<typeof account>> {
  const rows = isUuid(id) ? await searchAccounts(db, { id, limit: 1, cursor: undefined }) : []
  const [found] = await presentAccounts(db, rows)
  if (!found) throw notFound('account')
  return found
}
