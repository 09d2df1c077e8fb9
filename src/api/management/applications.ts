/** /api/v1/applications: "Acquire", and what is left. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { acquire } from '../../billing/applications.ts'
import { ledgerQuery, newApplication } from '../../contract/management/applications.ts'
import { parseBody, present, readCursor, writeCursor } from '../../contract/management/common.ts'
import { applicationsOf, findApplication } from '../../db/applications.ts'
import { type ApplicationRow, type LedgerRow, listLedger } from '../../db/ledger.ts'
import { isUuid } from '../../ids.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { callerOf, requireCaller, requirePerson } from '../caller.ts'
import { notFound, presentApplication, toSeconds } from './present.ts'

type WithId = { Params: { id: string } }

export function registerApplications(app: FastifyInstance, context: ApiContext): void {
  const { billing } = context
  const { db } = context.dispatch
  const onRequest = requireCaller(context)

  app.get('/api/v1/applications', { onRequest }, async (request) =>
    present((await applicationsOf(db.root, [callerOf(request).accountId])).map(presentApplication)),
  )

  app.post(
    '/api/v1/applications',
    { onRequest: requirePerson(context), bodyLimit: smallBodyBytes },
    async (request) => {
      parseBody(newApplication, request.body)
      return presentApplication(await acquire(db, callerOf(request).accountId, billing.freeCredits))
    },
  )

  app.get<WithId>('/api/v1/applications/:id', { onRequest }, async (request) =>
    presentApplication(await ownApplication(request)),
  )

  app.get<WithId>('/api/v1/applications/:id/ledger', { onRequest }, async (request) => {
    const { limit, cursor } = parseBody(ledgerQuery, request.query)
    const { id } = await ownApplication(request)
    const rows = await listLedger(db.root, id, { limit, cursor: readCursor(cursor) })
    const last = rows.length === limit ? rows.at(-1) : undefined
    return {
      ...present(rows.map(presentEntry)),
      next_cursor: last ? writeCursor({ at: String(last.id), id: '0' }) : null,
    }
  })

  async function ownApplication(request: FastifyRequest<WithId>): Promise<ApplicationRow> {
    const { id } = request.params
    const row = isUuid(id) ? await findApplication(db.root, id) : undefined
    if (row?.account_id !== callerOf(request).accountId) throw notFound('application')
    return row
  }
}

const presentEntry = (row: LedgerRow) => ({
  id: row.id,
  kind: row.kind,
  amount: row.amount,
  effect: row.effect,
  task_id: row.task_id,
  credential_id: row.key_id,
  note: row.note,
  at: toSeconds(row.at),
})
