/** GET /api/v1/services: what is offered, to everybody. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { identify } from '../../auth/caller.ts'
import { videosService } from '../../contract/management/applications.ts'
import { present } from '../../contract/management/common.ts'
import { applicationsOf } from '../../db/applications.ts'
import { RushesError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { headersOf } from '../caller.ts'

export function registerServices(app: FastifyInstance, context: ApiContext): void {
  const { people, offer } = context
  const { db } = context.dispatch

  app.get('/api/v1/services', async (request) => {
    const accountId = await accountOf(request)
    const own = accountId === undefined ? [] : await applicationsOf(db.root, [accountId])
    const application_id = own.find(({ service }) => service === videosService)?.id ?? null
    return present([{ ...offer, application_id }])
  })

  /** A visitor has none, nor has a key whose account has not acquired the service; one that is no good is refused. */
  async function accountOf(request: FastifyRequest): Promise<string | undefined> {
    const { authorization } = request.headers
    if (authorization === undefined) return (await people.sessionOf(headersOf(request)))?.user.account_id
    try {
      const credentials = { method: request.method, authorization, headers: headersOf(request) }
      return (await identify({ ...context, db }, credentials)).caller.accountId
    } catch (error) {
      if (error instanceof RushesError && error.kind === 'not_acquired') return undefined
      throw error
    }
  }
}
