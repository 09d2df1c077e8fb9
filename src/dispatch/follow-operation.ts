import { sleep } from '../clock.ts'
import type { Claim } from '../db/tasks.ts'
import { EngineFault, type Operation, type Poll } from '../engines/engine.ts'
import type { ConfiguredEngine } from '../engines/registry.ts'
import { backOff, spread } from './back-off.ts'
import type { Dispatch } from './dispatch.ts'
import { ClaimLost } from './finish-task.ts'

const defaultPollMilliseconds = 1000
/** How often at most progress is written and told. */
const progressMilliseconds = 500
const claimCheckMilliseconds = 10_000
/** The engine's part of a task; the rest is for storing the film. */
const maxEngineProgress = 97

/**
 * Polls an operation until the engine says how it ended. A poll that fails says nothing about the job and is made
 * again, later each time: only the engine's own word, the deadline or a cancellation (by the signal) ends a task.
 */
export async function followOperation(
  dispatch: Dispatch,
  { engine, circuit }: Pick<ConfiguredEngine, 'engine' | 'circuit'>,
  operation: Operation,
  taskId: string,
  claim: Claim,
  signal: AbortSignal,
): Promise<Extract<Poll, { state: 'succeeded' | 'failed' | 'lost' }>> {
  const tell = progressTeller(dispatch, taskId, claim)
  for (let faults = 0, isFirst = true; ; isFirst = false) {
    const poll = await engine.poll(operation, signal).catch((error: Error) => error)
    signal.throwIfAborted()
    if (poll instanceof Error) {
      faults++
      const asked = poll instanceof EngineFault ? poll.retryAfterMilliseconds : undefined
      if (asked === undefined) circuit.failed(poll.message)
      const pause = Math.max(backOff(faults - 1), asked ?? 0)
      dispatch.logger.warn({ task_id: taskId, error: poll.message, pause_ms: pause }, 'a poll failed; polling again')
      await sleep(pause, signal)
      continue
    }
    faults = 0
    circuit.succeeded()
    if (poll.state !== 'queued' && poll.state !== 'running') return poll
    if (poll.state === 'running') await tell(poll.progress ?? 0, undefined)
    else await tell(0, poll.ahead === undefined ? undefined : poll.ahead + 1)
    const pause = poll.pollAfterMilliseconds ?? defaultPollMilliseconds
    if (pause > 0) await sleep(spread(pause, isFirst), signal)
  }
}

/** Writes and tells progress (0 to 1) when it grew, or the place in the engine's queue changed, and looks now and then whether the claim holds. Throws ClaimLost. */
function progressTeller(
  { progress: board }: Dispatch,
  taskId: string,
  claim: Claim,
): (progress: number, queuePosition: number | undefined) => Promise<void> {
  let shown = 0
  let place: number | undefined
  let shownAt = performance.now() - progressMilliseconds
  return async (progress, queuePosition) => {
    const percent = Math.min(maxEngineProgress, Math.floor(progress * maxEngineProgress))
    const sinceShown = performance.now() - shownAt
    const isNews = (percent > shown || queuePosition !== place) && sinceShown >= progressMilliseconds
    if (!isNews && sinceShown < claimCheckMilliseconds) return
    shown = Math.max(shown, percent)
    place = queuePosition
    shownAt = performance.now()
    // This is also how a cancellation is noticed whose wake-up was missed.
    if (!(await board.tell({ id: taskId, claim, progress: shown, isNews, queuePosition }))) throw new ClaimLost()
  }
}
