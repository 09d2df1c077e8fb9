import { Readable } from 'node:stream'
import type { Database } from '../db/connect.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { inboxTokenOf, maxInboxBodyBytes, takeDelivery } from './inbox.ts'

/**
 * A way out that takes what is sent to an inbox of this very server without a connection: it may live at an address
 * that nobody here may call, or behind a proxy that this machine cannot reach.
 */
export function withOwnInboxes(outside: GuardedFetch, db: Database, publicUrl: string): GuardedFetch {
  return {
    async request(url, request, signal) {
      const token = inboxTokenOf(publicUrl, url)
      if (token === undefined || request.method !== 'POST' || typeof request.body !== 'string') {
        return outside.request(url, request, signal)
      }
      const bytes = Buffer.from(request.body)
      const known = await takeDelivery(db, token, {
        method: request.method,
        headers: request.headers ?? {},
        body: bytes.subarray(0, maxInboxBodyBytes),
        truncated: bytes.length > maxInboxBodyBytes,
      })
      return { status: known ? 204 : 404, headers: {}, url, body: Readable.from([]) }
    },
    checkUrl(url) {
      if (inboxTokenOf(publicUrl, url) === undefined) outside.checkUrl(url)
    },
    close: () => outside.close(),
  }
}
