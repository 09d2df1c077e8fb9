import { isIP } from 'node:net'
import { RushesError } from '../errors.ts'

export interface Origins {
  /** The `Origin` header of a request, if it has one. */
  origin: string | undefined
  /** Its `Host` header. */
  host: string | undefined
}

/**
 * Whether a browser's page is one of this server: at its public URL, or at the very host the request was sent to when
 * that is an address or localhost. A name is not enough there: whoever owns a name can point it at this machine.
 */
export function isOwnOrigin({ origin, host }: Origins, publicUrl: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false
  const { host: from, hostname } = new URL(origin)
  if (new URL(publicUrl).origin === origin) return true
  return from === host && (hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
}

/** Refuses a call that a page of another site makes in the name of whoever is logged in here. Throws `forbidden`. */
export function requireOwnOrigin(origins: Origins, publicUrl: string): void {
  if (isOwnOrigin(origins, publicUrl)) return
  throw new RushesError(
    'forbidden',
    origins.origin === undefined
      ? 'A call with a session that changes something needs an Origin header; without a browser, send a key instead.'
      : `The call comes from a page of another site; allowed: pages of ${publicUrl}.`,
  )
}
