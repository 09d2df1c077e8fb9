/** Getting an engine to take a job, and what to do when it does not. */
import { abortLater, sleep } from '../clock.ts'
import { type Engine, type Job, NotAccepted, type Operation } from '../engines/engine.ts'
import type { ConfiguredEngine } from '../engines/registry.ts'
import { RushesError } from '../errors.ts'
import { backOff } from './back-off.ts'
import { ClaimLost } from './finish-task.ts'

/** What a start came to. `unclear`: it broke off, and whether the engine has the job is unknown. */
export type Start =
  | { outcome: 'accepted'; operation: Operation }
  | { outcome: 'refused'; refusal: NotAccepted }
  | { outcome: 'unclear'; error: Error }

/**
 * How long a start may take when nobody wants its result any more: an engine that has been asked can be told to stop
 * only by the operation that it answers.
 */
const lastAnswerMilliseconds = 10_000

/** Starts the engine once. Throws only when the signal aborts and the engine has not accepted within ten seconds. */
export async function startEngine(
  { engine, circuit }: Pick<ConfiguredEngine, 'engine' | 'circuit'>,
  job: Job,
  signal: AbortSignal,
): Promise<Start> {
  using late = abortLater(signal, lastAnswerMilliseconds)
  try {
    const operation = await (engine as Engine).start(job, late.signal)
    circuit.succeeded()
    return { outcome: 'accepted', operation }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof NotAccepted) {
      if (error.fault === 'engine') circuit.failed(error.message)
      return { outcome: 'refused', refusal: error }
    }
    circuit.failed((error as Error).message)
    return { outcome: 'unclear', error: error as Error }
  }
}

/** How long a task waits for its engine: pauses that grow, until its patience is over. */
export function createPatience(patienceSeconds: number) {
  const until = performance.now() + patienceSeconds * 1000
  let tries = 0
  return {
    /**
     * Waits before the next try. Throws the last refusal when it is final: the job's own fault, or the engine has been
     * out of order for too long. One that is merely busy is waited for until the task's deadline.
     */
    async waitAfter(refusal: NotAccepted, signal: AbortSignal): Promise<void> {
      if (refusal.fault === 'job') throw refusal
      const pause = Math.max(backOff(tries++), refusal.retryAfterMilliseconds ?? 0)
      if (refusal.fault === 'engine' && performance.now() + pause > until) throw refusal
      await sleep(pause, signal)
    },
  }
}

/**
 * Stores the operation that an engine has answered, again until that is done: a job whose operation is not stored is lost,
 * and may have been paid for. Throws ClaimLost, and when the signal aborts.
 */
export async function untilStored(store: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await store()
    } catch (error) {
      if (error instanceof ClaimLost) throw error
      await sleep(backOff(tries), signal)
    }
  }
}

/** A start that broke off, of an engine that must not be started twice. */
export const notStartedTwice = (name: string, cause: unknown): RushesError =>
  new RushesError(
    'api_error',
    `The engine ${name} broke off while it was handed the task, and whether it has it is unknown; it was not started ` +
      'twice. Send the request again.',
    { cause },
  )
