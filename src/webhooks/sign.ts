import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/**
 * The headers that let a receiver check a callback: Standard Webhooks (standardwebhooks.com) with the account's secret,
 * and, when the create call gave a `callback_secret`, the hex HMAC-SHA256 of the raw body under it.
 */
export function signatureHeaders(
  message: { id: string; body: string; at: Date },
  secrets: { webhookSecret: string; callbackSecret: string | null },
): Record<string, string> {
  const { id, body, at } = message
  const headers: Record<string, string> = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secrets.webhookSecret).sign(id, at, body),
  }
  if (secrets.callbackSecret !== null) {
    headers['x-callback-signature'] = createHmac('sha256', secrets.callbackSecret).update(body).digest('hex')
  }
  return headers
}
