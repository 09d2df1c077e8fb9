import { presentOutcome } from '../contract/sora/present-task.ts'
import { assetsOf, insertAssets, type NewAsset } from '../db/assets.ts'
import type { Tx } from '../db/connect.ts'
import { cancelTask, type Claim, enterState, type TaskRow } from '../db/tasks.ts'
import { notify } from '../db/wake.ts'
import type { ErrorKind } from '../errors.ts'
import { enqueueCallback } from '../webhooks/enqueue-callback.ts'
import type { Dispatch } from './dispatch.ts'
import { tellEvent } from './task-events.ts'
import { viewTask } from './task-view.ts'

/** The claim no longer holds: another worker owns the task, or it has ended. Whoever hears this drops its result. */
export class ClaimLost extends Error {}

/** Ends a task with its film: state, files, callback and wake-up in one transaction. Throws ClaimLost. */
export async function finishSucceeded(dispatch: Dispatch, id: string, claim: Claim, assets: readonly NewAsset[]) {
  await dispatch.db.transaction(async (tx) => {
    const change = { progress: 100, operation: null, retentionDays: dispatch.retentionDays }
    const task = await enterState(tx, id, claim, 'succeeded', change)
    if (!task) throw new ClaimLost()
    await insertAssets(tx, id, assets)
    const bytes = assets.find(({ kind }) => kind === 'video')?.bytes ?? 0
    await tellEvent(tx, dispatch.logger, task, { type: 'succeeded', bytes })
    await tellOutcome(dispatch, tx, task)
  })
}

/** Ends a task without a film; `message` is shown to the caller. Throws ClaimLost. */
export async function finishFailed(dispatch: Dispatch, id: string, claim: Claim, kind: ErrorKind, message: string) {
  await dispatch.db.transaction(async (tx) => {
    const { retentionDays } = dispatch
    const change = { error_kind: kind, error_message: message, operation: null, retentionDays }
    const task = await enterState(tx, id, claim, 'failed', change)
    if (!task) throw new ClaimLost()
    await tellEvent(tx, dispatch.logger, task, { type: 'failed', kind, message })
    await tellOutcome(dispatch, tx, task)
  })
}

/** Ends an open task by its owner's word; its worker hears of it and stops the engine. False when it is not open. */
export function finishCancelled(dispatch: Dispatch, id: string, accountId: string): Promise<boolean> {
  return dispatch.db.transaction(async (tx) => {
    const task = await cancelTask(tx, id, accountId, dispatch.retentionDays)
    if (!task) return false
    await tellEvent(tx, dispatch.logger, task, { type: 'cancelled' })
    await tellOutcome(dispatch, tx, task)
    await notify(tx, 'cancel', id)
    return true
  })
}

async function tellOutcome(dispatch: Dispatch, tx: Tx, task: TaskRow): Promise<void> {
  if (task.callback_url !== null) {
    const assets = await assetsOf(tx, [task.id])
    const body = JSON.stringify(presentOutcome(viewTask(dispatch.links, task, assets)))
    await enqueueCallback(tx, dispatch.queue, { taskId: task.id, url: task.callback_url, body })
  }
  await notify(tx, 'task', task.id)
}
