/** How rows are shown by the management API. */
import type { z } from 'zod'
import type { application } from '../../contract/management/applications.ts'
import { videosService } from '../../contract/management/applications.ts'
import type { credential } from '../../contract/management/credentials.ts'
import type { delivery } from '../../contract/management/webhooks.ts'
import { endpointIdOf } from '../../contract/openai/webhook-endpoints.ts'
import type { ApiKeyRow } from '../../db/api-keys.ts'
import type { ListedDelivery } from '../../db/delivery-list.ts'
import type { ApplicationRow } from '../../db/ledger.ts'
import type { UserRow } from '../../db/people.ts'
import { RushesError } from '../../errors.ts'

export const toSeconds = (date: Date): number => date.getTime() / 1000
export const toSecondsOrNull = (date: Date | null): number | null => date && toSeconds(date)

/** From Unix seconds. */
export const toDate = (seconds: number | undefined): Date | undefined =>
  seconds === undefined ? undefined : new Date(seconds * 1000)

/** What is somebody else's and what does not exist are answered alike. */
export const notFound = (what: string): RushesError => new RushesError('no_api', `There is no such ${what}.`)

export function presentApplication(row: ApplicationRow): z.infer<typeof application> {
  return {
    id: row.id,
    account_id: row.account_id,
    service: videosService,
    unlimited: row.unlimited,
    remaining: row.unlimited ? null : row.balance,
    reserved: row.reserved,
    used: row.used,
    credit_limit: row.credit_limit,
    disabled: row.disabled_at !== null,
    created_at: toSeconds(row.created_at),
  }
}

export function presentCredential(row: ApiKeyRow): z.infer<typeof credential> {
  return {
    id: row.id,
    user_id: row.account_id,
    name: row.name,
    prefix: row.prefix,
    credit_limit: row.credit_limit,
    used: row.spent,
    created_at: toSeconds(row.created_at),
    last_used_at: toSecondsOrNull(row.last_used_at),
    expires_at: toSecondsOrNull(row.expires_at),
    revoked_at: toSecondsOrNull(row.revoked_at),
    previous_until: row.previous_until && row.previous_until > new Date() ? toSeconds(row.previous_until) : null,
  }
}

export function presentDelivery(row: ListedDelivery): z.infer<typeof delivery> {
  return {
    id: row.id,
    task_id: row.task_id,
    endpoint_id: row.endpoint_id && endpointIdOf(row.endpoint_id),
    event_type: row.event_type,
    url: row.url,
    state: row.state,
    body: row.body,
    created_at: toSeconds(row.created_at),
    finished_at: toSecondsOrNull(row.finished_at),
    next_attempt_at: row.state === 'pending' ? toSeconds(row.next_attempt_at) : null,
    attempts: row.made.map(({ number, at, status, error, milliseconds }) => ({
      number,
      at: toSeconds(at),
      status,
      error,
      milliseconds,
    })),
  }
}

export const presentUser = (user: UserRow) => ({
  id: user.id,
  account_id: user.account_id,
  name: user.name,
  email: user.email,
  role: user.role,
  created_at: toSeconds(user.created_at),
})
