/** /api/v1/deliveries, webhook_secret and webhook_tests: what was told to whom, and how a receiver knows it is us. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseBody, present, readCursor, writeCursor } from '../../contract/management/common.ts'
import { deliveryQuery, secretRotation, webhookTest } from '../../contract/management/webhooks.ts'
import { findWebhookSecrets, rotateWebhookSecret } from '../../db/accounts.ts'
import { type ListedDelivery, listDeliveries } from '../../db/delivery-list.ts'
import { RushesError } from '../../errors.ts'
import { isUuid, newWebhookSecret } from '../../ids.ts'
import { sendAgain } from '../../webhooks/send-again.ts'
import { sendTestEvent } from '../../webhooks/test-event.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { callerOf, requireCaller, requirePerson } from '../caller.ts'
import { notFound, presentDelivery, toSecondsOrNull } from './present.ts'

type WithId = { Params: { id: string } }

export function registerWebhooks(app: FastifyInstance, context: ApiContext): void {
  const { dispatch, guardedFetch, stopping, rateLimits } = context
  const { root } = dispatch.db
  const onRequest = requireCaller(context)
  const person = { onRequest: requirePerson(context), bodyLimit: smallBodyBytes }

  app.get('/api/v1/deliveries', { onRequest }, async (request) => {
    const { state, task_id, limit, cursor } = parseBody(deliveryQuery, request.query)
    const { accountId } = callerOf(request)
    const search = { accountId, state, taskId: task_id, limit, cursor: readCursor(cursor) }
    const rows = await listDeliveries(root, search)
    const last = rows.length === limit ? rows.at(-1) : undefined
    return {
      ...present(rows.map(presentDelivery)),
      next_cursor: last ? writeCursor({ at: last.position, id: last.id }) : null,
    }
  })

  app.get<WithId>('/api/v1/deliveries/:id', { onRequest }, async (request) =>
    presentDelivery(await ownDelivery(request)),
  )

  app.post<WithId>('/api/v1/deliveries/:id/send_again', person, async (request) => {
    const { id } = await ownDelivery(request)
    if (!(await sendAgain(dispatch, id))) {
      throw new RushesError('invalid_parameters', 'The delivery is being sent at this moment; wait for its outcome.')
    }
    return presentDelivery(await ownDelivery(request))
  })

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

  async function ownDelivery(request: FastifyRequest<WithId>): Promise<ListedDelivery> {
    const { id } = request.params
    const search = { accountId: callerOf(request).accountId, id, limit: 1, cursor: undefined }
    const [row] = isUuid(id) ? await listDeliveries(root, search) : []
    if (!row) throw notFound('delivery')
    return row
  }
}
