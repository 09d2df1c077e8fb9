/** /api/v1/admin/invites and password_resets: how people come in, and back in. */
import type { FastifyInstance } from 'fastify'
import { linkTo } from '../../auth/better-auth.ts'
import { hashOfInvite, newInviteToken } from '../../auth/registration.ts'
import { newInvite } from '../../contract/management/admin.ts'
import { parseBody, present } from '../../contract/management/common.ts'
import { deleteInvite, type InviteRow, insertInvite, listInvites } from '../../db/invites.ts'
import { openPasswordResets } from '../../db/people.ts'
import { isUuid, newId } from '../../ids.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { requireAdministrator } from '../caller.ts'
import { toSeconds, toSecondsOrNull } from './present.ts'

export function registerAdminPeople(app: FastifyInstance, context: ApiContext): void {
  const { publicUrl, people, mailer } = context
  const { root } = context.dispatch.db
  const onRequest = requireAdministrator(context)

  app.get('/api/v1/admin/invites', { onRequest }, async () => present((await listInvites(root)).map(presentInvite)))

  app.post('/api/v1/admin/invites', { onRequest, bodyLimit: smallBodyBytes }, async (request) => {
    const { email, role, expires_in_seconds } = parseBody(newInvite, request.body)
    const token = newInviteToken()
    const invite = { id: newId(), sha256: hashOfInvite(token), email, role, expiresInSeconds: expires_in_seconds }
    const row = await insertInvite(root, invite)
    const url = linkTo.register(publicUrl, token)
    if (email !== undefined) {
      mailer.send({ to: email, subject: 'An invitation to Rushes', text: `You are invited to Rushes:\n\n${url}\n` })
    }
    return { ...presentInvite(row), url }
  })

  app.delete<{ Params: { id: string } }>('/api/v1/admin/invites/:id', { onRequest }, async (request) => {
    const { id } = request.params
    return { id, deleted: isUuid(id) && (await deleteInvite(root, id)) }
  })

  app.get('/api/v1/admin/password_resets', { onRequest }, async () => {
    // Where they are mailed, the links are nobody else's to see.
    const rows = people.mail ? [] : await openPasswordResets(root)
    return present(
      rows.map(({ user_id, email, token, expires_at }) => ({
        user_id,
        email,
        url: linkTo.resetPassword(publicUrl, token),
        expires_at: toSeconds(expires_at),
      })),
    )
  })
}

const presentInvite = (row: InviteRow) => ({
  id: row.id,
  email: row.email,
  role: row.role,
  created_at: toSeconds(row.created_at),
  expires_at: toSeconds(row.expires_at),
  used_at: toSecondsOrNull(row.used_at),
})
