/** The one way to the server: the public API and the management API, with the session's cookie. */

/** What a call failed with: the envelope's code and sentence, or a sentence of our own when nothing answered. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly traceId: string | undefined

  constructor(status: number, code: string, message: string, traceId?: string) {
    super(message)
    this.status = status
    this.code = code
    this.traceId = traceId
  }
}

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  query?: Query
  /** Sent as JSON, or as it stands when it is a form. */
  body?: object | FormData
  signal?: AbortSignal
}

/** Calls the API and gives the answer's JSON. Throws ApiError. */
export async function call<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  const response = await send(path, options)
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as Answer
  throw toApiError(response, answer)
}

async function send(path: string, { method = 'GET', query, body, signal }: CallOptions): Promise<Response> {
  const isForm = body instanceof FormData
  try {
    return await fetch(withQuery(path, query), {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body && !isForm && { 'content-type': 'application/json' }) },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, 'unreachable', 'The server does not answer. Is it running, and are you online?')
  }
}

function toApiError(response: Response, answer: unknown): ApiError {
  const { error, trace_id } = (answer ?? {}) as { error?: { code?: string; message?: string }; trace_id?: string }
  const message = error?.message ?? `The server answered ${response.status} without a sentence.`
  return new ApiError(response.status, error?.code ?? 'api_error', message, trace_id)
}

/** A path with its query; what is empty is left out. */
export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (given.length === 0) return path
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
