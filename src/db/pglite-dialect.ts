import type { AsyncLocalStorage } from 'node:async_hooks'
import type { PGlite, Transaction } from '@electric-sql/pglite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'

/**
 * PGlite under Kysely, with an object of its own for each acquired connection. PGlite has one connection and keeps its
 * callers apart itself: a transaction holds it exclusively, other queries wait.
 *
 * A query on the root handle from inside a transaction's callback would wait for that very transaction, for ever. Kysely's
 * own dialect takes the wait in a place where it cannot be seen; here it throws as long as `insideTransaction` has a store.
 */
export function pgliteDialect(pglite: PGlite, insideTransaction: AsyncLocalStorage<true>): Dialect {
  return {
    createAdapter: () => new OpenAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: () => pglite.waitReady,
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
  /** Keeps Kysely from making callers wait for one connection: PGlite does that, and tells them apart. */
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class RolledBack extends Error {}

class PgliteConnection implements DatabaseConnection {
  readonly #pglite: PGlite
  readonly #insideTransaction: AsyncLocalStorage<true>
  #transaction: Transaction | undefined
  #finish: ((how: 'commit' | 'rollback') => void) | undefined
  #finished: Promise<void> | undefined

  constructor(pglite: PGlite, insideTransaction: AsyncLocalStorage<true>) {
    this.#pglite = pglite
    this.#insideTransaction = insideTransaction
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#transaction && this.#insideTransaction.getStore()) {
      throw new Error(`A query outside the open transaction, from inside it, would wait for ever: ${query.sql}`)
    }
    const result = await (this.#transaction ?? this.#pglite).query<R>(query.sql, [...query.parameters])
    return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
  }

  // biome-ignore lint/correctness/useYield: PGlite answers whole results only.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite does not stream.')
  }

  async begin(): Promise<void> {
    const begun = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<'commit' | 'rollback'>()
    this.#finish = finish.resolve
    this.#finished = this.#pglite.transaction(async (transaction) => {
      this.#transaction = transaction
      begun.resolve()
      if ((await finish.promise) === 'rollback') throw new RolledBack()
    })
    this.#finished.catch(begun.reject)
    await begun.promise
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    this.#finish?.(how)
    try {
      await this.#finished
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error
    } finally {
      this.#transaction = undefined
    }
  }
}
