/** /api/v1/webhook_secret: what callbacks of an account are signed with. */
import type { FastifyInstance } from 'fastify'
import { findWebhookSecret } from '../../db/accounts.ts'
import type { ApiContext } from '../api-context.ts'
import { callerOf, requirePerson } from '../caller.ts'

export function registerWebhookSecret(app: FastifyInstance, context: ApiContext): void {
  const { root } = context.dispatch.db
  app.get('/api/v1/webhook_secret', { onRequest: requirePerson(context) }, async (request) =>
    presentSecret(callerOf(request).accountId),
  )

  async function presentSecret(accountId: string) {
    const { secret } = await findWebhookSecret(root, accountId)
    return { user_id: accountId, webhook_secret: secret, previous_until: null }
  }
}
