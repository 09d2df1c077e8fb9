import type { LookupAddress } from 'node:dns'
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'

export { FetchError, type FetchFailure } from './fetch-error.ts'

/** Resolves a host name to every address it has; the default is the operating system's resolver. */
export type Lookup = (hostname: string) => Promise<LookupAddress[]>

export interface GuardedRequest {
  /** Default GET. */
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Record<string, string>
  /** A FormData is sent as multipart/form-data, its boundary in the content-type header. */
  body?: string | Uint8Array | Readable | FormData
  /** The most bytes of the answer's body that are read. */
  maxBytes: number
  /** Resolve, connect and TLS handshake of one hop. */
  connectTimeoutMs: number
  /** Everything: all hops, headers and the last byte of the body. */
  totalTimeoutMs: number
  /** Default 5. Only GET and HEAD follow redirects; the answer to another method is returned as it is. */
  maxRedirects?: number
}

export interface GuardedResponse {
  status: number
  /** Names in lower case. */
  headers: IncomingHttpHeaders
  /** Where the answer came from, after redirects. */
  url: string
  /** Fails with FetchError when it is too large, late or cut off. Read it to its end or destroy it. */
  body: Readable
}

/** The one way out of the server: every connection goes to an address that was checked, and to no other. */
export interface GuardedFetch {
  /**
   * Sends one request. Any HTTP status is an answer, not an error.
   * @throws FetchError (kind `invalid_parameters`, or `content_too_large`); the signal's reason when aborted
   */
  request(url: string, request: GuardedRequest, signal: AbortSignal): Promise<GuardedResponse>
  /**
   * What can be said of a URL without resolving its host: scheme, credentials, literal addresses.
   * @throws FetchError
   */
  checkUrl(url: string): void
  /** Ends every connection. */
  close(): Promise<void>
}

export interface GuardedFetchOptions {
  /** True lets the operator's own engines on private networks be reached. Metadata services stay so too: use it for operator URLs only. */
  allowPrivateAddresses: boolean
  lookup?: Lookup
}

export declare function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch
