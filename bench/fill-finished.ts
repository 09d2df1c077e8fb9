/** Finished tasks by the million, by SQL: copies of one real task in all tables that it leaves rows in. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Queryable } from '../src/db/queryable.ts'
import { foldUsage } from '../src/db/usage.ts'

const batch = 50_000
const day = "interval '1 day'"

/** Makes the copies, adds their usage to the sums of days as sweeps do by and by, and then does as autovacuum does by itself. */
export async function fillFinished(
  db: Queryable,
  { template, tasks, accounts }: { template: string; tasks: number; accounts: number },
): Promise<void> {
  for (let first = 1; first <= tasks; first += batch) {
    const last = Math.min(tasks, first + batch - 1)
    for (const statement of finishedTasksSql(template, first, last, accounts)) await sql.raw(statement).execute(db)
  }
  for (let folded = batch; folded > 0; ) folded = await foldUsage(db, batch)
  await sql`vacuum analyze`.execute(db)
}

/** Of version 4 in form, as the API reads ids. */
const uuidOf = (text: string): string => `overlay(overlay(md5(${text}) placing '4' from 13) placing '8' from 17)::uuid`

/** The id of what was told of the copy with the number. */
export const deliveryOfCopy = (number: number): string =>
  createHash('md5')
    .update(`delivery ${number}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-')

/**
 * Statements that make copies `from` to `to` of the task `template`, one half its account's own and the rest of accounts 1
 * to `accounts` (database.ts), spread evenly over the last thirty days; one of twenty failed. Ids come from the number.
 */
export function finishedTasksSql(template: string, from: number, to: number, accounts: number): string[] {
  const copies = `
    with original as (select * from tasks where id = '${template}'), numbered as (
      select n, ${uuidOf("'task ' || n")} as new_id, n / 2 % 20 = 7 as fails,
        now() - ${day} * (30 * (n % 1000003)::float8 / 1000003) as made,
        case when n % 2 = 0 then original.account_id else lpad((1 + n % ${accounts})::text, 32, '0')::uuid end as owner,
        case when n % 2 = 0 then original.application_id else lpad((1 + n % ${accounts})::text, 32, '0')::uuid end as application,
        case when n % 2 = 0 then original.key_id else lpad((1 + n % ${accounts})::text, 32, '0')::uuid end as key
      from original, generate_series(${from}, ${to}) as n)`
  const state = "case when fails then 'failed' else 'succeeded' end"
  return [
    `${copies} insert into tasks select copy.* from numbered, tasks as one, jsonb_populate_record(one, jsonb_build_object(
      'id', new_id, 'trace_id', new_id, 'account_id', owner, 'application_id', application, 'key_id', key, 'state', ${state},
      'error_kind', case when fails then 'api_error' end, 'error_message', case when fails then 'It failed.' end,
      'created_at', made, 'started_at', made, 'finished_at', made + interval '1 minute', 'expires_at', made + 31 * ${day})) as copy
      where one.id = '${template}'`,
    `${copies} insert into usage_records select copy.* from numbered, usage_records as one, jsonb_populate_record(one, jsonb_build_object('task_id', new_id, 'trace_id', new_id, 'account_id', owner,
      'application_id', application, 'key_id', key, 'state', ${state}, 'summed', false, 'created_at', made,
      'finished_at', made + interval '1 minute')) as copy
      where one.task_id = '${template}'`,
    `${copies} insert into assets select copy.* from numbered, assets as one, jsonb_populate_record(one, jsonb_build_object('id', md5(one.kind || n)::uuid, 'task_id', new_id,
      'key', 'tasks/' || new_id || '/' || one.kind || '.mp4', 'created_at', made)) as copy
      where one.task_id = '${template}' and not fails`,
    `${copies} insert into events (task_id, type, data, at)
      select new_id, events.type, events.data, made from numbered, events where events.task_id = '${template}' order by n, events.id`,
    `${copies} insert into ledger_entries (application_id, kind, amount, task_id, key_id, at)
      select application, case when kind = 'settle' and fails then 'release' else kind end, amount, new_id, key, made
      from numbered, ledger_entries where ledger_entries.task_id = '${template}' order by n, ledger_entries.id`,
    `${copies} insert into idempotency_keys (key_id, idempotency_key, fingerprint, task_id, created_at)
      select key, new_id::text, new_id::text, new_id, made from numbered`,
    `${copies} insert into deliveries (id, account_id, task_id, url, body, state, attempts, created_at, finished_at)
      select ${uuidOf("'delivery ' || n")}, owner, new_id, 'https://example.com/hook', repeat('x', 600),
        case when n / 2 % 50 = 3 then 'failed' else 'delivered' end, 1, made, made from numbered`,
    `${copies} insert into delivery_attempts (delivery_id, number, at, status, milliseconds)
      select ${uuidOf("'delivery ' || n")}, 1, made, 200, 12 from numbered`,
  ]
}
