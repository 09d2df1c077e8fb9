/** What /v1 answers. Every key is always there; what has no value is null. */
import { z } from 'zod'
import { sourceKinds } from '../generation-request.ts'

const unixSeconds = z.number().int().meta({ description: 'Unix seconds.' })

export const videoStatuses = ['queued', 'in_progress', 'completed', 'failed'] as const

export const openaiVideo = z.object({
  id: z.string().meta({ description: '`video_` and the id of the task without its hyphens.' }),
  object: z.literal('video'),
  model: z.string(),
  status: z.enum(videoStatuses),
  progress: z.number().int().meta({ description: 'Percent.' }),
  created_at: unixSeconds,
  completed_at: unixSeconds.nullable(),
  expires_at: unixSeconds.nullable().meta({ description: 'When record and files are deleted, Unix seconds.' }),
  prompt: z.string(),
  size: z.string(),
  seconds: z.string(),
  remixed_from_video_id: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
})

export const openaiVideoList = z.object({
  object: z.literal('list'),
  data: z.array(openaiVideo),
  first_id: z.string().nullable(),
  last_id: z.string().nullable(),
  has_more: z.boolean(),
})

export const openaiDeletedVideo = z.object({
  id: z.string(),
  object: z.literal('video.deleted'),
  deleted: z.literal(true),
})

export const openaiModel = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: unixSeconds,
  owned_by: z.string(),
  capabilities: z.object({
    seconds: z.array(z.string()),
    sizes: z.array(z.string()),
    images: z.object({ min: z.number().int(), max: z.number().int() }),
    characters: z.boolean(),
    sources: z.array(z.enum(sourceKinds)).meta({ description: 'What it can make of a video that there is.' }),
    audio: z.boolean(),
    seed: z.boolean(),
    engines: z.array(z.string()).meta({ description: 'In order of preference.' }),
  }),
})
export const openaiModelList = z.object({ object: z.literal('list'), data: z.array(openaiModel) })

export const openaiError = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string(),
  }),
})

export type OpenaiVideo = z.infer<typeof openaiVideo>
export type OpenaiModel = z.infer<typeof openaiModel>
