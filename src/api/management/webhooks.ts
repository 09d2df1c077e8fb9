/** /api/v1/webhook_secret and webhook_tests: how a receiver knows it is us, and whether it can be reached. */
import type { FastifyInstance } from 'fastify'
import { parseBody } from '../../contract/management/common.ts'
import { secretRotation, webhookTest } from '../../contract/management/webhooks.ts'
import { findWebhookSecrets, rotateWebhookSecret } from '../../db/accounts.ts'
import { newWebhookSecret } from '../../ids.ts'
import { sendTestEvent } from '../../webhooks/test-event.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { callerOf, requirePerson } from '../caller.ts'
import { toSecondsOrNull } from './present.ts'

export function registerWebhooks(app: FastifyInstance, context: ApiContext): void {
  const { dispatch, guardedFetch, stopping, rateLimits } = context
  const { root } = dispatch.db
  const person = { onRequest: requirePerson(context), bodyLimit: smallBodyBytes }

  app.get('/api/v1/webhook_secret', person, async (request) => presentSecret(callerOf(request).accountId))

  app.post('/api/v1/webhook_secret/rotate', person, async (request) => {
    const { overlap_seconds } = parseBody(secretRotation, request.body)
    const { accountId } = callerOf(request)
    await rotateWebhookSecret(root, accountId, newWebhookSecret(), overlap_seconds)
    return presentSecret(accountId)
  })

  app.post('/api/v1/webhook_tests', person, async (request) => {
    const { url } = parseBody(webhookTest, request.body)
    const { accountId } = callerOf(request)
    await rateLimits.createByAccount.consume(accountId)
    const { secret, previous } = await findWebhookSecrets(root, accountId)
    const secrets = { webhookSecret: secret, previousSecret: previous, callbackSecret: null }
    return sendTestEvent(guardedFetch, url, secrets, stopping)
  })

  async function presentSecret(accountId: string) {
    const { secret, previousUntil } = await findWebhookSecrets(root, accountId)
    return { user_id: accountId, webhook_secret: secret, previous_until: toSecondsOrNull(previousUntil) }
  }
}
