import type { Database } from '../db/connect.ts'
import { reopenDelivery } from '../db/delivery-list.ts'
import type { Queue } from '../db/queue.ts'
import { attemptJob, deliverQueue } from './enqueue-callback.ts'

/** Makes a delivery due now, whatever became of it. False when it is being sent at this moment. */
export async function sendAgain({ db, queue }: { db: Database; queue: Queue }, id: string): Promise<boolean> {
  const delivery = await reopenDelivery(db.root, id)
  if (!delivery) return false
  // The next attempt may have a job already, which waits for its time; should this be lost, the sweep makes up for it.
  await queue.resend(deliverQueue, attemptJob(delivery, delivery.attempts + 1))
  return true
}
