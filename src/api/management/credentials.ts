/** /api/v1/credentials: the keys of an account; all accounts' for the operator. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type CreatedKey, createKey, rotateKey } from '../../auth/keys.ts'
import { parseBody, present } from '../../contract/management/common.ts'
import {
  credentialChange,
  credentialRotation,
  parseNewCredential,
  readExpiry,
} from '../../contract/management/credentials.ts'
import { changeApiKey, listApiKeys, revokeApiKey } from '../../db/api-keys.ts'
import { isUuid } from '../../ids.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { callerOf, requirePerson } from '../caller.ts'
import { notFound, presentCredential } from './present.ts'

type WithId = { Params: { id: string } }

export function registerCredentials(app: FastifyInstance, context: ApiContext): void {
  const { root } = context.dispatch.db
  const onRequest = requirePerson(context)
  const writing = { onRequest, bodyLimit: smallBodyBytes }

  app.get('/api/v1/credentials', { onRequest }, async (request) =>
    present((await listApiKeys(root, whose(request))).map(presentCredential)),
  )

  app.post('/api/v1/credentials', writing, async (request) => {
    const { name, ...limits } = parseNewCredential(request.body)
    return presentCreated(await createKey(root, callerOf(request).accountId, name, limits))
  })

  app.patch<WithId>('/api/v1/credentials/:id', writing, async (request) => {
    const { name, expires_at, credit_limit } = parseBody(credentialChange, request.body, { keepNulls: true })
    const change = { name, expiresAt: readExpiry(expires_at), creditLimit: credit_limit }
    const { id } = request.params
    const row = isUuid(id) ? await changeApiKey(root, id, whose(request), change) : undefined
    if (!row) throw notFound('key')
    return presentCredential(row)
  })

  app.post<WithId>('/api/v1/credentials/:id/rotate', writing, async (request) => {
    const { overlap_seconds } = parseBody(credentialRotation, request.body)
    const { id } = request.params
    const rotated = isUuid(id) ? await rotateKey(root, id, whose(request), overlap_seconds) : undefined
    if (!rotated) throw notFound('key')
    return presentCreated(rotated)
  })

  app.delete<WithId>('/api/v1/credentials/:id', { onRequest }, async (request) => {
    const { id } = request.params
    return { id, revoked: isUuid(id) && (await revokeApiKey(root, id, whose(request))) }
  })
}

/** The account whose keys a caller may touch; the operator any. */
function whose(request: FastifyRequest): string | undefined {
  const { via, accountId } = callerOf(request)
  return via === 'operator' ? undefined : accountId
}

const presentCreated = ({ id, accountId, name, key }: CreatedKey) => ({ id, user_id: accountId, name, token: key })
