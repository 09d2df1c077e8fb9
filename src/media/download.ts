import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { FetchError, type GuardedFetch } from '../net/guarded-fetch.ts'

const connectTimeoutMs = 10_000

export interface Downloaded {
  bytes: number
  /** Without parameters, in lower case; null when the host gave none. */
  contentType: string | null
}

/**
 * Streams what is behind a URL into a file that must not exist yet.
 * @throws FetchError, also for an answer that is not 2xx; the signal's reason when aborted
 */
export async function downloadFile(
  guardedFetch: GuardedFetch,
  source: { url: string; headers?: Record<string, string> },
  path: string,
  limits: { maxBytes: number; totalSeconds: number },
  signal: AbortSignal,
): Promise<Downloaded> {
  const answer = await guardedFetch.request(
    source.url,
    {
      headers: source.headers,
      maxBytes: limits.maxBytes,
      connectTimeoutMs,
      totalTimeoutMs: limits.totalSeconds * 1000,
    },
    signal,
  )
  if (answer.status < 200 || answer.status > 299) {
    answer.body.on('error', () => {}).destroy()
    throw new FetchError('status', `${new URL(answer.url).host} answered ${answer.status}`)
  }
  const file = createWriteStream(path, { flags: 'wx' })
  await pipeline(answer.body, file)
  const type = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return { bytes: file.bytesWritten, contentType: type || null }
}
