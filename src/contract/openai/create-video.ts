/** POST /v1/videos: what may be sent, as JSON or as a form, where every value is text and names have brackets. */
import { z } from 'zod'
import { newSeed } from '../../ids.ts'
import { oneOf, parseFields } from '../field-errors.ts'
import type { GenerationRequest } from '../generation-request.ts'
import { readObject } from '../json-body.ts'
import { commonFields, durationsV2, isImageSource, readWholeNumber, sizesV2 } from '../sora/create-video.ts'
import { uploadIdOf } from './character.ts'

const secondsAllowed = durationsV2.map(String) as ['4', '8', '12']
const imageSource = z.string().refine(isImageSource)
const referenceAllowed =
  'an image file in a form, {"image_url": an http(s) URL, a data: URL or base64} or {"file_id": the id of a file sent to /api/v1/files}'

export const openaiCreateVideo = z
  .object({
    prompt: commonFields.prompt,
    model: commonFields.model,
    seconds: z
      .enum(secondsAllowed)
      .default('4')
      .meta({ description: 'Seconds, as text.', allowed: `"4", "8" or "12"` }),
    size: z
      .enum(sizesV2)
      .default('720x1280')
      .meta({ description: 'Width x height.', allowed: oneOf(sizesV2) }),
    input_reference: z
      .union([imageSource, z.object({ image_url: imageSource }), z.object({ file_id: z.uuid() })])
      .optional()
      .meta({ description: 'An image whose pixel size must equal `size`.', allowed: referenceAllowed }),
    characters: z
      .array(z.object({ id: z.string().refine((id) => uploadIdOf(id) !== undefined) }))
      .max(1)
      .optional()
      .meta({
        description: 'Who plays in it: a character of `/v1/videos/characters`.',
        allowed: 'an array with one {"id": the id of a character of yours}',
      }),
    seed: commonFields.seed,
  })
  .meta({ title: 'Video' })

/** Where the reference image of a call is, when it did not come as a file. */
export type OpenaiReference = { imageUrl: string } | { fileId: string }

/** Reads the fields of a create call. Throws `invalid_parameters` naming each field, what it was and what is allowed. */
export function parseOpenaiCreateVideo(body: unknown): {
  request: GenerationRequest
  reference: OpenaiReference | undefined
  /** The id of the upload that is the character's clip. */
  character: string | undefined
} {
  const fields = readObject(body)
  if (typeof fields.seconds === 'number') fields.seconds = String(fields.seconds)
  fields.seed = readWholeNumber(fields.seed)
  const call = parseFields(openaiCreateVideo, fields)
  const { prompt, model, seconds, size, seed, input_reference: reference } = call
  const [width = 0, height = 0] = size.split('x').map(Number)
  return {
    request: {
      version: '2.0',
      model,
      prompt,
      seconds: Number(seconds),
      width,
      height,
      seed: seed ?? newSeed(),
    },
    reference: readReference(reference),
    character: call.characters?.[0] && uploadIdOf(call.characters[0].id),
  }
}

function readReference(reference: z.infer<typeof openaiCreateVideo>['input_reference']): OpenaiReference | undefined {
  if (reference === undefined) return undefined
  if (typeof reference === 'string') return { imageUrl: reference }
  return 'file_id' in reference ? { fileId: reference.file_id } : { imageUrl: reference.image_url }
}
