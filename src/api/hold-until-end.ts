import type { FastifyReply } from 'fastify'
import { followSignals } from '../clock.ts'
import type { WaitOptions } from '../dispatch/wait-for-task.ts'
import type { ApiContext } from './api-context.ts'

export type Held = 'ended' | 'over' | 'stopping'

/**
 * Holds a call open until its task has ended, `seconds` have passed or the caller is gone (`over`), or the server stops.
 * Whichever it is, the task goes on.
 */
export async function holdUntilEnd(
  context: ApiContext,
  reply: FastifyReply,
  taskId: string,
  seconds: number,
  options: WaitOptions = {},
): Promise<Held> {
  const gone = new AbortController()
  const abort = () => gone.abort()
  reply.raw.once('close', abort)
  try {
    return await waitUntilEnd(context, taskId, seconds, options, gone.signal)
  } finally {
    reply.raw.off('close', abort)
  }
}

/** The same for a caller whose going `gone` says. */
export async function waitUntilEnd(
  context: ApiContext,
  taskId: string,
  seconds: number,
  options: WaitOptions,
  gone: AbortSignal,
): Promise<Held> {
  const timeUp = new AbortController()
  const timer = setTimeout(() => timeUp.abort(), seconds * 1000)
  using any = followSignals([timeUp.signal, gone, context.stopping])
  try {
    await context.waiters.wait(taskId, options, any.signal)
    return 'ended'
  } catch (error) {
    if (context.stopping.aborted) return 'stopping'
    if (!timeUp.signal.aborted && !gone.aborted) throw error
    return 'over'
  } finally {
    clearTimeout(timer)
  }
}
