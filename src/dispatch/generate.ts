/**
 * The work of one task, from the engine's start to the stored film. It may be entered again after a crash at any line:
 * what has happened stands in the task's row, and the step that was under way is done again or found done.
 *
 *     claim -> references -> record the intent -> engine.start -> store the operation -> poll until it ends
 *     (the intent with the claim, where the engine may be asked twice)
 *                  (not accepted: the model's next engine, or this one again later)
 *           -> film: fetch, check, normalise, thumbnail -> storage -> ONE transaction that ends the task
 */
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sleep } from '../clock.ts'
import { type EndState, isTerminal } from '../contract/task-state.ts'
import type { CrashPoint } from '../crash-points.ts'
import type { ClaimedTask, TaskMove } from '../db/task-moves.ts'
import { type Claim, findTask, statesOf, uncancelledTask } from '../db/tasks.ts'
import { NotAccepted, type Operation, type Poll } from '../engines/engine.ts'
import type { ConfiguredEngine } from '../engines/registry.ts'
import { causesOf, RushesError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Dispatch } from './dispatch.ts'
import { storedDetails } from './engine-details.ts'
import { ClaimLost, finishFailed, finishSucceeded } from './finish-task.ts'
import { followOperation } from './follow-operation.ts'
import { dropFilm, keepFilm, ResultNotFetched } from './keep-film.ts'
import { moveToEngine, nextEngine } from './move-task.ts'
import { prepareJob, ReferencesAway } from './prepare-job.ts'
import { folderOf } from './prepare-references.ts'
import { createPatience, notStartedTwice, startOnce, untilStored } from './start-engine.ts'
import { stopEngine } from './stop-engine.ts'
import { changeTask, sayTaskEvent, type TaskEvent } from './task-events.ts'
import { inTraceOf } from './trace-task.ts'
import { Cancelled, DeadlineReached, type Signals, watchTask } from './watch-task.ts'

