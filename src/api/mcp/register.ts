/**
 * POST /mcp: the door for agents, as the Model Context Protocol's streamable HTTP. Each call stands for itself, so that
 * any replica answers it; progress comes as events of the call's own answer.
 */
import { createMcpHandler } from '@modelcontextprotocol/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { mayStillCall } from '../../auth/caller.ts'
import { goneSignal } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { callerOf, ownerOfRequest, requireOwner } from '../caller.ts'
import { traceIdOf } from '../trace.ts'
import { heedCancel } from './cancelled-calls.ts'
import { createMcpServer } from './mcp-server.ts'

export function registerMcp(app: FastifyInstance, context: ApiContext): void {
  const { db, logger } = context.dispatch

  app.post('/mcp', { onRequest: requireOwner(context) }, async (request, reply) => {
    const owner = ownerOfRequest(request)
    const signal = AbortSignal.any([goneSignal(reply), await heedCancel(db, request, reply, owner.keyId)])
    const caller = {
      context,
      owner,
      traceId: traceIdOf(request),
      mayStillCall: () => mayStillCall({ ...context, db }, callerOf(request), request.headers.authorization),
      signal,
    }
    const handler = createMcpHandler(() => createMcpServer(caller), {
      // A stream from the first moment on: no proxy sees a silent connection while a video is made.
      responseMode: isToolCall(request.body) ? 'sse' : 'auto',
      keepAliveMs: context.heartbeatSeconds * 1000,
      // Nothing here changes under a client: there is nothing to listen for.
      maxSubscriptions: 0,
      onerror: (error) => logger.debug({ trace_id: caller.traceId, error: error.message }, 'an MCP call was refused'),
    })
    const answer = await handler.fetch(toWebRequest(request, context.publicUrl), { parsedBody: request.body })
    return reply.header('x-accel-buffering', 'no').send(answer)
  })
}

const isToolCall = (body: unknown): boolean => (body as { method?: unknown } | null)?.method === 'tools/call'

function toWebRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'authorization' && name !== 'cookie') headers.set(name, value)
  }
  return new Request(new URL('/mcp', publicUrl), { method: 'POST', headers })
}
