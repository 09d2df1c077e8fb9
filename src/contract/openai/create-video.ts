/** POST /v1/videos: what may be sent, as JSON or as a form, where every value is text and names have brackets. */
import { z } from 'zod'
import { newSeed } from '../../ids.ts'
import { oneOf, parseFields } from '../field-errors.ts'
import type { GenerationRequest } from '../generation-request.ts'
import { readObject } from '../json-body.ts'
import { commonFields, durationsV2, isImageSource, readWholeNumber, sizesV2 } from '../sora/create-video.ts'

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
    seed: commonFields.seed,
  })
  .meta({ title: 'Video' })

/** Where the reference image of a call is, when it did not come as a file. */
export type OpenaiReference = { imageUrl: string } | { fileId: string }

/** Reads the fields of a create call. Throws `invalid_parameters` naming each field, what it was and what is allowed. */
export function parseOpenaiCreateVideo(body: unknown): {
  request: GenerationRequest
  reference: OpenaiReference | undefined
} {
  const fields = readObject(body)
  if (typeof fields.seconds === 'number') fields.seconds = String(fields.seconds)
  fields.seed = readWholeNumber(fields.seed)
  const { prompt, model, seconds, size, seed, input_reference: reference } = parseFields(openaiCreateVideo, fields)
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
  }
}

function readReference(reference: z.infer<typeof openaiCreateVideo>['input_reference']): OpenaiReference | undefined {
  if (reference === undefined) return undefined
  if (typeof reference === 'string') return { imageUrl: reference }
  return 'file_id' in reference ? { fileId: reference.file_id } : { imageUrl: reference.image_url }
}

/**
 * The fields of a form as an object: `input_reference[image_url]` becomes `{input_reference: {image_url}}`. Of a name
 * that comes twice the last counts.
 */
export function nestFields(fields: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const nested = new Map<string, unknown>()
  for (const [name, value] of fields) {
    const [, outer = name, inner] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(name) ?? []
    if (inner === undefined) nested.set(name, value)
    else {
      const before = nested.get(outer)
      const entries = before instanceof Map ? before : new Map<string, unknown>()
      nested.set(outer, entries.set(inner, value))
    }
  }
  return Object.fromEntries(
    [...nested].map(([name, value]) => [name, value instanceof Map ? Object.fromEntries(value) : value]),
  )
}
