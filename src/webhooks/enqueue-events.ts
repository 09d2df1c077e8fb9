import type { WebhookEvent, WebhookEventType } from '../contract/openai/webhook-endpoints.ts'
import type { NewDelivery } from '../db/deliveries.ts'
import type { Queryable } from '../db/queryable.ts'
import { endpointsOf } from '../db/webhook-endpoints.ts'
import { newId } from '../ids.ts'

/** The event that tells the end of a task. Its id is the task's, so that nobody counts it twice. */
export function videoEvent(type: WebhookEventType, video: { taskId: string; videoId: string; at: Date }): WebhookEvent {
  const { taskId, videoId, at } = video
  const created_at = Math.floor(at.getTime() / 1000)
  return { id: `evt_${taskId.replaceAll('-', '')}`, object: 'event', created_at, type, data: { id: videoId } }
}

/** The deliveries of events to those endpoints of the accounts that ask for them. */
export async function eventDeliveries(
  db: Queryable,
  told: readonly { accountId: string; taskId: string; event: WebhookEvent }[],
): Promise<NewDelivery[]> {
  const endpoints = await endpointsOf(db, [...new Set(told.map(({ accountId }) => accountId))])
  return told.flatMap(({ accountId, taskId, event }) =>
    endpoints
      .filter(({ account_id, event_types }) => account_id === accountId && event_types.includes(event.type))
      .map(({ id: endpointId, url }) => ({
        ...{ id: newId(), accountId, taskId, url, endpointId, eventType: event.type },
        body: JSON.stringify(event),
      })),
  )
}
