import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { restoringPrefix } from '../data-directory.ts'
import { knownMigrations } from '../db/migrate.ts'
import { isLock, lockDirectory } from '../directory-lock.ts'
import { extractArchive, type Manifest, verifyArchive } from '../storage/archive.ts'
import { refuseShared } from './backup.ts'
import { untilInterrupted } from './until-interrupted.ts'

/** rushes restore: what `rushes backup` wrote, into a data directory that is empty or not there. */
export function addRestore(program: Command): void {
  program
    .command('restore <file>')
    .description('put what a backup holds into an empty data directory, after checking all of it')
    .action(async (file: string) => {
      const config = await readConfig(process.env)
      refuseShared(config, 'restored')
      const { dataDirectory } = config
      await refuseOccupied(dataDirectory)
      using interrupted = untilInterrupted('nothing was kept of it')
      const path = resolve(file)
      const manifest = await verifyArchive(path, interrupted.signal)
      await refuseNewer(manifest)
      await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
      const release = await lockDirectory(dataDirectory)
      try {
        // A server may have come and gone while the archive was read.
        await refuseOccupied(dataDirectory)
        await extractInto(dataDirectory, path, interrupted.signal)
      } finally {
        await release()
      }
      process.stdout.write(`${manifest.files.length} files are back in ${dataDirectory}\n`)
    })
}

async function refuseOccupied(dataDirectory: string): Promise<void> {
  const names = await readdir(dataDirectory).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return []
  })
  if (names.every(isLock)) return
  throw new Error(`${dataDirectory} is not empty; restore into a new one, which RUSHES_DATA_DIR names.`)
}

async function refuseNewer({ migrations, version }: Manifest): Promise<void> {
  const known = new Set(await knownMigrations())
  const unknown = migrations.filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new Error(`the backup is of a newer Rushes, ${version} (${unknown.join(', ')}); restore it with that version.`)
}

/** Under another name until everything is there, and that name goes last: a server does not start on a part of it. */
async function extractInto(dataDirectory: string, archive: string, signal: AbortSignal): Promise<void> {
  const making = await mkdtemp(join(dataDirectory, restoringPrefix))
  try {
    await extractArchive(archive, making, signal)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
  for (const name of await readdir(making)) await rename(join(making, name), join(dataDirectory, name))
  await rmdir(making)
}
