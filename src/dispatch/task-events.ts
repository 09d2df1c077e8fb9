import type { Queryable } from '../db/connect.ts'
import { insertEvent } from '../db/events.ts'
import type { Logger } from '../logger.ts'

export type TaskEvent =
  | { type: 'created'; model: string; engine: string }
  | { type: 'submitting'; submission: number }
  | { type: 'running' }
  | { type: 'lost' }
  | { type: 'storing' }
  | { type: 'succeeded'; bytes: number }
  | { type: 'failed'; kind: string; message: string }
  | { type: 'cancelled' }

/** Says a thing that happened to a task, once: in its history and in the log. */
export async function tellEvent(
  tx: Queryable,
  logger: Logger,
  task: { id: string; trace_id: string },
  event: TaskEvent,
): Promise<void> {
  const { type, ...data } = event
  await insertEvent(tx, task.id, type, data)
  logger.info({ task_id: task.id, trace_id: task.trace_id, ...data }, `task ${type}`)
}
