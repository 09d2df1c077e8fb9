/** /api/v1/credentials: make, list and revoke keys; /api/v1/webhook_secret. All with the operator's token. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createKey } from '../../auth/keys.ts'
import { requireOperator } from '../../auth/operator.ts'
import { parseNewCredential } from '../../contract/management/credentials.ts'
import { findFirstAccount, webhookSecretOf } from '../../db/accounts.ts'
import { type ApiKeyRow, listApiKeys, revokeApiKey } from '../../db/api-keys.ts'
import { RushesError } from '../../errors.ts'
import { isUuid } from '../../ids.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'

export function registerCredentials(app: FastifyInstance, { dispatch, operatorToken }: ApiContext): void {
  const { root } = dispatch.db
  const onRequest = async (request: FastifyRequest) => requireOperator(request.headers.authorization, operatorToken)

  app.post('/api/v1/credentials', { onRequest, bodyLimit: smallBodyBytes }, async (request) => {
    const { name, expiresAt } = parseNewCredential(request.body)
    const account = await findFirstAccount(root)
    if (!account) throw new RushesError('api_error', 'The server has no account yet.')
    const created = await createKey(root, account.id, name, expiresAt)
    return { id: created.id, user_id: created.accountId, name: created.name, token: created.key }
  })

  app.get('/api/v1/credentials', { onRequest }, async () => {
    const items = (await listApiKeys(root)).map(present)
    return { items, count: items.length }
  })

  app.get('/api/v1/webhook_secret', { onRequest }, async () => {
    const account = await findFirstAccount(root)
    if (!account) throw new RushesError('api_error', 'The server has no account yet.')
    return { user_id: account.id, webhook_secret: await webhookSecretOf(root, account.id) }
  })

  app.delete<{ Params: { id: string } }>('/api/v1/credentials/:id', { onRequest }, async (request) => {
    const { id } = request.params
    return { id, revoked: isUuid(id) && (await revokeApiKey(root, id)) }
  })
}

function present(row: ApiKeyRow) {
  return {
    id: row.id,
    user_id: row.account_id,
    name: row.name,
    prefix: row.prefix,
    created_at: row.created_at.getTime() / 1000,
    expires_at: row.expires_at ? row.expires_at.getTime() / 1000 : null,
    revoked_at: row.revoked_at ? row.revoked_at.getTime() / 1000 : null,
  }
}
