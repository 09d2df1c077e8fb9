import type { FastifyReply } from 'fastify'
import type { WaitOptions } from '../dispatch/wait-for-task.ts'
import type { ApiContext } from './api-context.ts'

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
): Promise<'ended' | 'over' | 'stopping'> {
  const over = new AbortController()
  const abort = () => over.abort()
  const timer = setTimeout(abort, seconds * 1000)
  reply.raw.once('close', abort)
  try {
    await context.waiters.wait(taskId, options, AbortSignal.any([over.signal, context.stopping]))
    return 'ended'
  } catch (error) {
    if (context.stopping.aborted) return 'stopping'
    if (!over.signal.aborted) throw error
    return 'over'
  } finally {
    clearTimeout(timer)
    reply.raw.off('close', abort)
  }
}
