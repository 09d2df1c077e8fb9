import { sql } from 'kysely'
import type { Queryable } from './queryable.ts'

export interface Room {
  /** Jobs that may be taken at once, whosever they are, without one account getting more than its share. */
  room: number
  /** Keys, or other groups of jobs, of accounts that have all they may have, whose jobs wait. */
  fullKeys: string[]
}

/**
 * The group of the jobs of one receiver of an account: an endpoint, or the host of callbacks. What an account has running
 * is counted over all its receivers.
 */
export const receiverGroup = (accountId: string, receiver: string): string => `${accountId}/${receiver}`

/**
 * What a process may take when each account leaves as many of the process's slots free as it has: with any number of
 * accounts whose receivers hang there is a slot left for one more (the dynamic thresholds of shared buffers, Choudhury and
 * Hahne 1998). `groups` are those of the jobs that run in this process.
 */
export async function roomBesideAccounts(
  db: Queryable,
  queue: string,
  slots: number,
  groups: readonly string[],
): Promise<Room> {
  const running = new Map<string, number>()
  for (const group of groups) {
    const account = group.slice(0, group.indexOf('/'))
    running.set(account, (running.get(account) ?? 0) + 1)
  }
  const free = slots - groups.length
  const full = [...running].filter(([, jobs]) => jobs >= free).map(([account]) => account)
  const most = Math.max(0, ...[...running.values()].filter((jobs) => jobs < free))
  // All of a batch may be one account's: taking n, it has n more and leaves n less.
  const room = Math.max(1, Math.floor((free - most) / 2))
  if (full.length === 0) return { room, fullKeys: [] }
  const { rows } = await sql<{ group_id: string }>`
    select distinct group_id from pgboss.job
    where name = ${queue} and state in ('created', 'retry') and start_after <= now()
      and split_part(group_id, '/', 1) = any(${full}::text[])`.execute(db)
  return { room, fullKeys: rows.map(({ group_id }) => group_id) }
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
