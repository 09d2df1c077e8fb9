import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newTraceId } from '../ids.ts'

const traceIds = new WeakMap<FastifyRequest, string>()

/** The trace id of a call: in its log lines, in the answer's body and in `x-trace-id`. */
export function traceIdOf(request: FastifyRequest): string {
  const known = traceIds.get(request)
  if (known) return known
  const traceId = newTraceId()
  traceIds.set(request, traceId)
  return traceId
}

/** Makes a call carry the trace id of the task it ended in: an idempotent repeat shows the first call's. */
export function adoptTraceId(request: FastifyRequest, reply: FastifyReply, traceId: string): void {
  traceIds.set(request, traceId)
  reply.header('x-trace-id', traceId)
}

export function registerTraceIds(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-trace-id', traceIdOf(request))
  })
}
