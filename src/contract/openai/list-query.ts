import { z } from 'zod'
import { parseFields } from '../field-errors.ts'
import { readObject } from '../json-body.ts'

const maxLimit = 100

export const openaiListQuery = z.object({
  after: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'The id of the last video of the page before.', allowed: 'the id of a video of yours' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(maxLimit)
    .default(20)
    .meta({ description: 'How many videos at most.', allowed: `an integer from 1 to ${maxLimit}` }),
  order: z.enum(['asc', 'desc']).default('desc').meta({ description: 'By time of creation.', allowed: 'asc or desc' }),
})

/** Reads the query of GET /v1/videos. Throws `invalid_parameters` naming field, value and what is allowed. */
export const parseOpenaiListQuery = (query: unknown): z.infer<typeof openaiListQuery> =>
  parseFields(openaiListQuery, readObject(query))

export const contentVariants = ['video', 'thumbnail', 'spritesheet'] as const

export const openaiContentQuery = z.object({
  variant: z
    .enum(contentVariants)
    .default('video')
    .meta({ description: 'MP4, WebP or JPEG.', allowed: 'video, thumbnail or spritesheet' }),
})

export const parseOpenaiContentQuery = (query: unknown): z.infer<typeof openaiContentQuery> =>
  parseFields(openaiContentQuery, readObject(query))
