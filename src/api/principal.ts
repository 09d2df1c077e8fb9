import type { FastifyRequest } from 'fastify'
import { authenticate, type Principal } from '../auth/keys.ts'
import type { Queryable } from '../db/queryable.ts'

const principals = new WeakMap<FastifyRequest, Principal>()

/** A route's `onRequest`: whoever has no good key is refused before the body is read. */
export function requireKey(db: Queryable): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    principals.set(request, await authenticate(db, request.headers.authorization))
  }
}

/** Who makes a call of a route that requires a key. */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request)
  if (!principal) throw new Error(`${request.url} does not require a key.`)
  return principal
}
