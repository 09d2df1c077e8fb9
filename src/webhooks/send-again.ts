import type { Database } from '../db/connect.ts'
import { waitingDeliveries } from '../db/deliveries.ts'
import { reopenDelivery } from '../db/delivery-list.ts'
import type { Queue } from '../db/queue.ts'
import { enqueueLook } from './enqueue-callback.ts'

/** What waits for one endpoint and is sent at once when it may be tried again; the sweep takes up the rest. */
const mostAtOnce = 1000

/** Makes a delivery due now, whatever became of it. False when it is being sent at this moment. */
export function sendAgain({ db, queue }: { db: Database; queue: Queue }, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const delivery = await reopenDelivery(tx, id)
    if (delivery) await enqueueLook(tx, queue, delivery, 0)
    return delivery !== undefined
  })
}

/** Sends what waits for an endpoint that has another address, or is enabled again. */
export async function sendWaiting(parts: { db: Database; queue: Queue }, endpointId: string): Promise<void> {
  for (const id of await waitingDeliveries(parts.db.root, endpointId, mostAtOnce)) await sendAgain(parts, id)
}
