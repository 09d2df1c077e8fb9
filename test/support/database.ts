/**
 * A database of its own for each test server: a copy of a prepared PGlite directory, or, when TEST_DATABASE_URL names a
 * Postgres where databases can be made, a new database there.
 */
import { createHash, randomBytes } from 'node:crypto'
import { cpSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { connect } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createQueue } from '../../src/db/queue.ts'
import { createLogger } from '../../src/logger.ts'

const root = join(import.meta.dirname, '..', '..')
const logger = createLogger('silent')

export interface TestDatabase {
  databaseUrl: string | undefined
  /** A new data directory, its database in it when it is embedded. */
  dataDirectory: string
  remove(): Promise<void>
}

/** `server` is another Postgres than that of TEST_DATABASE_URL. */
export async function createTestDatabase(server = process.env.TEST_DATABASE_URL): Promise<TestDatabase> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'rushes-test-'))
  if (server !== undefined) return createOnPostgres(server, dataDirectory)
  await prepareDatabase(dataDirectory)
  return { databaseUrl: undefined, dataDirectory, remove: () => rm(dataDirectory, { recursive: true, force: true }) }
}

/** A database that holds what a script of SQL statements, which may name the data directory, makes in an empty one. */
export async function createStoredDatabase(dumpFor: (dataDirectory: string) => string): Promise<TestDatabase> {
  const database = await createTestDatabase()
  const dump = dumpFor(database.dataDirectory)
  if (database.databaseUrl !== undefined) {
    await withClient(database.databaseUrl, (client) => client.query(dump))
    return database
  }
  const pglite = await PGlite.create({ dataDir: join(database.dataDirectory, 'database') })
  await pglite.exec('drop schema public, pgboss cascade; create schema public')
  await pglite.exec(dump)
  await pglite.close()
  return database
}

/** Puts the embedded database, as a server's first start leaves it, into a data directory: that start takes seconds. */
export async function prepareDatabase(dataDirectory: string): Promise<void> {
  // A thousand small files: one after the other is four times as fast as by promises.
  cpSync(await preparedDirectory(), join(dataDirectory, 'database'), { recursive: true })
}

async function createOnPostgres(server: string, dataDirectory: string): Promise<TestDatabase> {
  const name = `rushes_test_${randomBytes(6).toString('hex')}`
  await withClient(server, (client) => client.query(`create database ${name}`))
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    databaseUrl: url.href,
    dataDirectory,
    async remove() {
      await withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`))
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** A migrated PGlite directory, made once for each state of the schema: opening a new one takes seconds. */
async function preparedDirectory(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'rushes')
  const directory = join(cache, `database-${await schemaHash()}`)
  if (await stat(directory).catch(() => undefined)) return directory
  await mkdir(cache, { recursive: true })
  const making = await mkdtemp(join(cache, 'making-'))
  const db = await connect({ databaseUrl: undefined, dataDirectory: making, poolSize: 1 }, logger)
  await migrate(db)
  const queue = await createQueue(db, [], logger)
  await queue.stop()
  await db.close()
  // Another test file may have been faster; then its directory stays.
  await rename(join(making, 'database'), directory).catch(() => {})
  await rm(making, { recursive: true, force: true })
  return directory
}

async function schemaHash(): Promise<string> {
  const hash = createHash('sha256')
  const migrations = join(root, 'src', 'db', 'migrations')
  for (const name of (await readdir(migrations)).sort()) hash.update(await readFile(join(migrations, name)))
  for (const name of ['pg-boss', '@electric-sql/pglite']) {
    const text = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')
    hash.update((JSON.parse(text) as { version: string }).version)
  }
  return hash.digest('hex').slice(0, 16)
}