/** A safe engine may lose a job, or be restarted under it, this often before the task fails. */
const maxSubmissions = 10
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
  #task: ClaimedTask
  readonly #claim: Claim
  readonly workDirectory: string
  #operation: Operation | null
  /** Whether this run, or one before it, may have kept a film. */
  #mayHaveKept: boolean
  /** Whether the intent to ask the engine was recorded by the claim, and it has not been asked. */
  #isIntended: boolean
  /** Whether the task's record has the operation. */
  #isStored: boolean
  #ownEnd: EndState | undefined

  constructor(dispatch: Dispatch, task: ClaimedTask, claim: Claim) {
    this.#dispatch = dispatch
    this.#task = task
    this.#claim = claim
    this.#operation = task.operation as Operation | null
    this.#mayHaveKept = task.submits > (task.intended ? 1 : 0)
    this.#isIntended = task.intended
    this.#isStored = this.#operation !== null
    this.workDirectory = join(dispatch.workDirectory, task.id)
  }

  async #reached(point: CrashPoint): Promise<void> {
    await this.#dispatch.reached(point, this.#task.id)
  }

  async toTheEnd({ over, signal }: Signals): Promise<void> {
    if (this.#isIntended) this.#say({ type: 'submitting', submission: this.#task.submits })
    await this.#reached('generate:claimed')
    const configured = this.#dispatch.registry.get(this.#task.engine)
    if (!this.#operation && !(await this.#submit(configured, { over, signal }))) return
    for (let breakages = 0, otherLinks = 0; ; ) {
      const end = await followOperation(
        this.#dispatch,
        configured,
        this.#operation ?? {},
        this.#task.id,
        this.#claim,
        signal,
      )
      await this.#reached('generate:engine-ended')
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
        await changeTask(this.#dispatch, this.#task, { type: 'broke', message: end.message })
      } else {
        await changeTask(this.#dispatch, this.#task, { type: 'lost' })
        if (resubmit === 'never') {
          throw new RushesError(
            'api_error',
            `The engine ${configured.name} lost the task; it was not started again, which could cost twice.`,
          )
        }
      }
      if (!(await this.#submit(configured, { over, signal }))) return
    }
  }

  /**
   * Gets the engine to take the job and stores its operation; false when the task was moved to another engine instead.
   * One that does not take it is left for the model's next; when there is none it is asked again until its patience is
   * over.
   */
  async #submit(configured: ConfiguredEngine, { over, signal }: Signals): Promise<boolean> {
    const { engine, circuit, patienceSeconds } = configured
    const patience = createPatience(patienceSeconds)
    this.#refuseAnother(configured)
    for (;;) {
      const refusal = circuit.admits() ? await this.#startOnce(configured, over) : await this.#withoutAsking(configured)
      if (!refusal) return true
      if (refusal.kind === 'forbidden') throw refusal
      // An engine that may have had the task before is not left for another: it alone may still make it.
      const next = this.#task.submits === 0 ? await nextEngine(this.#dispatch, this.#task) : undefined
      if (next) {
        await moveToEngine(this.#dispatch, this.#task, this.#claim, next, refusal.message)
        return false
      }
      await patience.waitAfter(refusal, signal)
      if (engine.capabilities.resubmit !== 'never') this.#refuseAnother(configured)
    }
  }

  #refuseAnother({ name, engine }: ConfiguredEngine): void {
    const submits = this.#task.submits - (this.#isIntended ? 1 : 0)
    if (submits > 0 && engine.capabilities.resubmit === 'never') {
      throw new RushesError(
        'api_error',
        `The server stopped while it handed the task to the engine ${name}, and whether the engine has it is unknown; ` +
          'it was not started twice. Send the request again.',
      )
    }
    if (submits < maxSubmissions) return
    throw new RushesError(
      'api_error',
      `The engine ${name} lost the task ${maxSubmissions} times; it is not started again.`,
    )
  }

  /**
   * Records the intent, starts the engine, stores its operation; or returns why it was not accepted. A server that
   * stops lets this come to its end: half done, a paid engine's task could only fail.
   */
  async #startOnce(configured: ConfiguredEngine, over: AbortSignal): Promise<NotAccepted | undefined> {
    const { engine, name } = configured
    const job = await prepareJob(this.#dispatch, this.#task, this.workDirectory, over)
    await this.#reached('generate:job-prepared')
    if (!this.#isIntended) await this.#enter('submitting', { type: 'submitting', submission: this.#task.submits + 1 })
    await this.#reached('generate:intent-recorded')
    this.#isIntended = false
    const start = await startOnce(configured, job, over)
    await this.#reached('generate:engine-answered')
    if (start.outcome === 'accepted') {
      this.#operation = start.operation
      this.#isStored = false
      await untilStored(() => this.#recordOperation(start.operation), over)
      this.#isStored = true
      await this.#reached('generate:operation-recorded')
      return undefined
    }
    if (start.outcome === 'refused') return await this.#recordRefusal(name, start.refusal)
    if (engine.capabilities.resubmit === 'never') throw notStartedTwice(name, start.error)
    return new NotAccepted('engine', `The engine ${name} could not be started.`, { cause: start.error })
  }

  async #recordOperation(operation: Operation): Promise<void> {
    try {
      await this.#enter('running', { type: 'running' }, { operation })
    } catch (error) {
      if (!(error instanceof ClaimLost)) throw error
      // A commit whose answer got lost is a commit.
      const current = await findTask(this.#dispatch.db.root, this.#task.id)
      if (current?.claim_id !== this.#claim.id || current.state !== 'running') throw error
      this.#task = { ...this.#task, ...current }
    }
  }

  /** An engine that is out of order is not asked: an intent that was recorded with the claim is as if it had never been. */
  async #withoutAsking({ name, circuit }: ConfiguredEngine): Promise<NotAccepted> {
    const refusal = new NotAccepted('engine', `The engine ${name} is out of order: ${circuit.lastFailure()}`)
    return this.#isIntended ? await this.#recordRefusal(name, refusal) : refusal
  }

  async #recordRefusal(name: string, refusal: NotAccepted): Promise<NotAccepted> {
    this.#isIntended = false
    await this.#enter('queued', { type: 'refused', engine: name, reason: refusal.message })
    await this.#reached('generate:refusal-recorded')
    return refusal
  }

  async #enter(
    state: 'queued' | 'submitting' | 'running' | 'storing',
    event: TaskEvent,
    change: TaskMove['change'] = {},
  ) {
    const { id, account_id: accountId } = this.#task
    const move = { id, accountId, claim: this.#claim, state, event, change }
    const moved = await this.#dispatch.together.moves.add(move)
    if (!moved) throw new ClaimLost()
    this.#task = { ...this.#task, ...moved }
    this.#say(event)
  }

  #say(event: TaskEvent): void {
    sayTaskEvent(this.#dispatch, this.#task, event)
  }

  async #keep({ video, details }: Extract<Poll, { state: 'succeeded' }>, signal: AbortSignal): Promise<true> {
    // After a crash in this state the task is in it already.
    if (this.#task.state !== 'storing') {
      const stored = storedDetails(details)
      await this.#enter(
        'storing',
        { type: 'storing' },
        stored === undefined ? {} : { engine_details: JSON.parse(stored) as object },
      )
    }
    await this.#reached('generate:storing-recorded')
    await mkdir(this.workDirectory, { recursive: true })
    this.#mayHaveKept = true
    const assets = await keepFilm(this.#dispatch, this.#task, video, this.workDirectory, signal)
    await finishSucceeded(this.#dispatch, this.#task, this.#claim, assets)
    this.#ownEnd = 'succeeded'
    await this.#reached('generate:end-recorded')
    return true
  }

  async fail(error: RushesError): Promise<void> {
    if (error.cause) this.#dispatch.logger.warn({ task_id: this.#task.id, causes: causesOf(error) }, 'why a task fails')
    await this.#reached('generate:failing')
    try {
      await finishFailed(this.#dispatch, this.#task, this.#claim, error)
      this.#ownEnd = 'failed'
      await this.#reached('generate:end-recorded')
    } catch (lost) {
      if (!(lost instanceof ClaimLost)) throw lost
    }
  }

  /**
   * How the task has ended, by this run or otherwise; undefined when somebody may still work on it. Nobody writes files of a
   * task that this run has ended, so whoever deletes it later deletes all.
   */
  async end(): Promise<EndState | 'deleted' | undefined> {
    return this.#ownEnd ?? (await endOf(this.#dispatch, this.#task.id).catch(() => undefined))
  }

  /** Removes what is left of an ended task's work, and of its files when it was deleted meanwhile. */
  async removeFiles(end: EndState | 'deleted'): Promise<void> {
    // A render that was just told to stop may still be writing its last.
    if (existsSync(this.workDirectory))
      await rm(this.workDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    if (this.#mayHaveKept || end === 'deleted') await removeUnrecorded(this.#dispatch, this.#task.id, end)
  }

  /** Tells the engine to stop a job whose result nobody wants any more: the task was cancelled or is too late. */
  async stopEngine(): Promise<void> {
    const current = await findTask(this.#dispatch.db.root, this.#task.id)
    const { resubmit } = this.#dispatch.registry.get(this.#task.engine).engine.capabilities
    // Another worker has it and goes on by the same operation; by one that was never stored nobody can.
    const isSame = this.#isStored || resubmit === 'with-key'
    if (current?.claim_id && current.claim_id !== this.#claim.id && isSame) return
    if (this.#operation) await stopEngine(this.#dispatch, this.#task.engine, this.#task.id, this.#operation)
  }
}
