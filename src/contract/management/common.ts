/** What the schemas of the management API share. Times are Unix seconds, with fractions; money is whole credits. */
import { z } from 'zod'
import { RushesError } from '../../errors.ts'
import { parseFields } from '../field-errors.ts'
import { readObject } from '../json-body.ts'

export const unixSeconds = z.number().meta({ description: 'Unix seconds.' })
export const credits = z.number().int().meta({ description: 'Whole credits.' })

/** `{count, items}`, and `next_cursor` where a list has pages: null on the last, else what the next call sends. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ count: z.number().int(), items: z.array(item) })
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ count: z.number().int(), items: z.array(item), next_cursor: z.string().nullable() })

export const present = <Item>(items: Item[]): { count: number; items: Item[] } => ({ count: items.length, items })

const maxLimit = 200
/** The query of a list in pages. */
export const pageQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(maxLimit)
    .default(50)
    .meta({ description: 'How many items at most.', allowed: `an integer from 1 to ${maxLimit}` }),
  cursor: z
    .string()
    .max(200)
    .optional()
    .meta({ description: '`next_cursor` of the page before.', allowed: 'the next_cursor of an answer' }),
}
/** Of the year 9999: what a database reads as a time has four digits for the year. */
const lastSecond = 253_402_300_799
export const timeQuery = {
  from: z.coerce
    .number()
    .min(0)
    .max(lastSecond)
    .optional()
    .meta({ description: 'Created at or after, Unix seconds.', allowed: 'Unix seconds, a number' }),
  to: z.coerce
    .number()
    .min(0)
    .max(lastSecond)
    .optional()
    .meta({ description: 'Created before, Unix seconds.', allowed: 'Unix seconds, a number' }),
}

/** Reads a body or a query by its schema. Throws `invalid_parameters` naming field, value and what is allowed. */
export function parseBody<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  body: unknown,
  /** Null says something of its own here, instead of "not given". */
  { keepNulls = false }: { keepNulls?: boolean } = {},
) {
  const fields = readObject(body ?? {})
  if (keepNulls) for (const [name, value] of Object.entries(body ?? {})) if (value === null) fields[name] = null
  return parseFields(schema, fields)
}

/** A whole number of seconds a replaced secret goes on working. */
export const overlapSeconds = z
  .number()
  .int()
  .min(0)
  .max(30 * 86_400)
  .default(86_400)
  .meta({
    description: 'How long the one before goes on working, in seconds; a day when absent.',
    allowed: 'an integer from 0 to 2592000 (seconds)',
  })

/** A position in a list that is newest first: the time of the last item seen, in microseconds, and its id; or a number and `0`. */
export interface Cursor {
  at: string
  id: string
}

export const writeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at} ${id}`).toString('base64url')

/** No more digits than times that a database keeps; the id as it writes them. */
const cursorPattern = /^(\d{1,16}) (0|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Throws `invalid_parameters` for what no answer has given out. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const [, at, id] = cursorPattern.exec(Buffer.from(text, 'base64url').toString()) ?? []
  if (at !== undefined && id !== undefined) return { at, id }
  throw new RushesError('invalid_parameters', 'cursor is none of this server; allowed: the next_cursor of an answer.')
}
