/**
 * Clients of the revisions up to 2025-11-25 cancel a call by another one, which any replica may get. The session id that
 * they are given keeps nothing on the server: with it a call has a name that no other client's has, and a wake-up says
 * that name everywhere.
 */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../db/connect.ts'
import { notify } from '../../db/wake.ts'
import { RushesError } from '../../errors.ts'
import { newId } from '../../ids.ts'

const header = 'mcp-session-id'

type Message = { method?: unknown; id?: unknown; params?: { requestId?: unknown } | null }

/** Names the client, tells whoever works for it what it cancels, and aborts when this very call is cancelled. */
export async function heedCancel(
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  keyId: string,
): Promise<AbortSignal> {
  const cancelled = new AbortController()
  const session = request.headers[header]
  const { method, id, params } = (request.body ?? {}) as Message
  const nameOf = (callId: unknown) => digest([keyId, session, callId])
  if (method === 'initialize') reply.header(header, newId())
  if (typeof session !== 'string') return cancelled.signal
  if (method === 'notifications/cancelled') await notify(db.root, 'call', nameOf(params?.requestId))
  if (method === 'tools/call') {
    const own = nameOf(id)
    const stop = db.wake.on(
      'call',
      (name) => name === own && cancelled.abort(new RushesError('invalid_parameters', 'The call was cancelled.')),
    )
    reply.raw.once('close', stop)
  }
  return cancelled.signal
}

const digest = (parts: unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
