import { FetchError } from './fetch-error.ts'

/** What may follow a request to another origin. Keys travel in all sorts of headers, so this names what stays. */
const keptAcrossOrigins = new Set(['accept', 'accept-language', 'user-agent', 'range'])

export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

/**
 * Where a redirect leads, and with which headers.
 * @param headers lower-case names
 * @throws FetchError when the hops are used up or the location is missing or no URL
 */
export function nextHop(
  from: URL,
  location: string | string[] | undefined,
  headers: Record<string, string>,
  allowed: boolean,
): { url: string; headers: Record<string, string> } {
  if (!allowed) throw new FetchError('redirect', `${from.host} redirects too often`)
  const target = typeof location === 'string' ? URL.parse(location, from.href) : null
  if (!target) throw new FetchError('redirect', `${from.host} redirects to nowhere: its location is missing or no URL`)
  if (target.origin === from.origin) return { url: target.href, headers }
  const kept = Object.entries(headers).filter(([name]) => keptAcrossOrigins.has(name))
  return { url: target.href, headers: Object.fromEntries(kept) }
}
