import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { askForSnapshot, holdSnapshot, lockDataDirectory, type Snapshot } from '../data-directory.ts'
import { connect } from '../db/connect.ts'
import { appliedMigrations } from '../db/migrate.ts'
import { createLogger } from '../logger.ts'
import { writeArchive } from '../storage/archive.ts'
import { removeSnapshots, takeSnapshot } from '../storage/snapshot.ts'
import { packageVersion } from '../version.ts'
import { untilInterrupted } from './until-interrupted.ts'

/** rushes backup: the embedded profile's database, films and secret in one file, while the server runs or when it does not. */
export function addBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('write database, films and secret of the data directory to one file, while the server runs too')
    .action(async (file: string) => {
      const config = await readConfig(process.env)
      refuseShared(config, 'backed up')
      using interrupted = untilInterrupted('nothing was kept of it')
      await using snapshot = (await askForSnapshot(config.dataDirectory)) ?? (await snapshotWithoutServer(config))
      const path = resolve(file)
      const about = { version: packageVersion, migrations: snapshot.migrations }
      const { files } = await writeArchive(snapshot.directory, path, about, interrupted.signal)
      const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
      process.stdout.write(`${files.length} files, ${megabytes.toFixed(1)} MB, in ${path}\n`)
      if (config.secret !== undefined) process.stdout.write('RUSHES_SECRET is not in it; keep it, too\n')
      if (config.s3) process.stdout.write(`the films are in the bucket ${config.s3.bucket}, not in this file\n`)
    })
}

/** Throws where the data is not in the data directory. */
export function refuseShared({ databaseUrl }: Config, what: string): void {
  if (databaseUrl === undefined) return
  throw new Error(`DATABASE_URL names a Postgres, which is ${what} by its own tools, such as pg_dump and pg_restore.`)
}

async function snapshotWithoutServer({ dataDirectory, secret }: Config): Promise<Snapshot & AsyncDisposable> {
  if (!(await stat(join(dataDirectory, 'database')).catch(() => undefined))) {
    throw new Error(`there is no database in ${dataDirectory}; RUSHES_DATA_DIR names the data directory.`)
  }
  await using closing = new AsyncDisposableStack()
  const lock = await lockDataDirectory(dataDirectory, secret)
  closing.defer(lock.release)
  const db = await connect({ databaseUrl: undefined, dataDirectory, poolSize: 1 }, createLogger('silent'))
  closing.defer(() => db.close())
  const migrations = await appliedMigrations(db)
  await removeSnapshots(dataDirectory)
  const directory = await takeSnapshot(dataDirectory, async (to, beside) => db.copyTo?.(to, beside))
  return await holdSnapshot({ directory, migrations })
}
