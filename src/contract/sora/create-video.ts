/**
 * POST /sora/videos: what may be sent, in both versions. The two schemas are the documented form; `parseCreateVideo`
 * also takes what real clients send (aliases, numbers for versions, empty fields) and brings it into that form first.
 */
import { z } from 'zod'
import { RushesError } from '../../errors.ts'
import { newSeed } from '../../ids.ts'
import { invalidField, oneOf, parseFields, show } from '../field-errors.ts'
import type { GenerationRequest, ReferenceSources } from '../generation-request.ts'
import { readObject } from '../json-body.ts'

export const maxPromptCharacters = 32_000
export const maxImages = 16
const maxTimeoutSeconds = 3600

export const durationsV1 = [10, 15, 25] as const
export const durationsV2 = [4, 8, 12] as const
export const sizesV1 = ['small', 'large'] as const
export const sizesV2 = ['720x1280', '1280x720', '1024x1792', '1792x1024'] as const
export const orientations = ['landscape', 'portrait', 'square'] as const

/** Version 1.0 names a size and an orientation; these are the pixels they stand for. */
export const pixelsV1: Record<(typeof sizesV1)[number], Record<(typeof orientations)[number], [number, number]>> = {
  small: { landscape: [1280, 720], portrait: [720, 1280], square: [720, 720] },
  large: { landscape: [1792, 1024], portrait: [1024, 1792], square: [1024, 1024] },
}

const isHttpUrl = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text)
export const isImageSource = (text: string): boolean =>
  isHttpUrl(text) || /^data:/i.test(text) || (text.length >= 64 && /^[A-Za-z0-9+/_=\s-]+$/.test(text))

const promptField = z
  .string()
  .trim()
  .min(1)
  // Counting code points of a huge text is slow; twice the limit in UTF-16 units is over it in any case.
  .refine((text) => text.length <= 2 * maxPromptCharacters && [...text].length <= maxPromptCharacters)
  .meta({
    description: 'What the video shows.',
    allowed: `text of 1 to ${maxPromptCharacters} characters`,
    maxLength: maxPromptCharacters,
  })

/** Fields that every door has. */
export const commonFields = {
  prompt: promptField,
  model: z.string().max(200).default('sora-2').meta({
    description: '`sora-2`, `sora-2-pro`, or another model this server is configured for.',
    allowed: 'the name of a model',
  }),
  callback_url: z.string().max(4096).refine(isHttpUrl).optional().meta({
    description: 'Answer at once with the task id and POST the outcome here.',
    allowed: 'an http or https URL of up to 4096 characters',
  }),
  callback_secret: z.string().max(512).optional().meta({
    description: 'Adds `X-Callback-Signature`, the hex HMAC-SHA256 of the raw callback body.',
    allowed: 'text of up to 512 characters',
  }),
  async: z
    .boolean()
    .optional()
    .meta({ description: 'Answer at once with the task id; no callback needed.', allowed: 'true or false' }),
  timeout: z
    .number()
    .min(0)
    .max(maxTimeoutSeconds)
    .optional()
    .meta({
      description: 'Seconds to hold a synchronous call before answering with the task id instead.',
      allowed: `a number of seconds from 0 to ${maxTimeoutSeconds}`,
    }),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .optional()
    .meta({
      description: 'Same seed, same video, on engines that can.',
      allowed: `an integer from 0 to ${2 ** 32 - 1}`,
    }),
}

const imageUrls = z
  .array(z.string().refine(isImageSource))
  .max(maxImages)
  .optional()
  .meta({ allowed: `an array of up to ${maxImages} http(s) URLs, data: URLs or base64 images` })

/** Other names that clients use; `parseCreateVideo` brings them to their field before the schemas see them. */
const aliasFields = {
  seconds: z
    .union([z.number(), z.string()])
    .optional()
    .meta({ description: 'Another name of `duration`; a number, or a number as text.' }),
  input_reference: z.string().optional().meta({ description: 'Another name of an `image_urls` with one image.' }),
}

const characterSeconds = z.number().min(0).max(36_000).optional()

