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

export async function webhookSecretOf(db: Queryable, accountId: string): Promise<string | undefined> {
  const row = await db.selectFrom('accounts').select('webhook_secret').where('id', '=', accountId).executeTakeFirst()
  return row?.webhook_secret
}
