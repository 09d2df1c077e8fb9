/** POST /v1/videos/characters: keeps a clip of an account by a name, to be put into scenes. */
import { rename } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { invalidField } from '../../contract/field-errors.ts'
import { characterSeconds, parseOpenaiCreateCharacter } from '../../contract/openai/character.ts'
import { keepUpload } from '../../dispatch/uploads.ts'
import { acceptSignal, limitCreates } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest, requireOwner } from '../caller.ts'
import { presentCharacter } from './get-character.ts'
import { readBody } from './read-body.ts'

const field = 'video'

export function registerCreateCharacter(app: FastifyInstance, context: ApiContext): void {
  const { dispatch, uploadLimits } = context
  const onRequest = [requireOwner(context), limitCreates(context)]

  app.post('/v1/videos/characters', { onRequest }, async (request) => {
    using within = acceptSignal(context)
    const { signal } = within
    await using sent = await readBody(context, request, { name: field, maxBytes: uploadLimits.videoBytes }, signal)
    const { name } = parseOpenaiCreateCharacter(sent.fields)
    const { file } = sent
    if (!file) throw invalidField(field, undefined, 'a video file in a form')
    const upload = {
      accountId: ownerOfRequest(request).accountId,
      name,
      field,
      kind: 'video' as const,
      minSeconds: characterSeconds.min,
      save: (path: string) => rename(file.path, path),
    }
    return presentCharacter(await keepUpload(dispatch, upload, uploadLimits, signal))
  })
}
