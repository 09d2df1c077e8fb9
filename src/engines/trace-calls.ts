import type { GuardedFetch } from '../net/guarded-fetch.ts'
import type { Tracing } from '../tracing.ts'

/**
 * The same way out, whose requests say which task's span they belong to. It is for what engines ask their servers; films are
 * fetched without it, from wherever their links lead, and a redirect takes nothing of it to another host.
 */
export function traceCalls(fetch: GuardedFetch, tracing: Pick<Tracing, 'headers'> | undefined): GuardedFetch {
  if (!tracing) return fetch
  return {
    ...fetch,
    request: (url, request, signal) =>
      fetch.request(url, { ...request, headers: { ...request.headers, ...tracing.headers() } }, signal),
  }
}
