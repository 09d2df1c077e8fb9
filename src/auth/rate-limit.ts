import type pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { createBatches } from '../batches.ts'
import { RushesError } from '../errors.ts'

export interface RateLimit {
  /** Headers for the answer, by the usual names. */
  headers: Record<string, string>
}

export interface RateLimiter {
  /** Counts one call of `who`. Throws `too_many_requests` when it is one too many. */
  consume(who: string): Promise<RateLimit>
}

export interface RateLimitOptions {
  /** Tells limiters apart that share a store. */
  name: string
  /** Calls in `seconds`. */
  calls: number
  seconds: number
  /** The sentence for a call too many, up to when the next is allowed. */
  refusal: string
}

/** Where calls are counted: in a Postgres that several processes share, else in this process. */
export type RateLimitStore = pg.Pool | undefined

export function createRateLimiter(
  store: RateLimitStore,
  { name, calls, seconds, refusal }: RateLimitOptions,
): RateLimiter {
  const options = { keyPrefix: name, points: calls, duration: seconds }
  const memory = new RateLimiterMemory(options)
  const limiter = store
    ? new RateLimiterPostgres({
        ...options,
        storeClient: store,
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        // When the database does not answer, a limit for each process is better than none.
        insuranceLimiter: memory,
      })
    : memory
  const headersOf = (result: RateLimiterRes) => ({
    'x-ratelimit-limit': String(calls),
    'x-ratelimit-remaining': String(Math.max(0, result.remainingPoints)),
    'x-ratelimit-reset': String(Math.ceil(result.msBeforeNext / 1000)),
  })
  /** Calls of one that come together are counted together: those that are past the limit are the last of them. */
  const counting = createBatches<null, RateLimiterRes>(async (who, together) => {
    const last = await limiter.consume(who, together.length).catch((result: unknown) => {
      if (result instanceof RateLimiterRes) return result
      throw result
    })
    return together.map((_, index) => {
      const consumed = last.consumedPoints - (together.length - 1 - index)
      return new RateLimiterRes(calls - consumed, last.msBeforeNext, consumed)
    })
  }, mostTogether)
  return {
    async consume(who) {
      const result = await counting.add(who, null)
      if (result.consumedPoints <= calls) return { headers: headersOf(result) }
      const wait = Math.ceil(result.msBeforeNext / 1000)
      throw new RushesError('too_many_requests', `${refusal}; the next is allowed in ${wait} s.`, {
        retryAfterSeconds: wait,
        headers: headersOf(result),
      })
    },
  }
}

const mostTogether = 200

/** All limits of the doors. */
export interface RateLimits {
  /** Create calls of a key, and of an account with all its keys. */
  createByKey: RateLimiter
  createByAccount: RateLimiter
  /** Guesses of a password, or of a token, from one address and for one person. */
  logInByAddress: RateLimiter
  logInByPerson: RateLimiter
  register: RateLimiter
}

const quarterHour = 900
const hour = 3600

export function createRateLimits(
  store: RateLimitStore,
  limits: { requestsPerMinute: number; accountRequestsPerMinute: number },
): RateLimits {
  const { requestsPerMinute, accountRequestsPerMinute } = limits
  const make = (name: string, calls: number, seconds: number, refusal: string) =>
    createRateLimiter(store, { name, calls, seconds, refusal })
  return {
    createByKey: make('create-key', requestsPerMinute, 60, `This key may create ${requestsPerMinute} videos a minute`),
    createByAccount: make(
      'create-account',
      accountRequestsPerMinute,
      60,
      `This account may create ${accountRequestsPerMinute} videos a minute`,
    ),
    logInByAddress: make('login-address', 50, quarterHour, 'There were too many attempts from this address'),
    logInByPerson: make('login-person', 10, quarterHour, 'There were too many attempts to log in as this person'),
    register: make('register', 20, hour, 'There were too many registrations from this address'),
  }
}
