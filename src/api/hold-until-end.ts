import type { FastifyReply } from 'fastify'
import type { Waiter, Waiters, WaitOptions } from '../dispatch/wait-for-task.ts'
import type { ApiContext } from './api-context.ts'

export type Held = 'ended' | 'over' | 'stopping'

/**
 * Holds a call open until its task has ended, `seconds` have passed or the caller is gone (`over`), or the server stops.
 * Whichever it is, the task goes on.
 */
export function holdUntilEnd(
  { waiters }: Pick<ApiContext, 'waiters'>,
  { raw }: Pick<FastifyReply, 'raw'>,
  taskId: string,
  seconds: number,
  options: WaitOptions = {},
): Promise<Held> {
  return wait(waiters, taskId, seconds, options, (gone) => {
    // Who left while the request was accepted is not heard of again.
    if (raw.destroyed) queueMicrotask(gone)
    raw.on('close', gone)
    return () => raw.off('close', gone)
  })
}

/** The same for a caller whose going `gone` says. */
export function waitUntilEnd(
  { waiters }: Pick<ApiContext, 'waiters'>,
  taskId: string,
  seconds: number,
  options: WaitOptions,
  gone: AbortSignal,
): Promise<Held> {
  return wait(waiters, taskId, seconds, options, (leave) => {
    if (gone.aborted) queueMicrotask(leave)
    gone.addEventListener('abort', leave, { once: true })
    return () => gone.removeEventListener('abort', leave)
  })
}

/** @param onGone calls back when the caller is gone, until the function that it returns is called */
function wait(
  waiters: Waiters,
  taskId: string,
  seconds: number,
  { onProgress }: WaitOptions,
  onGone: (gone: () => void) => () => void,
): Promise<Held> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      waiters.remove(taskId, waiter)
      waiter.over('over')
    }
    const waiter = {
      onProgress,
      over(how: Held | Error) {
        clearTimeout(timer)
        stopListening()
        if (how instanceof Error) reject(how)
        else resolve(how)
      },
    } satisfies Waiter
    const timer = setTimeout(leave, seconds * 1000)
    const stopListening = onGone(leave)
    waiters.add(taskId, waiter)
  })
}
