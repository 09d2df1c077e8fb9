/** POST /sora/tasks: look tasks up, one or many, cancel or delete one. */
import { z } from 'zod'
import { RushesError } from '../../errors.ts'
import { invalidField, oneOf, parseFields } from '../field-errors.ts'
import { readObject } from '../json-body.ts'

export const taskActions = ['retrieve', 'retrieve_batch', 'cancel', 'delete'] as const
export const maxBatchIds = 500
const maxLimit = 500

const unixSeconds = z.number().min(0).max(253_402_300_799).optional()

export const taskQuery = z
  .object({
    action: z
      .enum(taskActions)
      .default('retrieve')
      .meta({ description: 'What to do; `retrieve` when absent.', allowed: oneOf(taskActions) }),
    id: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'The task; `task_id` is an alias.', allowed: 'the id of a task, as text' }),
    ids: z
      .array(z.string().max(200))
      .max(maxBatchIds)
      .optional()
      .meta({ description: 'The tasks of a batch.', allowed: `an array of up to ${maxBatchIds} task ids` }),
    type: z
      .string()
      .max(50)
      .optional()
      .meta({ description: 'Only tasks of this type.', allowed: 'text, such as "videos"' }),
    limit: z
      .number()
      .int()
      .min(1)
      .max(maxLimit)
      .default(20)
      .meta({ description: 'How many records at most.', allowed: `an integer from 1 to ${maxLimit}` }),
    offset: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(0)
      .meta({ description: 'How many of the newest to skip.', allowed: 'an integer from 0' }),
    created_at_min: unixSeconds.meta({
      description: 'Created at or after, Unix seconds.',
      allowed: 'Unix seconds, a number',
    }),
    created_at_max: unixSeconds.meta({
      description: 'Created at or before, Unix seconds.',
      allowed: 'Unix seconds, a number',
    }),
  })
  .meta({ title: 'Task query' })

/** What a task call asks for. The `user_id` and `application_id` that clients send never widen what a key may see. */
export type TaskQuery =
  | { action: 'retrieve'; id: string }
  | { action: 'cancel' | 'delete'; id: string }
  | ({ action: 'retrieve_batch' } & TaskFilter)

export interface TaskFilter {
  ids?: string[]
  type?: string
  limit: number
  offset: number
  /** Unix seconds. */
  createdAtMin?: number
  createdAtMax?: number
}

/** Reads the body of a task call. Throws `invalid_parameters` naming field, value and what is allowed. */
export function parseTaskQuery(body: unknown): TaskQuery {
  const fields = readObject(body)
  if (fields.id !== undefined && fields.task_id !== undefined && fields.id !== fields.task_id) {
    throw new RushesError(
      'invalid_parameters',
      'id and task_id are two names of one field and disagree; allowed: one of them.',
    )
  }
  fields.id ??= fields.task_id
  const named = fields.ids !== undefined || fields.id !== undefined
  const query = parseFields(taskQuery, fields)
  if (query.action === 'retrieve_batch') {
    // A batch of nobody's ids is an empty batch, not everybody's tasks.
    const empty = Array.isArray((body as { ids?: unknown }).ids) && !named
    const ids = query.ids ?? (query.id === undefined ? undefined : [query.id])
    return {
      action: 'retrieve_batch',
      ids: empty ? [] : ids,
      type: query.type,
      limit: ids ? Math.max(query.limit, ids.length) : query.limit,
      offset: query.offset,
      createdAtMin: query.created_at_min,
      createdAtMax: query.created_at_max,
    }
  }
  if (query.id === undefined) {
    if (query.ids !== undefined) {
      throw new RushesError(
        'invalid_parameters',
        'ids is given without "action": "retrieve_batch"; allowed: id, or that action.',
      )
    }
    throw invalidField('id', undefined, 'the id of a task, as text')
  }
  return { action: query.action, id: query.id }
}
