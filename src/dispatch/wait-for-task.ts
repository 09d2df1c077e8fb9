import type { LiveEvent } from '../contract/management/events.ts'
import { isTerminal, type TaskState } from '../contract/task-state.ts'
import type { Database } from '../db/connect.ts'
import { statesOf } from '../db/tasks.ts'

export interface WaitOptions {
  /**
   * Called for each change of the open task and each sign of progress (percent), with its place in the queue of the engine
   * where that tells it.
   */
  onProgress?: (state: TaskState, percent: number, queuePosition?: number) => void
}

export interface Waiters {
  /** Resolves when the task has ended; rejects with the signal's reason. */
  wait(taskId: string, options: WaitOptions, signal: AbortSignal): Promise<void>
  close(): void
}

interface Waiter extends WaitOptions {
  ended(): void
}

/** All waiters are looked up in one query, this often, in case a wake-up was missed. */
const backstopMilliseconds = 5_000

/** Callers that are held open until their task ends: woken by NOTIFY, never polling one by one. */
export function createWaiters(db: Database): Waiters {
  const waiting = new Map<string, Set<Waiter>>()
  const end = (id: string) => {
    for (const waiter of waiting.get(id) ?? []) waiter.ended()
  }
  const stops = [
    db.wake.on('task', end),
    db.wake.on('account', (subject) => {
      if (waiting.size === 0) return
      const { event, data } = JSON.parse(subject.slice(subject.indexOf(' ') + 1)) as LiveEvent
      if (event !== 'task' || isTerminal(data.state)) return
      for (const waiter of waiting.get(data.id) ?? []) {
        waiter.onProgress?.(data.state, data.progress, data.queue_position)
      }
    }),
    db.wake.onGap(() => void lookAll()),
  ]
  const backstop = setInterval(() => void lookAll(), backstopMilliseconds)

  async function lookAll(): Promise<void> {
    if (waiting.size === 0) return
    const ids = [...waiting.keys()]
    // A database that does not answer now is asked again by the next backstop.
    const found = await statesOf(db.root, ids).catch(() => undefined)
    if (!found) return
    const open = new Set(found.filter(({ state }) => !isTerminal(state)).map(({ id }) => id))
    for (const id of ids) if (!open.has(id)) end(id)
  }

  return {
    async wait(taskId, options, signal) {
      const ended = Promise.withResolvers<void>()
      // It may be aborted while the database is asked, when nobody awaits it yet.
      ended.promise.catch(() => {})
      const waiter: Waiter = { ...options, ended: ended.resolve }
      const waiters = waiting.get(taskId) ?? new Set()
      waiting.set(taskId, waiters.add(waiter))
      const onAbort = () => ended.reject(signal.reason)
      signal.addEventListener('abort', onAbort, { once: true })
      try {
        signal.throwIfAborted()
        // It may have ended before this began to listen.
        const [task] = await statesOf(db.root, [taskId])
        if (!task || isTerminal(task.state)) return
        await ended.promise
      } finally {
        signal.removeEventListener('abort', onAbort)
        waiters.delete(waiter)
        if (waiters.size === 0) waiting.delete(taskId)
      }
    },
    close() {
      clearInterval(backstop)
      for (const stop of stops) stop()
    },
  }
}
