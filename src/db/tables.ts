import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { GenerationRequest } from '../contract/generation-request.ts'
import type { TaskState } from '../contract/task-state.ts'
import type { ErrorKind } from '../errors.ts'

/** The rows of the database as TypeScript sees them; the truth is in `migrations/`. */
export interface Tables {
  accounts: AccountTable
  applications: ApplicationTable
  api_keys: ApiKeyTable
  tasks: TaskTable
  assets: AssetTable
  events: EventTable
  idempotency_keys: IdempotencyKeyTable
  deliveries: DeliveryTable
  delivery_attempts: DeliveryAttemptTable
  ledger_entries: LedgerEntryTable
  usage_records: UsageRecordTable
  usage_sums: UsageSumTable
  users: UserTable
  sessions: SessionTable
  identities: IdentityTable
  verifications: VerificationTable
  invites: InviteTable
  uploads: UploadTable
  inboxes: InboxTable
  inbox_items: InboxItemTable
  webhook_endpoints: WebhookEndpointTable
}

type CreatedAt = ColumnType<Date, Date | undefined, never>

interface AccountTable {
  id: string
  name: string
  webhook_secret: string
  previous_webhook_secret: string | null
  previous_webhook_until: Date | null
  disabled_at: Date | null
  created_at: CreatedAt
}

interface ApplicationTable {
  id: string
  account_id: string
  service: string
  unlimited: Generated<boolean>
  balance: Generated<number>
  reserved: Generated<number>
  used: Generated<number>
  credit_limit: number | null
  disabled_at: Date | null
  open_tasks: Generated<number>
  created_at: CreatedAt
}

interface ApiKeyTable {
  id: string
  account_id: string
  name: string
  prefix: string
  sha256: Buffer
  expires_at: Date | null
  revoked_at: Date | null
  created_at: CreatedAt
  credit_limit: number | null
  spent: Generated<number>
  open_tasks: Generated<number>
  last_used_at: Date | null
  previous_sha256: Buffer | null
  previous_until: Date | null
  console: Generated<boolean>
}

interface TaskTable {
  id: string
  trace_id: string
  account_id: string
  application_id: string
  key_id: string
  state: Generated<TaskState>
  progress: Generated<number>
  model: string
  engine: string
  tried_engines: Generated<string[]>
  video_id: string
  request: JSONColumnType<Record<string, unknown>>
  generation: JSONColumnType<GenerationRequest>
  callback_url: string | null
  callback_secret: string | null
  operation: JSONColumnType<object> | null
  engine_details: JSONColumnType<Record<string, unknown>> | null
  submits: Generated<number>
  claim_id: string | null
  claimed_by: string | null
  error_kind: ErrorKind | null
  error_message: string | null
  created_at: CreatedAt
  started_at: Date | null
  finished_at: Date | null
  expires_at: Date | null
}

export type AssetKind = 'video' | 'thumbnail' | 'image' | 'character' | 'source'

interface AssetTable {
  id: string
  task_id: string
  kind: AssetKind
  position: Generated<number>
  key: string
  content_type: string
  bytes: number
  width: number | null
  height: number | null
  seconds: number | null
  created_at: CreatedAt
}

interface EventTable {
  id: Generated<number>
  task_id: string
  type: string
  data: JSONColumnType<object>
  at: CreatedAt
}

interface IdempotencyKeyTable {
  key_id: string
  idempotency_key: string
  fingerprint: string
  task_id: string
  /** Anew when a client's body is sent again on purpose. */
  created_at: ColumnType<Date, Date | undefined, Date>
}

interface DeliveryTable {
  id: string
  task_id: string
  account_id: string
  endpoint_id: string | null
  event_type: string | null
  callback_secret: string | null
  url: string
  body: string
  state: Generated<'pending' | 'delivered' | 'failed'>
  attempts: Generated<number>
  claimed_by: string | null
  next_attempt_at: Generated<Date>
  /** Somebody asked for an attempt that was not made yet. */
  reopened: Generated<boolean>
  created_at: CreatedAt
  finished_at: Date | null
}

interface WebhookEndpointTable {
  id: string
  account_id: string
  name: string
  url: string
  event_types: string[]
  secret: string
  previous_secret: string | null
  previous_until: Date | null
  disabled_at: Date | null
  failures: Generated<number>
  rests_until: Date | null
  created_at: CreatedAt
  updated_at: Generated<Date>
}

interface DeliveryAttemptTable {
  delivery_id: string
  number: number
  at: CreatedAt
  status: number | null
  error: string | null
  milliseconds: number
}

interface LedgerEntryTable {
  id: Generated<number>
  application_id: string
  kind: 'grant' | 'reserve' | 'settle' | 'release' | 'adjust'
  amount: number
  effect: ColumnType<number, never, never>
  task_id: string | null
  key_id: string | null
  note: string | null
  at: CreatedAt
}

export type UsageState = 'open' | 'succeeded' | 'failed' | 'cancelled'

interface UsageRecordTable {
  task_id: string
  trace_id: string
  account_id: string
  application_id: string
  key_id: string
  model: string
  version: '1.0' | '2.0'
  seconds: number
  width: number
  height: number
  state: Generated<UsageState>
  status: number | null
  credits: number
  created_at: CreatedAt
  finished_at: Date | null
  elapsed_seconds: number | null
  /** Whether its end is in the sum of its day. */
  summed: Generated<boolean>
}

interface UsageSumTable {
  account_id: string
  day: Date
  key_id: string
  model: string
  state: UsageState
  tasks: number
  seconds: number
  credits: number
}

export type Role = 'administrator' | 'member'

interface UserTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  account_id: string
  role: Generated<Role>
  created_at: CreatedAt
  updated_at: Generated<Date>
}

interface SessionTable {
  id: string
  user_id: string
  token: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  created_at: CreatedAt
  updated_at: Generated<Date>
}

interface IdentityTable {
  id: string
  user_id: string
  provider_id: string
  account_id: string
  password: string | null
  created_at: CreatedAt
  updated_at: Generated<Date>
}

interface VerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: CreatedAt
  updated_at: Generated<Date>
}

interface InviteTable {
  id: string
  sha256: Buffer
  email: string | null
  role: Role
  created_at: CreatedAt
  expires_at: Date
  used_at: Date | null
}

interface UploadTable {
  id: string
  account_id: string
  kind: 'image' | 'video'
  key: string
  name: string
  content_type: string
  bytes: number
  width: number
  height: number
  seconds: number | null
  created_at: CreatedAt
  expires_at: Date
}

interface InboxTable {
  id: string
  account_id: string
  token: string
  created_at: CreatedAt
  expires_at: Date
}

interface InboxItemTable {
  id: string
  inbox_id: string
  method: string
  headers: JSONColumnType<Record<string, string>>
  body: string
  truncated: boolean
  verified: boolean | null
  at: CreatedAt
}
