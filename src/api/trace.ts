import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newTraceId } from '../ids.ts'
import { newSpanId, readTraceparent, requestSpanId, type Tracing } from '../tracing.ts'

const traceIds = new WeakMap<FastifyRequest, string>()
/** Calls that showed the trace of an earlier one. */
const adopted = new WeakSet<FastifyRequest>()

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
  if (traceIds.get(request) !== traceId) adopted.add(request)
  traceIds.set(request, traceId)
  reply.header('x-trace-id', traceId)
}

export function registerTraceIds(app: FastifyInstance, tracing: Tracing | undefined): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-trace-id', traceIdOf(request))
  })
  if (tracing) app.addHook('onResponse', async (request, reply) => traceRequest(tracing, request, reply))
}

/** Callers are strangers: their trace is linked to, not joined, so that nobody writes into the traces of others. */
function traceRequest(tracing: Tracing, request: FastifyRequest, { elapsedTime, statusCode }: FastifyReply): void {
  const traceId = traceIdOf(request)
  const again = adopted.has(request)
  const route = request.routeOptions.url
  const end = new Date()
  tracing.ended({
    name: route === undefined ? request.method : `${request.method} ${route}`,
    traceId,
    id: again ? newSpanId() : requestSpanId(traceId),
    parentId: again ? requestSpanId(traceId) : undefined,
    kind: 'server',
    start: new Date(end.getTime() - elapsedTime),
    end,
    attributes: {
      'http.request.method': request.method,
      'http.response.status_code': statusCode,
      ...(route !== undefined && { 'http.route': route }),
    },
    failed: statusCode >= 500,
    caller: readTraceparent(request.headers.traceparent),
  })
}
