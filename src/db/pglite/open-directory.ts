import { mkdir, readdir } from 'node:fs/promises'
import { ConfigError } from '../../errors.ts'
import { openPglite, type ThreadedPglite } from './threaded-pglite.ts'

/**
 * Opens the embedded database in `directory`, which is made when it is not there. Throws ConfigError, with none of its data
 * overwritten, when it is damaged: PGlite takes a directory without PG_VERSION for a new one and writes over what is there.
 */
export async function openDirectory(directory: string): Promise<ThreadedPglite> {
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    throw new ConfigError(`RUSHES_DATA_DIR cannot be written to: ${cause.message}`, { cause })
  })
  const names = await readdir(directory)
  if (names.length > 0 && !names.includes('PG_VERSION')) throw damaged(directory, 'its file PG_VERSION is missing')
  return openPglite(directory).catch((cause: Error) => {
    throw damaged(directory, names.length > 0 ? cause.message : `it cannot be made (${cause.message})`, cause)
  })
}

const damaged = (directory: string, what: string, cause?: Error): ConfigError =>
  new ConfigError(
    `RUSHES_DATA_DIR: the database in ${directory} cannot be opened: ${what.replace(/\.$/, '')}. None of its data was overwritten; move the ` +
      'data directory aside and restore a backup with "rushes restore", or start with an empty one.',
    { cause },
  )
