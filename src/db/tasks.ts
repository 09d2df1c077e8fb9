import { type Selectable, sql } from 'kysely'
import { entersFrom, openStates, type TaskState } from '../contract/task-state.ts'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export type TaskRow = Selectable<Tables['tasks']>

export function findTask(db: Queryable, id: string): Promise<TaskRow | undefined> {
  return db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst()
}

export interface TaskListFilter {
  accountId: string
  ids?: string[]
  limit: number
  offset: number
  createdAtMin?: Date
  createdAtMax?: Date
}

/** An account's tasks, newest first. */
export function listTasks(db: Queryable, filter: TaskListFilter): Promise<TaskRow[]> {
  let query = db.selectFrom('tasks').selectAll().where('account_id', '=', filter.accountId)
  if (filter.ids) query = query.where('id', 'in', filter.ids)
  if (filter.createdAtMin) query = query.where('created_at', '>=', filter.createdAtMin)
  // Times are shown to the millisecond and kept to the microsecond.
  if (filter.createdAtMax) query = query.where('created_at', '<', new Date(filter.createdAtMax.getTime() + 1))
  return query.orderBy('created_at', 'desc').orderBy('id').limit(filter.limit).offset(filter.offset).execute()
}

/** One run of the generate function: every write it makes names it. */
export interface Claim {
  id: string
  worker: string
}

/** Gives a claimed task that no engine has to another engine, unclaimed. False when the claim no longer holds. */
export async function moveTask(tx: Queryable, task: TaskRow, claim: Claim, engine: string): Promise<boolean> {
  const result = await tx
    .updateTable('tasks')
    .set({
      state: 'queued',
      engine,
      tried_engines: sql`array_append(tried_engines, ${task.engine}::text)`,
      submits: 0,
      operation: null,
      claim_id: null,
      claimed_by: null,
      started_at: null,
    })
    .where('id', '=', task.id)
    .where('claim_id', '=', claim.id)
    .where('state', 'in', entersFrom.queued)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** How far a claimed task is, in percent. */
export interface ProgressNote {
  id: string
  claim: Claim
  progress: number
}

/**
 * Writes the progress of many tasks in one statement, where it grew. Returns the claims that still hold, and whose their
 * tasks are.
 */
export async function recordProgress(
  db: Queryable,
  notes: readonly ProgressNote[],
): Promise<{ claim_id: string; account_id: string }[]> {
  const ids = notes.map(({ id }) => id)
  const column = (value: (note: ProgressNote) => string | number) => notes.map(value)
  const { rows } = await sql<{ claim_id: string; account_id: string }>`
    with noted as (
      select * from unnest(
        ${ids}::uuid[], ${column(({ claim }) => claim.id)}::uuid[],
        ${column(({ progress }) => progress)}::int[]) as noted (id, claim_id, progress)
    ), written as (
      update tasks set progress = noted.progress from noted
      where tasks.id = any(${ids}::uuid[]) and tasks.id = noted.id and tasks.claim_id = noted.claim_id and tasks.progress <> noted.progress
    )
    select tasks.claim_id, tasks.account_id from tasks join noted on tasks.id = noted.id and tasks.claim_id = noted.claim_id
    where tasks.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** Ends an open task by its owner's word, whatever a worker is doing with it. Nothing when it is not open. */
export function cancelTask(
  tx: Queryable,
  id: string,
  accountId: string,
  retentionDays: number,
): Promise<TaskRow | undefined> {
  return tx
    .updateTable('tasks')
    .set({
      state: 'cancelled',
      error_kind: 'cancelled',
      error_message: 'The task was cancelled by its owner.',
      finished_at: sql`now()`,
      claim_id: null,
      claimed_by: null,
      expires_at: sql`now() + make_interval(days => ${retentionDays}::int)`,
    })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('state', 'in', entersFrom.cancelled)
    .returningAll()
    .executeTakeFirst()
}

/** A cancelled task whose engine has not been told yet. */
export async function uncancelledTask(
  db: Queryable,
  id: string,
  engine: string,
): Promise<{ id: string; trace_id: string; operation: Record<string, unknown> } | undefined> {
  const task = await db
    .selectFrom('tasks')
    .select(['id', 'trace_id', 'operation'])
    .where('id', '=', id)
    .where('engine', '=', engine)
    .where('state', '=', 'cancelled')
    .executeTakeFirst()
  const operation = task?.operation as Record<string, unknown> | null | undefined
  return task && operation ? { ...task, operation } : undefined
}

/** The engine of a cancelled task has been told. */
export async function forgetOperation(db: Queryable, id: string): Promise<void> {
  await db.updateTable('tasks').set({ operation: null }).where('id', '=', id).where('state', '=', 'cancelled').execute()
}

/** The time of an ended task is over: the sweep deletes it. */
export async function expireTask(db: Queryable, id: string): Promise<void> {
  const now = sql<Date>`now()`
  await db.updateTable('tasks').set({ expires_at: now }).where('id', '=', id).where('expires_at', '>', now).execute()
}

export async function deleteTask(db: Queryable, id: string, accountId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('tasks')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** The states of those of `ids` that exist. */
export function statesOf(db: Queryable, ids: readonly string[]): Promise<{ id: string; state: TaskState }[]> {
  return db.selectFrom('tasks').select(['id', 'state']).where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
}

/** The trace that a task belongs to; undefined when the task is gone. */
export async function traceIdOfTask(db: Queryable, id: string): Promise<string | undefined> {
  const task = await db.selectFrom('tasks').select('trace_id').where('id', '=', id).executeTakeFirst()
  return task?.trace_id
}

/** Open tasks that a worker of this name claimed: after its restart nobody works on them. */
export function tasksClaimedBy(db: Queryable, worker: string): Promise<{ id: string; engine: string }[]> {
  return db
    .selectFrom('tasks')
    .select(['id', 'engine'])
    .where('claimed_by', '=', worker)
    .where('state', 'in', openStates)
    .execute()
}

export function openTasks(db: Queryable): Promise<{ id: string; engine: string; key_id: string }[]> {
  return db.selectFrom('tasks').select(['id', 'engine', 'key_id']).where('state', 'in', openStates).execute()
}

/** Open tasks of engines that are not among these, accepted longer than `seconds` ago. */
export function openTasksOfOthers(
  db: Queryable,
  engines: readonly string[],
  seconds: number,
): Promise<{ id: string; engine: string }[]> {
  return db
    .selectFrom('tasks')
    .select(['id', 'engine'])
    .where('state', 'in', openStates)
    .where('engine', 'not in', engines)
    .where('created_at', '<', sql<Date>`now() - make_interval(secs => ${seconds})`)
    .execute()
}

/** The open tasks of everybody, counted up to `most`. */
export async function countAllOpenTasks(db: Queryable, most: number): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from (
      select from tasks where state in ('queued', 'submitting', 'running', 'storing') limit ${most}
    ) as counted`.execute(db)
  return rows[0]?.open ?? 0
}

export function expiredTasks(db: Queryable, limit: number): Promise<{ id: string; account_id: string }[]> {
  return db
    .selectFrom('tasks')
    .select(['id', 'account_id'])
    .where('expires_at', '<', sql<Date>`now()`)
    .limit(limit)
    .execute()
}
