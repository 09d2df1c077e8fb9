/** /api/v1/admin: for the administrator, and for whoever holds the operator token. */
import { z } from 'zod'
import { application } from './applications.ts'
import { credits, listOf, pageOf, pageQuery, unixSeconds } from './common.ts'
import { personName } from './sessions.ts'
import { taskItem, taskListQuery } from './tasks.ts'

const role = z.enum(['administrator', 'member']).meta({ allowed: 'administrator or member' })
const largest = 1_000_000_000_000

export const accountQuery = z.object({
  ...pageQuery,
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .meta({ description: 'Part of a name or an address.', allowed: 'text of up to 200 characters' }),
})
export const account = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable().meta({ description: 'Null for an account that nobody has registered for.' }),
  role: z.enum(['administrator', 'member']).nullable(),
  disabled: z.boolean(),
  application: application.nullable(),
  tasks: z.number().int(),
  open_tasks: z.number().int(),
  created_at: unixSeconds,
})
export const accountPage = pageOf(account)
export const accountChange = z.object({
  name: personName.optional(),
  disabled: z.boolean().optional().meta({ allowed: 'true or false' }),
  role: role.optional(),
})

export const creditChange = z.object({
  credits: z
    .number()
    .int()
    .min(-largest)
    .max(largest)
    .refine((value) => value !== 0)
    .meta({
      description: 'Given when positive; taken when negative, never more than remains.',
      allowed: 'a whole number other than 0',
    }),
  note: z.string().trim().max(500).optional().meta({ allowed: 'text of up to 500 characters' }),
})
export const applicationChange = z.object({
  credit_limit: z
    .number()
    .int()
    .min(0)
    .max(largest)
    .nullish()
    .meta({ description: 'The most it may ever use; null for none.', allowed: 'a whole number from 0, or null' }),
  unlimited: z.boolean().optional().meta({ allowed: 'true or false' }),
  disabled: z.boolean().optional().meta({ allowed: 'true or false' }),
})

export const adminTaskQuery = taskListQuery.extend({
  account_id: z.uuid().optional().meta({ allowed: 'the id of an account' }),
})
export const anyTaskItem = taskItem.extend({ account_name: z.string() })
export const adminTaskPage = pageOf(anyTaskItem)

export const engineStatus = z.object({
  name: z.string(),
  models: z.array(z.string()),
  concurrency: z.number().int().meta({ description: 'Tasks at once, in one worker process.' }),
  deadline_seconds: z.number().int(),
  waiting: z.number().int(),
  running: z.number().int(),
  oldest_waiting_seconds: z.number().nullable(),
  succeeded_last_hour: z.number().int(),
  failed_last_hour: z.number().int(),
  last_error: z.object({ message: z.string(), at: unixSeconds }).nullable(),
})
export const engineStatusList = listOf(engineStatus)

export const newInvite = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()).optional().meta({
    description: 'Only this address may use it; it is mailed there when the server sends e-mail.',
    allowed: 'an e-mail address',
  }),
  role: role.default('member'),
  expires_in_seconds: z
    .number()
    .int()
    .min(60)
    .max(90 * 86_400)
    .default(7 * 86_400)
    .meta({ description: 'A week when absent.', allowed: 'an integer from 60 to 7776000 (seconds)' }),
})
export const invite = z.object({
  id: z.uuid(),
  email: z.string().nullable(),
  role: z.enum(['administrator', 'member']),
  created_at: unixSeconds,
  expires_at: unixSeconds,
  used_at: unixSeconds.nullable(),
})
export const createdInvite = invite.extend({
  url: z.url().meta({ description: 'The link to register with; shown this once.' }),
})
export const inviteList = listOf(invite)

export const passwordResetLink = z.object({
  user_id: z.uuid(),
  email: z.string(),
  url: z.url().meta({ description: 'To be handed on to its owner.' }),
  expires_at: unixSeconds,
})
export const passwordResetLinkList = listOf(passwordResetLink)

export const deleted = z.object({ id: z.string(), deleted: z.boolean() })

export const reconciliation = z.object({
  agrees: z.boolean(),
  applications: z.number().int(),
  tasks: z.number().int(),
  granted: credits,
  reserved: credits,
  used: credits,
  problems: z.array(
    z.object({ kind: z.string(), application_id: z.uuid(), task_id: z.uuid().nullable(), message: z.string() }),
  ),
})
