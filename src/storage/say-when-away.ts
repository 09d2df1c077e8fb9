import { RushesError } from '../errors.ts'
import type { Store } from './store.ts'

/** The disk has no room, or may not be written to; its device fails. */
const diskCodes = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']
/** The bucket cannot be reached, or leaves a connection. */
const networkCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']
const networkNames = ['TimeoutError', 'NetworkingError']
/** A bucket that is asked too much has rest, a disk is given room. */
const comeBackSeconds = 30

/** Whether a disk failed the call: it is full, may not be written to, or its device fails. */
export const isDiskFault = (error: unknown): boolean => diskCodes.includes((error as { code?: string }).code ?? '')

function isAway(error: unknown): boolean {
  const {
    code = '',
    name,
    $metadata,
  } = error as { code?: string; name: string; $metadata?: { httpStatusCode?: number } }
  const status = $metadata?.httpStatusCode ?? 0
  return (
    isDiskFault(error) || networkCodes.includes(code) || networkNames.includes(name) || status >= 500 || status === 429
  )
}

/** A disk's or a bucket's failure that may pass, as callers are told it. */
export const filesUnavailable = (cause: unknown): RushesError =>
  new RushesError('unavailable', 'The server takes or gives no files at the moment; send the request again later.', {
    cause,
    retryAfterSeconds: comeBackSeconds,
  })

/**
 * The same store, whose failures are `unavailable` where the same call may succeed later: a disk that is full or read-only,
 * a bucket that does not answer, or answers with a fault of its own.
 */
export function sayWhenAway(store: Store): Store {
  const explain = (error: unknown): never => {
    throw isAway(error) ? filesUnavailable(error) : error
  }
  return {
    diskRoot: store.diskRoot,
    put: (...call) => store.put(...call).catch(explain),
    stat: (...call) => store.stat(...call).catch(explain),
    open: (...call) => store.open(...call).catch(explain),
    linkTo: (...call) => store.linkTo(...call).catch(explain),
    delete: (...call) => store.delete(...call).catch(explain),
    deletePrefix: (...call) => store.deletePrefix(...call).catch(explain),
    list: (...call) => store.list(...call),
  }
}
