import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { type Secrets, signatureHeaders } from './sign.ts'

const connectTimeoutMilliseconds = 5_000
/** Connecting included. */
const totalTimeoutMilliseconds = 10_000

export interface Posted {
  /** What the receiver answered; null when it did not. */
  status: number | null
  error: string | null
  milliseconds: number
  /** As sent. */
  headers: Record<string, string>
}

/** Whether an answer ends a delivery. */
export const isTaken = ({ status }: { status: number | null }): boolean =>
  status !== null && status >= 200 && status < 300

/** POSTs a signed message to its receiver, once. Only the signal makes it reject. */
export async function postSigned(
  guardedFetch: GuardedFetch,
  message: { id: string; url: string; body: string },
  secrets: Secrets,
  signal: AbortSignal,
  more: Record<string, string> = {},
): Promise<Posted> {
  const { id, url, body } = message
  const headers = {
    'content-type': 'application/json',
    ...more,
    ...signatureHeaders({ id, body, at: new Date() }, secrets),
  }
  const started = performance.now()
  const milliseconds = () => Math.round(performance.now() - started)
  try {
    const answer = await guardedFetch.request(
      url,
      {
        method: 'POST',
        headers,
        body,
        // The status has said all: the body is not read, however long it claims to be.
        maxBytes: Number.MAX_SAFE_INTEGER,
        connectTimeoutMs: connectTimeoutMilliseconds,
        totalTimeoutMs: totalTimeoutMilliseconds,
      },
      signal,
    )
    answer.body.on('error', () => {}).destroy()
    return { status: answer.status, error: null, milliseconds: milliseconds(), headers }
  } catch (error) {
    signal.throwIfAborted()
    return { status: null, error: (error as Error).message, milliseconds: milliseconds(), headers }
  }
}
