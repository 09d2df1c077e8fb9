/** /api/v1/admin/accounts/{id}/credits and application: what an account may use. */
import type { FastifyInstance } from 'fastify'
import { giveCredits, setApplication } from '../../billing/applications.ts'
import { applicationChange, creditChange } from '../../contract/management/admin.ts'
import { parseBody } from '../../contract/management/common.ts'
import { applicationsOf } from '../../db/applications.ts'
import type { ApplicationRow } from '../../db/ledger.ts'
import { RushesError } from '../../errors.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { requireAdministrator } from '../caller.ts'
import { presentAccount } from './present-account.ts'

type WithId = { Params: { id: string } }

export function registerAdminCredits(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.dispatch
  const writing = { onRequest: requireAdministrator(context), bodyLimit: smallBodyBytes }

  app.post<WithId>('/api/v1/admin/accounts/:id/credits', writing, async (request) => {
    const { credits, note } = parseBody(creditChange, request.body)
    const { id } = await presentAccount(db.root, request.params.id)
    await giveCredits(db, await applicationOf(id), credits, note)
    return presentAccount(db.root, id)
  })

  app.patch<WithId>('/api/v1/admin/accounts/:id/application', writing, async (request) => {
    const { credit_limit, unlimited, disabled } = parseBody(applicationChange, request.body, { keepNulls: true })
    const { id } = await presentAccount(db.root, request.params.id)
    const application = await applicationOf(id)
    await setApplication(db, application.id, { creditLimit: credit_limit, unlimited, disabled })
    return presentAccount(db.root, id)
  })

  async function applicationOf(accountId: string): Promise<ApplicationRow> {
    const [application] = await applicationsOf(db.root, [accountId])
    if (application) return application
    throw new RushesError(
      'invalid_parameters',
      'The account has not acquired the service; its owner has to do that first.',
    )
  }
}
