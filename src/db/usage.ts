import { type Selectable, sql } from 'kysely'
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
  day: { key: sql`to_char(usage_records.created_at at time zone 'UTC', 'YYYY-MM-DD')`, label: undefined },
  model: { key: sql`usage_records.model`, label: undefined },
  credential: { key: sql`usage_records.key_id::text`, label: sql`api_keys.name` },
}

/** An account's usage, summed by day (UTC), model or key. */
export async function sumUsage(db: Queryable, filter: UsageFilter, by: keyof typeof groups): Promise<UsageSum[]> {
  const { key, label = key } = groups[by]
  const { rows } = await sql<UsageSum>`
    select ${key} as key, min(${label}) as label, count(*)::int as tasks,
      (count(*) filter (where state = 'succeeded'))::int as succeeded,
      (count(*) filter (where state in ('failed', 'cancelled')))::int as failed,
      coalesce(sum(seconds) filter (where state = 'succeeded'), 0)::float8 as seconds,
      coalesce(sum(credits), 0)::float8 as credits
    from usage_records join api_keys on api_keys.id = usage_records.key_id
    where ${fits(filter)}
    group by 1 order by 1`.execute(db)
  return rows
}

function fits({ accountId, from, to, model, keyId, state }: UsageFilter) {
  const conditions = [
    sql`usage_records.account_id = ${accountId}`,
    from && sql`usage_records.created_at >= ${from}`,
    to && sql`usage_records.created_at < ${to}`,
    model !== undefined && sql`usage_records.model = ${model}`,
    keyId !== undefined && sql`usage_records.key_id = ${keyId}`,
    state !== undefined && sql`usage_records.state = ${state}`,
  ]
  return sql<boolean>`(${sql.join(
    conditions.filter((one) => one !== false && one !== undefined),
    sql` and `,
  )})`
}
