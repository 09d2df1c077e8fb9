/** What both Sora endpoints answer, in the order of keys that clients were seen to rely on. */
import { z } from 'zod'
import { endStates } from '../task-state.ts'

export const finishedVideo = z.object({
  id: z.string(),
  video_url: z.url().meta({ description: 'A signed link that plays without a header until `expires_at`.' }),
  state: z.literal('succeeded'),
  width: z.number().int(),
  height: z.number().int(),
  duration: z.number().meta({ description: 'Seconds.' }),
  thumbnail_url: z.url().optional(),
  expires_at: z.number().meta({ description: 'Unix seconds.' }),
  engine: z.string().meta({ description: 'What made the video.' }),
})

export const success = z.object({
  success: z.literal(true),
  task_id: z.uuid(),
  trace_id: z.uuid(),
  data: z.array(finishedVideo),
})

export const acknowledgement = z.object({ task_id: z.uuid() })

export const failure = z.object({
  success: z.literal(false),
  task_id: z.uuid().optional(),
  error: z.object({ code: z.string(), message: z.string() }),
  trace_id: z.uuid(),
})

export const running = z.object({
  task_id: z.uuid(),
  trace_id: z.uuid(),
  data: z.array(z.object({ id: z.string(), state: z.enum(['pending', 'processing']), progress: z.number().int() })),
})

export const taskRecord = z.object({
  _id: z.string().meta({ description: '24 hexadecimal digits.' }),
  id: z.uuid(),
  trace_id: z.uuid(),
  type: z.literal('videos'),
  created_at: z.number().meta({ description: 'Unix seconds.' }),
  started_at: z.number().optional(),
  finished_at: z.number().optional(),
  elapsed: z.number().optional().meta({ description: 'Seconds from start to finish, to three places.' }),
  application_id: z.uuid(),
  credential_id: z.uuid(),
  user_id: z.uuid(),
  request: z.record(z.string(), z.unknown()).meta({ description: 'As sent, without secrets and bytes.' }),
  response: z.union([running, success, failure]),
  data: z.array(z.unknown()).optional().meta({ description: 'The same as `response.data`.' }),
  engine_details: z.record(z.string(), z.unknown()).optional().meta({
    description: 'What the engine says of its work; the built-in one gives the `plan` it drew the film by.',
  }),
})

export const taskBatch = z.object({ items: z.array(taskRecord), count: z.number().int() })
export const deletedTask = z.object({ id: z.string(), deleted: z.boolean() })
export const cancelledTask = z.object({
  id: z.uuid(),
  cancelled: z.boolean().meta({ description: 'Whether the task is cancelled now; false when it had ended before.' }),
  state: z.enum(endStates),
})
export const progressLine = z.object({
  task_id: z.uuid(),
  state: z.enum(['pending', 'processing']),
  progress: z.number().int(),
})

export type Success = z.infer<typeof success>
export type Failure = z.infer<typeof failure>
export type Running = z.infer<typeof running>
export type TaskRecord = z.infer<typeof taskRecord>
export type ProgressLine = z.infer<typeof progressLine>
export type CancelledTask = z.infer<typeof cancelledTask>
export type Acknowledgement = z.infer<typeof acknowledgement>
