/** What `rushes backup` reads: the database copied and the films linked at one moment, in a folder of the data directory. */
import { copyFile, link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { holderOf } from '../directory-lock.ts'

const prefix = 'snapshot-'
/** What a film is called while it comes; a dot begins no other name. */
const isKept = (name: string): boolean => !name.startsWith('.')

/**
 * Makes the snapshot and resolves with its folder. `copyDatabase` copies to where it is told and calls `beside` while the
 * database stands still, so that every film that a record names is there.
 */
export async function takeSnapshot(
  dataDirectory: string,
  copyDatabase: (to: string, beside: () => Promise<void>) => Promise<void>,
): Promise<string> {
  const directory = await mkdtemp(join(dataDirectory, prefix))
  try {
    await copyDatabase(join(directory, 'database'), () =>
      linkTree(join(dataDirectory, 'files'), join(directory, 'files')),
    )
    await rm(join(directory, 'database', 'postmaster.pid'), { force: true })
    await copyFile(join(dataDirectory, 'secret'), join(directory, 'secret')).catch(ignoreMissing)
    return directory
  } catch (error) {
    await rm(directory, { recursive: true, force: true })
    throw error
  }
}

/** Removes the snapshots that killed backups left; one that a backup still reads is held by it. */
export async function removeSnapshots(dataDirectory: string): Promise<void> {
  for (const name of await readdir(dataDirectory)) {
    if (!name.startsWith(prefix)) continue
    const directory = join(dataDirectory, name)
    if ((await holderOf(directory)) === 'nobody') await rm(directory, { recursive: true, force: true })
  }
}

/** Files are never changed once they have their name, only replaced: a second name keeps what they were. */
async function linkTree(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(ignoreMissing)
  if (!entries) return
  await mkdir(to)
  for (const entry of entries) {
    if (!isKept(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await linkTree(source, target)
    else
      await link(source, target)
        .catch(() => copyFile(source, target))
        .catch(ignoreMissing)
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
