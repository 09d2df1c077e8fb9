import { sql } from 'kysely'
import type { Queryable } from './queryable.ts'

export interface Room {
  /** Jobs that may be taken at once, whosever they are, without one account getting more than its share. */
  room: number
  /** Keys of accounts that have all they may have, whose jobs wait. */
  fullKeys: string[]
}

/** What a queue may hand out when no account has more than `perAccount` of its jobs at once. */
export async function roomOfAccounts(db: Queryable, queue: string, perAccount: number | undefined): Promise<Room> {
  if (perAccount === undefined) return { room: Number.POSITIVE_INFINITY, fullKeys: [] }
  const { rows } = await sql<{ running: number; keys: string[] | null }>`
    select busy.running, case when busy.running >= ${perAccount} then
      (select array_agg(id::text) from api_keys where account_id = busy.account_id) end as keys
    from (
      select api_keys.account_id, count(*)::int as running
      from pgboss.job join api_keys on api_keys.id::text = job.group_id
      where job.name = ${queue} and job.state = 'active'
      group by api_keys.account_id
    ) as busy`.execute(db)
  const left = rows.map(({ running }) => perAccount - running).filter((jobs) => jobs > 0)
  return { room: Math.min(perAccount, ...left), fullKeys: rows.flatMap(({ keys }) => keys ?? []) }
}
