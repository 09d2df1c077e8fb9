import { AsyncLocalStorage } from 'node:async_hooks'
import { constants } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { fromPglite, type DatabaseOptions as QueueDatabase } from 'pg-boss'
import { createBatches } from '../batches.ts'
import { ConfigError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { pgliteDialect } from './pglite/dialect.ts'
import { openDirectory } from './pglite/open-directory.ts'
import { createRepeated, isUnprepared, prepareRepeated } from './prepare-repeated.ts'
import type { Queryable, Tx } from './queryable.ts'
import type { Tables } from './tables.ts'
import { collectWakeUps, listenOnPglite, listenOnPostgres, sendWakeUps, type Wake } from './wake.ts'

/** The database of one server, whichever profile it runs in. */
export interface Database {
  /** For reads and single statements; never inside a transaction's callback. */
  root: Kysely<Tables>
  /** Runs `work` in one transaction, again after a deadlock; wake-ups leave when it has committed. Nothing external may be awaited or changed inside. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same for a single statement, which is whole without a transaction: `work` makes one, and nothing else that changes anything. */
  statement<T>(work: (db: Queryable) => Promise<T>): Promise<T>
  wake: Wake
  /** The pool of connections, where there is one: what several processes may count in. */
  pool: pg.Pool | undefined
  /** What the queue is constructed with to share this database. */
  queueDatabase: QueueDatabase & { backend: 'pglite' | 'postgres' }
  /** Runs statements as they stand, several at once. */
  execute(sql: string): Promise<void>
  /** Copies the embedded database to a new directory while nothing writes, and does `beside` meanwhile; undefined on Postgres. */
  copyTo: ((directory: string, beside: () => Promise<void>) => Promise<void>) | undefined
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Postgres by its URL; PGlite in `dataDirectory` when absent. */
  databaseUrl: string | undefined
  /** Where wake-ups are listened for when `databaseUrl` leads through a pool of transactions; else the same. */
  listenUrl?: string | undefined
  dataDirectory: string
  poolSize: number
}

export async function connect(options: ConnectOptions, logger: Logger): Promise<Database> {
  return options.databaseUrl === undefined
    ? connectPglite(join(options.dataDirectory, 'database'))
    : connectPostgres(options.databaseUrl, options, logger)
}

async function connectPglite(directory: string): Promise<Database> {
  const pglite = await openDirectory(directory)
  const insideTransaction = new AsyncLocalStorage<true>()
  const root = new Kysely<Tables>({ dialect: pgliteDialect(pglite, insideTransaction) })
  const wake = await listenOnPglite(pglite)
  const { transaction, statement, settle } = thenWakeUp(root, (work) =>
    insideTransaction.run(true, () => root.transaction().execute(work)),
  )
  return {
    root,
    transaction,
    statement,
    wake,
    pool: undefined,
    queueDatabase: { db: fromPglite(pglite), backend: 'pglite' },
    execute: async (sql) => void (await pglite.exec(sql)),
    async copyTo(copy, beside) {
      const session = await pglite.session()
      try {
        await session.query('checkpoint')
        // A copy shares its blocks with the original where the file system can.
        await cp(directory, copy, { recursive: true, mode: constants.COPYFILE_FICLONE })
        await beside()
      } finally {
        session.end()
      }
    },
    async close() {
      await settle()
      await wake.close()
      await pglite.close()
    },
  }
}

/**
 * Runs transactions that send what they have collected when they have committed, those that commit together in one
 * statement. Nobody waits for that: what cannot be sent is found by those who look in the tables. `settle` resolves when all
 * has been sent.
 */
function thenWakeUp(
  root: Kysely<Tables>,
  run: Database['transaction'],
): Pick<Database, 'transaction' | 'statement'> & { settle(): Promise<void> } {
  const underWay = new Set<Promise<unknown>>()
  const sending = createBatches<readonly string[], undefined>(async (all) => {
    await sendWakeUps(root, all.flat())
    return all.map(() => undefined)
  }, mostWakeUps)
  function send(payloads: readonly string[]): void {
    if (payloads.length === 0) return
    const sent = sending.add(payloads).catch(() => {})
    underWay.add(sent)
    void sent.then(() => underWay.delete(sent))
  }
  return {
    async transaction(work) {
      let payloads: readonly string[] = []
      const result = await run((tx) => {
        payloads = collectWakeUps(tx)
        return work(tx)
      })
      send(payloads)
      return result
    },
    async statement(work) {
      let payloads: readonly string[] = []
      const result = await againWhenUndone(() => {
        // A handle of its own, by which what it has to tell is known.
        const handle = root.withoutPlugins()
        payloads = collectWakeUps(handle)
        return work(handle)
      })
      send(payloads)
      return result
    },
    settle: async () => void (await Promise.all(underWay)),
  }
}

const mostWakeUps = 100
const transactionAttempts = 4
/** Postgres' code for a deadlock: of two transactions that wait for each other it has undone one. */
const deadlock = '40P01'

/** Runs a transaction again that was undone for no fault of its own; it has had no effect, and touches nothing else. */
async function againWhenUndone<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      const isUndone = (error as { code?: string }).code === deadlock || isUnprepared(error)
      if (!isUndone || attempt === transactionAttempts) throw error
    }
  }
}

