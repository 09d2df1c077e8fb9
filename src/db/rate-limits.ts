import { sql } from 'kysely'
import type { Queryable } from './queryable.ts'

/** Calls of one that count together. */
export interface CallsOf {
  /** Who called, and under which limit. */
  key: string
  calls: number
  /** How long a window lasts; one begins with its first call. */
  seconds: number
}

/** What a window holds with them. */
export interface Window {
  calls: number
  millisecondsLeft: number
}

/** Adds calls to the windows of their keys, each of which is given once. Returns the windows, by key. */
export async function countCalls(db: Queryable, given: readonly CallsOf[]): Promise<Map<string, Window>> {
  const { rows } = await sql<{ key: string; points: number; left: number }>`
    with clock as (select (extract(epoch from clock_timestamp()) * 1000)::bigint as now)
    insert into rate_limits as counted (key, points, expire)
    select key, calls, now + seconds * 1000 from clock, unnest(
      ${given.map(({ key }) => key)}::text[], ${given.map(({ calls }) => calls)}::int[],
      ${given.map(({ seconds }) => seconds)}::int[]) as given (key, calls, seconds)
    order by key
    on conflict (key) do update set
      points = case when counted.expire <= (select now from clock) then 0 else counted.points end + excluded.points,
      expire = case when counted.expire <= (select now from clock) then excluded.expire else counted.expire end
    returning key, points, (expire - (select now from clock))::int as left`.execute(db)
  return new Map(rows.map(({ key, points, left }) => [key, { calls: points, millisecondsLeft: Math.max(0, left) }]))
}

/** Deletes the windows that are over, in the order in which calls are counted; what is counted at the moment waits for the next time. */
export async function deleteOverWindows(db: Queryable): Promise<void> {
  await sql`
    delete from rate_limits where key in (
      select key from rate_limits where expire <= extract(epoch from now()) * 1000
      order by key for update skip locked)`.execute(db)
}
