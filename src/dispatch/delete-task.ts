import { deleteEndedDeliveries } from '../db/deliveries.ts'
import { deleteTask as deleteRow, expireTask } from '../db/tasks.ts'
import { notifyAccount } from '../db/wake.ts'
import { cancelTask } from './cancel-task.ts'
import type { Dispatch } from './dispatch.ts'
import { folderOf } from './prepare-references.ts'

/**
 * Deletes an account's task with its files, for good; one under way is cancelled first. False when the account has no
 * such task. The files go first, and the sweep ends what a crash breaks off: from the beginning the task's time is over.
 */
export async function deleteTask(
  dispatch: Dispatch,
  id: string,
  accountId: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!(await cancelTask(dispatch, id, accountId))) return false
  await expireTask(dispatch.db.root, id)
  await dispatch.reached('delete:decided', id)
  await dispatch.store.deletePrefix(folderOf(id), signal)
  await dispatch.reached('delete:files-removed', id)
  const deleted = await dispatch.db.transaction(async (tx) => {
    if (!(await deleteRow(tx, id, accountId))) return false
    await deleteEndedDeliveries(tx, id)
    await notifyAccount(tx, accountId, { event: 'deleted', data: { id } })
    return true
  })
  await dispatch.reached('delete:record-removed', id)
  return deleted
}
