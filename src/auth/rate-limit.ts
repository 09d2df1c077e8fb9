import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { RushesError } from '../errors.ts'

export interface RateLimit {
  /** Headers for the answer, by the usual names. */
  headers: Record<string, string>
}

export interface RateLimiter {
  /** Counts one call of the key. Throws `too_many_requests` when it is one too many. */
  consume(keyId: string): Promise<RateLimit>
}

/** Create calls a minute and key, counted in this process. */
export function createRateLimiter(requestsPerMinute: number): RateLimiter {
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 })
  const headersOf = (result: RateLimiterRes) => ({
    'x-ratelimit-limit': String(requestsPerMinute),
    'x-ratelimit-remaining': String(Math.max(0, result.remainingPoints)),
    'x-ratelimit-reset': String(Math.ceil(result.msBeforeNext / 1000)),
  })
  return {
    async consume(keyId) {
      try {
        return { headers: headersOf(await limiter.consume(keyId)) }
      } catch (result) {
        if (!(result instanceof RateLimiterRes)) throw result
        const seconds = Math.ceil(result.msBeforeNext / 1000)
        throw new RushesError(
          'too_many_requests',
          `This key may create ${requestsPerMinute} videos a minute; the next is allowed in ${seconds} s.`,
          { retryAfterSeconds: seconds, headers: headersOf(result) },
        )
      }
    },
  }
}
