import { forgetOperation } from '../db/tasks.ts'
import type { Operation } from '../engines/engine.ts'
import type { Dispatch } from './dispatch.ts'

const cancelTimeoutMilliseconds = 5_000

/** Tells an engine to stop a job whose result nobody wants. One that cannot be told goes on; that is logged. */
export async function stopEngine(
  dispatch: Dispatch,
  name: string,
  taskId: string,
  operation: Operation,
): Promise<void> {
  const { engine } = dispatch.registry.get(name)
  await dispatch.reached('cancel:engine-unaware', taskId)
  try {
    await engine.cancel?.(operation, AbortSignal.timeout(cancelTimeoutMilliseconds))
  } catch (error) {
    const fields = { task_id: taskId, error: (error as Error).message }
    dispatch.logger.warn(fields, 'the engine could not be told to stop')
  }
  await dispatch.reached('cancel:engine-told', taskId)
  await forgetOperation(dispatch.db.root, taskId)
}
