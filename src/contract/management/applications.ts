/** /api/v1/services and /api/v1/applications: what is offered, and an account's use of it. */
import { z } from 'zod'
import { sourceKinds } from '../generation-request.ts'
import { credits, listOf, pageOf, pageQuery, unixSeconds } from './common.ts'

/** The service that accounts acquire; one for now. */
export const videosService = 'sora-videos'

export const priceRule = z.object({
  model: z.string().optional(),
  version: z.enum(['1.0', '2.0']).optional(),
  seconds: z.number().optional(),
  size: z.enum(['small', 'large']).optional(),
  credits: z.number().int().optional(),
  credits_per_second: z.number().optional(),
})

export const offeredModel = z.object({
  name: z.string(),
  durations: z.object({ '1.0': z.array(z.number()), '2.0': z.array(z.number()) }),
  sizes: z.object({ '1.0': z.array(z.string()), '2.0': z.array(z.string()) }),
  orientations: z.array(z.string()).meta({ description: 'Of version 1.0.' }),
  images: z.object({ min: z.number().int(), max: z.number().int() }),
  character: z.boolean(),
  sources: z.array(z.enum(sourceKinds)),
  audio: z.boolean(),
  seed: z.boolean(),
  engines: z.array(z.string()).meta({ description: 'In order of preference.' }),
})

export const service = z.object({
  id: z.literal(videosService),
  name: z.string(),
  description: z.string(),
  free_credits: credits.meta({ description: 'What the first application gets.' }),
  prices: z.array(priceRule).meta({ description: 'The first rule that fits a request says its price.' }),
  models: z.array(offeredModel),
  limits: z.object({
    in_flight: z.number().int().meta({ description: 'Tasks of one key that run at once.' }),
    waiting: z.number().int().meta({ description: 'Open tasks of one key, running and waiting; more are refused.' }),
    requests_per_minute: z.number().int(),
    account_in_flight: z.number().int().meta({ description: 'The same for all keys of an account together.' }),
    account_waiting: z.number().int(),
    account_requests_per_minute: z.number().int(),
    image_bytes: z.number().int(),
    video_bytes: z.number().int(),
    retention_days: z.number().int(),
  }),
  application_id: z.uuid().nullable().meta({ description: 'The caller’s application; null until it is acquired.' }),
})
export const serviceList = listOf(service)

export const newApplication = z.object({
  service: z
    .literal(videosService)
    .default(videosService)
    .meta({ allowed: `"${videosService}"` }),
})
export const application = z.object({
  id: z.uuid(),
  account_id: z.uuid(),
  service: z.literal(videosService),
  unlimited: z.boolean(),
  remaining: credits.nullable().meta({ description: 'Null when unlimited.' }),
  reserved: credits.meta({ description: 'Held for tasks under way; not part of `remaining`.' }),
  used: credits.meta({ description: 'Charged for finished videos.' }),
  credit_limit: credits.nullable().meta({ description: 'The most it may ever use, whatever remains.' }),
  disabled: z.boolean(),
  created_at: unixSeconds,
})
export const applicationList = listOf(application)

export const ledgerKinds = ['grant', 'reserve', 'settle', 'release', 'adjust'] as const
export const ledgerEntry = z.object({
  id: z.number().int(),
  kind: z.enum(ledgerKinds),
  amount: credits.meta({ description: 'Signed for `adjust`, else positive.' }),
  effect: credits.meta({ description: 'By how much `remaining` changed.' }),
  task_id: z.uuid().nullable(),
  credential_id: z.uuid().nullable(),
  note: z.string().nullable(),
  at: unixSeconds,
})
export const ledgerQuery = z.object(pageQuery)
export const ledgerPage = pageOf(ledgerEntry)

/** What `POST /sora/videos?dry_run=true` answers. */
export const priceAnswer = z.object({
  dry_run: z.literal(true),
  model: z.string(),
  version: z.enum(['1.0', '2.0']),
  seconds: z.number(),
  width: z.number().int(),
  height: z.number().int(),
  size_class: z.enum(['small', 'large']),
  engine: z.string().meta({ description: 'What would make it.' }),
  credits,
  remaining: credits.nullable().meta({ description: 'Null when unlimited.' }),
  covered: z.boolean().meta({ description: 'Whether the call would be accepted now.' }),
})
