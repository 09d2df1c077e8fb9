/**
 * The work of one task, from the engine's start to the stored film. It may be entered again after a crash at any line:
 * what has happened stands in the task's row, and the step that was under way is done again or found done.
 *
 *     claim -> references -> record the intent -> engine.start -> store the operation -> poll until it ends
 *           -> film: fetch, check, normalise, thumbnail -> storage -> ONE transaction that ends the task
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isTerminal } from '../contract/task-state.ts'
import { type Claim, claimTask, enterState, findTask, statesOf, type TaskRow } from '../db/tasks.ts'
import type { Operation, Poll } from '../engines/engine.ts'
import type { ConfiguredEngine } from '../engines/registry.ts'
import { causesOf, RushesError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Dispatch } from './dispatch.ts'
import { storedDetails } from './engine-details.ts'
import { ClaimLost, finishFailed, finishSucceeded } from './finish-task.ts'
import { followOperation } from './follow-operation.ts'
import { keepFilm } from './keep-film.ts'
import { prepareJob } from './prepare-job.ts'
import { folderOf } from './prepare-references.ts'
import { changeTask, type TaskEvent } from './task-events.ts'

/** A safe engine may lose a job, or be restarted under it, this often before the task fails. */
const maxSubmissions = 10
const cancelTimeoutMilliseconds = 5_000
const graceSeconds = 30

class Cancelled extends Error {}
class DeadlineReached extends Error {}

/**
 * Handles one job of an engine's queue. Resolves when the task has ended or belongs to somebody else; rejects when it
 * is to be taken up again, here or elsewhere.
 */
export async function generate(dispatch: Dispatch, taskId: string, stopping: AbortSignal): Promise<void> {
  const claim: Claim = { id: newId(), worker: dispatch.workerName }
  const task = await claimTask(dispatch.db.root, taskId, claim)
  if (!task) return
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
    } else {
      await run.fail(error)
    }
  } finally {
    // While the task goes on, here or elsewhere on this machine, the engine may still be writing there.
    if (await run.hasEnded()) await run.removeFiles()
  }
}

class Run {
  readonly #dispatch: Dispatch
  #task: TaskRow
  readonly #claim: Claim
  readonly workDirectory: string
  #operation: Operation | null

  constructor(dispatch: Dispatch, task: TaskRow, claim: Claim) {
    this.#dispatch = dispatch
    this.#task = task
    this.#claim = claim
    this.#operation = task.operation as Operation | null
    this.workDirectory = join(dispatch.workDirectory, task.id)
  }

