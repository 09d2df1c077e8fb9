/** What the doors that make tasks have in common. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Owner } from '../dispatch/create-task.ts'
import { RushesError } from '../errors.ts'
import type { ApiContext } from './api-context.ts'
import { ownerOfRequest } from './caller.ts'

const idempotencyKeyPattern = /^[\x20-\x7e]{1,255}$/

/** An `onRequest` after requireOwner: counts a create call against its account and its key. */
export function limitCreates(context: ApiContext) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.headers(await countCreate(context, ownerOfRequest(request)))
  }
}

/** Counts a create call; the headers say what is left. Throws `too_many_requests`. */
export async function countCreate({ rateLimits }: ApiContext, { accountId, keyId }: Owner) {
  await rateLimits.createByAccount.consume(accountId)
  return (await rateLimits.createByKey.consume(keyId)).headers
}

/** Aborts with what the caller is told when its references are not there and checked in time. */
export function acceptDeadline(seconds: number): AbortSignal {
  const deadline = new AbortController()
  const sentence = `The references could not be fetched and checked within ${seconds} seconds; allowed: faster hosts.`
  const timer = setTimeout(() => deadline.abort(new RushesError('invalid_parameters', sentence)), seconds * 1000)
  timer.unref()
  return deadline.signal
}

/** Aborts when the connection is closed before the answer was sent. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new RushesError('invalid_parameters', 'The caller is gone.'))
  })
  return gone.signal
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
