/** What keeps the house: tasks and deliveries that lost their job get one again, what has expired goes. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../clock.ts'
import { deliveriesClaimedBy, pendingDeliveries } from '../db/deliveries.ts'
import { expiredTasks, openTasks, tasksClaimedBy } from '../db/tasks.ts'
import { attemptJobId, deliverQueue } from '../webhooks/enqueue-callback.ts'
import { deleteTask } from './delete-task.ts'
import { type Dispatch, queueOf } from './dispatch.ts'

const expiredBatch = 100
const sweepMilliseconds = 60_000

/** Sweeps at once and every minute until the signal aborts. A sweep that fails is made up for by the next. */
export async function keepSweeping(dispatch: Dispatch, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await restoreJobs(dispatch)
      const deleted = await deleteExpired(dispatch, signal)
      if (deleted > 0) dispatch.logger.info({ deleted }, 'expired tasks were deleted')
    } catch (error) {
      if (!signal.aborted) dispatch.logger.warn({ error: (error as Error).message }, 'a sweep failed')
    }
    await systemClock.sleep(sweepMilliseconds, signal).catch(() => {})
  }
}

/**
 * At start, before work is taken: nobody works on what a worker of this name had claimed, so it is handed out again at
 * once instead of after its heartbeat has run out.
 */
export async function releaseOwnClaims({ db, queue, workerName }: Dispatch): Promise<void> {
  for (const { id, engine } of await tasksClaimedBy(db.root, workerName)) await queue.release(queueOf(engine), [id])
  for (const { id, attempts } of await deliveriesClaimedBy(db.root, workerName)) {
    await queue.release(deliverQueue, [attemptJobId(id, attempts + 1)])
  }
}

/** Gives a job to each open task and pending delivery that has none: the truth is in the tables, jobs can be lost. */
export async function restoreJobs({ db, queue, registry }: Dispatch): Promise<void> {
  const tasks = await openTasks(db.root)
  for (const { name: engine } of registry.all()) {
    const name = queueOf(engine)
    const ids = tasks.filter((task) => task.engine === engine).map(({ id }) => id)
    const alive = await queue.alive(name, ids)
    for (const id of ids) if (!alive.has(id)) await queue.resend(name, { jobId: id, subject: id })
  }
  const attempts = new Map(
    (await pendingDeliveries(db.root)).map(({ id, attempts }) => [attemptJobId(id, attempts + 1), id] as const),
  )
  const alive = await queue.alive(deliverQueue, [...attempts.keys()])
  for (const [jobId, id] of attempts) if (!alive.has(jobId)) await queue.resend(deliverQueue, { jobId, subject: id })
}

/** Deletes tasks past their retention, record and files together. Returns how many. */
export async function deleteExpired(dispatch: Dispatch, signal: AbortSignal): Promise<number> {
  let count = 0
  for (;;) {
    const expired = await expiredTasks(dispatch.db.root, expiredBatch)
    for (const { id, account_id } of expired) {
      signal.throwIfAborted()
      if (await deleteTask(dispatch, id, account_id, signal)) count++
    }
    if (expired.length < expiredBatch) return count
  }
}

/** Removes the work folders of tasks that are not open: a process that was killed leaves its own behind. */
export async function removeStaleWork({ db, workDirectory }: Dispatch): Promise<void> {
  const names = await readdir(workDirectory).catch(() => [])
  if (names.length === 0) return
  const open = new Set((await openTasks(db.root)).map(({ id }) => id))
  for (const name of names) {
    if (!open.has(name)) await rm(join(workDirectory, name), { recursive: true, force: true })
  }
}
