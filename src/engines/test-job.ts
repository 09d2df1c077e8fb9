/** Jobs for engines under test, and a patient caller that polls them. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Engine, Job, Operation, Poll } from './engine.ts'

const deadlineMilliseconds = 60_000
const retryMilliseconds = 20

/** A signal that never aborts. */
export const never = new AbortController().signal

/** An operation as it comes back from the database. */
export const stored = (operation: Operation): Operation => JSON.parse(JSON.stringify(operation)) as Operation

/** A small job without references; `changes` win. */
export function jobOf(prompt: string, workDirectory: string, changes: Partial<Job> = {}): Job {
  const taskId = crypto.randomUUID()
  const size = { seconds: 4, width: 320, height: 180 }
  return { taskId, submitKey: taskId, model: 'sora-2', prompt, ...size, seed: 7, images: [], workDirectory, ...changes }
}

export type End = Extract<Poll, { state: 'succeeded' | 'failed' | 'lost' }>

export interface FollowOptions {
  see?: (poll: Poll) => void
  /** Polls that may reject before one that does is thrown; default none. */
  faults?: number
  /** Waits no longer than this between polls, whatever the engine hints. */
  maxPauseMilliseconds?: number
}

/** Polls to the end. */
export async function follow(engine: Engine, operation: Operation, options: FollowOptions = {}): Promise<End> {
  const { see = () => {}, maxPauseMilliseconds = Number.POSITIVE_INFINITY } = options
  const signal = AbortSignal.timeout(deadlineMilliseconds)
  for (let faults = options.faults ?? 0; ; ) {
    const poll = await engine.poll(operation, signal).catch(async (error: unknown) => {
      if (faults-- <= 0) throw error
      await delay(retryMilliseconds)
    })
    if (!poll) continue
    see(poll)
    if (poll.state !== 'queued' && poll.state !== 'running') return poll
    const pause = Math.min(poll.pollAfterMilliseconds ?? 0, maxPauseMilliseconds)
    if (pause > 0) await delay(pause, undefined, { signal })
  }
}
