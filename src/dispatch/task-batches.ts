/** What the runs of tasks that come at the same time ask of the database goes together: a statement or transaction for all. */
import { type Batches, createBatches } from '../batches.ts'
import { type AssetRow, assetsOf } from '../db/assets.ts'
import type { Database } from '../db/connect.ts'
import {
  type ClaimedTask,
  claimTasks,
  enterStates,
  type Moved,
  type TaskClaim,
  type TaskMove,
} from '../db/task-moves.ts'
import type { TaskRow } from '../db/tasks.ts'
import { notifyAccounts } from '../db/wake.ts'
import { type End, endTasks, type OutcomeParts } from './end-tasks.ts'
import { newsOf, type TaskEvent, withHistory } from './task-events.ts'

export interface TaskBatches {
  /** Takes a task; undefined when it is not open, or no longer the engine's. */
  claims: Batches<TaskClaim, ClaimedTask | undefined>
  /** Moves a claimed task to a state that is no end; undefined when the claim no longer holds. */
  moves: Batches<Move, Moved | undefined>
  /** Ends a claimed task and plans to tell its outcome; undefined when the claim no longer holds. */
  ends: Batches<End, TaskRow | undefined>
  /** The stored files of a task, by its id. */
  files: Batches<string, AssetRow[]>
}

export interface Move extends Omit<TaskMove, 'event'> {
  accountId: string
  event: TaskEvent
}

const mostTogether = 100

export function createTaskBatches(parts: OutcomeParts & { db: Database }): TaskBatches {
  const { db } = parts
  return {
    claims: createBatches(async (asked) => {
      const claimed = await db.statement(async (handle) => {
        const taken = await claimTasks(handle, asked)
        const asking = [...taken.values()].filter(({ intended }) => intended)
        await notifyAccounts(
          handle,
          asking.flatMap((task) => newsOf(task, { type: 'submitting', submission: task.submits })),
        )
        return taken
      })
      return asked.map(({ claim }) => claimed.get(claim.id))
    }, mostTogether),
    moves: createBatches(async (moves) => {
      const moved = await db.statement(async (handle) => {
        const entered = await enterStates(handle, moves.map(withHistory))
        const made = moves.filter(({ claim }) => entered.has(claim.id))
        await notifyAccounts(
          handle,
          made.flatMap(({ id, accountId, event }) => newsOf({ id, account_id: accountId }, event)),
        )
        return entered
      })
      return moves.map(({ claim }) => moved.get(claim.id))
    }, mostTogether),
    ends: createBatches(async (ends) => {
      const ended = await db.transaction((tx) => endTasks(parts, tx, ends))
      return ends.map(({ claim }) => ended.get(claim.id))
    }, mostTogether),
    files: createBatches(async (ids) => {
      const byTask = Map.groupBy(await assetsOf(db.root, ids), ({ task_id }) => task_id)
      return ids.map((id) => byTask.get(id) ?? [])
    }, mostTogether),
  }
}
