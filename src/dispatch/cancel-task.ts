import { isTerminal } from '../contract/task-state.ts'
import { findTask, type TaskRow } from '../db/tasks.ts'
import type { Dispatch } from './dispatch.ts'
import { finishCancelled } from './finish-task.ts'

/**
 * Cancels a task of an account, and resolves to it as it stands then: `cancelled`, or as it ended before. Cancelling
 * twice is the same as once. In one transaction the credits are given back, the callback is planned and whoever waits
 * is woken; the worker that has it tells the engine. Undefined when the account has no such task.
 */
export async function cancelTask(dispatch: Dispatch, id: string, accountId: string): Promise<TaskRow | undefined> {
  const task = await findTask(dispatch.db.root, id)
  if (task?.account_id !== accountId) return undefined
  if (isTerminal(task.state)) return task
  await dispatch.reached('cancel:asked', id)
  await finishCancelled(dispatch, task)
  await dispatch.reached('cancel:recorded', id)
  return findTask(dispatch.db.root, id)
}
