/** A webhook endpoint as /v1 shows it. */
import type { z } from 'zod'
import { endpointIdOf, type WebhookEventType, type webhookEndpoint } from './webhook-endpoints.ts'

const hintCharacters = 4

/** What there is to show of an endpoint: a row of the database. */
export interface EndpointToShow {
  id: string
  name: string
  url: string
  event_types: string[]
  secret: string
  disabled_at: Date | null
  failures: number
  rests_until: Date | null
  created_at: Date
  updated_at: Date
}

export function presentEndpoint(row: EndpointToShow): z.infer<typeof webhookEndpoint> {
  const rests = row.rests_until !== null && row.rests_until > new Date() ? row.rests_until : null
  return {
    id: endpointIdOf(row.id),
    object: 'webhook_endpoint',
    created_at: toSeconds(row.created_at),
    updated_at: toSeconds(row.updated_at),
    name: row.name,
    url: row.url,
    event_types: row.event_types as WebhookEventType[],
    enabled: row.disabled_at === null,
    signing_secret_hint: `whsec_…${row.secret.slice(-hintCharacters)}`,
    failures: row.failures,
    rests_until: rests && toSeconds(rests),
  }
}

const toSeconds = (date: Date): number => Math.floor(date.getTime() / 1000)
