/**
 * The `fetch` that a provider's package is given: it goes the engine's way out and remembers what came of its last
 * call, because the SDK's models tell less of it than is needed to judge a start or a poll. One for each call.
 */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { FetchError, type GuardedFetch } from '../../net/guarded-fetch.ts'
import { EngineFault } from '../engine.ts'
import { mayHaveArrived } from '../remote/engine-http.ts'

const connectTimeoutMs = 10_000
/** Some providers answer with the film itself in base 64. */
const maxAnswerBytes = 256 * 1024 * 1024
const mostWordsBytes = 64 * 1024

export type Seen =
  | { answered: true; status: number; headers: Readonly<Record<string, string | string[] | undefined>>; body: unknown }
  | { answered: false; mayHaveArrived: boolean }

export interface ProviderFetch {
  fetch: typeof globalThis.fetch
  /** What came of the last call; nothing before the first. */
  seen(): Seen | undefined
}

export interface ProviderFetchOptions {
  engine: string
  fetch: GuardedFetch
  requestSeconds: number
  /** Calls to this origin go to the other. */
  instead?: { origin: string; baseUrl: string } | undefined
}

export function createProviderFetch(options: ProviderFetchOptions, signal: AbortSignal): ProviderFetch {
  let seen: Seen | undefined

  async function send(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const url = redirectTo(input instanceof Request ? input.url : String(input), options.instead)
    seen = { answered: false, mayHaveArrived: true }
    try {
      const answer = await options.fetch.request(
        url,
        {
          method: (init.method ?? 'GET') as 'GET' | 'POST',
          headers: Object.fromEntries(new Headers(init.headers)),
          body: await bodyOf(init),
          maxBytes: maxAnswerBytes,
          connectTimeoutMs,
          totalTimeoutMs: options.requestSeconds * 1000,
        },
        init.signal ? AbortSignal.any([signal, init.signal]) : signal,
      )
      const bytes = await buffer(answer.body)
      seen = { answered: true, status: answer.status, headers: answer.headers, body: wordsIn(answer.status, bytes) }
      const empty = [204, 205, 304].includes(answer.status)
      const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as [string, string]],
      )
      return new Response(empty ? null : new Uint8Array(bytes), { status: answer.status, headers })
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      seen = { answered: false, mayHaveArrived: mayHaveArrived(error) }
      throw new EngineFault(`the engine ${options.engine} could not be asked: ${error.message}`, {
        mayHaveArrived: mayHaveArrived(error),
        cause: error,
      })
    }
  }

  return { fetch: send, seen: () => seen }
}

function redirectTo(url: string, instead: ProviderFetchOptions['instead']): string {
  return instead && URL.parse(url)?.origin === instead.origin ? instead.baseUrl + url.slice(instead.origin.length) : url
}

async function bodyOf({ body }: RequestInit): Promise<string | Uint8Array | Readable | FormData | undefined> {
  if (body === null || body === undefined) return undefined
  if (typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData) return body
  return new Uint8Array(await new Response(body).arrayBuffer())
}

/** What an answer says; one that holds a film is not read. */
function wordsIn(status: number, bytes: Buffer): unknown {
  if (status >= 200 && status <= 299 && bytes.length > mostWordsBytes) return undefined
  const text = bytes.toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
