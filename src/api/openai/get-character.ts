/** GET /v1/videos/characters/{id}. */
import type { FastifyInstance } from 'fastify'
import { characterIdOf, type OpenaiCharacter, uploadIdOf } from '../../contract/openai/character.ts'
import { findUpload, type UploadRow } from '../../db/uploads.ts'
import { RushesError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest, requireOwner } from '../caller.ts'
import type { WithId } from './own-task.ts'

export function registerGetCharacter(app: FastifyInstance, context: ApiContext): void {
  const { root } = context.dispatch.db

  app.get<WithId>('/v1/videos/characters/:id', { onRequest: requireOwner(context) }, async (request) => {
    const { id } = request.params
    const uploadId = uploadIdOf(id)
    const upload = uploadId && (await findUpload(root, ownerOfRequest(request).accountId, uploadId))
    if (upload && upload.kind === 'video') return presentCharacter(upload)
    const found = JSON.stringify(id.slice(0, 80))
    throw new RushesError('no_api', `There is no character ${found} of yours.`, { param: 'character_id' })
  })
}

export const presentCharacter = (upload: UploadRow): OpenaiCharacter => ({
  id: characterIdOf(upload.id),
  object: 'video.character',
  created_at: Math.floor(upload.created_at.getTime() / 1000),
  expires_at: Math.floor(upload.expires_at.getTime() / 1000),
  name: upload.name,
})
