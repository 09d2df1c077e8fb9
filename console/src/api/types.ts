/** The answers of the API, by the server's own schemas. Types only: none of the server's code reaches the browser. */
import type { z } from 'zod'
import type * as admin from '../../../src/contract/management/admin.ts'
import type * as applications from '../../../src/contract/management/applications.ts'
import type * as credentials from '../../../src/contract/management/credentials.ts'
import type * as engines from '../../../src/contract/management/engines.ts'
import type * as files from '../../../src/contract/management/files.ts'
import type * as sessions from '../../../src/contract/management/sessions.ts'
import type * as tasks from '../../../src/contract/management/tasks.ts'
import type * as usage from '../../../src/contract/management/usage.ts'
import type * as webhooks from '../../../src/contract/management/webhooks.ts'
import type * as endpoints from '../../../src/contract/openai/webhook-endpoints.ts'

export interface List<Item> {
  count: number
  items: Item[]
}
export interface Page<Item> extends List<Item> {
  next_cursor: string | null
}

export type Session = z.infer<typeof sessions.sessionAnswer>
export type User = z.infer<typeof sessions.user>
export type LoggedIn = z.infer<typeof sessions.loggedIn>
export type OpenSession = z.infer<typeof sessions.session>
export type Service = z.infer<typeof applications.service>
export type OfferedModel = z.infer<typeof applications.offeredModel>
export type PriceRule = z.infer<typeof applications.priceRule>
export type Application = z.infer<typeof applications.application>
export type Credential = z.infer<typeof credentials.credential>
export type CreatedCredential = z.infer<typeof credentials.createdCredential>
export type UploadedFile = z.infer<typeof files.uploadedFile>
export type TaskItem = z.infer<typeof tasks.taskItem>
export type TaskDetail = z.infer<typeof tasks.taskDetail>
export type TaskEvent = z.infer<typeof tasks.taskEventItem>
export type UsageRow = z.infer<typeof usage.usageRow>
export type UsageSummaryRow = z.infer<typeof usage.usageSummaryRow>
export type Delivery = z.infer<typeof webhooks.delivery>
export type WebhookSecret = z.infer<typeof webhooks.webhookSecret>
export type WebhookTestResult = z.infer<typeof webhooks.webhookTestResult>
export type WebhookEndpoint = z.infer<typeof endpoints.webhookEndpoint>
export type WebhookEndpointWithSecret = z.infer<typeof endpoints.webhookEndpointWithSecret>
export type NewWebhookEndpoint = z.input<typeof endpoints.newWebhookEndpoint>
export type WebhookEndpointTest = z.infer<typeof endpoints.webhookEndpointTestResult>
export type Inbox = z.infer<typeof webhooks.inbox>
export type InboxItem = z.infer<typeof webhooks.inboxItem>
export type Account = z.infer<typeof admin.account>
export type EngineHealth = z.infer<typeof engines.engineHealth>
export type EngineStatus = z.infer<typeof admin.engineStatus>
export type AnyTaskItem = z.infer<typeof admin.anyTaskItem>
export type CreatedInvite = z.infer<typeof admin.createdInvite>
export type Invite = z.infer<typeof admin.invite>
export type PasswordResetLink = z.infer<typeof admin.passwordResetLink>
export type Reconciliation = z.infer<typeof admin.reconciliation>
