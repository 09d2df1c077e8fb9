import { type Selectable, sql } from 'kysely'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export type InboxRow = Selectable<Tables['inboxes']>
export type InboxItemRow = Selectable<Tables['inbox_items']>

export function insertInbox(
  db: Queryable,
  inbox: { id: string; accountId: string; token: string; seconds: number },
): Promise<InboxRow> {
  const { id, accountId, token, seconds } = inbox
  const expires_at = sql<Date>`now() + make_interval(secs => ${seconds})`
  return db
    .insertInto('inboxes')
    .values({ id, account_id: accountId, token, expires_at })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** An account's inboxes that have not expired, with how much they hold, newest first. */
export function listInboxes(db: Queryable, accountId: string): Promise<(InboxRow & { items: number })[]> {
  return db
    .selectFrom('inboxes')
    .selectAll()
    .select(sql<number>`(select count(*)::int from inbox_items where inbox_id = inboxes.id)`.as('items'))
    .where('account_id', '=', accountId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('created_at', 'desc')
    .execute()
}

export function findInbox(db: Queryable, accountId: string, id: string): Promise<InboxRow | undefined> {
  return db
    .selectFrom('inboxes')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** The inbox of an address, with what its account's callbacks and endpoints are signed with; nothing when it has expired. */
export function findInboxByToken(
  db: Queryable,
  token: string,
): Promise<(InboxRow & { secrets: string[] }) | undefined> {
  return db
    .selectFrom('inboxes')
    .innerJoin('accounts', 'accounts.id', 'inboxes.account_id')
    .selectAll('inboxes')
    .select(
      sql<string[]>`array[accounts.webhook_secret] || array(
        select secret from webhook_endpoints where webhook_endpoints.account_id = accounts.id)`.as('secrets'),
    )
    .where('token', '=', token)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

export async function deleteInbox(db: Queryable, accountId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('inboxes')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export type NewInboxItem = Omit<InboxItemRow, 'at' | 'headers'> & { headers: Record<string, string> }

/** Keeps an item, and no more than the newest `most` of its inbox. */
export async function insertInboxItem(tx: Queryable, item: NewInboxItem, most: number): Promise<void> {
  await tx
    .insertInto('inbox_items')
    .values({ ...item, headers: JSON.stringify(item.headers) })
    .execute()
  await sql`
    delete from inbox_items where id in (
      select id from inbox_items where inbox_id = ${item.inbox_id} order by at desc, id offset ${most}
    )`.execute(tx)
}

/** Newest first. */
export function listInboxItems(db: Queryable, inboxId: string): Promise<InboxItemRow[]> {
  return db
    .selectFrom('inbox_items')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

export async function deleteExpiredInboxes(db: Queryable): Promise<void> {
  await db.deleteFrom('inboxes').where('expires_at', '<', sql<Date>`now()`).execute()
}
