import { lookup as dnsLookup } from 'node:dns/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import { followSignals } from '../clock.ts'
import { createAddressPolicy } from './address.ts'
import { createUrlCheck } from './check-url.ts'
import { type Connection, createConnections, sendOver } from './connections.ts'
import type { Lookup } from './connector.ts'
import { explainFailure, FetchError } from './fetch-error.ts'
import { limitBody, tooLarge } from './limit-body.ts'
import { isRedirect, nextHop } from './redirect.ts'

export { FetchError, type FetchFailure } from './fetch-error.ts'
export type { Lookup }

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
  /**
   * Whether the server may be sent it twice; default for GET and HEAD. Only such a request uses a connection that was kept,
   * and goes again over a new one when that breaks before there is an answer, as it does when the server has just closed it.
   */
  repeatable?: boolean
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
   * Sends one request on a connection of its own. Any HTTP status is an answer, not an error.
   * @throws FetchError (kind `invalid_parameters`, or `content_too_large`); the signal's reason when aborted
   */
  request(url: string, request: GuardedRequest, signal: AbortSignal): Promise<GuardedResponse>
  /**
   * What can be said of a URL without resolving its host: scheme, credentials, literal addresses, localhost.
   * @throws FetchError
   */
  checkUrl(url: string): void
  /** Ends every request under way. */
  close(): Promise<void>
}

export interface GuardedFetchOptions {
  /**
   * True: private networks and this machine may be reached, for URLs the operator wrote. A list of CIDR blocks: these
   * too. Link-local addresses and cloud platforms' metadata services are never reached unless listed.
   */
  allowPrivateAddresses: boolean | readonly string[]
  /** Default: the operating system's resolver. */
  lookup?: Lookup
  /** Whether repeatable requests use connections again, for servers that are asked often. Default false. */
  keepConnections?: boolean
}

export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const policy = createAddressPolicy(options.allowPrivateAddresses)
  const lookup = options.lookup ?? ((hostname) => dnsLookup(hostname, { all: true }))
  const parseUrl = createUrlCheck(policy, options.allowPrivateAddresses === false)
  const closing = new AbortController()
  const connections = createConnections(policy, lookup)

  async function request(address: string, request: GuardedRequest, signal: AbortSignal): Promise<GuardedResponse> {
    let url = parseUrl(address)
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), request.totalTimeoutMs)
    const followed = followSignals([signal, deadline.signal, closing.signal])
    const budget = { connectTimeoutMs: request.connectTimeoutMs, signal: followed.signal }
    const method = request.method ?? 'GET'
    const follows = method === 'GET' || method === 'HEAD'
    const repeatable = (request.repeatable ?? follows) && !(request.body instanceof Readable)
    const keeps = options.keepConnections === true && repeatable
    const explain = (error: unknown): Error => {
      if (signal.aborted) return asError(signal.reason)
      if (closing.signal.aborted) return asError(closing.signal.reason)
      if (!deadline.signal.aborted) return explainFailure(url.host, error)
      const seconds = request.totalTimeoutMs / 1000
      return new FetchError('timeout', `${url.host} did not complete its answer within ${seconds} s`, error)
    }

    let connection: Connection | undefined
    const release = (whole: boolean) => {
      clearTimeout(timer)
      followed[Symbol.dispose]()
      if (!connection) return
      if (keeps && whole) connections.keep(connection)
      else connections.drop(connection)
    }
    try {
      const { body, contentType } = await encodeBody(request.body)
      let headers = { ...lowerCaseNames(request.headers), ...contentType }
      for (let hop = 0; ; hop++) {
        const { origin, pathname, search } = url
        const allHeaders = { 'user-agent': 'rushes', accept: '*/*', ...headers, 'accept-encoding': 'identity' }
        const sent = { origin, method, path: pathname + search, headers: allHeaders, body }
        const { answer, ...over } = await sendOver(connections, sent, budget, keeps)
        connection = over.connection
        if (follows && isRedirect(answer.statusCode)) {
          answer.body.on('error', () => {}).destroy()
          connections.drop(connection)
          const next = nextHop(url, answer.headers.location, headers, hop < (request.maxRedirects ?? 5))
          url = parseUrl(next.url)
          headers = next.headers
          continue
        }
        const length = Number(answer.headers['content-length'])
        const success = answer.statusCode >= 200 && answer.statusCode < 300
        if (method !== 'HEAD' && success && length > request.maxBytes) {
          answer.body.on('error', () => {}).destroy()
          throw tooLarge(url.host, request.maxBytes)
        }
        const { host } = url
        const limited = limitBody(answer.body, { host, maxBytes: request.maxBytes, explain, release })
        return { status: answer.statusCode, headers: answer.headers, url: url.href, body: limited }
      }
    } catch (error) {
      release(false)
      throw explain(error)
    }
  }

  return {
    request,
    checkUrl: (url) => void parseUrl(url),
    async close() {
      closing.abort(new Error('the server is stopping'))
      await connections.close()
    },
  }
}

function lowerCaseNames(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

/** A form is encoded whole: with a content-length, which many servers need for multipart. */
async function encodeBody(body: GuardedRequest['body']): Promise<{
  body: string | Uint8Array | Readable | null
  contentType: Record<string, string>
}> {
  if (!(body instanceof FormData)) return { body: body ?? null, contentType: {} }
  const encoded = new Response(body)
  const type = encoded.headers.get('content-type') ?? 'multipart/form-data'
  return { body: Buffer.from(await encoded.arrayBuffer()), contentType: { 'content-type': type } }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
