import { sql } from 'kysely'
import type { Cursor } from '../contract/management/common.ts'

/** The position of a row, to the microsecond: a Date knows milliseconds only. */
export const positionOf = (createdAt: string) =>
  sql<string>`(extract(epoch from ${sql.ref(createdAt)}) * 1000000)::bigint::text`

/** The rows after a position, in a list by time and id; newest first, unless `order` is `asc`. */
export const after = (createdAt: string, id: string, { at, id: last }: Cursor, order: 'asc' | 'desc' = 'desc') =>
  sql<boolean>`(${sql.ref(createdAt)}, ${sql.ref(id)}) ${sql.raw(order === 'asc' ? '>' : '<')}
    (timestamptz 'epoch' + ${at}::bigint * interval '1 microsecond', ${last}::uuid)`
