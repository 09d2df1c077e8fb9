/** What workers and sweeps ask a database with many finished tasks for, as statements. */
import { overdueDeliveries } from '../src/db/deliveries.ts'
import { claimDeliveries, recordAttempts } from '../src/db/delivery-claims.ts'
import { reopenDelivery } from '../src/db/delivery-list.ts'
import { engineLoads, medianSeconds } from '../src/db/engine-load.ts'
import { countOpenTasks, countPendingDeliveries, sumCredits } from '../src/db/metrics.ts'
import type { Queryable } from '../src/db/queryable.ts'
import { claimTasks } from '../src/db/task-moves.ts'
import { expiredTasks, openTasks } from '../src/db/tasks.ts'
import { newId } from '../src/ids.ts'
import { deliveryOfCopy } from './fill-finished.ts'
import type { Measure } from './million-calls.ts'

const worker = 'bench'
/** Nobody else claims what is claimed here. */
const claimSeconds = 3600

/** The task is one that is open. The copies' deliveries, one after another, are told once more. */
export function statementsOf(db: Queryable, openTask: string): Measure[] {
  let number = 0
  const waiting = () => deliveryOfCopy(number)
  const reopen = async () => {
    number += 1
    found([await reopenDelivery(db, waiting())])
  }
  const claim = async () => found(await claimDeliveries(db, [waiting()], worker, claimSeconds))
  const attempt = {
    number: 2,
    status: 200,
    error: null,
    milliseconds: 12,
    state: 'delivered',
    retrySeconds: 0,
  } as const
  return [
    {
      name: 'a task is claimed',
      run: async () => {
        const claims = await claimTasks(db, [
          { taskId: openTask, engine: 'scripted', claim: { id: newId(), worker }, intends: false },
        ])
        found([...claims])
      },
    },
    { name: 'a delivery is claimed', prepare: reopen, run: claim },
    {
      name: 'an attempt is recorded',
      prepare: async () => {
        await reopen()
        await claim()
      },
      run: async () => found([...(await recordAttempts(db, [{ ...attempt, deliveryId: waiting() }]))]),
    },
    { name: 'sweep: open tasks', run: () => openTasks(db) },
    { name: 'sweep: overdue deliveries', run: () => overdueDeliveries(db) },
    { name: 'sweep: expired tasks', run: () => expiredTasks(db, 100) },
    { name: 'metrics: open tasks', run: () => countOpenTasks(db) },
    { name: 'metrics: pending deliveries', run: () => countPendingDeliveries(db) },
    { name: 'metrics: credits', run: () => sumCredits(db) },
    { name: 'engines: loads', run: () => engineLoads(db) },
    { name: 'engines: usual seconds', run: () => medianSeconds(db, 'scripted') },
  ]
}

function found(rows: readonly unknown[]): void {
  if (rows.length !== 1 || rows[0] === undefined) throw new Error(`${rows.length} rows were taken instead of one`)
}
