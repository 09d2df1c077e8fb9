/**
 * The registry of everything that can go wrong in front of a caller. One kind, one row: the HTTP status, the
 * `code` in the body, whether sending the same request again can help, and what it means. `docs/errors.md` is
 * held to this table by a test.
 */
export const errorKinds = {
  invalid_parameters: {
    status: 400,
    code: 'token_mismatched',
    retryable: false,
    meaning: 'A parameter is missing or invalid. The message names the field, what it was and what is allowed.',
  },
  not_offered: {
    status: 400,
    code: 'api_not_implemented',
    retryable: false,
    meaning:
      'Well-formed, but not offered here: an unknown version, a model nobody configured, or a feature its engine lacks.',
  },
  invalid_token: {
    status: 401,
    code: 'invalid_token',
    retryable: false,
    meaning: 'The key is missing, malformed, unknown, revoked or expired.',
  },
  not_acquired: {
    status: 401,
    code: 'token_mismatched',
    retryable: false,
    meaning: 'The key is good, but its account has not acquired this service.',
  },
  used_up: {
    status: 403,
    code: 'used_up',
    retryable: false,
    meaning: 'The remaining quota does not cover the request.',
  },
  forbidden: {
    status: 403,
    code: 'forbidden',
    retryable: false,
    meaning:
      'The account is disabled, a content policy refuses the request, or the call is not for this caller to make.',
  },
  no_api: {
    status: 404,
    code: 'no_api',
    retryable: false,
    meaning: 'There is nothing at this path, or nothing of yours.',
  },
  method_not_allowed: {
    status: 405,
    code: 'no_api',
    retryable: false,
    meaning: 'The path exists, the method does not.',
  },
  cancelled: {
    status: 410,
    code: 'cancelled',
    retryable: false,
    meaning: 'The task was cancelled, or deleted before its end, by its owner.',
  },
  content_too_large: {
    status: 413,
    code: 'content_too_large',
    retryable: false,
    meaning: 'The body, an image or a video is over its limit.',
  },
  too_many_requests: {
    status: 429,
    code: 'too_many_requests',
    retryable: true,
    meaning: 'A rate limit was reached; `retry-after` says when to come back.',
  },
  api_error: {
    status: 500,
    code: 'api_error',
    retryable: true,
    meaning: 'The generation failed or something broke. The message says which.',
  },
  unavailable: {
    status: 503,
    code: 'api_error',
    retryable: true,
    meaning:
      'The database or the store of files does not answer for a moment, as while it is restarted or full; `retry-after` says when to come back.',
  },
  timeout: {
    status: 504,
    code: 'timeout',
    retryable: false,
    meaning: 'The synchronous wait ran out. The task goes on: look it up by its `task_id`.',
  },
} as const satisfies Record<string, { status: number; code: string; retryable: boolean; meaning: string }>

export type ErrorKind = keyof typeof errorKinds

/** What a caller is shown of a failure, and what is stored with a failed task. */
export interface ErrorBody {
  code: string
  message: string
}

export interface RushesErrorOptions {
  cause?: unknown
  retryAfterSeconds?: number
  headers?: Record<string, string>
  /** The field that is wrong, where it is one. */
  param?: string
}

/** A failure whose message is safe and useful to show to the caller. Anything else becomes `api_error`. */
export class RushesError extends Error {
  readonly kind: ErrorKind
  /** For `too_many_requests`: seconds until the request can succeed. */
  readonly retryAfterSeconds: number | undefined
  /** Further headers of the answer. */
  readonly headers: Readonly<Record<string, string>>
  readonly param: string | undefined

  constructor(kind: ErrorKind, message: string, options: RushesErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'RushesError'
    this.kind = kind
    this.retryAfterSeconds = options.retryAfterSeconds
    this.headers = options.headers ?? {}
    this.param = options.param
  }

  get status(): number {
    return errorKinds[this.kind].status
  }

  get body(): ErrorBody {
    return { code: errorKinds[this.kind].code, message: this.message }
  }
}

/** An error's message and those of its causes, outermost first, for the log. */
export function causesOf(error: unknown): string[] {
  const messages: string[] = []
  for (let one = error; one instanceof Error && messages.length < 10; one = one.cause) messages.push(one.message)
  return messages
}

/** What is wrong with the settings, for the operator: a sentence that names the variable or key, never its value. */
export class ConfigError extends Error {}
