import type { LiveEvent } from '../contract/management/events.ts'
import type { TaskState } from '../contract/task-state.ts'
import type { Database } from '../db/connect.ts'
import { insertEvent } from '../db/events.ts'
import type { Tx } from '../db/queryable.ts'
import type { TaskMove } from '../db/task-moves.ts'
import { notifyAccounts } from '../db/wake.ts'
import type { Logger } from '../logger.ts'
import type { Metrics } from '../metrics.ts'

export type TaskEvent =
  | { type: 'created'; model: string; engine: string }
  | { type: 'submitting'; submission: number }
  | { type: 'running' }
  | { type: 'refused'; engine: string; reason: string }
  | { type: 'moved'; from: string; to: string; reason: string }
  | { type: 'lost' }
  | { type: 'broke'; message: string }
  | { type: 'storing' }
  | { type: 'succeeded'; bytes: number }
  | { type: 'failed'; kind: string; message: string }
  | { type: 'cancelled' }

const stateAfter: Partial<Record<TaskEvent['type'], { state: TaskState; progress: number }>> = {
  created: { state: 'queued', progress: 0 },
  submitting: { state: 'submitting', progress: 0 },
  running: { state: 'running', progress: 0 },
  refused: { state: 'queued', progress: 0 },
  moved: { state: 'queued', progress: 0 },
  storing: { state: 'storing', progress: 99 },
  succeeded: { state: 'succeeded', progress: 100 },
  failed: { state: 'failed', progress: 0 },
  cancelled: { state: 'cancelled', progress: 0 },
}

/** What whoever watches the account is told of a task after an event, if anything. */
export function newsOf(
  { id, account_id: accountId }: { id: string; account_id: string },
  { type }: TaskEvent,
): { accountId: string; event: LiveEvent }[] {
  const state = stateAfter[type]
  return state ? [{ accountId, event: { event: 'task', data: { id, ...state } } }] : []
}

/**
 * Makes a change to a task and says it, once: in the task's history by the change's own transaction, in the log and the
 * metrics when that has committed. When `change` resolves to false nothing happened, and nothing is said.
 */
export async function changeTask(
  { db, logger, metrics }: { db: Database; logger: Logger; metrics: Metrics },
  task: { id: string; trace_id: string; account_id: string; engine: string; model: string },
  event: TaskEvent,
  change: (tx: Tx) => Promise<boolean> = async () => true,
): Promise<boolean> {
  const { type, ...data } = event
  const changed = await db.transaction(async (tx) => {
    if (!(await change(tx))) return false
    await insertEvent(tx, task.id, type, data)
    await notifyAccounts(tx, newsOf(task, event))
    return true
  })
  if (changed) sayTaskEvent({ logger, metrics }, task, event)
  return changed
}

/** Says an event that has been committed, in the log and the metrics. */
export function sayTaskEvent(
  { logger, metrics }: { logger: Logger; metrics: Metrics },
  task: { id: string; trace_id: string; engine: string; model: string },
  { type, ...data }: TaskEvent,
): void {
  logger.info({ task_id: task.id, trace_id: task.trace_id, ...data }, `task ${type}`)
  metrics.taskHad(type, task)
}

/** A move as the history has it. */
export function withHistory<Kind extends Omit<TaskMove, 'event'> & { event: TaskEvent }>(move: Kind): TaskMove {
  const { type, ...data } = move.event
  return { ...move, event: { type, data } }
}
