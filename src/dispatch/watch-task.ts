import { followSignals } from '../clock.ts'
import type { TaskRow } from '../db/tasks.ts'
import type { Dispatch } from './dispatch.ts'

const graceSeconds = 30
const secondsWithoutEngine = 60

/** The owner cancelled the task. */
export class Cancelled extends Error {}
/** The engine's time for the task is over. */
export class DeadlineReached extends Error {}

export interface Signals {
  /** Aborts when nobody wants the result any more: the owner cancelled the task, or its deadline has passed. */
  over: AbortSignal
  /** Aborts then, and when this worker stops, after which another goes on. */
  signal: AbortSignal
}

export interface TaskWatch extends Signals, Disposable {
  /** Whether the deadline has passed, also while a task that was taken up again has its grace. */
  isLate(): boolean
}

/** Watches for the end of a task from outside, for one run of the generate function. */
export function watchTask(
  dispatch: Dispatch,
  task: TaskRow & { age_seconds: number },
  stopping: AbortSignal,
): TaskWatch {
  const over = new AbortController()
  const stopListening = dispatch.db.wake.on('cancel', (id) => id === task.id && over.abort(new Cancelled()))
  const seconds = deadlineOf(dispatch, task)
  // The time a server was down is not the engine's: whoever takes the task up asks the engine first.
  const lateAt = performance.now() + (seconds - task.age_seconds) * 1000
  const remaining = Math.max(Math.min(graceSeconds, seconds), seconds - task.age_seconds) * 1000
  const message = `The engine ${task.engine} did not finish within ${seconds} seconds.`
  const timer = setTimeout(() => over.abort(new DeadlineReached(message)), remaining)
  const followed = followSignals([over.signal, stopping])
  return {
    over: over.signal,
    signal: followed.signal,
    isLate: () => performance.now() >= lateAt,
    [Symbol.dispose]() {
      clearTimeout(timer)
      followed[Symbol.dispose]()
      stopListening()
    },
  }
}

function deadlineOf({ registry }: Dispatch, task: TaskRow): number {
  const configured = registry.all().find(({ name }) => name === task.engine)
  return configured?.deadlineSeconds ?? secondsWithoutEngine
}
