/** Remix, edit and extension: what may be sent to make a film from another. */
import { z } from 'zod'
import { oneOf, parseFields } from '../field-errors.ts'
import { readObject } from '../json-body.ts'
import { commonFields } from '../sora/create-video.ts'

export const extensionSeconds = ['4', '8', '12', '16', '20'] as const

const videoField = z
  .union([z.string(), z.object({ id: z.string() })])
  .transform((video) => (typeof video === 'string' ? video : video.id))
  .pipe(z.string().max(200))
  .optional()
  .meta({
    description: 'The video it is made from: `{"id"}` of a completed one, or a file in a form.',
    allowed: 'a video file in a form, or {"id": the id of a completed video of yours}',
  })

const modelField = z
  .string()
  .max(200)
  .optional()
  .meta({ description: 'By default the source’s; `sora-2` for a file.', allowed: 'the name of a model' })

export const openaiRemixVideo = z.object({ prompt: commonFields.prompt }).meta({ title: 'Remix' })

export const openaiEditVideo = z
  .object({ prompt: commonFields.prompt, video: videoField, model: modelField })
  .meta({ title: 'Edit' })

export const openaiExtendVideo = openaiEditVideo
  .extend({
    seconds: z
      .enum(extensionSeconds)
      .default('4')
      .meta({
        description: 'Seconds to add, as text.',
        allowed: oneOf(extensionSeconds.map((seconds) => `"${seconds}"`)),
      }),
  })
  .meta({ title: 'Extension' })

export interface DeriveCall {
  prompt: string
  /** For a film that was sent; one of this server keeps its model unless another is named. */
  model: string | undefined
  /** The id of the video to make it from, as sent; undefined when it has to be a file. */
  videoId: string | undefined
  /** Of an extension: the seconds to add. */
  seconds: number
}

/** Read the fields of these calls. Throw `invalid_parameters` naming each field, what it was and what is allowed. */
export function parseOpenaiRemix(body: unknown): DeriveCall {
  const { prompt } = parseFields(openaiRemixVideo, readObject(body))
  return { prompt, model: undefined, videoId: undefined, seconds: 0 }
}

export function parseOpenaiEdit(body: unknown): DeriveCall {
  const { prompt, model, video } = parseFields(openaiEditVideo, readObject(body))
  return { prompt, model, videoId: video, seconds: 0 }
}

export function parseOpenaiExtend(body: unknown): DeriveCall {
  const fields = readObject(body)
  if (typeof fields.seconds === 'number') fields.seconds = String(fields.seconds)
  const { prompt, model, video, seconds } = parseFields(openaiExtendVideo, fields)
  return { prompt, model, videoId: video, seconds: Number(seconds) }
}