export const createVideoV1 = z
  .object({
    ...commonFields,
    ...aliasFields,
    version: z.literal('1.0').default('1.0'),
    duration: z
      .literal(durationsV1)
      .default(15)
      .meta({ description: 'Seconds; 25 on `sora-2-pro` only.', allowed: `${oneOf(durationsV1)} (seconds)` }),
    size: z
      .enum(sizesV1)
      .default('small')
      .meta({ description: '`small` is 720 pixels high, `large` 1024.', allowed: oneOf(sizesV1) }),
    orientation: z
      .enum(orientations)
      .default('landscape')
      .meta({ allowed: oneOf(orientations) }),
    image_urls: imageUrls.meta({
      description: 'Reference images: http(s) URLs, `data:` URLs or base 64. All are used.',
      allowed: `an array of up to ${maxImages} http(s) URLs, data: URLs or base64 images`,
    }),
    character_url: z.string().refine(isHttpUrl).optional().meta({
      description: 'A video of the character to put into the scene.',
      allowed: 'an http or https URL of a video',
    }),
    character_start: characterSeconds.meta({
      description: 'Where the character appears in its video, in seconds.',
      allowed: 'a number of seconds from 0',
    }),
    character_end: characterSeconds.meta({
      description: 'One to three seconds after `character_start`.',
      allowed: 'a number of seconds, 1 to 3 after character_start',
    }),
  })
  .meta({ title: 'Version 1.0' })

export const createVideoV2 = z
  .object({
    ...commonFields,
    ...aliasFields,
    version: z.literal('2.0'),
    duration: z
      .literal(durationsV2)
      .default(4)
      .meta({ description: 'Seconds; `seconds` is an alias.', allowed: `${oneOf(durationsV2)} (seconds)` }),
    size: z
      .enum(sizesV2)
      .default('720x1280')
      .meta({ description: 'Width x height.', allowed: oneOf(sizesV2) }),
    image_urls: imageUrls.meta({
      description: 'Reference images; only the first is used and its pixel size must equal `size`.',
      allowed: `an array of up to ${maxImages} http(s) URLs, data: URLs or base64 images`,
    }),
  })
  .meta({ title: 'Version 2.0' })

/** A create call, understood. */
export interface CreateVideo {
  request: GenerationRequest
  references: ReferenceSources
  callbackUrl: string | undefined
  callbackSecret: string | undefined
  /** True when the caller wants the task id at once. */
  answerAtOnce: boolean
  /** How long a synchronous caller is willing to wait before it gets the task id instead, in seconds. */
  timeoutSeconds: number | undefined
}

/**
 * Reads the body of a create call. Throws `invalid_parameters` (400) naming each field, what it was and what is
 * allowed, and `not_offered` for a version this API does not have.
 */
export function parseCreateVideo(body: unknown): CreateVideo {
  const fields = readObject(body)
  fields.version = readVersion(fields.version)
  const durationName = mergeAlias(fields, 'duration', 'seconds', readWholeNumber)
  if (fields.input_reference !== undefined && !Array.isArray(fields.input_reference)) {
    fields.input_reference = [fields.input_reference]
  }
  if (Array.isArray(fields.image_urls))
    fields.image_urls = fields.image_urls.filter((url) => url !== null && url !== '')
  const imagesName = mergeAlias(fields, 'image_urls', 'input_reference', (value) => value)
  const sentAs = { duration: durationName, image_urls: imagesName }
  return fields.version === '2.0' ? readV2(fields, sentAs) : readV1(fields, sentAs)
}

/** The name a caller used for each field that has two. */
type SentAs = { duration: string; image_urls: string }

function readV1(fields: Record<string, unknown>, sentAs: SentAs): CreateVideo {
  if (sizesV2.some((size) => size === fields.size)) {
    const allowed = `${oneOf(sizesV1)} in version "1.0"; send "version": "2.0" for a size in pixels`
    throw invalidField('size', fields.size, allowed)
  }
  const body = parseFields(createVideoV1, fields, sentAs)
  if (body.duration === 25 && body.model === 'sora-2') {
    throw invalidField(sentAs.duration, 25, '10 or 15 (seconds) on sora-2; 25 is offered on sora-2-pro only')
  }
  const [width, height] = pixelsV1[body.size][body.orientation]
  const character = readCharacter(body)
  return {
    ...readCommon(body),
    request: { ...requestOf(body), width, height, ...(character && { character }) },
    references: {
      images: imagesOf(body.image_urls, sentAs.image_urls),
      ...(character && { characterUrl: body.character_url }),
    },
  }
}

