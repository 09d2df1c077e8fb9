/** /api/v1/tasks: an account's tasks as the console shows them. */
import { z } from 'zod'
import { taskStates } from '../task-state.ts'
import { credits, listOf, pageOf, pageQuery, timeQuery, unixSeconds } from './common.ts'
import { delivery } from './webhooks.ts'

/** `open` and `ended` stand for several states each. */
export const taskFilterStates = ['open', 'ended', ...taskStates] as const

export const taskListQuery = z.object({
  ...timeQuery,
  ...pageQuery,
  q: z.string().trim().max(200).optional().meta({
    description: 'Words of the prompt; all must be in it.',
    allowed: 'text of up to 200 characters',
  }),
  model: z.string().max(200).optional().meta({ allowed: 'the name of a model' }),
  state: z
    .enum(taskFilterStates)
    .optional()
    .meta({ allowed: taskFilterStates.join(', ') }),
  credential_id: z.uuid().optional().meta({ allowed: 'the id of a key' }),
})

export const storedFile = z.object({
  kind: z.enum(['video', 'thumbnail', 'image', 'character', 'source', 'details']),
  url: z.url(),
  content_type: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  duration: z.number().nullable(),
})

export const taskItem = z.object({
  id: z.uuid(),
  trace_id: z.uuid(),
  account_id: z.uuid(),
  credential_id: z.uuid(),
  state: z.enum(taskStates),
  progress: z.number().int().meta({ description: 'Percent.' }),
  prompt: z.string(),
  model: z.string(),
  version: z.enum(['1.0', '2.0']),
  engine: z.string(),
  seconds: z.number().meta({ description: 'As asked for.' }),
  width: z.number().int(),
  height: z.number().int(),
  credits: credits.meta({ description: 'Charged, or held while it is open; 0 when it failed or was cancelled.' }),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  video_id: z.string(),
  video_url: z.url().nullable(),
  thumbnail_url: z.url().nullable(),
  created_at: unixSeconds,
  started_at: unixSeconds.nullable(),
  finished_at: unixSeconds.nullable(),
  expires_at: unixSeconds.nullable().meta({ description: 'When record and files are deleted.' }),
})
export const taskPage = pageOf(taskItem)

export const taskEventItem = z.object({
  type: z.string().meta({
    description: 'created, submitting, running, lost, storing, succeeded, failed, cancelled; more may come.',
  }),
  at: unixSeconds,
  seconds: z.number().nullable().meta({ description: 'Until the next event; null for the last.' }),
  data: z.record(z.string(), z.unknown()),
})

export const taskDetail = taskItem.extend({
  seed: z.number().int(),
  request: z.record(z.string(), z.unknown()).meta({ description: 'As sent, without secrets and bytes.' }),
  response: z.record(z.string(), z.unknown()).meta({ description: 'What /sora/tasks shows as `response`.' }),
  callback_url: z.string().nullable(),
  ahead: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Waiting tasks that come before it; null unless it is queued.' }),
  details: z
    .record(z.string(), z.unknown())
    .nullable()
    .meta({ description: 'What the engine tells: a shot plan, say.' }),
  events: z.array(taskEventItem),
  files: z.array(storedFile).meta({ description: 'References and results.' }),
  deliveries: z.array(delivery),
})

export const retriedTask = z.object({ task_id: z.uuid().meta({ description: 'The new task.' }) })
export const storedFileList = listOf(storedFile)