  async toTheEnd({ over, signal }: Signals): Promise<void> {
    const { registry } = this.#dispatch
    const configured = registry.get(this.#task.engine)
    await mkdir(this.workDirectory, { recursive: true })
    this.#operation ??= await this.#submit(configured, over)
    for (;;) {
      const end = await this.#follow(configured, signal)
      if (end.state === 'failed') throw new RushesError(end.kind, end.message)
      if (end.state === 'succeeded') return await this.#keep(end, signal)
      await changeTask(this.#dispatch, this.#task, { type: 'lost' })
      if (configured.engine.capabilities.resubmit === 'never') {
        throw new RushesError(
          'api_error',
          `The engine ${configured.name} lost the task; it was not started again, which could cost twice.`,
        )
      }
      this.#operation = await this.#submit(configured, over)
    }
  }

  /**
   * Records the intent, starts the engine, stores its operation. A server that stops lets this come to its end: half
   * done, a paid engine's task could only fail.
   */
  async #submit({ engine, name }: ConfiguredEngine, signal: AbortSignal): Promise<Operation> {
    const { resubmit } = engine.capabilities
    const { submits } = this.#task
    if (submits > 0 && resubmit === 'never') {
      throw new RushesError(
        'api_error',
        `The server stopped while it handed the task to the engine ${name}, and whether the engine has it is unknown; ` +
          'it was not started twice. Send the request again.',
      )
    }
    if (submits >= maxSubmissions) {
      throw new RushesError(
        'api_error',
        `The engine ${name} lost the task ${maxSubmissions} times; it is not started again.`,
      )
    }
    const job = await prepareJob(this.#dispatch, this.#task, this.workDirectory, signal)
    await this.#enter('submitting', { type: 'submitting', submission: submits + 1 })
    const operation = await startEngine(() => engine.start(job, signal), name, signal)
    this.#operation = operation
    await this.#enter('running', { type: 'running' }, { operation: JSON.stringify(operation) })
    return operation
  }

  async #enter(
    state: 'submitting' | 'running' | 'storing',
    event: TaskEvent,
    change: { operation?: string; engine_details?: string } = {},
  ) {
    await changeTask(this.#dispatch, this.#task, event, async (tx) => {
      const task = await enterState(tx, this.#task.id, this.#claim, state, change)
      if (!task) throw new ClaimLost()
      this.#task = task
      return true
    })
  }

  #follow(
    { engine }: ConfiguredEngine,
    signal: AbortSignal,
  ): Promise<Extract<Poll, { state: 'succeeded' | 'failed' | 'lost' }>> {
    return followOperation(this.#dispatch, engine, this.#operation ?? {}, this.#task.id, this.#claim, signal)
  }

  async #keep({ video, details }: Extract<Poll, { state: 'succeeded' }>, signal: AbortSignal): Promise<void> {
    // After a crash in this state the task is in it already.
    if (this.#task.state !== 'storing') {
      const stored = storedDetails(details)
      await this.#enter('storing', { type: 'storing' }, stored === undefined ? {} : { engine_details: stored })
    }
    const assets = await keepFilm(this.#dispatch, this.#task, video, this.workDirectory, signal)
    await finishSucceeded(this.#dispatch, this.#task, this.#claim, assets)
  }

  async fail(error: RushesError): Promise<void> {
    if (error.cause) this.#dispatch.logger.warn({ task_id: this.#task.id, causes: causesOf(error) }, 'why a task fails')
    try {
      await finishFailed(this.#dispatch, this.#task, this.#claim, error)
    } catch (lost) {
      if (!(lost instanceof ClaimLost)) throw lost
    }
  }

  /** Whether nobody works on the task any more: it has ended, or was deleted. False when that cannot be told now. */
  async hasEnded(): Promise<boolean> {
    const states = await statesOf(this.#dispatch.db.root, [this.#task.id]).catch(() => undefined)
    return states?.every(({ state }) => isTerminal(state)) ?? false
  }

  /** Removes what is left of an ended task's work, and of its files when it was deleted meanwhile. */
  async removeFiles(): Promise<void> {
    // A render that was just told to stop may still be writing its last.
    await rm(this.workDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    const states = await statesOf(this.#dispatch.db.root, [this.#task.id])
    if (states.length > 0) return
    await this.#dispatch.store.deletePrefix(folderOf(this.#task.id), AbortSignal.timeout(cancelTimeoutMilliseconds))
  }

  /** Tells the engine to stop a job whose result nobody wants any more: the task was cancelled or is too late. */
  async stopEngine(): Promise<void> {
    const current = await findTask(this.#dispatch.db.root, this.#task.id)
    // Another worker has it and goes on by the same operation.
    if (current?.claim_id && current.claim_id !== this.#claim.id) return
    const { engine } = this.#dispatch.registry.get(this.#task.engine)
    if (!this.#operation || !engine.cancel) return
    await engine.cancel(this.#operation, AbortSignal.timeout(cancelTimeoutMilliseconds)).catch((error: Error) => {
      this.#dispatch.logger.warn(
        { task_id: this.#task.id, error: error.message },
        'the engine could not be told to stop',
      )
    })
  }
}

/** An engine's refusal is for the caller to read; any other fault of a start is told without its insides. */
async function startEngine(start: () => Promise<Operation>, name: string, signal: AbortSignal): Promise<Operation> {
  try {
    return await start()
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof RushesError) throw cause
    throw new RushesError('api_error', `The engine ${name} could not be started.`, { cause })
  }
}

interface Signals {
  /** Aborts when nobody wants the result any more: the owner cancelled the task, or its deadline has passed. */
  over: AbortSignal
  /** Aborts then, and when this worker stops, after which another goes on. */
  signal: AbortSignal
}

function watchTask(dispatch: Dispatch, task: TaskRow & { age_seconds: number }, stopping: AbortSignal) {
  const over = new AbortController()
  const stopListening = dispatch.db.wake.on('cancel', (id) => id === task.id && over.abort(new Cancelled()))
  const seconds = deadlineOf(dispatch, task)
  // The time a server was down is not the engine's: whoever takes the task up asks the engine first.
  const remaining = Math.max(Math.min(graceSeconds, seconds), seconds - task.age_seconds) * 1000
  const message = `The engine ${task.engine} did not finish within ${seconds} seconds.`
  const timer = setTimeout(() => over.abort(new DeadlineReached(message)), remaining)
  return {
    over: over.signal,
    signal: AbortSignal.any([over.signal, stopping]),
    [Symbol.dispose]() {
      clearTimeout(timer)
      stopListening()
    },
  }
}

function deadlineOf({ registry }: Dispatch, task: TaskRow): number {
  const configured = registry.all().find(({ name }) => name === task.engine)
  return configured?.deadlineSeconds ?? 60
}
