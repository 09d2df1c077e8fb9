import { createHash } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { createBatches } from '../batches.ts'
import type { Queryable } from '../db/queryable.ts'
import { type CallsOf, countCalls, type Window } from '../db/rate-limits.ts'
import { RushesError } from '../errors.ts'

export interface RateLimit {
  /** Headers for the answer, by the usual names. */
  headers: Record<string, string>
}

export interface RateLimiter {
  /** Counts one call of `who`. Throws `too_many_requests` when it is one too many. */
  consume(who: string): Promise<RateLimit>
}

/** Counts one call, and says what its window holds with it. */
export type CountCall = (call: Omit<CallsOf, 'calls'>) => Promise<Window>

export interface RateLimitOptions {
  /** Tells limiters apart that count in one place. */
  name: string
  /** Calls in `seconds`. */
  calls: number
  seconds: number
  /** The sentence for a call too many, up to when the next is allowed. */
  refusal: string
}

export function createRateLimiter(count: CountCall, { name, calls, seconds, refusal }: RateLimitOptions): RateLimiter {
  const headersOf = (window: Window) => ({
    'x-ratelimit-limit': String(calls),
    'x-ratelimit-remaining': String(Math.max(0, calls - window.calls)),
    'x-ratelimit-reset': String(Math.ceil(window.millisecondsLeft / 1000)),
  })
  return {
    async consume(who) {
      const window = await count({ key: `${name}:${shortNameOf(who)}`, seconds })
      if (window.calls <= calls) return { headers: headersOf(window) }
      const wait = Math.ceil(window.millisecondsLeft / 1000)
      throw new RushesError('too_many_requests', `${refusal}; the next is allowed in ${wait} s.`, {
        retryAfterSeconds: wait,
        headers: headersOf(window),
      })
    },
  }
}

/** What the key of a window has room for, beside the name of its limit. */
const longestName = 100

/** A long name, such as an e-mail address, by its hash. */
const shortNameOf = (who: string): string =>
  who.length <= longestName ? who : createHash('sha256').update(who).digest('hex')

/** Counts in this process. */
export function countInMemory(): CountCall {
  const memory = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 60 })
  return async ({ key, seconds }) => {
    const { consumedPoints, msBeforeNext } = await memory.consume(key, 1, { customDuration: seconds })
    return { calls: consumedPoints, millisecondsLeft: msBeforeNext }
  }
}

/**
 * Counts in a database that several processes share, calls that come together in one statement. When the database does not
 * answer, a count of each process is better than none.
 */
export function countTogether(db: Queryable): CountCall {
  const memory = countInMemory()
  const together = createBatches<Omit<CallsOf, 'calls'>, Window>(async (calls) => {
    const ofKeys = new Map<string, CallsOf>()
    // Each call's place among those of its key: those that are past a limit are the last.
    const places = calls.map((call) => {
      const ofKey = { ...call, calls: (ofKeys.get(call.key)?.calls ?? 0) + 1 }
      ofKeys.set(call.key, ofKey)
      return ofKey.calls
    })
    const windows = await countCalls(db, [...ofKeys.values()])
    return calls.map(({ key }, index) => {
      const { calls: all, millisecondsLeft } = windows.get(key) ?? { calls: 0, millisecondsLeft: 0 }
      return { calls: all - (ofKeys.get(key)?.calls ?? 0) + (places[index] ?? 0), millisecondsLeft }
    })
  }, mostTogether)
  return (call) => together.add(call).catch(() => memory(call))
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
  count: CountCall,
  limits: { requestsPerMinute: number; accountRequestsPerMinute: number },
): RateLimits {
  const { requestsPerMinute, accountRequestsPerMinute } = limits
  const make = (name: string, calls: number, seconds: number, refusal: string) =>
    createRateLimiter(count, { name, calls, seconds, refusal })
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
