import { type Batches, createBatches } from '../batches.ts'
import { type Allowance, lockAllowances, type NewTask } from '../db/accepted-tasks.ts'
import { UsedMeanwhile } from '../dispatch/create-task.ts'
import type { Dispatch } from '../dispatch/dispatch.ts'
import { insertTasks, type JoiningTask, sayCreated } from '../dispatch/insert-tasks.ts'
import type { RushesError } from '../errors.ts'
import { tooMany, uncovered } from './allowance.ts'

/** What became of a request: a task when there is no refusal. */
export type Verdict = RushesError | UsedMeanwhile | undefined

const mostTogether = 100

/**
 * Makes tasks of requests. Two of one application must take turns, so that neither spends what the other does; all that
 * come while others are being accepted go together, in one transaction with one flush to disk. Each is covered on its
 * own, in the order in which they came.
 */
export function createAccepting(
  dispatch: Dispatch,
  openTasks: { ofKey: number; ofAccount: number },
): Batches<NewTask, Verdict> {
  return createBatches(async (asked) => {
    const verdicts = await dispatch.db.transaction(async (tx) => {
      const applicationIds = asked.map(({ applicationId }) => applicationId)
      const keyIds = asked.map(({ keyId }) => keyId)
      const allowances = await lockAllowances(tx, applicationIds, keyIds)
      const joining: JoiningTask[] = []
      const refusals = asked.map((task) => {
        const allowance = allowances.get(task.applicationId)
        const refusal =
          uncovered(allowance, task.keyId, task.credits) ?? (allowance && tooMany(allowance, task.keyId, openTasks))
        if (!refusal && allowance) joining.push(join(allowance, task))
        return refusal
      })
      const made = joining.length > 0 ? await insertTasks(dispatch, tx, joining) : new Set<string>()
      return asked.map(({ id }, index) => refusals[index] ?? (made.has(id) ? undefined : new UsedMeanwhile()))
    })
    for (const [index, task] of asked.entries()) if (verdicts[index] === undefined) sayCreated(dispatch, task)
    return verdicts
  }, mostTogether)
}

/** Takes what a task holds off the allowance, for those that come after it. */
function join(allowance: Allowance, task: NewTask): JoiningTask {
  const key = allowance.keys.get(task.keyId)
  const joining = { ...task, openOfKey: key?.open_tasks ?? 0, openOfAccount: allowance.open_tasks }
  allowance.balance -= task.credits
  allowance.reserved += task.credits
  allowance.open_tasks++
  if (key) {
    key.spent += task.credits
    key.open_tasks++
  }
  return joining
}