function readV2(fields: Record<string, unknown>, sentAs: SentAs): CreateVideo {
  for (const field of ['character_url', 'character_start', 'character_end']) {
    if (fields[field] === undefined) continue
    throw invalidField(field, fields[field], 'nothing in version "2.0"; characters are taken by version "1.0"')
  }
  if (sizesV1.some((size) => size === fields.size)) {
    throw invalidField(
      'size',
      fields.size,
      `${oneOf(sizesV2)} in version "2.0"; small and large belong to version "1.0"`,
    )
  }
  // A real client sends `orientation` with every request; here the size says it already.
  const body = parseFields(createVideoV2, fields, sentAs)
  const [width = 0, height = 0] = body.size.split('x').map(Number)
  return {
    ...readCommon(body),
    request: { ...requestOf(body), width, height },
    references: { images: imagesOf(body.image_urls, sentAs.image_urls).slice(0, 1) },
  }
}

type Body = z.infer<typeof createVideoV1> | z.infer<typeof createVideoV2>

function requestOf(body: Body): Omit<GenerationRequest, 'width' | 'height'> {
  return {
    version: body.version,
    model: body.model,
    prompt: body.prompt,
    seconds: body.duration,
    seed: body.seed ?? newSeed(),
  }
}

function readCommon(body: Body): Omit<CreateVideo, 'request' | 'references'> {
  return {
    callbackUrl: body.callback_url,
    callbackSecret: body.callback_secret,
    answerAtOnce: body.async === true || body.callback_url !== undefined,
    timeoutSeconds: body.timeout,
  }
}

const imagesOf = (urls: string[] | undefined, sentAs: string): ReferenceSources['images'] =>
  (urls ?? []).map((source, index) => ({ field: sentAs === 'image_urls' ? `image_urls[${index}]` : sentAs, source }))

function readCharacter(body: z.infer<typeof createVideoV1>): GenerationRequest['character'] {
  const { character_url: url, character_start: start, character_end: end } = body
  if (url === undefined) {
    // Clients that send every field send a start and an end without a character; there is nothing to cut then.
    return undefined
  }
  if (start === undefined)
    throw invalidField('character_start', start, 'a number of seconds, required with character_url')
  if (end === undefined) throw invalidField('character_end', end, 'a number of seconds, required with character_url')
  const range = end - start
  if (range < 1 || range > 3) {
    const found = `character_start is ${start} and character_end is ${end}, ${round(range)} seconds apart`
    throw new RushesError('invalid_parameters', `${found}; allowed: an end 1 to 3 seconds after the start.`)
  }
  return { startSeconds: start, endSeconds: end }
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Clients send the version as text or as a number, with and without its decimal. */
function readVersion(version: unknown): '1.0' | '2.0' {
  if (version === undefined || version === 1 || version === '1' || version === '1.0') return '1.0'
  if (version === 2 || version === '2' || version === '2.0') return '2.0'
  if (typeof version !== 'string' && typeof version !== 'number') {
    throw invalidField('version', version, '"1.0" or "2.0"')
  }
  throw new RushesError('not_offered', `version is ${show('version', version)}; offered here: "1.0" or "2.0".`)
}

/** Numbers of seconds arrive as numbers and as numeric text. */
export function readWholeNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\s*\d{1,6}(\.0+)?\s*$/.test(value) ? Number(value) : value
}

/**
 * Two names of one field: either may be sent, both only when they agree. The merged value stands under `name`
 * afterwards; what comes back is the name the caller used.
 */
function mergeAlias(
  fields: Record<string, unknown>,
  name: string,
  alias: string,
  read: (value: unknown) => unknown,
): string {
  const value = read(fields[name])
  const aliasValue = read(fields[alias])
  if (value !== undefined && aliasValue !== undefined && JSON.stringify(value) !== JSON.stringify(aliasValue)) {
    throw new RushesError(
      'invalid_parameters',
      `${name} is ${show(name, value)} and ${alias} is ${show(alias, aliasValue)}; ` +
        `they are two names of one field: allowed is one of them, or the same value in both.`,
    )
  }
  if (value === undefined && aliasValue === undefined) delete fields[name]
  else fields[name] = value ?? aliasValue
  delete fields[alias]
  return value === undefined && aliasValue !== undefined ? alias : name
}
