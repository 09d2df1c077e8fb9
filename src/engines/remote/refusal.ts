import { EngineFault, NotAccepted } from '../engine.ts'
import { isPolicyRefusal, serverWords } from './server-words.ts'

const maxRetryAfterMilliseconds = 600_000

/** What an answer to a start says when it is no success; `headers` in lower case. */
export interface RefusedStart {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: unknown
}

/**
 * What the answer to a start that is not 2xx means. A server that says no has no job: NotAccepted. One that broke
 * (500, 502, 504 and the like) may have it: EngineFault.
 */
export function explainRefusal(engine: string, { status, headers, body }: RefusedStart): NotAccepted | EngineFault {
  const words = serverWords(body)
  const said = words.message === '' ? `it answered ${status}` : words.message
  const retryAfterMilliseconds = retryAfterOf(headers)
  if (status >= 400 && isPolicyRefusal(words)) {
    return new NotAccepted('job', `The engine ${engine} refused the request: ${said}.`, { kind: 'forbidden' })
  }
  if (
    status === 402 ||
    (status === 403 && /used_up|quota|credit|balance|billing/.test(`${words.code} ${words.message}`))
  ) {
    return new NotAccepted('engine', `The engine ${engine} has no credit left (${status}).`, { cause: new Error(said) })
  }
  switch (status) {
    case 401:
    case 403:
      return new NotAccepted('engine', `The engine ${engine} does not accept this server's key (${status}).`, {
        cause: new Error(said),
      })
    case 404:
    case 405:
      return new NotAccepted('engine', `The engine ${engine} does not offer this (${status}): ${said}.`)
    case 408:
    case 425:
    case 429:
    case 503:
      return new NotAccepted('busy', `The engine ${engine} is full (${status}): ${said}.`, { retryAfterMilliseconds })
  }
  if (status >= 300 && status < 400) {
    return new NotAccepted('engine', `The engine ${engine} is somewhere else: its server redirects (${status}).`, {
      cause: new Error(`location: ${headers.location}`),
    })
  }
  if (status >= 400 && status < 500) {
    return new NotAccepted('job', `The engine ${engine} refused the request: ${said}.`)
  }
  return new EngineFault(`the engine ${engine} answered ${status}: ${said}`, {
    mayHaveArrived: true,
    retryAfterMilliseconds,
  })
}

/** The `retry-after` (seconds or a date) or `retry-after-ms` header as milliseconds from now, ten minutes at most. */
export function retryAfterOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  now = Date.now(),
): number | undefined {
  const exact = Number(headers['retry-after-ms'] ?? Number.NaN)
  if (exact >= 0) return Math.min(exact, maxRetryAfterMilliseconds)
  const text = headers['retry-after']
  if (typeof text !== 'string') return undefined
  const wait = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), maxRetryAfterMilliseconds)
}
