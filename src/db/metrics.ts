import { sql } from 'kysely'
import type { Queryable } from './queryable.ts'

export interface OpenTasks {
  state: string
  engine: string
  model: string
  tasks: number
  oldest_seconds: number
}

/** The tasks that have not ended, by state, engine and model; the age is the oldest one's since it was accepted. */
export async function countOpenTasks(db: Queryable): Promise<OpenTasks[]> {
  const { rows } = await sql<OpenTasks>`
    select state, engine, model, count(*)::int as tasks,
      extract(epoch from now() - min(created_at))::float8 as oldest_seconds
    from tasks
    where state in ('queued', 'submitting', 'running', 'storing')
    group by state, engine, model`.execute(db)
  return rows
}

/** Deliveries that are still to be made, and by how many seconds the oldest is overdue; 0 when none is. */
export async function countPendingDeliveries(db: Queryable): Promise<{ pending: number; overdue_seconds: number }> {
  const { rows } = await sql<{ pending: number; overdue_seconds: number }>`
    select count(*)::int as pending,
      greatest(0, coalesce(extract(epoch from now() - min(next_attempt_at)), 0))::float8 as overdue_seconds
    from deliveries where state = 'pending'`.execute(db)
  return rows[0] ?? { pending: 0, overdue_seconds: 0 }
}

/** Credits of all applications together: left, held for open tasks, and used. */
export async function sumCredits(db: Queryable): Promise<{ balance: number; reserved: number; used: number }> {
  const { rows } = await sql<{ balance: number; reserved: number; used: number }>`
    select coalesce(sum(balance), 0)::float8 as balance, coalesce(sum(reserved), 0)::float8 as reserved,
      coalesce(sum(used), 0)::float8 as used
    from applications`.execute(db)
  return rows[0] ?? { balance: 0, reserved: 0, used: 0 }
}
