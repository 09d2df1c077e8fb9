import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Database } from './connect.ts'
import type { Tx } from './queryable.ts'
import type { Tables } from './tables.ts'

const directory = join(import.meta.dirname, 'migrations')

/** Any number, the same in every process: whoever holds this advisory lock migrates, the others wait. */
const lockNumber = 7_236_118_204

/** Between two tries those who are at work go on: twice as long after each, up to the longest. About five minutes in all. */
const firstPauseMilliseconds = 300
const longestPauseMilliseconds = 10_000
const mostTries = 30
/** For those who still read a table that a statement changes. Writers wait meanwhile, and give up after five seconds. */
const statementLockMilliseconds = 3_000
/** Postgres' codes for a lock that was not to be had in time, and for a deadlock. */
const unavailable = ['55P03', '40P01']

/** What one try leaves to the next. */
interface Tries {
  /** The table that was in use. */
  contested: string
}

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
  const tries: Tries = { contested: '' }
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
    const changes = missing.map((name) => texts.get(name)).join('')
    if (missing.length > 0) await holdTables(tx, changes, tries)
    for (const name of missing) {
      for (const statement of statementsOf(texts.get(name) ?? '')) await sql.raw(statement).execute(tx)
      await sql`insert into migrations (name) values (${name})`.execute(tx)
    }
    return missing
  })
}

/**
 * Runs a transaction whose statements take what they take: waiting for another that migrates, and migrating a large table.
 * The pool's connections give each up after a while, on either side, so it has one of its own. It is undone and tried again
 * when it waits in vain for somebody who is at work.
 */
async function inPatience<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!db.pool) return db.transaction(work)
  const pool = new pg.Pool({ ...db.pool.options, max: 1, statement_timeout: 0, query_timeout: 0 })
  // A connection that is lost fails the statement on it; by itself the event would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const own = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await untilAvailable(() =>
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

async function untilAvailable<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (cause) {
      if (!unavailable.includes((cause as { code?: string }).code ?? '')) throw cause
      if (attempt === mostTries) {
        const sentence = `The database could not be migrated: its tables were in use at each of ${mostTries} tries.`
        const advice = `End what holds them (pg_stat_activity lists it; a pg_dump does until it has ended), and start again.`
        throw new Error(`${sentence} ${advice}`, { cause })
      }
      await delay(Math.min(firstPauseMilliseconds * 2 ** (attempt - 1), longestPauseMilliseconds))
    }
  }
}

/**
 * Takes what `changes` may lock, for all but readers, before anything is changed: a migration that held one table and waited
 * for another would deadlock with a server that holds the other. That is every table that is named, and every one with a
 * foreign key: those lead from nearly everything to the accounts, and a change of one table locks its neighbours too.
 *
 * For the first table it waits longer than Postgres takes to look for a deadlock: only then does an autovacuum that is in
 * the way end itself. For the others it waits shorter, since writers of the tables that it has wait for it, and so that no
 * deadlock is found. The table that was in use at the last try is the first.
 */
async function holdTables(tx: Tx, changes: string, tries: Tries): Promise<void> {
  const { rows } = await sql<{ name: string; deadlock: number }>`
    select name, (select setting::int from pg_settings where name = 'deadlock_timeout') as deadlock
    from pg_tables, format('%I.%I', schemaname, tablename) as name
    where schemaname = current_schema() and pg_has_role(current_user, tableowner, 'usage') and (
      strpos(${changes}, tablename) > 0
      or exists (select from pg_constraint where contype = 'f' and name::regclass in (conrelid, confrelid)))
    order by name = ${tries.contested} desc, name`.execute(tx)
  for (const [index, { name, deadlock }] of rows.entries()) {
    tries.contested = name
    const wait = index === 0 ? deadlock + 500 : Math.ceil(deadlock / 2)
    await sql`set local lock_timeout = ${sql.lit(wait)}`.execute(tx)
    await sql`lock table ${sql.raw(name)} in exclusive mode`.execute(tx)
  }
  await sql`set local lock_timeout = ${sql.lit(statementLockMilliseconds)}`.execute(tx)
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
