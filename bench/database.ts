/** A database of a bench's own on the Postgres of DATABASE_URL, with accounts that have numbers for ids. */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { videosService } from '../src/contract/management/applications.ts'

export interface BenchDatabase {
  url: string
  query<Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>
  [Symbol.asyncDispose](): Promise<void>
}

/** A bench that needs two names them. Throws when DATABASE_URL is not set. */
export async function createBenchDatabase(name = 'one'): Promise<BenchDatabase> {
  const base = process.env.DATABASE_URL
  if (base === undefined) throw new Error('This bench needs a Postgres of its own: DATABASE_URL.')
  const database = `rushes_bench_${process.pid}_${name}`
  const administrator = new pg.Client({ connectionString: base })
  await administrator.connect()
  await administrator.query(`create database ${database}`)
  const url = Object.assign(new URL(base), { pathname: `/${database}` }).href
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  // Dropping the database ends what is left of it.
  pool.on('error', () => {})
  return {
    url,
    query: async (sql, parameters) => (await pool.query(sql, parameters)).rows,
    async [Symbol.asyncDispose]() {
      await pool.end()
      await administrator.query(`drop database ${database} with (force)`)
      await administrator.end()
    },
  }
}

export const keyOf = (number: number): string => `key-of-account-${number}`

/** Statements that make accounts 1 to `count`, each with an application without a limit and a key. */
export function accountsSql(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const id = String(index + 1).padStart(32, '0')
    const hash = createHash('sha256')
      .update(keyOf(index + 1))
      .digest('hex')
    return `
      insert into accounts (id, name, webhook_secret) values ('${id}', 'bench', 'whsec_${'A'.repeat(43)}=');
      insert into applications (id, account_id, service, unlimited) values ('${id}', '${id}', '${videosService}', true);
      insert into api_keys (id, account_id, name, prefix, sha256) values ('${id}', '${id}', 'bench', 'key', '\\x${hash}');`
  })
  return rows.join('')
}
