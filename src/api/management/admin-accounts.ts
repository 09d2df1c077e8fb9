/** /api/v1/admin/accounts: accounts, their credits and their switches. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { giveCredits, setApplication } from '../../billing/applications.ts'
import {
  type account,
  accountChange,
  accountQuery,
  applicationChange,
  creditChange,
} from '../../contract/management/admin.ts'
import { parseBody, present, readCursor, writeCursor } from '../../contract/management/common.ts'
import { changeAccount, countAdministrators, type ListedAccount, searchAccounts } from '../../db/account-list.ts'
import { lockAccounts } from '../../db/accounts.ts'
import { applicationsOf } from '../../db/applications.ts'
import type { ApplicationRow } from '../../db/ledger.ts'
import { endSessionsOfAccount } from '../../db/people.ts'
import { RushesError } from '../../errors.ts'
import { isUuid } from '../../ids.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { requireAdministrator } from '../caller.ts'
import { notFound, presentApplication, toSeconds } from './present.ts'

type WithId = { Params: { id: string } }

export function registerAdminAccounts(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.dispatch
  const onRequest = requireAdministrator(context)
  const writing = { onRequest, bodyLimit: smallBodyBytes }

  app.get('/api/v1/admin/accounts', { onRequest }, async (request) => {
    const { q, limit, cursor } = parseBody(accountQuery, request.query)
    const rows = await searchAccounts(db.root, { text: q, limit, cursor: readCursor(cursor) })
    const last = rows.length === limit ? rows.at(-1) : undefined
    const next_cursor = last ? writeCursor({ at: last.position, id: last.id }) : null
    return { ...present(await presentAccounts(rows)), next_cursor }
  })

  app.get<WithId>('/api/v1/admin/accounts/:id', { onRequest }, async (request) => one(await findAccount(request)))

  app.patch<WithId>('/api/v1/admin/accounts/:id', writing, async (request) => {
    const change = parseBody(accountChange, request.body)
    const { id } = await findAccount(request)
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
    return one(await findAccount(request))
  })

  app.post<WithId>('/api/v1/admin/accounts/:id/credits', writing, async (request) => {
    const { credits, note } = parseBody(creditChange, request.body)
    const { id } = await findAccount(request)
    await giveCredits(db, await applicationOf(id), credits, note)
    return one(await findAccount(request))
  })

  app.patch<WithId>('/api/v1/admin/accounts/:id/application', writing, async (request) => {
    const { credit_limit, unlimited, disabled } = parseBody(applicationChange, request.body, { keepNulls: true })
    const { id } = await findAccount(request)
    const application = await applicationOf(id)
    await setApplication(db, application.id, { creditLimit: credit_limit, unlimited, disabled })
    return one(await findAccount(request))
  })

  async function findAccount(request: FastifyRequest<WithId>): Promise<ListedAccount> {
    const { id } = request.params
    const [row] = isUuid(id) ? await searchAccounts(db.root, { id, limit: 1, cursor: undefined }) : []
    if (!row) throw notFound('account')
    return row
  }

  async function applicationOf(accountId: string): Promise<ApplicationRow> {
    const [application] = await applicationsOf(db.root, [accountId])
    if (application) return application
    throw new RushesError(
      'invalid_parameters',
      'The account has not acquired the service; its owner has to do that first.',
    )
  }

  const one = async (row: ListedAccount) => (await presentAccounts([row]))[0]

  async function presentAccounts(rows: readonly ListedAccount[]): Promise<z.infer<typeof account>[]> {
    const applications = await applicationsOf(
      db.root,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => {
      const application = applications.find(({ account_id }) => account_id === row.id)
      return {
        id: row.id,
        name: row.name,
        email: row.email,
        role: row.role,
        disabled: row.disabled_at !== null,
        application: application ? presentApplication(application) : null,
        tasks: row.tasks,
        open_tasks: row.open_tasks,
        created_at: toSeconds(row.created_at),
      }
    })
  }
}
