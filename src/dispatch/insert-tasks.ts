import { insertAcceptedTasks, type NewTask } from '../db/accepted-tasks.ts'
import type { Tx } from '../db/queryable.ts'
import { notifyAccounts } from '../db/wake.ts'
import { type Dispatch, queueOf } from './dispatch.ts'
import { sayTaskEvent } from './task-events.ts'

/** A task that joins its key's and its account's open ones, each counted before it. */
export interface JoiningTask extends NewTask {
  openOfKey: number
  openOfAccount: number
}

/** Beyond this many open tasks one more makes no difference to the order. */
const maxCountedTasks = 1000

/**
 * Makes tasks in the transaction that holds their applications' rows: their records and their jobs, and whoever watches
 * their accounts is told when it commits. Returns the ids of those that were made: all, but for those whose idempotency key
 * another request used first.
 */
export async function insertTasks({ queue }: Dispatch, tx: Tx, tasks: readonly JoiningTask[]): Promise<Set<string>> {
  const made = await insertAcceptedTasks(tx, tasks)
  const joined = tasks.filter(({ id }) => made.has(id))
  for (const [engine, ofEngine] of Map.groupBy(joined, (task) => task.engine)) {
    const jobs = ofEngine.map((task) => ({
      jobId: task.id,
      subject: task.id,
      priority: priorityOf(task),
      keyId: task.keyId,
    }))
    await queue.sendAll(tx, queueOf(engine), jobs)
  }
  const news = joined.map(({ id, accountId }) => ({
    accountId,
    event: { event: 'task' as const, data: { id, state: 'queued' as const, progress: 0 } },
  }))
  const applications = new Map(joined.map(({ applicationId, accountId }) => [applicationId, accountId]))
  const changes = [...applications].map(([id, accountId]) => ({
    accountId,
    event: { event: 'application' as const, data: { id } },
  }))
  await notifyAccounts(tx, [...news, ...changes])
  return made
}

/** Says that a task was made, when that has been committed. */
export function sayCreated(dispatch: Dispatch, { id, traceId, engine, model }: NewTask): void {
  sayTaskEvent(dispatch, { id, trace_id: traceId, engine, model }, { type: 'created', model, engine })
}

/**
 * A caller's tenth open task comes after everybody's first: who sends a thousand starves neither others nor, with one key,
 * the other keys of the account.
 */
const priorityOf = ({ openOfKey, openOfAccount }: JoiningTask): number =>
  -Math.min(openOfKey, maxCountedTasks - 1) - Math.min(openOfAccount, maxCountedTasks - 1)
