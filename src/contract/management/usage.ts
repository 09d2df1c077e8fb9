/** /api/v1/usage: what was asked for and what it cost. It stays when tasks and films are deleted. */
import { z } from 'zod'
import { credits, listOf, pageOf, pageQuery, timeQuery, unixSeconds } from './common.ts'

const outcomes = ['open', 'succeeded', 'failed', 'cancelled'] as const

const filters = {
  ...timeQuery,
  model: z.string().max(200).optional().meta({ allowed: 'the name of a model' }),
  credential_id: z.uuid().optional().meta({ allowed: 'the id of a key' }),
  state: z.enum(outcomes).optional().meta({ allowed: 'open, succeeded, failed or cancelled' }),
}
export const usageQuery = z.object({ ...filters, ...pageQuery })
export const usageExportQuery = z.object(filters)
export const usageSummaryQuery = z.object({
  ...filters,
  by: z.enum(['day', 'model', 'credential']).default('day').meta({ allowed: 'day, model or credential' }),
})

export const usageRow = z.object({
  task_id: z.uuid(),
  trace_id: z.uuid(),
  credential_id: z.uuid(),
  credential_name: z.string(),
  model: z.string(),
  version: z.enum(['1.0', '2.0']),
  seconds: z.number(),
  width: z.number().int(),
  height: z.number().int(),
  state: z.enum(outcomes),
  status: z.number().int().nullable().meta({ description: 'The HTTP status of its outcome; null while it is open.' }),
  elapsed: z.number().nullable().meta({ description: 'Seconds from start to finish.' }),
  credits: credits.meta({ description: 'Charged, or held while it is open; 0 when it failed or was cancelled.' }),
  created_at: unixSeconds,
  finished_at: unixSeconds.nullable(),
})
export const usagePage = pageOf(usageRow)

export const usageSummaryRow = z.object({
  key: z.string().meta({ description: 'A day (`2030-01-31`, UTC), a model, or the id of a key.' }),
  label: z.string().meta({ description: 'The same to read: the name of the key.' }),
  tasks: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int().meta({ description: 'Failed and cancelled.' }),
  seconds: z.number().meta({ description: 'Of finished film.' }),
  credits,
})
export const usageSummary = listOf(usageSummaryRow)
