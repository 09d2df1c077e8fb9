/** /api/v1/session and sessions: who is logged in, and where; logging out. */
import type { FastifyInstance } from 'fastify'
import { present } from '../../contract/management/common.ts'
import { endSession, hasUsers, listSessions } from '../../db/people.ts'
import { isUuid } from '../../ids.ts'
import { packageVersion } from '../../version.ts'
import type { ApiContext } from '../api-context.ts'
import { callerOf, headersOf, personOf, requirePerson, setCookies } from '../caller.ts'
import { notFound, presentUser, toSeconds } from './present.ts'

export function registerSessions(app: FastifyInstance, context: ApiContext): void {
  const { people, publicUrl } = context
  const { db } = context.dispatch
  const onRequest = requirePerson(context)

  app.get('/api/v1/session', async (request, reply) => {
    const session = await people.sessionOf(headersOf(request))
    setCookies(reply, session?.cookies ?? [])
    return {
      user: session ? presentUser(session.user) : null,
      registration: people.registration,
      first: !(await hasUsers(db.root)),
      mail: people.mail,
      base_url: publicUrl,
      version: packageVersion,
    }
  })

  app.delete('/api/v1/session', { onRequest }, async (request, reply) => {
    setCookies(reply, await people.logOut(headersOf(request)))
    return { ended: callerOf(request).via === 'session' }
  })

  app.get('/api/v1/sessions', { onRequest }, async (request) => {
    const { sessionId } = callerOf(request)
    const rows = await listSessions(db.root, personOf(request).id)
    return present(
      rows.map((row) => ({
        id: row.id,
        current: row.id === sessionId,
        ip_address: row.ip_address,
        user_agent: row.user_agent,
        created_at: toSeconds(row.created_at),
        expires_at: toSeconds(row.expires_at),
      })),
    )
  })

  app.delete<{ Params: { id: string } }>('/api/v1/sessions/:id', { onRequest }, async (request) => {
    const { id } = request.params
    if (!isUuid(id) || !(await endSession(db.root, personOf(request).id, id))) throw notFound('session')
    return { ended: true }
  })
}
