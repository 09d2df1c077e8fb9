/** What the tools of the MCP door take: the fields of the Sora API, by its own schemas, under the names that agents know. */
import { z } from 'zod'
import { createVideoV1, createVideoV2 } from '../sora/create-video.ts'
import { maxBatchIds, taskQuery } from '../sora/task-query.ts'

const maxWaitSeconds = 3600

const v1 = createVideoV1.shape
const v2 = createVideoV2.shape

const timeout = v1.timeout.meta({
  description: 'Seconds to wait for the video; when they are over, the answer has the task id and the task goes on.',
  maximum: maxWaitSeconds,
})

const shapeV1 = {
  prompt: v1.prompt,
  model: v1.model,
  size: v1.size,
  duration: v1.duration,
  orientation: v1.orientation,
  seed: v1.seed,
}
const shapeV2 = {
  prompt: v2.prompt,
  model: v2.model,
  duration: v2.duration,
  size: v2.size,
  image_urls: v2.image_urls,
  seed: v2.seed,
}
const character = {
  character_url: v1.character_url,
  character_start: v1.character_start,
  character_end: v1.character_end,
}

export const generateInput = z.object({ ...shapeV1, timeout })
export const generateFromImageInput = z.object({ ...shapeV1, image_urls: z.nonoptional(v1.image_urls), timeout })
export const generateWithCharacterInput = z.object({
  ...shapeV1,
  character_url: z.nonoptional(v1.character_url),
  character_start: v1.character_start.unwrap().default(0).meta({
    description: 'Where the character appears in its video, in seconds.',
  }),
  character_end: v1.character_end.meta({
    description: 'One to three seconds after `character_start`; one second when absent.',
  }),
  timeout,
})
export const generateAsyncInput = z.object({
  ...shapeV1,
  image_urls: v1.image_urls,
  ...character,
  callback_url: v1.callback_url,
})
export const generateV2Input = z.object({ ...shapeV2, timeout })
export const generateV2AsyncInput = z.object({ ...shapeV2, callback_url: v2.callback_url })

const taskId = z.string().max(200).meta({
  description: 'The `task_id` that a sora_generate_… tool answered.',
  allowed: 'the id of a task, as text',
})

export const getTaskInput = z.object({
  task_id: taskId,
  timeout: z
    .number()
    .min(0)
    .max(maxWaitSeconds)
    .default(0)
    .meta({
      description: 'Seconds to wait for the end of a task that is under way; 0 answers at once.',
      allowed: `a number of seconds from 0 to ${maxWaitSeconds}`,
    }),
})
export const getTasksBatchInput = z.object({
  task_ids: taskQuery.shape.ids.meta({
    description: 'The tasks; the newest ones when absent.',
    allowed: `an array of up to ${maxBatchIds} task ids`,
  }),
  limit: taskQuery.shape.limit,
})
export const cancelTaskInput = z.object({ task_id: taskId })
export const nothing = z.object({})
