import type { Database } from '../db/connect.ts'
import { makeWaitingDue } from '../db/deliveries.ts'
import { reopenDelivery } from '../db/delivery-list.ts'
import type { Tx } from '../db/queryable.ts'
import type { Queue } from '../db/queue.ts'
import { newId } from '../ids.ts'
import { attemptJob, deliverQueue, enqueueLook } from './enqueue-callback.ts'

/** What waits for one endpoint and is sent at once when it may be tried again; the sweep takes up the rest. */
const mostAtOnce = 1000

/** Makes a delivery due now, whatever became of it, also where its receiver rests. False when it is being sent at this moment. */
export function sendAgain({ db, queue }: { db: Database; queue: Queue }, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const delivery = await reopenDelivery(tx, id)
    if (delivery) await enqueueLook(tx, queue, delivery, 0)
    return delivery !== undefined
  })
}

/** Sends what waits for an endpoint, in the transaction that gives it another address or enables it again. */
export async function sendWaiting(tx: Tx, queue: Queue, endpointId: string): Promise<void> {
  const due = await makeWaitingDue(tx, endpointId, mostAtOnce)
  if (due.length === 0) return
  await queue.sendAll(
    tx,
    deliverQueue,
    due.map((delivery) => ({ ...attemptJob(delivery, 0), jobId: newId() })),
  )
}
