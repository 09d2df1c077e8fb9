import { RushesError } from '../errors.ts'

/** What went wrong with a fetch, for callers that decide whether to try again. */
export type FetchFailure =
  /** Not an http(s) URL, or one with credentials in it. */
  | 'url'
  /** The host is, or resolves to, an address that is not on the public internet. */
  | 'address'
  /** The host name does not resolve. */
  | 'resolve'
  /** Refused, unreachable, or the TLS handshake failed. */
  | 'connect'
  | 'timeout'
  /** Too many redirects, or one without a usable target. */
  | 'redirect'
  | 'too_large'
  /** The connection broke, or what came is not HTTP. */
  | 'broken'

/** A fetch that failed. Its message names the URL's host, never credentials, path or query. */
export class FetchError extends RushesError {
  readonly failure: FetchFailure

  constructor(failure: FetchFailure, message: string, cause?: unknown) {
    super(failure === 'too_large' ? 'content_too_large' : 'invalid_parameters', message, { cause })
    this.name = 'FetchError'
    this.failure = failure
  }
}
