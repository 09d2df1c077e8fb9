import { createBatches } from '../batches.ts'
import { isTerminal, type TaskState } from '../contract/task-state.ts'
import { isDatabaseAway } from '../database-away.ts'
import type { Database } from '../db/connect.ts'
import { statesOf } from '../db/tasks.ts'
import { parseLiveEvent } from '../db/wake.ts'

export interface WaitOptions {
  /**
   * Called for each change of the open task and each sign of progress (percent), with its place in the queue of the engine
   * where that tells it.
   */
  onProgress?: ((state: TaskState, percent: number, queuePosition?: number) => void) | undefined
}

export interface Waiter extends WaitOptions {
  /** Called once: the task has ended, the server stops, or the tables cannot be read. Nothing is called after it. */
  over(how: 'ended' | 'stopping' | Error): void
}

/** Thousands may wait at once, each for an hour: what one of them keeps in memory is a record, and no signal of its own. */
export interface Waiters {
  add(taskId: string, waiter: Waiter): void
  /** Nothing is called after it. */
  remove(taskId: string, waiter: Waiter): void
  close(): void
}

/** All waiters are looked up in one query, this often, in case a wake-up was missed. */
const backstopMilliseconds = 5_000
const mostLookedUp = 1000

/** Callers that are held open until their task ends: woken by NOTIFY, never polling one by one. */
export function createWaiters(db: Database, stopping: AbortSignal): Waiters {
  const waiting = new Map<string, readonly Waiter[]>()
  const lookUp = createBatches<string, boolean>(async (ids) => {
    const open = await openOf(ids)
    return ids.map((id) => open.has(id))
  }, mostLookedUp)
  const end = (id: string, how: 'ended' | 'stopping') => {
    const waiters = waiting.get(id) ?? []
    waiting.delete(id)
    for (const waiter of waiters) waiter.over(how)
  }
  const endAll = () => {
    for (const id of [...waiting.keys()]) end(id, 'stopping')
  }
  stopping.addEventListener('abort', endAll, { once: true })
  const stops = [
    db.wake.on('task', (id) => end(id, 'ended')),
    db.wake.on('account', (subject) => {
      if (waiting.size === 0) return
      const told = parseLiveEvent(subject)
      if (told?.event !== 'task' || isTerminal(told.data.state)) return
      const { data } = told
      for (const waiter of waiting.get(data.id) ?? []) {
        waiter.onProgress?.(data.state, data.progress, data.queue_position)
      }
    }),
    db.wake.onGap(() => void lookAll()),
  ]
  const backstop = setInterval(() => void lookAll(), backstopMilliseconds)

  async function openOf(ids: readonly string[]): Promise<Set<string>> {
    const found = await statesOf(db.root, ids)
    return new Set(found.filter(({ state }) => !isTerminal(state)).map(({ id }) => id))
  }

  async function lookAll(): Promise<void> {
    if (waiting.size === 0) return
    const ids = [...waiting.keys()]
    // A database that does not answer now is asked again by the next backstop.
    const open = await openOf(ids).catch(() => undefined)
    if (open) for (const id of ids) if (!open.has(id)) end(id, 'ended')
  }

  function remove(taskId: string, waiter: Waiter): boolean {
    const waiters = waiting.get(taskId)
    if (!waiters?.includes(waiter)) return false
    if (waiters.length === 1) waiting.delete(taskId)
    else
      waiting.set(
        taskId,
        waiters.filter((one) => one !== waiter),
      )
    return true
  }

  return {
    add(taskId, waiter) {
      waiting.set(taskId, [...(waiting.get(taskId) ?? []), waiter])
      // It may have ended, or the server may have begun to stop, before this began to listen.
      if (stopping.aborted) return queueMicrotask(() => remove(taskId, waiter) && waiter.over('stopping'))
      lookUp.add(taskId).then(
        (isOpen) => !isOpen && remove(taskId, waiter) && waiter.over('ended'),
        // While the database does not answer, the task is waited for all the same: the backstop looks again.
        (error: Error) => !isDatabaseAway(error) && remove(taskId, waiter) && waiter.over(error),
      )
    },
    remove,
    close() {
      clearInterval(backstop)
      stopping.removeEventListener('abort', endAll)
      for (const stop of stops) stop()
    },
  }
}

/** Resolves when the task has ended; rejects with the signal's reason, or when the server stops. */
export function waitForEnd(waiters: Waiters, taskId: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiter: Waiter = {
      over(how) {
        signal.removeEventListener('abort', abort)
        if (how === 'ended') resolve()
        else reject(how === 'stopping' ? new Error('the server is stopping') : how)
      },
    }
    const abort = () => {
      waiters.remove(taskId, waiter)
      reject(signal.reason)
    }
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    waiters.add(taskId, waiter)
  })
}
