import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './connect.ts'

const directory = join(import.meta.dirname, 'migrations')

/** Any number, the same in every process: whoever holds this advisory lock migrates, the others wait. */
const lockNumber = 7_236_118_204

/**
 * Brings the schema up to the newest of `migrations/`, forward only, each file once, all in one transaction. Safe when
 * many processes start at once. Returns the names of what it applied; throws when the database is newer than the code.
 */
export async function migrate(db: Database): Promise<string[]> {
  const names = await knownMigrations()
  const texts = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const)),
  )
  return db.transaction(async (tx) => {
    // Waiting for another that migrates, and migrating a large table, take what they take.
    await sql`set local statement_timeout = 0`.execute(tx)
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
    for (const name of missing) {
      for (const statement of statementsOf(texts.get(name) ?? '')) await sql.raw(statement).execute(tx)
      await sql`insert into migrations (name) values (${name})`.execute(tx)
    }
    return missing
  })
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
