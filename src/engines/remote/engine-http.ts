/** The one way in which engines speak HTTP to their servers. */
import { FetchError, type GuardedFetch, type GuardedResponse } from '../../net/guarded-fetch.ts'
import { EngineFault, NotAccepted } from '../engine.ts'
import { explainRefusal, retryAfterOf } from './refusal.ts'
import { serverWords } from './server-words.ts'

const connectTimeoutMs = 10_000
/** No answer but a film is longer. */
const maxAnswerBytes = 4 * 1024 * 1024

export interface EngineCall {
  /** Default GET. */
  method?: 'GET' | 'POST' | 'DELETE'
  /** Added to the base URL, or a whole URL. */
  path: string
  headers?: Record<string, string>
  /** Sent as JSON. */
  json?: unknown
  /** Sent as multipart/form-data. */
  form?: FormData
  maxBytes?: number
  /** Default: the engine's `requestSeconds`. */
  seconds?: number
}

export interface EngineAnswer {
  status: number
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** The JSON; a string when it is none. */
  body: unknown
  /** Where it came from, after redirects. */
  url: string
}

export interface EngineHttp {
  /**
   * Sends one request and reads its answer, whatever the status. GET follows redirects, and the authorization does not
   * follow to another host.
   * @throws EngineFault for what is no whole answer; the signal's reason when aborted
   */
  request(call: EngineCall, signal: AbortSignal): Promise<EngineAnswer>
  /**
   * For `start`: resolves to the JSON object of a 2xx answer.
   * @throws NotAccepted when the server certainly has no job; EngineFault when it may have
   */
  submit(call: EngineCall, signal: AbortSignal): Promise<{ [key: string]: unknown }>
  /**
   * For `poll` and the like: resolves to the JSON object of a 2xx answer, or to nothing for a status in `absent`.
   * @throws EngineFault for anything else
   */
  ask(
    call: EngineCall,
    signal: AbortSignal,
    absent?: readonly number[],
  ): Promise<{ [key: string]: unknown } | undefined>
}

export interface EngineHttpOptions {
  /** The engine's name. */
  engine: string
  baseUrl: string
  requestSeconds: number
  fetch: GuardedFetch
}

export function createEngineHttp({ engine, baseUrl, requestSeconds, fetch }: EngineHttpOptions): EngineHttp {
  async function request(call: EngineCall, signal: AbortSignal): Promise<EngineAnswer> {
    const url = /^https?:/.test(call.path) ? call.path : `${baseUrl}${call.path}`
    const json = call.json === undefined ? undefined : JSON.stringify(call.json)
    try {
      const answer = await fetch.request(
        url,
        {
          method: call.method ?? 'GET',
          headers: {
            accept: 'application/json',
            ...(json !== undefined && { 'content-type': 'application/json' }),
            ...call.headers,
          },
          body: call.form ?? json,
          maxBytes: call.maxBytes ?? maxAnswerBytes,
          connectTimeoutMs,
          totalTimeoutMs: (call.seconds ?? requestSeconds) * 1000,
        },
        signal,
      )
      return { status: answer.status, headers: answer.headers, body: await readBody(answer), url: answer.url }
    } catch (error) {
      signal.throwIfAborted()
      throw explainFault(engine, error)
    }
  }

  return {
    request,
    async submit(call, signal) {
      const answer = await request(call, signal).catch((error: unknown) => {
        if (!(error instanceof EngineFault) || error.mayHaveArrived) throw error
        throw new NotAccepted('engine', `${capital(error.message)}.`, { cause: error })
      })
      if (answer.status < 200 || answer.status > 299) throw explainRefusal(engine, answer)
      if (isObject(answer.body)) return answer.body
      throw new EngineFault(`the engine ${engine} took the job with an answer that is not JSON`, {
        mayHaveArrived: true,
      })
    },
    async ask(call, signal, absent = []) {
      const { status, headers, body } = await request(call, signal)
      if (absent.includes(status)) return undefined
      if (status >= 200 && status <= 299 && isObject(body)) return body
      const said = serverWords(body).message
      const what = status >= 200 && status <= 299 ? 'with something that is not JSON' : `${status}`
      throw new EngineFault(`the engine ${engine} answered ${what}${said && `: ${said}`}`, {
        mayHaveArrived: true,
        retryAfterMilliseconds: retryAfterOf(headers),
      })
    },
  }
}

async function readBody({ body }: GuardedResponse): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const neverArrived: readonly FetchError['failure'][] = ['url', 'address', 'resolve', 'connect']

/** Whether a request that failed so may have reached the server. */
export const mayHaveArrived = ({ failure }: FetchError): boolean => !neverArrived.includes(failure)

function explainFault(engine: string, error: unknown): Error {
  if (!(error instanceof FetchError)) return error as Error
  return new EngineFault(`the engine ${engine} could not be asked: ${error.message}`, {
    mayHaveArrived: mayHaveArrived(error),
    cause: error,
  })
}

export const isObject = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `authorization: Bearer …`; nothing without a secret. */
export const bearer = (secret: string | undefined): Record<string, string> =>
  secret === undefined ? {} : { authorization: `Bearer ${secret}` }

/** Whether a link leads to the host of `baseUrl`: that one alone may be shown the engine's key. */
export const isSameOrigin = (url: string, baseUrl: string): boolean =>
  URL.parse(url)?.origin === new URL(baseUrl).origin
