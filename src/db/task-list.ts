import { type Selectable, sql } from 'kysely'
import type { Cursor } from '../contract/management/common.ts'
import { openStates, type TaskState } from '../contract/task-state.ts'
import { after, positionOf } from './page.ts'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'
import type { TaskRow } from './tasks.ts'

export interface TaskSearch {
  /** Everybody's when undefined. */
  accountId: string | undefined
  /** Words that the prompt must hold, all of them. */
  words: string[]
  model?: string
  state?: 'open' | 'ended' | TaskState
  keyId?: string
  from?: Date
  to?: Date
  limit: number
  cursor: Cursor | undefined
}

export type ListedTask = TaskRow & { credits: number | null; position: string; account_name: string }

const likePattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/**
 * Tasks with what they cost, newest first. Those of an account's model are found and ordered by their usage records, which have
 * an index for it.
 */
export function searchTasks(db: Queryable, search: TaskSearch): Promise<ListedTask[]> {
  const { accountId, words, model, state, keyId, from, to, limit, cursor } = search
  const byUsage = accountId !== undefined && model !== undefined
  const [at, id] = byUsage
    ? (['usage_records.created_at', 'usage_records.task_id'] as const)
    : (['tasks.created_at', 'tasks.id'] as const)
  let query = selectTasks(db)
  if (accountId !== undefined) query = query.where('tasks.account_id', '=', accountId)
  if (byUsage) query = query.where('usage_records.account_id', '=', accountId).where('usage_records.model', '=', model)
  else if (model !== undefined) query = query.where('tasks.model', '=', model)
  for (const word of words) query = query.where(sql<boolean>`generation->>'prompt' ilike ${likePattern(word)}`)
  if (keyId !== undefined) query = query.where('tasks.key_id', '=', keyId)
  if (state === 'open') query = query.where('tasks.state', 'in', openStates)
  else if (state === 'ended') query = query.where('tasks.state', 'not in', openStates)
  else if (state !== undefined) query = query.where('tasks.state', '=', state)
  if (from) query = query.where(at, '>=', from)
  if (to) query = query.where(at, '<', to)
  if (cursor) query = query.where(after(at, id, cursor))
  return query.orderBy(at, 'desc').orderBy(id, 'desc').limit(limit).execute()
}

/** One task with what it costs; an account's, or anybody's when undefined. */
export function findListedTask(
  db: Queryable,
  id: string,
  accountId: string | undefined,
): Promise<ListedTask | undefined> {
  let query = selectTasks(db).where('tasks.id', '=', id)
  if (accountId !== undefined) query = query.where('tasks.account_id', '=', accountId)
  return query.executeTakeFirst()
}

const selectTasks = (db: Queryable) =>
  db
    .selectFrom('tasks')
    .innerJoin('accounts', 'accounts.id', 'tasks.account_id')
    .leftJoin('usage_records', 'usage_records.task_id', 'tasks.id')
    .selectAll('tasks')
    .select(['usage_records.credits', 'accounts.name as account_name', positionOf('tasks.created_at').as('position')])

export type EventRow = Pick<Selectable<Tables['events']>, 'type' | 'data' | 'at'>

/** A task's history, the oldest first. */
export function eventsOf(db: Queryable, taskId: string): Promise<EventRow[]> {
  return db.selectFrom('events').select(['type', 'data', 'at']).where('task_id', '=', taskId).orderBy('id').execute()
}

/** How many waiting tasks of an engine were made before this one. */
export async function countAhead(db: Queryable, task: TaskRow): Promise<number> {
  const { count } = await db
    .selectFrom('tasks')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('engine', '=', task.engine)
    .where('state', '=', 'queued')
    .where('created_at', '<', task.created_at)
    .where('id', '!=', task.id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** An account's tasks by time of creation, those that follow the position in that order. */
export function listTasksAfter(
  db: Queryable,
  page: { accountId: string; cursor: Cursor | undefined; limit: number; order: 'asc' | 'desc' },
): Promise<TaskRow[]> {
  const { accountId, cursor, limit, order } = page
  let query = db.selectFrom('tasks').selectAll().where('account_id', '=', accountId)
  if (cursor) query = query.where(after('created_at', 'id', cursor, order))
  return query.orderBy('created_at', order).orderBy('id', order).limit(limit).execute()
}

/**
 * Where a task of the account stands in that list, or stood: its usage record has the same time and outlives it. Nothing
 * when the account never had it.
 */
export async function positionOfTask(db: Queryable, accountId: string, taskId: string): Promise<Cursor | undefined> {
  const task = await db
    .selectFrom('tasks')
    .select(positionOf('created_at').as('at'))
    .where('id', '=', taskId)
    .where('account_id', '=', accountId)
    .unionAll(
      db
        .selectFrom('usage_records')
        .select(positionOf('created_at').as('at'))
        .where('task_id', '=', taskId)
        .where('account_id', '=', accountId),
    )
    .limit(1)
    .executeTakeFirst()
  return task && { at: task.at, id: taskId }
}
