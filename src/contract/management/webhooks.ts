/** /api/v1/deliveries, webhook_secret, webhook_tests and inboxes: what was told to whom. */
import { z } from 'zod'
import { listOf, overlapSeconds, pageOf, pageQuery, unixSeconds } from './common.ts'

const states = ['pending', 'delivered', 'failed'] as const

export const deliveryQuery = z.object({
  ...pageQuery,
  state: z.enum(states).optional().meta({ allowed: 'pending, delivered or failed' }),
  task_id: z.uuid().optional().meta({ allowed: 'the id of a task' }),
  endpoint_id: z.string().max(200).optional().meta({ allowed: 'the id of a webhook endpoint' }),
})
export const deliveryAttempt = z.object({
  number: z.number().int(),
  at: unixSeconds,
  status: z.number().int().nullable().meta({ description: 'What the receiver answered; null when it did not.' }),
  error: z.string().nullable(),
  milliseconds: z.number().int(),
})
export const delivery = z.object({
  id: z.uuid().meta({ description: 'The `webhook-id` the receiver sees.' }),
  task_id: z.uuid(),
  endpoint_id: z.string().nullable().meta({ description: 'The webhook endpoint; null for a callback.' }),
  event_type: z.string().nullable(),
  url: z.string(),
  state: z.enum(states),
  body: z.string().meta({ description: 'The raw body.' }),
  created_at: unixSeconds,
  finished_at: unixSeconds.nullable(),
  next_attempt_at: unixSeconds.nullable().meta({ description: 'Null when none will follow.' }),
  attempts: z.array(deliveryAttempt),
})
export const deliveryPage = pageOf(delivery)

export const webhookSecret = z.object({
  user_id: z.uuid().meta({ description: 'The account.' }),
  webhook_secret: z.string().meta({ description: 'Verifies callbacks by Standard Webhooks, `whsec_…`.' }),
  previous_until: unixSeconds
    .nullable()
    .meta({ description: 'Until then callbacks are signed with the one before, too.' }),
})
export const secretRotation = z.object({ overlap_seconds: overlapSeconds })

export const webhookTest = z.object({
  url: z
    .string()
    .max(4096)
    .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text))
    .meta({ description: 'Where the test event goes.', allowed: 'an http or https URL of up to 4096 characters' }),
})
export const webhookTestResult = z.object({
  delivered: z.boolean(),
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  milliseconds: z.number().int(),
  headers: z.record(z.string(), z.string()).meta({ description: 'As sent.' }),
  body: z.string().meta({ description: 'As sent.' }),
})

export const inbox = z.object({
  id: z.uuid(),
  url: z.url().meta({ description: 'Whatever is POSTed here is shown; use it as `callback_url`.' }),
  items: z.number().int().meta({ description: 'How many it holds.' }),
  created_at: unixSeconds,
  expires_at: unixSeconds,
})
export const inboxList = listOf(inbox)
export const inboxItem = z.object({
  id: z.uuid(),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().meta({ description: 'As text.' }),
  truncated: z.boolean().meta({ description: 'The body was longer than is kept.' }),
  verified: z.boolean().nullable().meta({
    description:
      'Whether it is signed with the account’s secret, or one of its endpoints’; null when it is not signed.',
  }),
  at: unixSeconds,
})
export const inboxItemList = listOf(inboxItem)
