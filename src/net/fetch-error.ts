import { RushesError } from '../errors.ts'

/** What went wrong with a fetch, for callers that decide whether to try again. */
export type FetchFailure =
  /** Not an http(s) URL, or one with credentials in it. */
  | 'url'
  /** The host is, or resolves to, an address that is not on the public internet. */
  | 'address'
  /** The host name does not resolve. */
  | 'resolve'
  /** Refused, unreachable, not connected to in time, or the TLS handshake failed: nothing was sent. */
  | 'connect'
  /** The answer was not complete in time. */
  | 'timeout'
  /** Too many redirects, or one without a usable target. */
  | 'redirect'
  | 'too_large'
  /** An answer came whose status is not the one needed; thrown by who needs it, never by the fetch itself. */
  | 'status'
  /** The connection broke, or what came is not HTTP. */
  | 'broken'

/**
 * A fetch that failed. The message starts with the URL's host, names neither credentials, path nor query, and ends
 * without a full stop, so that it can stand inside a longer sentence.
 */
export class FetchError extends RushesError {
  readonly failure: FetchFailure

  constructor(failure: FetchFailure, message: string, cause?: unknown) {
    super(failure === 'too_large' ? 'content_too_large' : 'invalid_parameters', message, { cause })
    this.name = 'FetchError'
    this.failure = failure
  }
}

const connectFailures: Record<string, string> = {
  ECONNREFUSED: 'refused the connection',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  EADDRNOTAVAIL: 'cannot be reached',
  ETIMEDOUT: 'could not be connected to in time',
  ENOTFOUND: 'could not be resolved: there is no such name',
  EAI_AGAIN: 'could not be resolved: the name server did not answer',
}

/** Puts what undici, net, tls or dns threw into a sentence; a FetchError stays as it is. */
export function explainFailure(host: string, error: unknown): FetchError {
  if (error instanceof FetchError) return error
  const code = codeOf(error)
  const known = connectFailures[code]
  if (known) return new FetchError(known.includes('resolved') ? 'resolve' : 'connect', `${host} ${known}`, error)
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return new FetchError('connect', `${host} has no valid TLS certificate or speaks no TLS (${code})`, error)
  }
  if ((error instanceof Error && error.name === 'HTTPParserError') || code.startsWith('UND_ERR_HEADERS')) {
    return new FetchError('broken', `${host} answered with something that is not HTTP`, error)
  }
  return new FetchError('broken', `${host} broke the connection before its answer was complete`, error)
}

/** The first code found in an error, its parts (happy eyeballs fail as an AggregateError) or its cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error instanceof AggregateError) {
    const codes = error.errors.map(codeOf)
    return codes.find((code) => code === 'ECONNREFUSED') ?? codes.find((code) => code !== '') ?? ''
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return code || codeOf(error.cause)
}
