/**
 * Getting an engine to take a claimed task:
 *
 *     references -> record the intent (with the claim already, where nothing is to be fetched and the engine may be asked
 *                   twice) -> engine.start -> store the operation
 *                                          -> not accepted: the model's next engine, or this one again later
 */
import { NotAccepted } from '../engines/engine.ts'
import type { ConfiguredEngine } from '../engines/registry.ts'
import { RushesError } from '../errors.ts'
import type { Dispatch } from './dispatch.ts'
import type { HeldTask } from './held-task.ts'
import { moveToEngine, nextEngine } from './move-task.ts'
import { prepareJob } from './prepare-job.ts'
import { createPatience, notStartedTwice, startEngine, untilStored } from './start-engine.ts'
import type { Signals } from './watch-task.ts'

/** A safe engine may lose a job, or be restarted under it, this often before the task fails. */
const maxSubmissions = 10

interface Submitting extends Signals {
  /** For what the engine reads and writes. */
  workDirectory: string
}

/**
 * Gets the engine to take the job and stores its operation; false when the task was moved to another engine instead.
 * One that does not take it is left for the model's next; when there is none it is asked again until its patience is
 * over.
 */
export async function submitTask(
  dispatch: Dispatch,
  held: HeldTask,
  configured: ConfiguredEngine,
  { workDirectory, over, signal }: Submitting,
): Promise<boolean> {
  const { engine, circuit, patienceSeconds } = configured
  const patience = createPatience(patienceSeconds)
  refuseAnother(held, configured)
  for (;;) {
    const refusal = circuit.admits()
      ? await startOnce(dispatch, held, configured, { workDirectory, over })
      : await withoutAsking(held, configured)
    if (!refusal) return true
    if (refusal.kind === 'forbidden') throw refusal
    // An engine that may have had the task before is not left for another: it alone may still make it.
    const next = held.row.submits === 0 ? await nextEngine(dispatch, held.row) : undefined
    if (next) {
      await moveToEngine(dispatch, held.row, held.claim, next, refusal.message)
      return false
    }
    await patience.waitAfter(refusal, signal)
    if (engine.capabilities.resubmit !== 'never') refuseAnother(held, configured)
  }
}

function refuseAnother(held: HeldTask, { name, engine }: ConfiguredEngine): void {
  const submits = held.row.submits - (held.isIntended ? 1 : 0)
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
async function startOnce(
  dispatch: Dispatch,
  held: HeldTask,
  configured: ConfiguredEngine,
  { workDirectory, over }: Pick<Submitting, 'workDirectory' | 'over'>,
): Promise<NotAccepted | undefined> {
  const { engine, name } = configured
  const job = await prepareJob(dispatch, held.row, workDirectory, over)
  await held.reached('generate:job-prepared')
  if (!held.isIntended) await held.enter('submitting', { type: 'submitting', submission: held.row.submits + 1 })
  await held.reached('generate:intent-recorded')
  held.isIntended = false
  const start = await startEngine(configured, job, over)
  await held.reached('generate:engine-answered')
  if (start.outcome === 'accepted') {
    held.operation = start.operation
    held.isStored = false
    await untilStored(() => held.recordOperation(start.operation), over)
    await held.reached('generate:operation-recorded')
    return undefined
  }
  if (start.outcome === 'refused') return await recordRefusal(held, name, start.refusal)
  if (engine.capabilities.resubmit === 'never') throw notStartedTwice(name, start.error)
  return new NotAccepted('engine', `The engine ${name} could not be started.`, { cause: start.error })
}

/** An engine that is out of order is not asked: an intent that was recorded with the claim is as if it had never been. */
async function withoutAsking(held: HeldTask, { name, circuit }: ConfiguredEngine): Promise<NotAccepted> {
  const refusal = new NotAccepted('engine', `The engine ${name} is out of order: ${circuit.lastFailure()}`)
  return held.isIntended ? await recordRefusal(held, name, refusal) : refusal
}

async function recordRefusal(held: HeldTask, name: string, refusal: NotAccepted): Promise<NotAccepted> {
  held.isIntended = false
  await held.enter('queued', { type: 'refused', engine: name, reason: refusal.message })
  await held.reached('generate:refusal-recorded')
  return refusal
}
