import { invalidField } from '../../contract/field-errors.ts'
import type { GenerationRequest, ImageReference, ReferenceSources } from '../../contract/generation-request.ts'
import { characterIdOf, characterSeconds } from '../../contract/openai/character.ts'
import { type OpenaiReference, parseOpenaiCreateVideo } from '../../contract/openai/create-video.ts'
import { findUpload } from '../../db/uploads.ts'
import type { ApiContext } from '../api-context.ts'
import type { VideoCall } from './accept-video.ts'

const field = 'input_reference'

/** A create call: new, or held open until the film is there. */
export function createCall(context: ApiContext): VideoCall {
  return {
    file: { name: field, maxBytes: context.uploadLimits.imageBytes },
    async understand({ fields, file }, accountId) {
      const { request, reference, character } = parseOpenaiCreateVideo(fields)
      const images = file ? [{ field, path: file.path }] : await imagesOf(context, accountId, reference)
      const played = character === undefined ? undefined : await characterOf(context, accountId, character)
      return {
        request: { ...request, ...(played && { character: played.part }) },
        references: { images, ...played?.reference },
      }
    },
  }
}

async function imagesOf(
  { dispatch }: ApiContext,
  accountId: string,
  reference: OpenaiReference | undefined,
): Promise<ImageReference[]> {
  if (!reference) return []
  if ('imageUrl' in reference) return [{ field, source: reference.imageUrl }]
  const upload = await findUpload(dispatch.db.root, accountId, reference.fileId)
  if (upload?.kind === 'image') return [{ field, source: dispatch.links.sign(upload.key, upload.expires_at) }]
  throw invalidField(`${field}.file_id`, reference.fileId, 'the id of an image that was sent to /api/v1/files')
}

/** The first seconds of an account's clip. */
async function characterOf(
  { dispatch }: ApiContext,
  accountId: string,
  uploadId: string,
): Promise<{ part: NonNullable<GenerationRequest['character']>; reference: Partial<ReferenceSources> }> {
  const upload = await findUpload(dispatch.db.root, accountId, uploadId)
  const seconds = upload?.seconds ?? 0
  if (upload?.kind !== 'video' || seconds < characterSeconds.min) {
    throw invalidField('characters[0].id', characterIdOf(uploadId), 'the id of a character of yours')
  }
  return {
    part: { startSeconds: 0, endSeconds: Math.min(characterSeconds.max, seconds) },
    reference: { characterUrl: dispatch.links.sign(upload.key, upload.expires_at), characterField: 'characters[0]' },
  }
}
