import { videoIdOf } from '../contract/openai/present-video.ts'
import { presentOutcome, statusOfOutcome } from '../contract/sora/present-task.ts'
import type { EndState } from '../contract/task-state.ts'
import { assetsOf, insertAssets, type NewAsset } from '../db/assets.ts'
import { endReservation } from '../db/ledger.ts'
import type { Tx } from '../db/queryable.ts'
import { type Claim, cancelTask, enterState, type TaskRow } from '../db/tasks.ts'
import { notify, notifyAccount, notifyWithCommit } from '../db/wake.ts'
import type { RushesError } from '../errors.ts'
import { enqueueCallback } from '../webhooks/enqueue-callback.ts'
import { enqueueEvents, videoEvent } from '../webhooks/enqueue-events.ts'
import type { Dispatch } from './dispatch.ts'
import { changeTask, type TaskEvent } from './task-events.ts'
import { viewTask } from './task-view.ts'
import { traceTask } from './trace-task.ts'

/** The claim no longer holds: another worker owns the task, or it has ended. Whoever hears this drops its result. */
export class ClaimLost extends Error {}

/** What identifies a task where it is spoken of. */
type Named = Pick<TaskRow, 'id' | 'trace_id' | 'account_id' | 'engine' | 'model'>

/** Ends a task with its film: state, files, callback and wake-up in one transaction. Throws ClaimLost. */
export async function finishSucceeded(dispatch: Dispatch, named: Named, claim: Claim, assets: readonly NewAsset[]) {
  const bytes = assets.find(({ kind }) => kind === 'video')?.bytes ?? 0
  await endTask(dispatch, named, { type: 'succeeded', bytes }, async (tx) => {
    const { id } = named
    const change = { progress: 100, operation: null, retentionDays: dispatch.retentionDays }
    const task = await enterState(tx, id, claim, 'succeeded', change)
    if (!task) throw new ClaimLost()
    await insertAssets(tx, id, assets)
    return task
  })
}

/** Ends a task without a film; the error's sentence is shown to the caller. Throws ClaimLost. */
export async function finishFailed(dispatch: Dispatch, named: Named, claim: Claim, { kind, message }: RushesError) {
  await endTask(dispatch, named, { type: 'failed', kind, message }, async (tx) => {
    const { retentionDays } = dispatch
    const change = { error_kind: kind, error_message: message, operation: null, retentionDays }
    const task = await enterState(tx, named.id, claim, 'failed', change)
    if (!task) throw new ClaimLost()
    return task
  })
}

/** Ends an open task by its owner's word; its worker hears of it and stops the engine. False when it is not open. */
export function finishCancelled(dispatch: Dispatch, named: Named): Promise<boolean> {
  return endTask(dispatch, named, { type: 'cancelled' }, async (tx) => {
    const { id, account_id } = named
    const task = await cancelTask(tx, id, account_id, dispatch.retentionDays)
    if (task) await notifyWithCommit(tx, 'cancel', id)
    return task
  })
}

/** Makes the change that ends a task and tells its outcome in the same transaction. False when `change` made none. */
async function endTask(
  dispatch: Dispatch,
  named: Named,
  event: TaskEvent,
  change: (tx: Tx) => Promise<TaskRow | undefined>,
): Promise<boolean> {
  let ended: TaskRow | undefined
  const changed = await changeTask(dispatch, named, event, async (tx) => {
    ended = await change(tx)
    return ended !== undefined && tellOutcome(dispatch, tx, ended)
  })
  if (changed && ended) {
    const { created_at, started_at, finished_at } = ended
    dispatch.metrics.taskEnded(ended, secondsBetween(created_at, started_at), secondsBetween(started_at, finished_at))
    await traceTask(dispatch, ended)
  }
  return changed
}

const secondsBetween = (from: Date | null, to: Date | null): number | null =>
  from && to && (to.getTime() - from.getTime()) / 1000

/** Its credits are charged or given back, whoever waits is woken, and callback and events are planned, when that commits. */
async function tellOutcome(dispatch: Dispatch, tx: Tx, task: TaskRow): Promise<true> {
  const outcome = viewTask(dispatch.links, task, await assetsOf(tx, [task.id]))
  await endReservation(tx, task.id, task.state as EndState, statusOfOutcome(outcome))
  if (task.callback_url !== null) {
    const body = JSON.stringify(presentOutcome(outcome))
    const { callback_url: url, callback_secret: callbackSecret } = task
    await enqueueCallback(tx, dispatch.queue, {
      accountId: task.account_id,
      taskId: task.id,
      url,
      body,
      callbackSecret,
    })
  }
  const type = task.state === 'succeeded' ? 'video.completed' : 'video.failed'
  const ended = { taskId: task.id, videoId: videoIdOf(task.id), at: task.finished_at ?? new Date() }
  await enqueueEvents(tx, dispatch.queue, task.account_id, task.id, videoEvent(type, ended))
  await notify(tx, 'task', task.id)
  await notifyAccount(tx, task.account_id, { event: 'application', data: { id: task.application_id } })
  return true
}
