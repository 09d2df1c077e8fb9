import { type CreatedTask, type CreateTask, createTask } from '../dispatch/create-task.ts'
import { refuseUncovered } from './allowance.ts'
import type { Billing } from './billing.ts'
import { priceOf } from './prices.ts'

/**
 * Accepts a priced request: its credits are held in the very transaction that makes its task. Whoever cannot pay is
 * told before anything is fetched.
 * Throws `used_up`, `forbidden`, `too_many_requests` and what createTask throws; nothing is left then.
 */
export async function acceptTask(
  billing: Billing,
  call: Omit<CreateTask, 'charge'>,
  signal: AbortSignal,
): Promise<CreatedTask> {
  const { owner, create } = call
  const credits = priceOf(billing.prices, create.request)
  const charge: CreateTask['charge'] = {
    async check(fetches) {
      await billing.fullServer.refuse()
      if (fetches) await refuseUncovered(billing.dispatch.db.root, owner, credits)
    },
    async accept(task) {
      const refusal = await billing.accepting.add({ ...task, credits }, task.applicationId)
      if (refusal) throw refusal
    },
  }
  const task = await createTask(billing.dispatch, { ...call, charge }, signal)
  if (!task.known) billing.fullServer.accepted()
  return task
}
