import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { type Secrets, signatureHeaders } from './sign.ts'

const connectTimeoutMilliseconds = 5_000
/** Connecting included. */
const totalTimeoutMilliseconds = 10_000
/** What of a receiver's answer is let pass after its status: as much as a page, and as long as it is on its way. */
const mostPassing = { bytes: 65_536, milliseconds: 500 }

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
        // The receiver knows it by its id.
        repeatable: true,
        // The status has said all: the body is let pass, however long it claims to be.
        maxBytes: Number.MAX_SAFE_INTEGER,
        connectTimeoutMs: connectTimeoutMilliseconds,
        totalTimeoutMs: totalTimeoutMilliseconds,
      },
      signal,
    )
    const posted = { status: answer.status, error: null, milliseconds: milliseconds(), headers }
    await letPass(answer.body)
    return posted
  } catch (error) {
    signal.throwIfAborted()
    return { status: null, error: (error as Error).message, milliseconds: milliseconds(), headers }
  }
}

/** Reads a body to its end, so that its connection can be used again, but for one that is long or slow. */
async function letPass(body: Readable): Promise<void> {
  const timer = setTimeout(() => body.destroy(), mostPassing.milliseconds)
  let bytes = 0
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > mostPassing.bytes) body.destroy()
  })
  await once(body, 'close').catch(() => {})
  clearTimeout(timer)
}
