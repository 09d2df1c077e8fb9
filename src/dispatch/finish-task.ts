import type { NewAsset } from '../db/assets.ts'
import { type Claim, cancelTask, type TaskRow } from '../db/tasks.ts'
import { notifyWithCommit } from '../db/wake.ts'
import type { RushesError } from '../errors.ts'
import type { Dispatch } from './dispatch.ts'
import { type End, tellOutcomes } from './end-tasks.ts'
import { changeTask, sayTaskEvent } from './task-events.ts'
import { traceTask } from './trace-task.ts'

/** The claim no longer holds: another worker owns the task, or it has ended. Whoever hears this drops its result. */
export class ClaimLost extends Error {}

/** What identifies a task where it is spoken of. */
type Named = Pick<TaskRow, 'id' | 'trace_id' | 'account_id' | 'engine' | 'model'>

/** Ends a task with its film: state, files, callback and wake-up in one transaction. Throws ClaimLost. */
export async function finishSucceeded(dispatch: Dispatch, named: Named, claim: Claim, assets: readonly NewAsset[]) {
  const bytes = assets.find(({ kind }) => kind === 'video')?.bytes ?? 0
  const change = { progress: 100, retention_days: dispatch.retentionDays }
  await finish(dispatch, named, {
    ...{ id: named.id, claim, state: 'succeeded', change, assets },
    event: { type: 'succeeded', bytes },
  })
}

/** Ends a task without a film; the error's sentence is shown to the caller. Throws ClaimLost. */
export async function finishFailed(dispatch: Dispatch, named: Named, claim: Claim, { kind, message }: RushesError) {
  const change = { error_kind: kind, error_message: message, retention_days: dispatch.retentionDays }
  await finish(dispatch, named, {
    ...{ id: named.id, claim, state: 'failed', change, assets: [] },
    event: { type: 'failed', kind, message },
  })
}

async function finish(dispatch: Dispatch, named: Named, end: End): Promise<void> {
  const ended = await dispatch.together.ends.add(end, named.account_id)
  if (!ended) throw new ClaimLost()
  sayTaskEvent(dispatch, named, end.event)
  await measureEnd(dispatch, ended)
}

/** Ends an open task by its owner's word; its worker hears of it and stops the engine. False when it is not open. */
export async function finishCancelled(dispatch: Dispatch, named: Named): Promise<boolean> {
  const { id, account_id } = named
  let ended: TaskRow | undefined
  await changeTask(dispatch, named, { type: 'cancelled' }, async (tx) => {
    ended = await cancelTask(tx, id, account_id, dispatch.retentionDays)
    if (!ended) return false
    await notifyWithCommit(tx, 'cancel', id)
    await tellOutcomes(dispatch, tx, [ended])
    return true
  })
  if (ended) await measureEnd(dispatch, ended)
  return ended !== undefined
}

async function measureEnd(dispatch: Dispatch, ended: TaskRow): Promise<void> {
  const { created_at, started_at, finished_at } = ended
  dispatch.metrics.taskEnded(ended, secondsBetween(created_at, started_at), secondsBetween(started_at, finished_at))
  await traceTask(dispatch, ended)
}

const secondsBetween = (from: Date | null, to: Date | null): number | null =>
  from && to && (to.getTime() - from.getTime()) / 1000
