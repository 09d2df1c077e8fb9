import type { z } from 'zod'
import type { webhookTestResult } from '../contract/management/webhooks.ts'
import { newId } from '../ids.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { isTaken, postSigned } from './post-signed.ts'
import type { Secrets } from './sign.ts'

/** Sends a signed test event to a URL, once, now, and says what came of it. */
export async function sendTestEvent(
  guardedFetch: GuardedFetch,
  url: string,
  secrets: Secrets,
  signal: AbortSignal,
): Promise<z.infer<typeof webhookTestResult>> {
  const id = newId()
  const body = JSON.stringify({ success: true, test: true, task_id: id, trace_id: newId(), data: [] })
  const posted = await postSigned(guardedFetch, { id, url, body }, secrets, signal)
  return { delivered: isTaken(posted), ...posted, body }
}
