import type { WebhookEvent, WebhookEventType } from '../contract/openai/webhook-endpoints.ts'
import { insertDelivery } from '../db/deliveries.ts'
import type { Tx } from '../db/queryable.ts'
import type { Queue } from '../db/queue.ts'
import { endpointsFor } from '../db/webhook-endpoints.ts'
import { newId } from '../ids.ts'
import { enqueueAttempt } from './enqueue-callback.ts'

/** The event that tells the end of a task. Its id is the task's, so that nobody counts it twice. */
export function videoEvent(type: WebhookEventType, video: { taskId: string; videoId: string; at: Date }): WebhookEvent {
  const { taskId, videoId, at } = video
  const created_at = Math.floor(at.getTime() / 1000)
  return { id: `evt_${taskId.replaceAll('-', '')}`, object: 'event', created_at, type, data: { id: videoId } }
}

/** Records that an event is to be told to the endpoints of the account that ask for it, in the transaction of the event. */
export async function enqueueEvents(tx: Tx, queue: Queue, accountId: string, taskId: string, event: WebhookEvent) {
  const body = JSON.stringify(event)
  for (const { id: endpointId, url } of await endpointsFor(tx, accountId, event.type)) {
    const id = newId()
    await insertDelivery(tx, { id, accountId, taskId, url, body, endpointId, eventType: event.type })
    await enqueueAttempt(tx, queue, { id, account_id: accountId, endpoint_id: endpointId, url }, 1, 0)
  }
}
