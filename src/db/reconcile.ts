import { sql } from 'kysely'
import type { Queryable } from './queryable.ts'

export interface LedgerProblem {
  kind: 'balance' | 'key' | 'task' | 'usage' | 'sums'
  application_id: string
  task_id: string | null
  message: string
}

export interface LedgerTotals {
  applications: number
  tasks: number
  granted: number
  reserved: number
  used: number
}

/** Where ledger, balances, tasks, usage and its sums by day disagree, up to `limit` lines. One statement, so one moment is compared. */
export async function findLedgerProblems(db: Queryable, limit: number): Promise<LedgerProblem[]> {
  const { rows } = await sql<LedgerProblem>`
    with sums as (
      select application_id, sum(effect) as balance,
        sum(case kind when 'reserve' then amount when 'settle' then -amount when 'release' then -amount else 0 end) as held,
        sum(case kind when 'settle' then amount else 0 end) as used,
        sum(case kind when 'reserve' then 1 when 'settle' then -1 when 'release' then -1 else 0 end) as open_tasks
      from ledger_entries group by application_id
    ), key_sums as (
      select key_id, sum(case kind when 'reserve' then amount when 'release' then -amount else 0 end) as spent,
        sum(case kind when 'reserve' then 1 when 'settle' then -1 when 'release' then -1 else 0 end) as open_tasks
      from ledger_entries where key_id is not null group by key_id
    ), held as (
      select reserve.*, ending.kind as end_kind, ending.amount as end_amount
      from ledger_entries reserve
      left join ledger_entries ending on ending.task_id = reserve.task_id and ending.kind in ('settle', 'release')
      where reserve.kind = 'reserve'
    ), records as (
      select account_id, (created_at at time zone 'UTC')::date as day, key_id, model, state, count(*) as tasks,
        sum(seconds) as seconds, sum(credits) as credits
      from usage_records where summed group by 1, 2, 3, 4, 5
    )
    select 'balance' as kind, a.id as application_id, null::uuid as task_id,
      format('balance, held, used and open tasks are %s, %s, %s and %s; the entries add up to %s, %s, %s and %s', a.balance,
        a.reserved, a.used, a.open_tasks, coalesce(s.balance, 0), coalesce(s.held, 0), coalesce(s.used, 0),
        coalesce(s.open_tasks, 0)) as message
    from applications a left join sums s on s.application_id = a.id
    where (a.balance, a.reserved, a.used, a.open_tasks)
      <> (coalesce(s.balance, 0), coalesce(s.held, 0), coalesce(s.used, 0), coalesce(s.open_tasks, 0))
    union all
    select 'key', a.id, null, format('the key %s has spent %s and %s open tasks; its entries add up to %s and %s', k.id, k.spent, k.open_tasks,
      coalesce(s.spent, 0), coalesce(s.open_tasks, 0))
    from api_keys k join applications a on a.account_id = k.account_id left join key_sums s on s.key_id = k.id
    where (k.spent, k.open_tasks) <> (coalesce(s.spent, 0), coalesce(s.open_tasks, 0))
    union all
    select 'task', h.application_id, h.task_id,
      case when h.end_kind is null then format('credits are held and the task is %s', coalesce(t.state, 'deleted'))
        else format('the task is %s and its credits are ended by %s of %s after %s', t.state, h.end_kind, h.end_amount, h.amount) end
    from held h left join tasks t on t.id = h.task_id
    where h.end_amount <> h.amount
      or (h.end_kind is null and coalesce(t.state, 'deleted') in ('succeeded', 'failed', 'cancelled', 'deleted'))
      or (h.end_kind = 'settle' and t.state <> 'succeeded')
      or (h.end_kind = 'release' and t.state not in ('failed', 'cancelled'))
    union all
    select 'task', t.application_id, t.id, 'nothing was held for the task'
    from tasks t
    where not exists (select from ledger_entries e where e.task_id = t.id and e.kind = 'reserve')
      and t.created_at > (select applied_at from migrations where name = '0003_credits.sql')
    union all
    select 'usage', h.application_id, h.task_id, format('usage says %s for %s credits', u.state, u.credits)
    from held h left join usage_records u on u.task_id = h.task_id
    where u.task_id is null or u.credits <> (case when h.end_kind = 'release' then 0 else h.amount end)
      or (u.state = 'open') <> (h.end_kind is null) or (u.state = 'succeeded') <> (coalesce(h.end_kind, '') = 'settle')
    union all
    select 'sums', a.id, null,
      format('the sums of %s of the key %s, %s, %s, have %s tasks, %s seconds and %s credits; the records add up to %s, %s and %s',
        day, key_id, model, state, coalesce(s.tasks, 0), coalesce(s.seconds, 0), coalesce(s.credits, 0),
        coalesce(r.tasks, 0), coalesce(r.seconds, 0), coalesce(r.credits, 0))
    from usage_sums s full join records r using (account_id, day, key_id, model, state)
    join applications a using (account_id)
    where (coalesce(s.tasks, 0), coalesce(s.credits, 0)) <> (coalesce(r.tasks, 0), coalesce(r.credits, 0))
      -- Added in another order, fractions of seconds may differ in their last digits.
      or abs(coalesce(s.seconds, 0) - coalesce(r.seconds, 0)) > 1e-6 * greatest(1, s.seconds, r.seconds)
    limit ${limit}`.execute(db)
  return rows
}

export async function ledgerTotals(db: Queryable): Promise<LedgerTotals> {
  const { rows } = await sql<LedgerTotals>`
    select (select count(*)::int from applications) as applications,
      (select count(*)::int from ledger_entries where kind = 'reserve') as tasks,
      coalesce(sum(amount) filter (where kind in ('grant', 'adjust')), 0)::float8 as granted,
      coalesce(sum(case kind when 'reserve' then amount when 'settle' then -amount when 'release' then -amount else 0 end), 0)::float8
        as reserved,
      coalesce(sum(amount) filter (where kind = 'settle'), 0)::float8 as used
    from ledger_entries`.execute(db)
  const [totals] = rows
  return totals ?? { applications: 0, tasks: 0, granted: 0, reserved: 0, used: 0 }
}
