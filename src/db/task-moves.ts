/**
 * Tasks that are claimed, or enter their next states, together: each in one statement for all. Their ids are given by
 * themselves, too: the planner counts those, and takes every JSON list for a hundred, for which it would read a whole table.
 */
import { type RawBuilder, sql } from 'kysely'
import { entersFrom, isTerminal, openStates } from '../contract/task-state.ts'
import type { ErrorKind } from '../errors.ts'
import type { Queryable } from './queryable.ts'
import { storableJson } from './storable.ts'
import type { Claim, TaskRow } from './tasks.ts'

export interface TaskClaim {
  taskId: string
  /** Whose queue the task's job was in. */
  engine: string
  claim: Claim
  /** Whether the engine is asked at once: of a task that waits for nothing else, no files, that intent is recorded with the claim. */
  intends: boolean
}

export type ClaimedTask = TaskRow & {
  age_seconds: number
  /** Whether anything is stored for it, such as reference images. */
  has_files: boolean
  /** Whether the intent was recorded with the claim. */
  intended: boolean
}

/**
 * Takes open tasks for runs of the generate function, from whoever had them. Returns them by the claims' ids, without those
 * that are not open, or no longer the engine's.
 */
export async function claimTasks(db: Queryable, claims: readonly TaskClaim[]): Promise<Map<string, ClaimedTask>> {
  const given = claims.map(({ taskId: id, engine, claim, intends }) => ({
    ...{ id, engine, claim_id: claim.id, worker: claim.worker, intends },
  }))
  const ids = claims.map(({ taskId }) => taskId)
  const { rows } = await sql<ClaimedTask>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as given (
        id uuid, engine text, claim_id uuid, worker text, intends boolean)
    ), held as materialized (
      select id, state = 'queued' and not exists (select from assets where task_id = tasks.id) as is_ready
      from tasks where id = any(${ids}::uuid[]) order by id for no key update
    ), claimed as (
      update tasks set claim_id = given.claim_id, claimed_by = given.worker, started_at = coalesce(started_at, now()),
        state = case when intends and is_ready then 'submitting' else state end,
        submits = submits + (intends and is_ready)::int
      from given, held
      where tasks.id = any(${ids}::uuid[]) and tasks.id = given.id and held.id = given.id
        and tasks.engine = given.engine and tasks.state = any(${openStates})
      returning tasks.*, intends and is_ready as intended
    ), event as (
      insert into events (task_id, type, data)
      select id, 'submitting', jsonb_build_object('submission', submits) from claimed where intended
    )
    select claimed.*, extract(epoch from now() - started_at)::float8 as age_seconds,
      exists (select from assets where task_id = claimed.id) as has_files
    from claimed`.execute(db)
  return new Map(rows.map((task) => [task.claim_id ?? '', task]))
}

/** A claimed task that enters a state, and what its history says of it. */
export interface TaskMove {
  id: string
  claim: Claim
  state: Exclude<keyof typeof entersFrom, 'cancelled'>
  event: { type: string; data: object }
  change: {
    operation?: object
    engine_details?: object
    progress?: number
    error_kind?: ErrorKind
    error_message?: string
    /** How long an ended task is kept. */
    retention_days?: number
  }
}

/** What a move has made of a task. */
export type Moved = Pick<TaskRow, 'state' | 'submits'>

/**
 * Moves claimed tasks into their next states, where the claim still holds and the transition exists, and writes it into their
 * history. Returns those that were moved, by their claims' ids: of the others another worker owns the task now, or it ended,
 * and the caller drops its result. The engine does not have a task that is queued again: that submission is as if it had
 * never been.
 */
export async function enterStates(db: Queryable, moves: readonly TaskMove[]): Promise<Map<string, Moved>> {
  const { rows } = await sql<Moved & { claim: string }>`
    ${enterings(moves)} select claim, state, submits from moved`.execute(db)
  return new Map(rows.map(({ claim, ...moved }) => [claim, moved]))
}

/** The same of moves that end tasks, whose whole rows are returned. */
export async function enterEnds(db: Queryable, moves: readonly TaskMove[]): Promise<Map<string, TaskRow>> {
  const { rows } = await sql<TaskRow & { claim: string }>`${enterings(moves)} select * from moved`.execute(db)
  return new Map(rows.map(({ claim, ...task }) => [claim, task]))
}

/** A task may be given twice, by runs of which one holds it no longer: what is moved is known by its claim. */
function enterings(moves: readonly TaskMove[]): RawBuilder<unknown> {
  const ids = moves.map(({ id }) => id)
  const given = moves.map(({ id, claim, state, event, change }) => ({
    ...{ id, claim: claim.id, state, enters_from: entersFrom[state], ends: isTerminal(state) },
    ...{ event: event.type, data: event.data },
    ...change,
  }))
  return sql`
    with given as materialized (
      select * from jsonb_to_recordset(${storableJson(given)}::text::jsonb) as given (
        id uuid, claim uuid, state text, enters_from text[], ends boolean, event text, data jsonb, operation jsonb,
        engine_details jsonb, progress smallint, error_kind text, error_message text, retention_days int)
    ), held as materialized (
      select id from tasks where id = any(${ids}::uuid[]) order by id for no key update
    ), moved as (
      update tasks set state = given.state,
        submits = submits + case given.state when 'submitting' then 1 when 'queued' then -1 else 0 end,
        operation = case when given.ends or given.state = 'submitting' then null
          else coalesce(given.operation, tasks.operation) end,
        engine_details = coalesce(given.engine_details, tasks.engine_details),
        progress = coalesce(given.progress, tasks.progress),
        error_kind = coalesce(given.error_kind, tasks.error_kind),
        error_message = coalesce(given.error_message, tasks.error_message),
        finished_at = case when given.ends then now() else finished_at end,
        claim_id = case when given.ends then null else tasks.claim_id end,
        claimed_by = case when given.ends then null else tasks.claimed_by end,
        expires_at = coalesce(now() + make_interval(days => given.retention_days), expires_at)
      from given, held
      where tasks.id = any(${ids}::uuid[]) and tasks.id = given.id and held.id = given.id
        and tasks.claim_id = given.claim and tasks.state = any(given.enters_from)
      returning tasks.*, given.claim
    ), event as (
      insert into events (task_id, type, data)
      select given.id, given.event, given.data from given join moved using (claim)
    )`
}
