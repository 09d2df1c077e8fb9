import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressHeader } from '../auth/better-auth.ts'
import { type Caller, identify, ownerOf } from '../auth/caller.ts'
import type { UserRow } from '../db/people.ts'
import type { Owner } from '../dispatch/create-task.ts'
import { RushesError } from '../errors.ts'
import type { ApiContext } from './api-context.ts'

const callers = new WeakMap<FastifyRequest, Caller>()
const owners = new WeakMap<FastifyRequest, Owner>()

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** A route's `onRequest`: whoever is nobody is refused before the body is read. */
export function requireCaller(context: ApiContext): Hook {
  return async (request, reply) => {
    const { caller, cookies } = await identify(
      { ...context, db: context.dispatch.db },
      { method: request.method, authorization: request.headers.authorization, headers: headersOf(request) },
    )
    setCookies(reply, cookies)
    callers.set(request, caller)
  }
}

/** A person, or the operator: a key must not make keys, or read the secret that signs callbacks. */
export function requirePerson(context: ApiContext): Hook {
  const requireAny = requireCaller(context)
  return async (request, reply) => {
    await requireAny(request, reply)
    if (callerOf(request).via !== 'key') return
    throw new RushesError('forbidden', 'A key cannot do this; log in to the console, or use the command line.')
  }
}

export function requireAdministrator(context: ApiContext): Hook {
  const requireAny = requireCaller(context)
  return async (request, reply) => {
    await requireAny(request, reply)
    if (!callerOf(request).administrator) throw new RushesError('forbidden', 'This is for the administrator.')
  }
}

/** Whoever may make tasks: their account has acquired the service. */
export function requireOwner(context: ApiContext): Hook {
  const requireAny = requireCaller(context)
  return async (request, reply) => {
    await requireAny(request, reply)
    owners.set(request, await ownerOf(context.dispatch.db, callerOf(request)))
  }
}

export const callerOf = (request: FastifyRequest): Caller => found(callers.get(request), request)
export const ownerOfRequest = (request: FastifyRequest): Owner => found(owners.get(request), request)

/** The person whose session a call is; throws `forbidden` for the operator, who has none. */
export function personOf(request: FastifyRequest): UserRow {
  const { user } = callerOf(request)
  if (user) return user
  throw new RushesError('forbidden', 'This is for a person with a session; the operator token has none.')
}

function found<T>(value: T | undefined, request: FastifyRequest): T {
  if (value === undefined) throw new Error(`${request.url} does not ask who calls.`)
  return value
}

/** A request's headers for better-auth, with the address it came from. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'origin', 'host', 'user-agent']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  headers.set(addressHeader, request.ip)
  return headers
}

export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}
