import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Cursor } from '../contract/management/common.ts'
import { after, positionOf } from './page.ts'
import type { Queryable } from './queryable.ts'
import type { Tables, UsageState } from './tables.ts'

export type UsageRow = Selectable<Tables['usage_records']> & { key_name: string; position: string }

export interface UsageFilter {
  accountId: string
  from?: Date
  to?: Date
  model?: string
  keyId?: string
  state?: UsageState
}

/** An account's usage, a row a task, newest first. */
export function listUsage(
  db: Queryable,
  filter: UsageFilter,
  page: { limit: number; cursor: Cursor | undefined },
): Promise<UsageRow[]> {
  let query = db
    .selectFrom('usage_records')
    .innerJoin('api_keys', 'api_keys.id', 'usage_records.key_id')
    .selectAll('usage_records')
    .select(['api_keys.name as key_name', positionOf('usage_records.created_at').as('position')])
    .where(fits(filter))
  // Nothing that is open is in a sum, and what is not in one has an index.
  if (filter.state === 'open') query = query.where(sql<boolean>`not summed`)
  if (page.cursor) query = query.where(after('usage_records.created_at', 'usage_records.task_id', page.cursor))
  return query
    .orderBy('usage_records.created_at', 'desc')
    .orderBy('usage_records.task_id', 'desc')
    .limit(page.limit)
    .execute()
}

export interface UsageSum {
  key: string
  label: string
  tasks: number
  succeeded: number
  failed: number
  seconds: number
  credits: number
}

const groups = {
  day: { key: sql`to_char(day, 'YYYY-MM-DD')`, label: undefined },
  model: { key: sql`model`, label: undefined },
  credential: { key: sql`key_id::text`, label: sql`name` },
}

/** An account's usage, summed by day (UTC), model or key: what is in the sums of days, and what is not yet. */
export async function sumUsage(db: Queryable, filter: UsageFilter, by: keyof typeof groups): Promise<UsageSum[]> {
  const { key, label = key } = groups[by]
  const { rows } = await sql<UsageSum>`
    select ${key} as key, min(${label}) as label, sum(tasks)::int as tasks,
      coalesce(sum(tasks) filter (where state = 'succeeded'), 0)::int as succeeded,
      coalesce(sum(tasks) filter (where state in ('failed', 'cancelled')), 0)::int as failed,
      coalesce(sum(seconds) filter (where state = 'succeeded'), 0)::float8 as seconds,
      coalesce(sum(credits), 0)::float8 as credits
    from (${partsOf(filter)}) as part join api_keys on api_keys.id = key_id
    group by 1 order by 1`.execute(db)
  return rows
}

const dayMilliseconds = 86_400_000

/** Whole days come from their sums; the pieces of days at both ends, and what is not in a sum yet, record by record. */
function partsOf(filter: UsageFilter) {
  const { from, to } = filter
  const first = from && new Date(Math.ceil(from.getTime() / dayMilliseconds) * dayMilliseconds)
  const end = to && new Date(Math.floor(to.getTime() / dayMilliseconds) * dayMilliseconds)
  const hasWholeDays = !first || !end || first < end
  const records = (span: UsageFilter, isSummed: boolean) => sql`
    select (created_at at time zone 'UTC')::date as day, key_id, model, state, 1 as tasks, seconds, credits
    from usage_records where ${fits(span)} and summed = ${sql.lit(isSummed)}`
  const parts = [records(filter, false)]
  if (!hasWholeDays) parts.push(records(filter, true))
  else {
    parts.push(
      sql`select day, key_id, model, state, tasks, seconds, credits from usage_sums where ${fitsDays(filter, first, end)}`,
    )
    if (from && first && from < first) parts.push(records({ ...filter, to: first }, true))
    if (to && end && end < to) parts.push(records({ ...filter, from: end }, true))
  }
  return sql.join(parts, sql` union all `)
}

function fitsDays({ accountId, model, keyId, state }: UsageFilter, first: Date | undefined, end: Date | undefined) {
  return allOf([
    sql`account_id = ${accountId}`,
    first && sql`day >= (${first}::timestamptz at time zone 'UTC')::date`,
    end && sql`day < (${end}::timestamptz at time zone 'UTC')::date`,
    model !== undefined && sql`model = ${model}`,
    keyId !== undefined && sql`key_id = ${keyId}`,
    state !== undefined && sql`state = ${state}`,
  ])
}

/**
 * Adds up to `limit` records that have ended to the sums of their days. Returns how many; safe when many processes do it at
 * once, each record is added by one.
 */
export async function foldUsage(tx: Queryable, limit: number): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with ended as (
      select task_id from usage_records where not summed and state <> 'open' limit ${limit} for update skip locked
    ), folded as (
      update usage_records set summed = true from ended where usage_records.task_id = ended.task_id
      returning account_id, (created_at at time zone 'UTC')::date as day, key_id, model, state, seconds, credits
    ), sums as (
      insert into usage_sums as known (account_id, day, key_id, model, state, tasks, seconds, credits)
      select account_id, day, key_id, model, state, count(*), sum(seconds), sum(credits) from folded
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (account_id, day, key_id, model, state) do update set tasks = known.tasks + excluded.tasks,
        seconds = known.seconds + excluded.seconds, credits = known.credits + excluded.credits
    )
    select count(*)::int as folded from folded`.execute(tx)
  return rows[0]?.folded ?? 0
}

function fits({ accountId, from, to, model, keyId, state }: UsageFilter) {
  return allOf([
    sql`usage_records.account_id = ${accountId}`,
    from && sql`usage_records.created_at >= ${from}`,
    to && sql`usage_records.created_at < ${to}`,
    model !== undefined && sql`usage_records.model = ${model}`,
    keyId !== undefined && sql`usage_records.key_id = ${keyId}`,
    state !== undefined && sql`usage_records.state = ${state}`,
  ])
}

const allOf = (conditions: (RawBuilder<unknown> | false | undefined)[]) =>
  sql<boolean>`(${sql.join(
    conditions.filter((one) => one !== false && one !== undefined),
    sql` and `,
  )})`
