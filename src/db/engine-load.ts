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

/** What an engine's last twenty films took from start to end, the median; null when it has made none. */
export async function medianSeconds(db: Queryable, engine: string): Promise<number | null> {
  const { rows } = await sql<{ seconds: number | null }>`
    select percentile_cont(0.5) within group (order by extract(epoch from finished_at - started_at)::float8) as seconds
    from (
      select finished_at, started_at from tasks
      where engine = ${engine} and state = 'succeeded'
      order by created_at desc limit 20
    ) recent`.execute(db)
  return rows[0]?.seconds ?? null
}
