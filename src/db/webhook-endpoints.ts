import { type Selectable, sql } from 'kysely'
import { deleteIfTaskIsGone } from './deliveries.ts'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export type WebhookEndpointRow = Selectable<Tables['webhook_endpoints']>

export interface NewEndpoint {
  name: string
  url: string
  eventTypes: string[]
  enabled: boolean
}

export function insertEndpoint(
  tx: Queryable,
  endpoint: NewEndpoint & { id: string; accountId: string; secret: string },
): Promise<WebhookEndpointRow> {
  const { id, accountId, name, url, eventTypes, secret, enabled } = endpoint
  const disabled_at = enabled ? null : sql<Date>`now()`
  return tx
    .insertInto('webhook_endpoints')
    .values({ id, account_id: accountId, name, url, event_types: eventTypes, secret, disabled_at })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function findEndpoint(db: Queryable, accountId: string, id: string): Promise<WebhookEndpointRow | undefined> {
  return db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** An account's endpoints, newest first; `after` is the last one of the page before. */
export function listEndpoints(
  db: Queryable,
  accountId: string,
  page: { limit: number; after?: WebhookEndpointRow },
): Promise<WebhookEndpointRow[]> {
  let query = db.selectFrom('webhook_endpoints').selectAll().where('account_id', '=', accountId)
  if (page.after) {
    const { id } = page.after
    query = query.where(
      sql<boolean>`(created_at, id) < (select created_at, id from webhook_endpoints where id = ${id}::uuid)`,
    )
  }
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute()
}

export async function countEndpoints(db: Queryable, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('webhook_endpoints')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return count
}

export interface EndpointChange {
  name?: string
  url?: string
  eventTypes?: string[]
  enabled?: boolean
}

/** Changes an endpoint; one with another address, or that is enabled again, is tried at once. */
export async function changeEndpoint(tx: Queryable, id: string, change: EndpointChange): Promise<void> {
  const { name, url, eventTypes, enabled } = change
  await tx
    .updateTable('webhook_endpoints')
    .set({
      updated_at: sql`now()`,
      ...(name !== undefined && { name }),
      ...(url !== undefined && { url }),
      ...(eventTypes && { event_types: eventTypes }),
      ...(enabled !== undefined && { disabled_at: enabled ? null : sql`coalesce(disabled_at, now())` }),
      ...((url !== undefined || enabled) && { failures: 0, rests_until: null }),
    })
    .where('id', '=', id)
    .execute()
  // What waits goes where the endpoint is now, or nowhere.
  const waiting = tx.updateTable('deliveries').where('endpoint_id', '=', id).where('state', '=', 'pending')
  if (url !== undefined) await waiting.set({ url }).execute()
  if (enabled === false) {
    const ended = waiting.set({ state: 'failed', claimed_by: null, finished_at: sql`now()` }).returning('id')
    await deleteIfTaskIsGone(
      tx,
      (await ended.execute()).map((delivery) => delivery.id),
    )
  }
}

/** Replaces the secret; the one before signs, too, for `overlapSeconds`. */
export async function rotateEndpointSecret(
  db: Queryable,
  id: string,
  secret: string,
  overlapSeconds: number,
): Promise<void> {
  await db
    .updateTable('webhook_endpoints')
    .set({
      secret,
      previous_secret: overlapSeconds > 0 ? sql`secret` : null,
      previous_until: overlapSeconds > 0 ? sql`now() + make_interval(secs => ${overlapSeconds})` : null,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute()
}

/** Deletes an endpoint with its deliveries. It may be undone by a deadlock with those that claim them. */
export async function deleteEndpoint(tx: Queryable, id: string): Promise<boolean> {
  const result = await tx.deleteFrom('webhook_endpoints').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** The endpoints of accounts that are told of events, with which. */
export function endpointsOf(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Pick<WebhookEndpointRow, 'id' | 'account_id' | 'url' | 'event_types'>[]> {
  return db
    .selectFrom('webhook_endpoints')
    .select(['id', 'account_id', 'url', 'event_types'])
    .where(sql<boolean>`account_id = any(${accountIds}::uuid[])`)
    .where('disabled_at', 'is', null)
    .execute()
}

/**
 * Asks whether an endpoint may be tried now. One that rests may be tried once when its time is over, by whoever asks
 * first; until then the seconds that it rests on.
 */
export async function admitsDelivery(db: Queryable, id: string, probeSeconds: number): Promise<number | 'yes'> {
  const admitted = await db
    .updateTable('webhook_endpoints')
    .set({
      rests_until: sql`case when rests_until is null then null else now() + make_interval(secs => ${probeSeconds}) end`,
    })
    .where('id', '=', id)
    .where(sql<boolean>`coalesce(rests_until <= now(), true)`)
    .returning('id')
    .executeTakeFirst()
  if (admitted) return 'yes'
  const row = await db
    .selectFrom('webhook_endpoints')
    .select(sql<number>`greatest(0, extract(epoch from rests_until - now()))::float8`.as('seconds'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.seconds ?? 0
}

/** How deliveries to an endpoint went, in a row. */
export interface Streak {
  endpointId: string
  /** Whether one of them was taken. */
  taken: boolean
  /** How many failed after the last that was taken. */
  failures: number
  /** Whether one of these was the attempt that is made when a rest is over. */
  onTrial: boolean
}

/**
 * Notes how deliveries went: after `patience` failures in a row an endpoint rests, and after each trial that fails twice as
 * long; what was under way when a rest began says nothing new. Holds those that change, in the order of their ids, and none
 * that took all and was not tired.
 */
export async function noteStreaks(
  tx: Queryable,
  streaks: readonly Streak[],
  {
    patience,
    firstRestSeconds,
    maxRestSeconds,
  }: { patience: number; firstRestSeconds: number; maxRestSeconds: number },
): Promise<void> {
  if (streaks.length === 0) return
  await sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(streaks)}::text::jsonb) as told (
        "endpointId" uuid, taken boolean, failures int, "onTrial" boolean)
    ), held as materialized (
      select endpoint.id, told.failures as more, "onTrial", case when taken then 0 else endpoint.failures end as before
      from webhook_endpoints endpoint join told on endpoint.id = told."endpointId"
      where told.failures > 0 or endpoint.failures > 0 or rests_until is not null
      order by endpoint.id for no key update of endpoint
    ), counted as (
      select id, case when before < ${patience}::int then least(before + more, ${patience}::int)
        else before + 1 end as failures
      from held where before < ${patience}::int or "onTrial"
    )
    update webhook_endpoints as endpoint set failures = counted.failures,
      rests_until = case when counted.failures >= ${patience}::int then now() + make_interval(secs => least(
        ${maxRestSeconds}::float8,
        ${firstRestSeconds}::float8 * power(2, least(counted.failures - ${patience}::int, 20)))) end
    from counted where endpoint.id = counted.id`.execute(tx)
}
