/** The endpoints of an account: made within its limit, checked before they are called, tried by a test event. */
import { invalidField } from '../contract/field-errors.ts'
import type { WebhookEventType } from '../contract/openai/webhook-endpoints.ts'
import { lockAccount } from '../db/accounts.ts'
import type { Database } from '../db/connect.ts'
import { countEndpoints, insertEndpoint, type NewEndpoint, type WebhookEndpointRow } from '../db/webhook-endpoints.ts'
import { RushesError } from '../errors.ts'
import { newId, newWebhookSecret } from '../ids.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { videoEvent } from './enqueue-events.ts'
import { postSigned } from './post-signed.ts'
import type { Secrets } from './sign.ts'

export const maxEndpointsOfAccount = 20

/** What an endpoint's deliveries are signed with. */
export const secretsOf = (row: WebhookEndpointRow): Secrets => ({
  webhookSecret: row.secret,
  previousSecret: row.previous_until && row.previous_until > new Date() ? row.previous_secret : null,
  callbackSecret: null,
})

/** Makes an endpoint of an account. Throws `invalid_parameters` when it has as many as it may have. */
export function openEndpoint(db: Database, accountId: string, endpoint: NewEndpoint): Promise<WebhookEndpointRow> {
  return db.transaction(async (tx) => {
    await lockAccount(tx, accountId)
    if ((await countEndpoints(tx, accountId)) >= maxEndpointsOfAccount) {
      const sentence = `There are ${maxEndpointsOfAccount} webhook endpoints already; delete one first.`
      throw new RushesError('invalid_parameters', sentence)
    }
    return insertEndpoint(tx, { id: newId(), accountId, ...endpoint, secret: newWebhookSecret() })
  })
}

/** Throws `invalid_parameters` for an address that this server must not call, as far as its text can tell. */
export function checkEndpointUrl(guardedFetch: GuardedFetch, url: string): void {
  try {
    guardedFetch.checkUrl(url)
  } catch (error) {
    if (error instanceof RushesError) throw invalidField('url', url, error.message.replace(/\.$/, ''))
    throw error
  }
}

/**
 * Sends a sample event to an endpoint, once, now, and resolves to the status it answered. Throws `invalid_parameters`
 * when it does not answer.
 */
export async function testEndpoint(
  guardedFetch: GuardedFetch,
  row: WebhookEndpointRow,
  type: WebhookEventType,
  signal: AbortSignal,
): Promise<number> {
  const id = newId()
  const event = videoEvent(type, { taskId: id, videoId: `video_${id.replaceAll('-', '')}`, at: new Date() })
  const message = { id, url: row.url, body: JSON.stringify(event) }
  const { status, error } = await postSigned(guardedFetch, message, secretsOf(row), signal)
  if (status !== null) return status
  throw new RushesError('invalid_parameters', `The endpoint did not answer: ${error ?? 'the reason is not known.'}`)
}
