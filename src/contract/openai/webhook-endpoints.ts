/** /v1/webhook_endpoints: where an account is told that a video has ended, in the shapes of the `openai` SDKs. */
import { z } from 'zod'
import { oneOf, parseFields } from '../field-errors.ts'
import { readObject } from '../json-body.ts'

export const webhookEventTypes = ['video.completed', 'video.failed'] as const
export type WebhookEventType = (typeof webhookEventTypes)[number]

const unixSeconds = z.number().int().meta({ description: 'Unix seconds.' })
const maxNameCharacters = 200
const maxUrlCharacters = 4096

const eventTypes = z
  .array(z.enum(webhookEventTypes))
  .min(1)
  .transform((types) => [...new Set(types)])
const name = z
  .string()
  .trim()
  .min(1)
  .max(maxNameCharacters)
  // No database keeps a NUL.
  .refine((text) => !text.includes('\0'))
const url = z
  .string()
  .max(maxUrlCharacters)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text))
const allowed = {
  eventTypes: { allowed: `an array of ${oneOf(webhookEventTypes)}` },
  name: { allowed: `text of 1 to ${maxNameCharacters} characters` },
  url: { allowed: `an http or https URL of up to ${maxUrlCharacters} characters` },
}
const enabled = z.boolean().meta({ description: 'False: it is told nothing.', allowed: 'true or false' })

export const newWebhookEndpoint = z.object({
  event_types: eventTypes.meta(allowed.eventTypes),
  name: name.meta(allowed.name),
  url: url.meta(allowed.url),
  enabled: enabled.default(true),
})
export const webhookEndpointChange = z.object({
  event_types: eventTypes.optional().meta(allowed.eventTypes),
  name: name.optional().meta(allowed.name),
  url: url.optional().meta(allowed.url),
  enabled: enabled.optional(),
})
export const webhookSecretRotation = z.object({
  keep_old_secret_active_for_24_hours: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether the one before signs, too, for a day.', allowed: 'true or false' }),
})
export const webhookEndpointTest = z.object({
  event_type: z.enum(webhookEventTypes).meta({ allowed: oneOf(webhookEventTypes) }),
})
export const webhookEndpointQuery = z.object({
  after: z.string().max(200).optional().meta({
    description: 'The id of the last endpoint of the page before.',
    allowed: 'the id of an endpoint of yours',
  }),
  limit: z.coerce.number().int().min(1).max(100).default(20).meta({ allowed: 'an integer from 1 to 100' }),
})

export const webhookEndpoint = z.object({
  id: z.string(),
  object: z.literal('webhook_endpoint'),
  created_at: unixSeconds,
  updated_at: unixSeconds,
  name: z.string(),
  url: z.string(),
  event_types: z.array(z.enum(webhookEventTypes)),
  enabled: z.boolean(),
  signing_secret_hint: z.string(),
  failures: z.number().int().meta({ description: 'Deliveries that were not taken, in a row.' }),
  rests_until: unixSeconds
    .nullable()
    .meta({ description: 'It did not answer and is not tried before; null when it is.' }),
})
export const webhookEndpointWithSecret = webhookEndpoint.extend({
  signing_secret: z.string().meta({ description: 'Shown this once, `whsec_…`.' }),
})
export const webhookEndpointList = z.object({
  object: z.literal('list'),
  data: z.array(webhookEndpoint),
  first_id: z.string().nullable(),
  last_id: z.string().nullable(),
  has_more: z.boolean(),
})
export const deletedWebhookEndpoint = z.object({
  id: z.string(),
  object: z.literal('webhook_endpoint.deleted'),
  deleted: z.boolean(),
})
export const webhookEndpointTestResult = z.object({
  object: z.literal('webhook_endpoint.test'),
  webhook_endpoint_id: z.string(),
  event_type: z.enum(webhookEventTypes),
  status_code: z.number().int(),
  success: z.literal(true).meta({ description: 'It answered; `status_code` says what.' }),
})
export const webhookEventTypeList = z.object({
  object: z.literal('list'),
  data: z.array(z.enum(webhookEventTypes)),
})
/** What is POSTed to an endpoint. */
export const webhookEvent = z.object({
  id: z.string().meta({ description: 'The same for every endpoint that is told.' }),
  object: z.literal('event'),
  created_at: unixSeconds,
  type: z.enum(webhookEventTypes),
  data: z.object({ id: z.string().meta({ description: 'The video.' }) }),
})
export type WebhookEvent = z.infer<typeof webhookEvent>

/** Throws `invalid_parameters` naming field, value and what is allowed, as the others here do. */
export const parseNewEndpoint = (body: unknown) => parseFields(newWebhookEndpoint, readObject(body))
export const parseEndpointChange = (body: unknown) => parseFields(webhookEndpointChange, readObject(body ?? {}))
export const parseSecretRotation = (body: unknown) => parseFields(webhookSecretRotation, readObject(body ?? {}))
export const parseEndpointTest = (body: unknown) => parseFields(webhookEndpointTest, readObject(body))
export const parseEndpointQuery = (query: unknown) => parseFields(webhookEndpointQuery, readObject(query))

/** The id of an endpoint at this door. */
export const endpointIdOf = (id: string): string => `whe_${id.replaceAll('-', '')}`

/** The id in the database behind an endpoint's id; undefined when it is none. */
export function endpointRowIdOf(id: string): string | undefined {
  const [, a, b, c, d, e] = /^whe_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(id) ?? []
  return a && `${a}-${b}-${c}-${d}-${e}`
}
