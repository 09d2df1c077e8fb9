import { assetsOf } from '../db/assets.ts'
import { type Claim, moveTask, type TaskRow } from '../db/tasks.ts'
import type { ConfiguredEngine } from '../engines/registry.ts'
import { type Dispatch, queueOf } from './dispatch.ts'
import { ClaimLost } from './finish-task.ts'
import { changeTask } from './task-events.ts'

/** The model's next engine that can do the task, works as far as is known, and has not been tried for it. */
export async function nextEngine({ db, registry }: Dispatch, task: TaskRow): Promise<ConfiguredEngine | undefined> {
  const images = (await assetsOf(db.root, [task.id])).filter(({ kind }) => kind === 'image').length
  const tried = new Set([...task.tried_engines, task.engine])
  return registry.choices(task.generation, images).find(({ name, circuit }) => !tried.has(name) && !circuit.isOpen())
}

/**
 * Hands a task that its engine certainly does not have to another engine's queue, in one transaction. From there it is
 * a new task to whoever takes it, but for the engines it has tried. Throws ClaimLost.
 */
export async function moveToEngine(
  dispatch: Dispatch,
  task: TaskRow,
  claim: Claim,
  next: ConfiguredEngine,
  reason: string,
): Promise<void> {
  const event = { type: 'moved', from: task.engine, to: next.name, reason } as const
  await changeTask(dispatch, task, event, async (tx) => {
    if (!(await moveTask(tx, task, claim, next.name))) throw new ClaimLost()
    await dispatch.queue.send(tx, queueOf(next.name), { jobId: task.id, subject: task.id, keyId: task.key_id })
    return true
  })
}
