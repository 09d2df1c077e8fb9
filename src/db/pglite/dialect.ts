import type { AsyncLocalStorage } from 'node:async_hooks'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { ThreadedPglite } from './threaded-pglite.ts'

/**
 * PGlite under Kysely, with an object of its own for each acquired connection. PGlite has one connection, and its callers
 * take turns: a transaction holds it exclusively, other queries wait.
 *
 * A query on the root handle from inside a transaction's callback would wait for that very transaction, for ever. Kysely's
 * own dialect takes the wait in a place where it cannot be seen; here it throws as long as `insideTransaction` has a store.
 */
export function pgliteDialect(pglite: ThreadedPglite, insideTransaction: AsyncLocalStorage<true>): Dialect {
  return {
    createAdapter: () => new OpenAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => new PgliteConnection(pglite, insideTransaction),
      beginTransaction: (connection) => (connection as PgliteConnection).begin(),
      commitTransaction: (connection) => (connection as PgliteConnection).end('commit'),
      rollbackTransaction: (connection) => (connection as PgliteConnection).end('rollback'),
      releaseConnection: async () => {},
      // The composition root opened PGlite and closes it; the queue uses the same instance.
      destroy: async () => {},
    }),
  }
}

class OpenAdapter extends PGliteAdapter {
  /** Keeps Kysely from making callers wait for one connection: openPglite does that, and tells them apart. */
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class PgliteConnection implements DatabaseConnection {
  readonly #pglite: ThreadedPglite
  readonly #insideTransaction: AsyncLocalStorage<true>
  #session: Awaited<ReturnType<ThreadedPglite['session']>> | undefined

  constructor(pglite: ThreadedPglite, insideTransaction: AsyncLocalStorage<true>) {
    this.#pglite = pglite
    this.#insideTransaction = insideTransaction
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#session && this.#insideTransaction.getStore()) {
      throw new Error(`A query outside the open transaction, from inside it, would wait for ever: ${query.sql}`)
    }
    const result = await (this.#session ?? this.#pglite).query<R>(query.sql, [...query.parameters])
    return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
  }

  // biome-ignore lint/correctness/useYield: PGlite answers whole results only.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite does not stream.')
  }

  async begin(): Promise<void> {
    const session = await this.#pglite.session()
    try {
      await session.query('begin')
    } catch (error) {
      session.end()
      throw error
    }
    this.#session = session
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    try {
      await this.#session?.query(how)
    } finally {
      this.#session?.end()
      this.#session = undefined
    }
  }
}
