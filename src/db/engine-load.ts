import { sql } from 'kysely'
import type { Queryable } from './queryable.ts'

export interface EngineLoad {
  engine: string
  waiting: number
  running: number
  oldest_waiting_seconds: number | null
  succeeded: number
  failed: number
  last_error: string | null
  last_error_at: Date | null
}

/** What each engine has before it, and how its tasks of the last hour ended. */
export async function engineLoads(db: Queryable): Promise<EngineLoad[]> {
  const { rows } = await sql<EngineLoad>`
    select engine,
      (count(*) filter (where state = 'queued'))::int as waiting,
      (count(*) filter (where state in ('submitting', 'running', 'storing')))::int as running,
      extract(epoch from now() - min(created_at) filter (where state = 'queued'))::float8 as oldest_waiting_seconds,
      (count(*) filter (where state = 'succeeded'))::int as succeeded,
      (count(*) filter (where state = 'failed'))::int as failed,
      (array_agg(error_message order by finished_at desc) filter (where state = 'failed'))[1] as last_error,
      max(finished_at) filter (where state = 'failed') as last_error_at
    from tasks
    where state in ('queued', 'submitting', 'running', 'storing') or finished_at > now() - interval '1 hour'
    group by engine`.execute(db)
  return rows
}
