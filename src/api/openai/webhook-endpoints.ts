/** /v1/webhook_endpoints: where an account is told that a video has ended. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { invalidField } from '../../contract/field-errors.ts'
import { presentEndpoint } from '../../contract/openai/present-endpoint.ts'
import {
  endpointIdOf,
  endpointRowIdOf,
  parseEndpointChange,
  parseEndpointQuery,
  parseEndpointTest,
  parseNewEndpoint,
  parseSecretRotation,
  webhookEventTypes,
} from '../../contract/openai/webhook-endpoints.ts'
import {
  changeEndpoint,
  deleteEndpoint,
  findEndpoint,
  listEndpoints,
  rotateEndpointSecret,
  type WebhookEndpointRow,
} from '../../db/webhook-endpoints.ts'
import { RushesError } from '../../errors.ts'
import { newWebhookSecret } from '../../ids.ts'
import { checkEndpointUrl, openEndpoint, testEndpoint } from '../../webhooks/endpoints.ts'
import { sendWaiting } from '../../webhooks/send-again.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { callerOf, requireCaller } from '../caller.ts'

type WithId = { Params: { id: string } }

const overlapSeconds = 86_400

export function registerWebhookEndpoints(app: FastifyInstance, context: ApiContext): void {
  const { dispatch, guardedFetch, rateLimits, stopping } = context
  const { db, queue } = dispatch
  const options = { onRequest: requireCaller(context), bodyLimit: smallBodyBytes }

  app.get('/v1/webhook_event_types', options, async () => ({ object: 'list', data: webhookEventTypes }))

  app.post('/v1/webhook_endpoints', options, async (request) => {
    const { name, url, event_types: eventTypes, enabled } = parseNewEndpoint(request.body)
    const { accountId } = callerOf(request)
    checkEndpointUrl(guardedFetch, url)
    await rateLimits.createByAccount.consume(accountId)
    return withSecret(await openEndpoint(db, accountId, { name, url, eventTypes, enabled }))
  })

  app.get('/v1/webhook_endpoints', options, async (request) => {
    const { after, limit } = parseEndpointQuery(request.query)
    const { accountId } = callerOf(request)
    const last = after === undefined ? undefined : await find(accountId, after)
    if (after !== undefined && !last) throw invalidField('after', after, 'the id of an endpoint of yours')
    const rows = await listEndpoints(db.root, accountId, { limit: limit + 1, ...(last && { after: last }) })
    const data = rows.slice(0, limit).map(presentEndpoint)
    const ends = { first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null }
    return { object: 'list', data, ...ends, has_more: rows.length > limit }
  })

  app.get<WithId>('/v1/webhook_endpoints/:id', options, async (request) => presentEndpoint(await own(request)))

  app.post<WithId>('/v1/webhook_endpoints/:id', options, async (request) => {
    const { name, url, event_types: eventTypes, enabled } = parseEndpointChange(request.body)
    const row = await own(request)
    if (url !== undefined) checkEndpointUrl(guardedFetch, url)
    const change = { name, url, eventTypes, enabled }
    if (Object.values(change).every((value) => value === undefined)) return presentEndpoint(row)
    await db.transaction(async (tx) => {
      await changeEndpoint(tx, row.id, change)
      if (url !== undefined || enabled) await sendWaiting(tx, queue, row.id)
    })
    return presentEndpoint(await again(row))
  })

  app.delete<WithId>('/v1/webhook_endpoints/:id', options, async (request) => {
    const { id } = await own(request)
    const deleted = await db.transaction((tx) => deleteEndpoint(tx, id))
    return { id: endpointIdOf(id), object: 'webhook_endpoint.deleted', deleted }
  })

  app.post<WithId>('/v1/webhook_endpoints/:id/rotate_secret', options, async (request) => {
    const { keep_old_secret_active_for_24_hours: keep } = parseSecretRotation(request.body)
    const row = await own(request)
    await rotateEndpointSecret(db.root, row.id, newWebhookSecret(), keep ? overlapSeconds : 0)
    return withSecret(await again(row))
  })

  app.post<WithId>('/v1/webhook_endpoints/:id/test', options, async (request) => {
    const { event_type } = parseEndpointTest(request.body)
    const row = await own(request)
    await rateLimits.createByAccount.consume(row.account_id)
    const status_code = await testEndpoint(guardedFetch, row, event_type, stopping)
    const object = 'webhook_endpoint.test'
    return { object, webhook_endpoint_id: endpointIdOf(row.id), event_type, status_code, success: true }
  })

  async function own(request: FastifyRequest<WithId>): Promise<WebhookEndpointRow> {
    const row = await find(callerOf(request).accountId, request.params.id)
    if (!row) throw notFound(request.params.id)
    return row
  }

  async function again(row: WebhookEndpointRow): Promise<WebhookEndpointRow> {
    const now = await findEndpoint(db.root, row.account_id, row.id)
    if (!now) throw notFound(endpointIdOf(row.id))
    return now
  }

  async function find(accountId: string, id: string): Promise<WebhookEndpointRow | undefined> {
    const rowId = endpointRowIdOf(id)
    return rowId === undefined ? undefined : findEndpoint(db.root, accountId, rowId)
  }
}

const withSecret = (row: WebhookEndpointRow) => ({ ...presentEndpoint(row), signing_secret: row.secret })

const notFound = (id: string): RushesError =>
  new RushesError('no_api', `There is no webhook endpoint ${JSON.stringify(id.slice(0, 80))} of yours.`, {
    param: 'webhook_endpoint_id',
  })
