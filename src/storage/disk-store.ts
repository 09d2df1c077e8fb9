import { randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import { copyFile, type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { RushesError } from '../errors.ts'
import { createCopyOut } from './copy-out.ts'
import { FileBody } from './file-body.ts'
import { checkKey, checkPrefix, contentTypeOf } from './keys.ts'
import type { Store, StoredFile } from './store.ts'

export interface DiskStoreOptions {
  /** The folder files are kept in; made when missing. */
  root: string
  /** Milliseconds since 1970; default Date.now. */
  now?: () => number
}

/** Uploads under way; no key starts with a dot. On the root's own file system, so that a rename is one step. */
const incomingFolder = '.incoming'

/** No put takes this long; an older file in the incoming folder is what a crash left. */
const abandonedAfterMs = 24 * 60 * 60 * 1000

/** Several processes may share one root. */
export async function createDiskStore(options: DiskStoreOptions): Promise<Store> {
  const root = resolve(options.root)
  const copyOut = createCopyOut()
  const incoming = join(root, incomingFolder)
  await mkdir(incoming, { recursive: true })
  await removeAbandoned(incoming, (options.now ?? Date.now)() - abandonedAfterMs)

  async function openFile(key: string): Promise<{ handle: FileHandle; file: StoredFile } | null> {
    const handle = await open(join(root, key)).catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    return handle && { handle, file: describe(key, await handle.stat()) }
  }

  async function statFile(key: string): Promise<StoredFile | null> {
    const opened = await openFile(key)
    await opened?.handle.close()
    return opened?.file ?? null
  }

  return {
    diskRoot: root,
    async put(key, localPath, contentType, signal) {
      checkKey(key)
      if (contentTypeOf(key) !== contentType) {
        throw new RushesError('api_error', `The storage key "${key}" does not fit the content type ${contentType}.`)
      }
      const temporaryPath = join(incoming, randomUUID())
      const path = join(root, key)
      try {
        await link(localPath, temporaryPath).catch(() => copyFile(localPath, temporaryPath))
        await flush(temporaryPath)
        signal.throwIfAborted()
        await mkdir(dirname(path), { recursive: true })
        await rename(temporaryPath, path)
      } finally {
        // Also after success: renaming a hard link over another of the same file does nothing and leaves both (POSIX).
        await rm(temporaryPath, { force: true })
      }
      const kept = await statFile(key)
      if (!kept) throw new RushesError('api_error', `The file ${key} was deleted while it was stored.`)
      return kept
    },
    async stat(key) {
      checkKey(key)
      return statFile(key)
    },
    async open(key, range, signal) {
      checkKey(key)
      // Facts and bytes from one open file: a put in between changes neither.
      const opened = await openFile(key)
      if (!opened) return null
      const { handle, file } = opened
      const start = range?.start ?? 0
      const end = Math.min(range?.end ?? file.bytes, file.bytes - 1)
      return { file, body: new FileBody(handle, start, end, copyOut, signal) }
    },
    linkTo: async () => null,
    async delete(key) {
      checkKey(key)
      await rm(join(root, key), { force: true })
    },
    async deletePrefix(prefix) {
      const folder = checkPrefix(prefix)
      if (folder === '') throw new RushesError('api_error', 'Everything in the store cannot be deleted at once.')
      await rm(join(root, folder), { recursive: true, force: true })
    },
    async *list(prefix, signal) {
      for await (const key of walk(root, checkPrefix(prefix))) {
        signal.throwIfAborted()
        const file = await statFile(key)
        if (file) yield { ...file, keptAt: await keptAt(join(root, key), file) }
      }
    },
  }
}

/** Keys below a folder in order of their segments, one folder in memory at a time. */
async function* walk(root: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const key = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name === incomingFolder) continue
    if (entry.isDirectory()) yield* walk(root, key)
    else if (contentTypeOf(key)) yield key
  }
}

function describe(key: string, stats: Stats): StoredFile {
  const etag = [stats.ino, stats.size, Math.round(stats.mtimeMs)].map((part) => part.toString(36)).join('-')
  const contentType = contentTypeOf(key) ?? 'application/octet-stream'
  return { key, bytes: stats.size, contentType, etag: `"${etag}"`, modifiedAt: stats.mtime }
}

/**
 * A link has the times of what it links to, and each further link, as of a backup, changes them: the folder knows when a file
 * came into it.
 */
async function keptAt(path: string, { modifiedAt }: StoredFile): Promise<Date> {
  const folder = await stat(dirname(path)).catch(() => null)
  return folder && folder.mtime > modifiedAt ? folder.mtime : modifiedAt
}

/** Onto the disk before it gets its name: after a power cut the key is whole or absent. */
async function flush(path: string): Promise<void> {
  await using file = await open(path, 'r+')
  await file.sync()
}

/** By the time of the last change of the entry: a link has the modification time of the file it links to. */
async function removeAbandoned(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found && found.ctimeMs < before) await rm(join(folder, name), { force: true })
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
