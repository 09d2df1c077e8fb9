/** What keeps the house: tasks and deliveries that lost their job get one again, what has expired goes. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sleep } from '../clock.ts'
import { overdueDeliveries } from '../db/deliveries.ts'
import { deliveriesClaimedBy } from '../db/delivery-claims.ts'
import { deleteExpiredInboxes } from '../db/inboxes.ts'
import { deleteOverWindows } from '../db/rate-limits.ts'
import { expiredTasks, openTasks, openTasksOfOthers, tasksClaimedBy } from '../db/tasks.ts'
import { expiredUploads } from '../db/uploads.ts'
import { foldUsage } from '../db/usage.ts'
import { causesOf, RushesError } from '../errors.ts'
import { newId } from '../ids.ts'
import { attemptJob, attemptJobId, deliverQueue } from '../webhooks/enqueue-callback.ts'
import { deleteTask } from './delete-task.ts'
import { type Dispatch, queueOf } from './dispatch.ts'
import { filesWithoutRecord } from './find-orphans.ts'
import { finishFailed } from './finish-task.ts'
import { deleteUpload } from './uploads.ts'

const expiredBatch = 100
const usageBatch = 2_000
const sweepMilliseconds = 60_000
/** Files without a record are few, and finding them lists everything that is kept. */
const sweepsBetweenSearches = 60
/** As long as it may take until all processes have the same configuration. */
const rolloutSeconds = 900

/**
 * Sweeps at once and every minute until the signal aborts; looks for files without a record at once and every hour. What
 * fails is made up for by the next sweep.
 */
export async function keepSweeping(dispatch: Dispatch, signal: AbortSignal): Promise<void> {
  const parts = [restoreJobs, failTasksWithoutEngine, sumEndedUsage, deleteExpired, deleteExpiredRest]
  for (let sweeps = 0; !signal.aborted; sweeps++) {
    await dispatch.reached('sweep:begun', '')
    for (const part of sweeps % sweepsBetweenSearches === 0 ? [...parts, deleteOrphans] : parts) {
      await part(dispatch, signal).catch((error: unknown) => {
        if (!signal.aborted)
          dispatch.logger.warn({ part: part.name, causes: causesOf(error) }, 'a part of the sweep failed')
      })
    }
    await dispatch.reached('sweep:done', '')
    await sleep(sweepMilliseconds, signal).catch(() => {})
  }
}

/**
 * At start, before work is taken: nobody works on what a worker of this name had claimed, so it is handed out again at
 * once instead of after its heartbeat has run out.
 */
export async function releaseOwnClaims({ db, queue, registry, workerName }: Dispatch): Promise<void> {
  const claimed = await tasksClaimedBy(db.root, workerName)
  for (const { name: engine } of registry.all()) {
    const ids = claimed.filter((task) => task.engine === engine).map(({ id }) => id)
    await queue.release(queueOf(engine), ids)
  }
  for (const { id, attempts } of await deliveriesClaimedBy(db.root, workerName)) {
    await queue.release(deliverQueue, [attemptJobId(id, attempts + 1)])
  }
}

/** Gives a job to each open task and overdue delivery that has none: the truth is in the tables, jobs can be lost. */
async function restoreJobs({ db, queue, registry, reached }: Dispatch): Promise<void> {
  const tasks = await openTasks(db.root)
  for (const { name: engine } of registry.all()) {
    const name = queueOf(engine)
    const own = tasks.filter((task) => task.engine === engine)
    const alive = await queue.alive(
      name,
      own.map(({ id }) => id),
    )
    for (const { id, key_id: keyId } of own) {
      if (alive.has(id)) continue
      await reached('sweep:job-missed', id)
      await queue.resend(name, { jobId: id, subject: id, keyId })
    }
  }
  const overdue = await overdueDeliveries(db.root)
  const jobs = new Map(overdue.map((one) => [attemptJobId(one.id, one.attempts + 1), one] as const))
  const alive = await queue.alive(deliverQueue, [...jobs.keys()])
  for (const [jobId, one] of jobs) {
    if (alive.has(jobId)) continue
    await reached('sweep:delivery-missed', one.task_id)
    await queue.resend(deliverQueue, attemptJob(one, one.attempts + 1))
  }
}

/**
 * Ends the tasks of engines that the configuration no longer has: nobody will ever take them up. Processes that are started
 * anew one by one differ for a while in what they know: a new task may wait for one that is yet to come, and a task that
 * somebody works on is theirs.
 */
async function failTasksWithoutEngine(dispatch: Dispatch): Promise<void> {
  const { db, queue, registry } = dispatch
  const engines = registry.all().map(({ name }) => name)
  for (const { id, engine } of await openTasksOfOthers(db.root, engines, rolloutSeconds)) {
    if (await queue.isActive(queueOf(engine), id)) continue
    const claim = { id: newId(), worker: dispatch.workerName }
    const task = await dispatch.together.claims.add({ taskId: id, engine, claim, intends: false })
    const sentence = `The engine ${engine}, which this task was made for, is no longer configured.`
    if (task) await finishFailed(dispatch, task, claim, new RushesError('api_error', sentence))
  }
}

/** Deletes tasks past their retention, record and files together; one that cannot be deleted holds up no other. */
async function deleteExpired(dispatch: Dispatch, signal: AbortSignal): Promise<void> {
  let all = 0
  for (;;) {
    const batch = await expiredTasks(dispatch.db.root, expiredBatch)
    const deleted = await deleteEach(dispatch, batch, signal)
    all += deleted
    // Those that stay are tried again by the next sweep.
    if (batch.length < expiredBatch || deleted === 0) break
  }
  if (all > 0) dispatch.logger.info({ deleted: all }, 'expired tasks were deleted')
}

/** Returns how many could be deleted. */
async function deleteEach(
  dispatch: Dispatch,
  tasks: readonly { id: string; account_id: string }[],
  signal: AbortSignal,
): Promise<number> {
  let deleted = 0
  for (const { id, account_id } of tasks) {
    signal.throwIfAborted()
    try {
      await dispatch.reached('sweep:expired-found', id)
      if (await deleteTask(dispatch, id, account_id, signal)) deleted++
    } catch (error) {
      dispatch.logger.warn({ task_id: id, causes: causesOf(error) }, 'an expired task could not be deleted')
    }
  }
  return deleted
}

/** Deletes files that are a day old and belong to no task and no upload. */
async function deleteOrphans(dispatch: Dispatch, signal: AbortSignal): Promise<void> {
  for await (const { key } of filesWithoutRecord(dispatch, signal)) {
    await dispatch.reached('sweep:orphan-found', key.split('/')[1] ?? '')
    await dispatch.store.delete(key, signal)
    dispatch.logger.info({ key }, 'a file without a record was deleted')
  }
}

/** Adds the usage of what has ended to the sums of days. */
async function sumEndedUsage({ db }: Dispatch, signal: AbortSignal): Promise<void> {
  for (let folded = usageBatch; folded === usageBatch; ) {
    signal.throwIfAborted()
    folded = await db.transaction((tx) => foldUsage(tx, usageBatch))
  }
}

/** Deletes uploads, inboxes and counts of calls past their time. */
async function deleteExpiredRest(dispatch: Dispatch, signal: AbortSignal): Promise<void> {
  for (const upload of await expiredUploads(dispatch.db.root, expiredBatch))
    await deleteUpload(dispatch, upload, signal)
  await deleteExpiredInboxes(dispatch.db.root)
  await deleteOverWindows(dispatch.db.root)
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
