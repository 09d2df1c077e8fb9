/** POST /inbox/{token}: an inbox's address, where anybody may send anything. */
import type { FastifyInstance } from 'fastify'
import { maxInboxBodyBytes, takeDelivery } from '../../webhooks/inbox.ts'
import type { ApiContext } from '../api-context.ts'
import { notFound } from './present.ts'

/** Read and thrown away beyond what is kept; whoever sends more is cut off. */
const maxReadBytes = 1_048_576

export async function registerInboxAddresses(app: FastifyInstance, context: ApiContext): Promise<void> {
  const { db } = context.dispatch
  await app.register(async (open) => {
    // Anything may come, and nothing is made of it.
    open.removeAllContentTypeParsers()
    open.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxReadBytes }, (_request, body, done) =>
      done(null, body),
    )
    open.post<{ Params: { token: string } }>('/inbox/:token', { bodyLimit: maxReadBytes }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const { method, headers } = request
      const delivery = {
        method,
        headers,
        body: body.subarray(0, maxInboxBodyBytes),
        truncated: body.length > maxInboxBodyBytes,
      }
      if (!(await takeDelivery(db, request.params.token, delivery))) throw notFound('inbox')
      return reply.code(204).send()
    })
  })
}