const statementTimeoutMilliseconds = 30_000
/** Many times what rows and tables are held for by those who go on. */
const lockTimeoutMilliseconds = 5_000
/** Nothing external is awaited in a transaction: one that says nothing for so long is of a process that stands still. */
const idleTransactionTimeoutMilliseconds = 10_000
const connectTimeoutMilliseconds = 10_000

async function connectPostgres(
  connectionString: string,
  { listenUrl = connectionString, poolSize }: ConnectOptions,
  logger: Logger,
): Promise<Database> {
  const settings = {
    connectionString,
    connectionTimeoutMillis: connectTimeoutMilliseconds,
    statement_timeout: statementTimeoutMilliseconds,
    options: `-c lock_timeout=${lockTimeoutMilliseconds} -c idle_in_transaction_session_timeout=${idleTransactionTimeoutMilliseconds}`,
    // The server's own limit does not reach a connection that has died on the way.
    query_timeout: statementTimeoutMilliseconds + connectTimeoutMilliseconds,
    keepAlive: true,
    application_name: 'rushes',
    types: { getTypeParser: parserOf },
  }
  const sayShared = () =>
    logger.warn(
      {},
      'DATABASE_URL leads through a pooler that keeps no prepared statements, so none are; name Postgres itself in DATABASE_LISTEN_URL, or wake-ups are lost',
    )
  // A pooler of transactions hands each to another connection, which has not prepared what the last one has.
  const repeated = listenUrl === connectionString ? createRepeated(sayShared) : undefined
  function openPool(size: number): pg.Pool {
    const pool = new pg.Pool({ ...settings, max: size })
    pool.on('error', (error) => logger.warn({ error: error.message }, 'an idle database connection was lost'))
    pool.on('connect', (client) => {
      // The pool listens to idle connections only. One that is lost between two statements of a transaction would end
      // the process; the next statement on it fails, and that is enough.
      client.on('error', () => {})
      if (repeated) prepareRepeated(client, repeated)
    })
    return pool
  }
  const pool = openPool(poolSize)
  const queuePool = openPool(Math.max(2, Math.ceil(poolSize / 2)))
  const root = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw new ConfigError(`DATABASE_URL: the database cannot be used: ${reasonOf(cause)}.`, { cause })
  }
  const wake = await listenOnPostgres({ ...settings, connectionString: listenUrl }, logger).catch(async (cause) => {
    await pool.end()
    throw new ConfigError(`DATABASE_LISTEN_URL: the database cannot be used: ${reasonOf(cause)}.`, { cause })
  })
  const { transaction, statement, settle } = thenWakeUp(root, (work) =>
    againWhenUndone(() => root.transaction().execute(work)),
  )
  return {
    root,
    transaction,
    statement,
    wake,
    pool,
    queueDatabase: {
      db: { executeSql: (text, values) => queuePool.query(text, values) },
      backend: 'postgres',
    },
    execute: async (sql) => void (await pool.query(sql)),
    copyTo: undefined,
    async close() {
      await settle()
      await wake.close()
      await root.destroy()
      await queuePool.end()
      // Kysely leaves a pool open that it was never asked to use; its idle connections would hold the process.
      if (!pool.ended) await pool.end()
    },
  }
}

/** What went wrong, without the address, which may hold a password. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED') return 'nothing answers there'
  if (code === 'ENOTFOUND') return 'its host name is not known'
  return message || (code ?? 'it does not answer')
}

/** Numbers of 64 bits arrive as numbers: nothing here counts past 2^53. */
const parserOf: typeof pg.types.getTypeParser = ((oid: number, format: 'text') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
