import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A handle on which queries of `db/` run: the root or a transaction. */
export type Queryable = Kysely<Tables>
export type Tx = Transaction<Tables>
