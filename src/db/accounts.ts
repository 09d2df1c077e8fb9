import { sql } from 'kysely'
import type { Queryable, Tx } from './queryable.ts'

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

/** Holds off whatever else locks this account until the transaction ends: what is counted meanwhile stays so many. */
export async function lockAccount(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('accounts').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

export interface WebhookSecrets {
  secret: string
  /** The one before, and until when it is good; null when it is not. */
  previous: string | null
  previousUntil: Date | null
}

/** What signs the callbacks of an account. */
export function findWebhookSecrets(db: Queryable, accountId: string): Promise<WebhookSecrets> {
  return db
    .selectFrom('accounts')
    .select([
      'webhook_secret as secret',
      sql<string | null>`case when previous_webhook_until > now() then previous_webhook_secret end`.as('previous'),
      sql<Date | null>`case when previous_webhook_until > now() then previous_webhook_until end`.as('previousUntil'),
    ])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
}

/** Signs with another secret from now on, and with the one before for `overlapSeconds` more. */
export async function rotateWebhookSecret(
  db: Queryable,
  accountId: string,
  secret: string,
  overlapSeconds: number,
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({
      previous_webhook_secret: sql`webhook_secret`,
      previous_webhook_until: sql`now() + make_interval(secs => ${overlapSeconds})`,
      webhook_secret: secret,
    })
    .where('id', '=', accountId)
    .execute()
}

export async function renameAccount(tx: Queryable, id: string, name: string): Promise<void> {
  await tx.updateTable('accounts').set({ name }).where('id', '=', id).execute()
}

export async function isAccountDisabled(db: Queryable, id: string): Promise<boolean> {
  const row = await db.selectFrom('accounts').select('disabled_at').where('id', '=', id).executeTakeFirst()
  return row?.disabled_at !== null
}
