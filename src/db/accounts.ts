import { sql } from 'kysely'
import type { Queryable } from './queryable.ts'

export interface NewAccount {
  id: string
  name: string
  webhookSecret: string
}

export async function insertAccount(tx: Queryable, account: NewAccount): Promise<void> {
  await tx
    .insertInto('accounts')
    .values({ id: account.id, name: account.name, webhook_secret: account.webhookSecret })
    .execute()
}

/** The account made first, which belongs to whoever runs the server. */
export function findFirstAccount(db: Queryable): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

/** Holds off every other transaction that makes accounts until this one ends. */
export async function lockAccounts(tx: Queryable): Promise<void> {
  await sql`lock table accounts in share row exclusive mode`.execute(tx)
}

/** What signs the callbacks of an account. */
export async function findWebhookSecret(db: Queryable, accountId: string): Promise<{ secret: string }> {
  return db
    .selectFrom('accounts')
    .select('webhook_secret as secret')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
}

export async function renameAccount(tx: Queryable, id: string, name: string): Promise<void> {
  await tx.updateTable('accounts').set({ name }).where('id', '=', id).execute()
}

export async function isAccountDisabled(db: Queryable, id: string): Promise<boolean> {
  const row = await db.selectFrom('accounts').select('disabled_at').where('id', '=', id).executeTakeFirst()
  return row?.disabled_at !== null
}
