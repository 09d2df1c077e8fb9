import { sql } from 'kysely'
import type { DeliveryRow } from './deliveries.ts'
import type { Queryable } from './queryable.ts'
import { storableJson } from './storable.ts'

export interface ClaimedDelivery extends DeliveryRow {
  /** When it was due before it was claimed. */
  due_at: Date
  /** What it is signed with, and what it was signed with before a rotation, for as long as that is kept. */
  webhook_secret: string
  previous_secret: string | null
  /** Whether the endpoint that is told rests, or did until now; null for a callback. */
  rests: boolean | null
}

/**
 * Claims those of the deliveries that are pending and due, and returns them, with what their signatures need: until one is
 * recorded, put off or released, or `claimSeconds` have passed, it is due for nobody else. A worker claims again what it has
 * claimed: it did not get as far as to say what came of it.
 */
export function claimDeliveries(
  db: Queryable,
  ids: readonly string[],
  worker: string,
  claimSeconds: number,
): Promise<ClaimedDelivery[]> {
  return db
    .with('due', (cte) =>
      cte
        .selectFrom('deliveries')
        .select(['id', 'next_attempt_at as due_at'])
        .where(sql<boolean>`id = any(${ids}::uuid[])`)
        .where('state', '=', 'pending')
        // A job that was handed out again after its attempt was recorded has nothing to do yet.
        .where(sql<boolean>`(next_attempt_at <= now() + interval '1 second' or claimed_by = ${worker})`)
        .orderBy('id')
        .forUpdate(),
    )
    .updateTable('deliveries')
    .from('due')
    .set({ claimed_by: worker, next_attempt_at: sql`now() + make_interval(secs => ${claimSeconds})` })
    .whereRef('deliveries.id', '=', 'due.id')
    .returningAll('deliveries')
    .returning([
      'due.due_at',
      secretFor('webhook_secret', 'secret').as('webhook_secret'),
      secretFor(
        'case when previous_webhook_until > now() then previous_webhook_secret end',
        'case when previous_until > now() then previous_secret end',
      ).as('previous_secret'),
      sql<boolean | null>`(
        select rests_until is not null from webhook_endpoints where webhook_endpoints.id = deliveries.endpoint_id
      )`.as('rests'),
    ])
    .$narrowType<{ webhook_secret: string }>()
    .execute()
}

/** A secret of the account that a callback is of, or of the endpoint that is told. */
const secretFor = (ofAccount: string, ofEndpoint: string) => sql<string | null>`
  case when deliveries.endpoint_id is null
    then (select ${sql.raw(ofAccount)} from accounts where accounts.id = deliveries.account_id)
    else (select ${sql.raw(ofEndpoint)} from webhook_endpoints where webhook_endpoints.id = deliveries.endpoint_id) end`

/** Gives a claim up without an attempt: the delivery is due for everybody. */
export async function releaseDelivery(db: Queryable, id: string, worker: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ claimed_by: null, next_attempt_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('claimed_by', '=', worker)
    .execute()
}

/** An attempt that was made, and what follows from it. */
export interface Attempt {
  deliveryId: string
  /** 1 for the first. */
  number: number
  status: number | null
  error: string | null
  milliseconds: number
  /** `pending` has another attempt after `retrySeconds`. */
  state: 'delivered' | 'failed' | 'pending'
  retrySeconds: number
}

/**
 * Records attempts and what follows from them, in one statement. Returns the ids of the deliveries whose attempt was
 * recorded: all, but for those of which somebody else recorded this attempt first. One that has ended and whose task is
 * gone goes, too; a task that is being deleted at this moment takes it along.
 */
export async function recordAttempts(db: Queryable, attempts: readonly Attempt[]): Promise<Set<string>> {
  const ids = attempts.map(({ deliveryId }) => deliveryId)
  const given = attempts.map(({ deliveryId: id, retrySeconds: retry_seconds, ...attempt }) => ({
    ...{ id, retry_seconds },
    ...attempt,
  }))
  const { rows } = await sql<{ id: string }>`
    with given as materialized (
      select * from jsonb_to_recordset(${storableJson(given)}::text::jsonb) as given (
        id uuid, number smallint, status smallint, error text, milliseconds integer, state text, retry_seconds float8)
    ), held as materialized (
      select deliveries.id, task_id, deliveries.state, attempts from deliveries
      where deliveries.id = any(${ids}::uuid[]) order by deliveries.id for update
    ), task as materialized (
      select id from tasks where id = any(array(select task_id from held)) order by id for key share
    ), made as materialized (
      select given.*, given.state <> 'pending' and task_id not in (select id from task) as gone
      from given join held using (id) where held.state = 'pending' and attempts = number - 1
    ), removed as (
      delete from deliveries where id in (select id from made where gone)
    ), recorded as (
      update deliveries set attempts = made.number, state = made.state, claimed_by = null, reopened = false,
        next_attempt_at = now() + make_interval(secs => made.retry_seconds),
        finished_at = case when made.state <> 'pending' then now() end
      from made where deliveries.id = any(${ids}::uuid[]) and deliveries.id = made.id and not made.gone
    ), attempt as (
      insert into delivery_attempts (delivery_id, number, status, error, milliseconds)
      select id, number, status, error, milliseconds from made where not gone
    )
    select id from made`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export function deliveriesClaimedBy(db: Queryable, worker: string): Promise<{ id: string; attempts: number }[]> {
  return db
    .selectFrom('deliveries')
    .select(['id', 'attempts'])
    .where('claimed_by', '=', worker)
    .where('state', '=', 'pending')
    .execute()
}
