import type { TaskRow } from '../db/tasks.ts'
import type { Owner } from '../dispatch/create-task.ts'
import { keptReferences } from '../dispatch/kept-references.ts'
import { newSeed } from '../ids.ts'
import { acceptTask } from './accept-task.ts'
import type { Billing } from './billing.ts'

/**
 * Makes a task anew: the same request with the references that were kept, another seed unless one was asked for, and the
 * price of today. Returns its id. Throws what acceptTask throws.
 */
export async function retryTask(
  billing: Billing,
  owner: Owner,
  task: TaskRow,
  traceId: string,
  signal: AbortSignal,
): Promise<string> {
  const seed = typeof task.request.seed === 'number' ? task.request.seed : newSeed()
  const create = {
    request: { ...task.generation, seed },
    references: await keptReferences(billing.dispatch, task.id),
    callbackUrl: task.callback_url ?? undefined,
    callbackSecret: task.callback_secret ?? undefined,
    answerAtOnce: true,
    timeoutSeconds: undefined,
  }
  const call = { owner, create, body: task.request, traceId, idempotencyKey: undefined }
  return (await acceptTask(billing, call, signal)).id
}
