/**
 * The work of one task, from the engine's start to the stored film. It may be entered again after a crash at any line:
 * what has happened stands in the task's row, and the step that was under way is done again or found done.
 *
 *     claim -> submit: references -> record the intent -> engine.start -> store the operation
 *           -> poll until it ends
 *           -> film: fetch, check, normalise, thumbnail -> storage -> ONE transaction that ends the task
 */
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sleep } from '../clock.ts'
import { type EndState, isTerminal } from '../contract/task-state.ts'
import type { ClaimedTask } from '../db/task-moves.ts'
import { type Claim, findTask, statesOf, uncancelledTask } from '../db/tasks.ts'
import type { Poll } from '../engines/engine.ts'
import { causesOf, RushesError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Dispatch } from './dispatch.ts'
import { storedDetails } from './engine-details.ts'
import { ClaimLost, finishFailed, finishSucceeded } from './finish-task.ts'
import { followOperation } from './follow-operation.ts'
import { HeldTask } from './held-task.ts'
import { dropFilm, keepFilm, ResultNotFetched } from './keep-film.ts'
import { ReferencesAway } from './prepare-job.ts'
import { folderOf } from './prepare-references.ts'
import { stopEngine } from './stop-engine.ts'
import { submitTask } from './submit-task.ts'
import { changeTask } from './task-events.ts'
import { inTraceOf } from './trace-task.ts'
import { Cancelled, DeadlineReached, type Signals, watchTask } from './watch-task.ts'

/** How often an engine that broke while it worked is given the job again, and asked for another link to its film. */
const maxBreakages = 2
const maxOtherLinks = 2
const otherLinkMilliseconds = 1_000
const deleteMilliseconds = 5_000

/**
 * Handles one job of an engine's queue. Resolves when the task has ended or belongs to somebody else; rejects when it
 * is to be taken up again, here or elsewhere.
 */
export async function generate(
  dispatch: Dispatch,
  engine: string,
  taskId: string,
  stopping: AbortSignal,
): Promise<void> {
  const claim: Claim = { id: newId(), worker: dispatch.workerName }
  const { engine: itself, circuit } = dispatch.registry.get(engine)
  // Of another engine that must not be recorded before everything is there to ask it: it may never be asked again.
  const intends = itself.capabilities.resubmit === 'safe' && !circuit.isOpen()
  const task = await dispatch.together.claims.add({ taskId, engine, claim, intends })
  if (!task) return await stopCancelled(dispatch, engine, taskId)
  await inTraceOf(dispatch, task, () => carryOut(dispatch, task, claim, stopping))
}

async function carryOut(dispatch: Dispatch, task: ClaimedTask, claim: Claim, stopping: AbortSignal): Promise<void> {
  const run = new Run(dispatch, task, claim)
  using watch = watchTask(dispatch, task, stopping)
  try {
    await run.toTheEnd(watch)
  } catch (error) {
    if (error instanceof ClaimLost || watch.over.reason instanceof Cancelled) return await run.stopEngine()
    if (watch.over.reason instanceof DeadlineReached) {
      await run.stopEngine()
      await run.fail(new RushesError('api_error', watch.over.reason.message))
    } else if (stopping.aborted || !(error instanceof RushesError)) {
      throw error
    } else if (error instanceof ReferencesAway && !watch.isLate()) {
      throw error
    } else {
      await run.fail(error)
    }
  } finally {
    // While the task goes on, here or elsewhere on this machine, the engine may still be writing there.
    const end = await run.end()
    if (end !== undefined) {
      await run.removeFiles(end)
      await dispatch.reached('generate:work-removed', task.id)
    }
  }
}

/** The worker of a cancelled task died before it told the engine and removed the film: whoever takes its job up does. */
async function stopCancelled(dispatch: Dispatch, engine: string, taskId: string): Promise<void> {
  const task = await uncancelledTask(dispatch.db.root, taskId, engine)
  if (task) await inTraceOf(dispatch, task, () => stopEngine(dispatch, engine, taskId, task.operation))
  const end = await endOf(dispatch, taskId)
  if (end !== undefined) await removeUnrecorded(dispatch, taskId, end)
}

/** How a task has ended; undefined while it is open. */
async function endOf(dispatch: Dispatch, taskId: string): Promise<EndState | 'deleted' | undefined> {
  const [task] = await statesOf(dispatch.db.root, [taskId])
  if (!task) return 'deleted'
  return isTerminal(task.state) ? task.state : undefined
}

/** Removes what an ended task has in storage without a record: everything when it was deleted, a film that came too late. */
async function removeUnrecorded(dispatch: Dispatch, taskId: string, end: EndState | 'deleted'): Promise<void> {
  const signal = AbortSignal.timeout(deleteMilliseconds)
  if (end === 'deleted') await dispatch.store.deletePrefix(folderOf(taskId), signal)
  else if (end !== 'succeeded') await dropFilm(dispatch, taskId, signal)
}

