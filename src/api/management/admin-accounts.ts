/** /api/v1/admin/accounts: who there is, and their switches. */
import type { FastifyInstance } from 'fastify'
import { accountChange, accountQuery } from '../../contract/management/admin.ts'
import { parseBody, present, readCursor, writeCursor } from '../../contract/management/common.ts'
import { changeAccount, countAdministrators, searchAccounts } from '../../db/account-list.ts'
import { lockAccounts } from '../../db/accounts.ts'
import { endSessionsOfAccount } from '../../db/people.ts'
import { RushesError } from '../../errors.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { requireAdministrator } from '../caller.ts'
import { presentAccount, presentAccounts } from './present-account.ts'

type WithId = { Params: { id: string } }

export function registerAdminAccounts(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.dispatch
  const onRequest = requireAdministrator(context)

  app.get('/api/v1/admin/accounts', { onRequest }, async (request) => {
    const { q, limit, cursor } = parseBody(accountQuery, request.query)
    const rows = await searchAccounts(db.root, { text: q, limit, cursor: readCursor(cursor) })
    const last = rows.length === limit ? rows.at(-1) : undefined
    const next_cursor = last ? writeCursor({ at: last.position, id: last.id }) : null
    return { ...present(await presentAccounts(db.root, rows)), next_cursor }
  })

  app.get<WithId>('/api/v1/admin/accounts/:id', { onRequest }, async (request) =>
    presentAccount(db.root, request.params.id),
  )

  app.patch<WithId>('/api/v1/admin/accounts/:id', { onRequest, bodyLimit: smallBodyBytes }, async (request) => {
    const change = parseBody(accountChange, request.body)
    const { id } = await presentAccount(db.root, request.params.id)
    await db.transaction(async (tx) => {
      // Two who take the role from each other must not both see the other have it.
      await lockAccounts(tx)
      const before = await countAdministrators(tx)
      await changeAccount(tx, id, change)
      if (before > 0 && (await countAdministrators(tx)) === 0) {
        throw new RushesError('invalid_parameters', 'This would leave no administrator; make somebody else one first.')
      }
      if (change.disabled) await endSessionsOfAccount(tx, id)
    })
    return presentAccount(db.root, id)
  })
}
