import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

export interface Secrets {
  webhookSecret: string
  /** The one before a rotation, while it is still taken. */
  previousSecret: string | null
  /** The create call's own. */
  callbackSecret: string | null
}

/**
 * The headers that let a receiver check a callback: Standard Webhooks (standardwebhooks.com) with the account's secret,
 * and, when the create call gave a `callback_secret`, the hex HMAC-SHA256 of the raw body under it.
 */
export function signatureHeaders(
  message: { id: string; body: string; at: Date },
  secrets: Secrets,
): Record<string, string> {
  const { id, body, at } = message
  const headers: Record<string, string> = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    // A receiver takes a message that one of the signatures fits.
    'webhook-signature': [secrets.webhookSecret, secrets.previousSecret]
      .filter((secret) => secret !== null)
      .map((secret) => new Webhook(secret).sign(id, at, body))
      .join(' '),
  }
  if (secrets.callbackSecret !== null) {
    headers['x-callback-signature'] = createHmac('sha256', secrets.callbackSecret).update(body).digest('hex')
  }
  return headers
}
