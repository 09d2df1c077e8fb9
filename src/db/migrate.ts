import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { againWhenUndone, type Database } from './connect.ts'
import type { Tx } from './queryable.ts'
import type { Tables } from './tables.ts'

const directory = join(import.meta.dirname, 'migrations')

/** Any number, the same in every process: whoever holds this advisory lock migrates, the others wait. */
const lockNumber = 7_236_118_204

/** Shorter than Postgres takes to look for a deadlock (1 s): none is found, and nobody's work is undone. */
const tableWaitMilliseconds = 500
/** Between two tries those who are at work go on. */
const pauseMilliseconds = 300
const mostTries = 200
/** Postgres' codes for a lock that was not to be had in time, and for a deadlock. */
const unavailable = ['55P03', '40P01']

/**
 * Brings the schema up to the newest of `migrations/`, forward only, each file once, all in one transaction. Safe when
 * many processes start at once, and while those of the version before are at work. Returns the names of what it applied;
 * throws when the database is newer than the code.
 */
export async function migrate(db: Database): Promise<string[]> {
  const names = await knownMigrations()
  const texts = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const)),
  )
  return inPatience(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lockNumber)})`.execute(tx)
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
      tx,
    )
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(tx)
    const applied = new Set(rows.map((row) => row.name))
    const unknown = [...applied].filter((name) => !texts.has(name))
    if (unknown.length) {
      throw new Error(
        `The database was migrated by a newer Rushes (${unknown.join(', ')}). Start that version, or a newer one.`,
      )
    }
    const missing = names.filter((name) => !applied.has(name))
    if (missing.length > 0) await holdTables(tx)
    for (const name of missing) {
      for (const statement of statementsOf(texts.get(name) ?? '')) await sql.raw(statement).execute(tx)
      await sql`insert into migrations (name) values (${name})`.execute(tx)
    }
    return missing
  })
}

/**
 * Runs a transaction whose statements take what they take: waiting for another that migrates, and migrating a large table.
 * The pool's connections give each up after a while, on either side, so it has one of its own.
 */
async function inPatience<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!db.pool) return db.transaction(work)
  const pool = new pg.Pool({ ...db.pool.options, max: 1, statement_timeout: 0, query_timeout: 0 })
  // A connection that is lost fails the statement on it; by itself the event would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const own = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await againWhenUndone(() =>
      own.transaction().execute(async (tx) => {
        // The connection, or the database's user, has limits of its own.
        await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`.execute(tx)
        return work(tx)
      }),
    )
  } finally {
    await own.destroy()
  }
}

/**
 * Takes every table, for all but readers, before anything is changed: a migration that held one table and waited for
 * another would deadlock with a server that holds the other. Where somebody is at work in between, it lets go and tries again.
 */
async function holdTables(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = current_schema() and tableowner = current_user order by tablename`.execute(tx)
  const tables = rows.map(({ name }) => name).join(', ')
  await sql`set local lock_timeout = ${sql.lit(tableWaitMilliseconds)}`.execute(tx)
  for (let tries = 1; ; tries++) {
    await sql`savepoint before_tables`.execute(tx)
    try {
      await sql`lock table ${sql.raw(tables)} in exclusive mode`.execute(tx)
      break
    } catch (error) {
      if (!unavailable.includes((error as { code?: string }).code ?? '')) throw error
      if (tries === mostTries) {
        const waited = Math.round((mostTries * (tableWaitMilliseconds + pauseMilliseconds)) / 1000)
        const sentence = `The tables of the database were in use for ${waited} seconds, so that it could not be migrated.`
        throw new Error(`${sentence} End what holds them (pg_stat_activity lists it), and start again.`, {
          cause: error,
        })
      }
      await sql`rollback to savepoint before_tables`.execute(tx)
      await delay(pauseMilliseconds)
    }
  }
  await sql`set local lock_timeout = 0`.execute(tx)
}

/** The names of all migrations that this version has, in their order. */
export async function knownMigrations(): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
}

/** The names of the migrations that the database has had; throws when it was never migrated. */
export async function appliedMigrations(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(db.root)
  return rows.map(({ name }) => name)
}

/**
 * PGlite prepares each statement, and a prepared statement is one. Inside a statement migrations hold a `;` only in the
 * body of a function, between two `$$`.
 */
const statementsOf = (text: string): string[] =>
  (text.replace(/^\s*--.*$/gm, '').match(/(?:\$\$[\s\S]*?\$\$|[^;])+/g) ?? [])
    .map((statement) => statement.trim())
    .filter(Boolean)
