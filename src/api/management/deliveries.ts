/** /api/v1/deliveries: what was told to whom, and telling it again. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { invalidField } from '../../contract/field-errors.ts'
import { parseBody, present, readCursor, writeCursor } from '../../contract/management/common.ts'
import { deliveryQuery } from '../../contract/management/webhooks.ts'
import { endpointRowIdOf } from '../../contract/openai/webhook-endpoints.ts'
import { type ListedDelivery, listDeliveries } from '../../db/delivery-list.ts'
import { RushesError } from '../../errors.ts'
import { isUuid } from '../../ids.ts'
import { sendAgain } from '../../webhooks/send-again.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { callerOf, requireCaller, requirePerson } from '../caller.ts'
import { notFound, presentDelivery } from './present.ts'

type WithId = { Params: { id: string } }

export function registerDeliveries(app: FastifyInstance, context: ApiContext): void {
  const { dispatch } = context
  const { root } = dispatch.db
  const onRequest = requireCaller(context)
  const person = { onRequest: requirePerson(context), bodyLimit: smallBodyBytes }

  app.get('/api/v1/deliveries', { onRequest }, async (request) => {
    const { state, task_id, endpoint_id, limit, cursor } = parseBody(deliveryQuery, request.query)
    const { accountId } = callerOf(request)
    const endpointId = endpoint_id === undefined ? undefined : endpointRowIdOf(endpoint_id)
    if (endpoint_id !== undefined && !endpointId) {
      throw invalidField('endpoint_id', endpoint_id, 'the id of a webhook endpoint')
    }
    const search = { accountId, state, taskId: task_id, endpointId, limit, cursor: readCursor(cursor) }
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

  async function ownDelivery(request: FastifyRequest<WithId>): Promise<ListedDelivery> {
    const { id } = request.params
    const search = { accountId: callerOf(request).accountId, id, limit: 1, cursor: undefined }
    const [row] = isUuid(id) ? await listDeliveries(root, search) : []
    if (!row) throw notFound('delivery')
    return row
  }
}