class Run {
  readonly #dispatch: Dispatch
  readonly #held: HeldTask
  readonly workDirectory: string
  /** Whether this run, or one before it, may have kept a film. */
  #mayHaveKept: boolean
  #ownEnd: EndState | undefined

  constructor(dispatch: Dispatch, task: ClaimedTask, claim: Claim) {
    this.#dispatch = dispatch
    this.#held = new HeldTask(dispatch, task, claim)
    this.#mayHaveKept = task.submits > (task.intended ? 1 : 0)
    this.workDirectory = join(dispatch.workDirectory, task.id)
  }

  async toTheEnd({ over, signal }: Signals): Promise<void> {
    await this.#held.reached('generate:claimed')
    const configured = this.#dispatch.registry.get(this.#held.row.engine)
    const submitting = { workDirectory: this.workDirectory, over, signal }
    if (!this.#held.operation && !(await submitTask(this.#dispatch, this.#held, configured, submitting))) return
    for (let breakages = 0, otherLinks = 0; ; ) {
      const end = await followOperation(
        this.#dispatch,
        configured,
        this.#held.operation ?? {},
        this.#held.row.id,
        this.#held.claim,
        signal,
      )
      await this.#held.reached('generate:engine-ended')
      if (end.state === 'succeeded') {
        const kept = await this.#keep(end, signal).catch((error: unknown) => {
          if (!(error instanceof ResultNotFetched) || otherLinks++ === maxOtherLinks) throw error
          return false
        })
        if (kept) return
        await sleep(otherLinkMilliseconds, signal)
        continue
      }
      const { resubmit } = configured.engine.capabilities
      if (end.state === 'failed') {
        const again = end.retryable && resubmit === 'safe' && breakages++ < maxBreakages
        if (!again) throw new RushesError(end.kind, end.message)
        await changeTask(this.#dispatch, this.#held.row, { type: 'broke', message: end.message })
      } else {
        await changeTask(this.#dispatch, this.#held.row, { type: 'lost' })
        if (resubmit === 'never') {
          throw new RushesError(
            'api_error',
            `The engine ${configured.name} lost the task; it was not started again, which could cost twice.`,
          )
        }
      }
      if (!(await submitTask(this.#dispatch, this.#held, configured, submitting))) return
    }
  }

  async #keep({ video, details }: Extract<Poll, { state: 'succeeded' }>, signal: AbortSignal): Promise<true> {
    // After a crash in this state the task is in it already.
    if (this.#held.row.state !== 'storing') {
      const stored = storedDetails(details)
      await this.#held.enter(
        'storing',
        { type: 'storing' },
        stored === undefined ? {} : { engine_details: JSON.parse(stored) as object },
      )
    }
    await this.#held.reached('generate:storing-recorded')
    await mkdir(this.workDirectory, { recursive: true })
    this.#mayHaveKept = true
    const assets = await keepFilm(this.#dispatch, this.#held.row, video, this.workDirectory, signal)
    await finishSucceeded(this.#dispatch, this.#held.row, this.#held.claim, assets)
    this.#ownEnd = 'succeeded'
    await this.#held.reached('generate:end-recorded')
    return true
  }

  async fail(error: RushesError): Promise<void> {
    if (error.cause)
      this.#dispatch.logger.warn({ task_id: this.#held.row.id, causes: causesOf(error) }, 'why a task fails')
    await this.#held.reached('generate:failing')
    try {
      await finishFailed(this.#dispatch, this.#held.row, this.#held.claim, error)
      this.#ownEnd = 'failed'
      await this.#held.reached('generate:end-recorded')
    } catch (lost) {
      if (!(lost instanceof ClaimLost)) throw lost
    }
  }

  /**
   * How the task has ended, by this run or otherwise; undefined when somebody may still work on it. Nobody writes files of a
   * task that this run has ended, so whoever deletes it later deletes all.
   */
  async end(): Promise<EndState | 'deleted' | undefined> {
    return this.#ownEnd ?? (await endOf(this.#dispatch, this.#held.row.id).catch(() => undefined))
  }

  /** Removes what is left of an ended task's work, and of its files when it was deleted meanwhile. */
  async removeFiles(end: EndState | 'deleted'): Promise<void> {
    // A render that was just told to stop may still be writing its last.
    if (existsSync(this.workDirectory))
      await rm(this.workDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    if (this.#mayHaveKept || end === 'deleted') await removeUnrecorded(this.#dispatch, this.#held.row.id, end)
  }

  /** Tells the engine to stop a job whose result nobody wants any more: the task was cancelled or is too late. */
  async stopEngine(): Promise<void> {
    const current = await findTask(this.#dispatch.db.root, this.#held.row.id)
    const { resubmit } = this.#dispatch.registry.get(this.#held.row.engine).engine.capabilities
    // Another worker has it and goes on by the same operation; by one that was never stored nobody can.
    const isSame = this.#held.isStored || resubmit === 'with-key'
    if (current?.claim_id && current.claim_id !== this.#held.claim.id && isSame) return
    if (this.#held.operation)
      await stopEngine(this.#dispatch, this.#held.row.engine, this.#held.row.id, this.#held.operation)
  }
}
