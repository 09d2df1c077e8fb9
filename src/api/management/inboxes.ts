/** /api/v1/inboxes: addresses of one's own that show what was POSTed to them. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { present } from '../../contract/management/common.ts'
import type { inbox, inboxItem } from '../../contract/management/webhooks.ts'
import {
  deleteInbox,
  findInbox,
  type InboxItemRow,
  type InboxRow,
  listInboxes,
  listInboxItems,
} from '../../db/inboxes.ts'
import { isUuid } from '../../ids.ts'
import { inboxUrl, openInbox } from '../../webhooks/inbox.ts'
import type { ApiContext } from '../api-context.ts'
import { callerOf, requirePerson } from '../caller.ts'
import { notFound, toSeconds } from './present.ts'

type WithId = { Params: { id: string } }

export function registerInboxes(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.dispatch
  const onRequest = requirePerson(context)

  app.get('/api/v1/inboxes', { onRequest }, async (request) =>
    present((await listInboxes(db.root, callerOf(request).accountId)).map(presentInbox)),
  )

  app.post('/api/v1/inboxes', { onRequest }, async (request) => {
    return presentInbox({ ...(await openInbox(db, callerOf(request).accountId)), items: 0 })
  })

  app.delete<WithId>('/api/v1/inboxes/:id', { onRequest }, async (request) => {
    const { id } = request.params
    return { id, deleted: isUuid(id) && (await deleteInbox(db.root, callerOf(request).accountId, id)) }
  })

  app.get<WithId>('/api/v1/inboxes/:id/items', { onRequest }, async (request) => {
    const { id } = await ownInbox(request)
    return present((await listInboxItems(db.root, id)).map(presentItem))
  })

  async function ownInbox(request: FastifyRequest<WithId>): Promise<InboxRow> {
    const { id } = request.params
    const row = isUuid(id) ? await findInbox(db.root, callerOf(request).accountId, id) : undefined
    if (!row) throw notFound('inbox')
    return row
  }

  function presentInbox(row: InboxRow & { items: number }): z.infer<typeof inbox> {
    return {
      id: row.id,
      url: inboxUrl(context.publicUrl, row.token),
      items: row.items,
      created_at: toSeconds(row.created_at),
      expires_at: toSeconds(row.expires_at),
    }
  }
}

const presentItem = ({ at, inbox_id: _inbox, ...row }: InboxItemRow): z.infer<typeof inboxItem> => ({
  ...row,
  at: toSeconds(at),
})
