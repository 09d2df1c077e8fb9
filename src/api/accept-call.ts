/** What the doors that make tasks have in common. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { followSignals } from '../clock.ts'
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

/**
 * A signal for accepting one call, until it is disposed of: it aborts when the server stops, with `gone`, and, with what
 * the caller is told, when the references are not there and checked in time.
 */
export function acceptSignal(
  { stopping, acceptSeconds }: ApiContext,
  gone: readonly AbortSignal[] = [],
): Disposable & { signal: AbortSignal } {
  const deadline = new AbortController()
  const sentence = `The references could not be fetched and checked within ${acceptSeconds} seconds; allowed: faster hosts.`
  const timer = setTimeout(() => deadline.abort(new RushesError('invalid_parameters', sentence)), acceptSeconds * 1000)
  timer.unref()
  const followed = followSignals([stopping, deadline.signal, ...gone])
  return {
    signal: followed.signal,
    [Symbol.dispose]() {
      clearTimeout(timer)
      followed[Symbol.dispose]()
    },
  }
}

/** Aborts when the connection is closed before the answer was sent. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  const abort = () => gone.abort(new RushesError('invalid_parameters', 'The caller is gone.'))
  // Who left before now is not heard of again.
  if (reply.raw.destroyed) abort()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) abort()
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
