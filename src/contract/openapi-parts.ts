/** What the parts of the OpenAPI document are made of. */
import { z } from 'zod'
import { type ErrorKind, errorKinds } from '../errors.ts'

export type Json = { [key: string]: unknown }

export const reference = (schema: string): Json => ({ $ref: `#/components/schemas/${schema}` })

export const json = (schema: Json): Json => ({ 'application/json': { schema } })

export const answer = (description: string, schema: Json): Json => ({
  description,
  headers: { 'x-trace-id': { schema: { type: 'string', format: 'uuid' }, description: 'Finds the call in the log.' } },
  content: json(schema),
})

export const queryParameters = (query: z.ZodObject): Json[] =>
  Object.entries(query.shape).map(([name, field]) => {
    const {
      $schema: _dialect,
      allowed: _allowed,
      description,
      ...schema
    } = z.toJSONSchema(field as z.ZodType, { io: 'input' })
    return { name, in: 'query', required: false, ...(description && { description }), schema }
  })

/** Error answers, one a status; `describe` says what a kind of error means there. */
export function failuresOf(kinds: readonly ErrorKind[], describe: (kind: ErrorKind) => string, schema: Json): Json {
  const byStatus = new Map<number, string[]>()
  for (const kind of kinds) {
    const { status } = errorKinds[kind]
    byStatus.set(status, [...(byStatus.get(status) ?? []), describe(kind)])
  }
  return Object.fromEntries([...byStatus].map(([status, lines]) => [status, answer(lines.join('\n\n'), schema)]))
}

export const lastEventId: Json = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The id of the last event that was seen; only what is new is sent.',
  schema: { type: 'string' },
}

/** The answers of a stream of a task's events: `progress` events, then one `result`. */
export const eventResponses = (result: Json): Json => ({
  200: {
    description: 'Server-sent events: `progress` as it happens, `result` as the last.',
    content: { 'text/event-stream': { schema: { anyOf: [reference('TaskProgress'), result] } } },
  },
  204: { description: 'The result was seen already: there is no more to come.' },
})
