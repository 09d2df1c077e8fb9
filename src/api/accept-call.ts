/** What the doors that make tasks have in common. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RushesError } from '../errors.ts'
import type { ApiContext } from './api-context.ts'
import { ownerOfRequest } from './caller.ts'

const idempotencyKeyPattern = /^[\x20-\x7e]{1,255}$/

/** An `onRequest` after requireOwner: counts a create call against its account and its key. */
export function limitCreates({ rateLimits }: ApiContext) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { accountId, keyId } = ownerOfRequest(request)
    await rateLimits.createByAccount.consume(accountId)
    reply.headers((await rateLimits.createByKey.consume(keyId)).headers)
  }
}

/** Aborts with what the caller is told when its references are not there and checked in time. */
export function acceptDeadline(seconds: number): AbortSignal {
  const deadline = new AbortController()
  const sentence = `The references could not be fetched and checked within ${seconds} seconds; allowed: faster hosts.`
  const timer = setTimeout(() => deadline.abort(new RushesError('invalid_parameters', sentence)), seconds * 1000)
  timer.unref()
  return deadline.signal
}

/** The `Idempotency-Key` of a call. Throws `invalid_parameters` for one that is no short text. */
export function readIdempotencyKey(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key']
  if (header === undefined || header === '') return undefined
  if (typeof header === 'string' && idempotencyKeyPattern.test(header)) return header
  throw new RushesError(
    'invalid_parameters',
    'The Idempotency-Key is not usable; allowed: 1 to 255 printable ASCII characters.',
  )
}
