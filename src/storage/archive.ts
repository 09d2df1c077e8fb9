/**
 * A backup: one tar of a folder, whose last entry, `manifest.json`, has the digest of every file before it. An archive
 * that was cut off has no manifest. Bytes stream; what is held in memory is the list of names and digests.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { extract, type Header, pack } from 'tar-stream'
import { z } from 'zod'

const manifestName = 'manifest.json'
const format = 1
const abandonedAfterMilliseconds = 10 * 60_000

const manifestForm = z.object({
  format: z.literal(format),
  /** The version of Rushes that made it. */
  version: z.string(),
  /** What the database has been migrated by. */
  migrations: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifestForm>

/** Writes the folder to a tar at `path`, which has that name when it is whole, and is never written over. */
export async function writeArchive(
  folder: string,
  path: string,
  about: Pick<Manifest, 'version' | 'migrations'>,
  signal: AbortSignal,
): Promise<Manifest> {
  if (await stat(path).catch(() => undefined)) throw new Error(`${path} exists; name a file that does not.`)
  const unfinished = `${path}.${randomUUID()}.part`
  const tar = pack()
  try {
    // Who reads the database and the secret can do everything: the archive is its owner's.
    await writeFile(unfinished, '', { mode: 0o600, flag: 'wx' })
    await removeAbandoned(path, unfinished)
    const written = pipeline(tar, createWriteStream(unfinished, { flags: 'r+' }), { signal })
    const [manifest] = await Promise.all([packFolder(tar, folder, about, written), written])
    await using file = await open(unfinished, 'r+')
    await file.sync()
    await rename(unfinished, path)
    return manifest
  } catch (error) {
    tar.destroy()
    await rm(unfinished, { force: true })
    throw error
  }
}

/**
 * Removes what killed backups to the same place left: a backup that lives writes all the time. Who writes may be on another
 * machine or in another container, so it is the file that tells, and its file system's clock.
 */
async function removeAbandoned(path: string, own: string): Promise<void> {
  const folder = dirname(path)
  const { mtimeMs: now } = await stat(own)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(path)}.`) || !/^\.[\w-]+\.part$/.test(name.slice(basename(path).length))) continue
    const other = await stat(join(folder, name)).catch(() => undefined)
    if (other && now - other.mtimeMs > abandonedAfterMilliseconds) await rm(join(folder, name), { force: true })
  }
}

async function packFolder(
  tar: ReturnType<typeof pack>,
  folder: string,
  about: Pick<Manifest, 'version' | 'migrations'>,
  written: Promise<void>,
): Promise<Manifest> {
  const files: Manifest['files'] = []
  for await (const { path, bytes } of walk(folder, '')) {
    if (bytes === undefined) {
      tar.entry({ name: path, type: 'directory', mode: 0o700 })
      continue
    }
    const hash = createHash('sha256')
    const entry = tar.entry({ name: path, size: bytes, mode: 0o600 })
    const source = createReadStream(join(folder, path))
    await Promise.race([pipeline(source, hashing(hash), entry), written.then(() => {})])
    files.push({ path, bytes, sha256: hash.digest('hex') })
  }
  const manifest = { format, ...about, files } as const
  tar.entry({ name: manifestName, mode: 0o600 }, JSON.stringify(manifest))
  tar.finalize()
  return manifest
}

async function* walk(root: string, folder: string): AsyncGenerator<{ path: string; bytes?: number }> {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      yield { path }
      yield* walk(root, path)
    } else if (entry.isFile()) {
      yield { path, bytes: (await stat(join(root, path))).size }
    }
  }
}

const hashing = (hash: ReturnType<typeof createHash>) =>
  async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }

/** Reads the whole archive and writes nothing. Throws a sentence when it is no backup, is cut off or damaged. */
export async function verifyArchive(path: string, signal: AbortSignal): Promise<Manifest> {
  const found = new Map<string, string>()
  let manifest: Manifest | undefined
  await readArchive(path, signal, async (header, body) => {
    if (header.name === manifestName) {
      manifest = manifestForm.parse(await json(body))
      return
    }
    checkPath(path, header)
    if (header.type !== 'file') return
    const hash = createHash('sha256')
    for await (const chunk of body) hash.update(chunk)
    found.set(header.name, hash.digest('hex'))
  }).catch((cause: Error) => {
    throw signal.aborted ? cause : new Error(`${path} is no whole backup: ${cause.message}`, { cause })
  })
  if (!manifest) throw new Error(`${path} is no whole backup: its manifest is missing.`)
  const wrong = manifest.files.find((file) => found.get(file.path) !== file.sha256)
  if (wrong) throw new Error(`${path} is damaged: its file ${wrong.path} is not what was backed up.`)
  if (found.size !== manifest.files.length) throw new Error(`${path} holds files that its manifest does not name.`)
  return manifest
}

/** Writes what a verified archive holds into `folder`, which must be there. */
export async function extractArchive(path: string, folder: string, signal: AbortSignal): Promise<void> {
  await readArchive(path, signal, async (header, body) => {
    if (header.name === manifestName) return void body.resume()
    checkPath(path, header)
    const target = join(folder, header.name)
    if (header.type === 'directory') {
      await mkdir(target, { recursive: true, mode: 0o700 })
      return void body.resume()
    }
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await pipeline(body, createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }), { signal })
  })
}

async function readArchive(
  path: string,
  signal: AbortSignal,
  each: (header: Header, body: Readable) => Promise<void>,
): Promise<void> {
  const tar = extract()
  const reading = pipeline(createReadStream(path), tar, { signal })
  const entries = (async () => {
    for await (const entry of tar) {
      await each(entry.header, entry as unknown as Readable)
      entry.resume()
    }
  })()
  // The stream breaks off, too, where an entry is refused: that is the reason to tell.
  const [whole, read] = await Promise.allSettled([reading, entries])
  if (read.status === 'rejected') throw read.reason
  if (whole.status === 'rejected') throw whole.reason
}

/** Nothing but files and folders, in the places that a data directory has. */
function checkPath(archive: string, { name, type }: Header): void {
  const isPlace = name === 'secret' || /^(database|files)(\/|$)/.test(name)
  const goesOut = name.split('/').includes('..') || name.includes('\\') || name.includes('\0')
  if (!isPlace || goesOut || (type !== 'file' && type !== 'directory')) {
    throw new Error(`${archive} holds "${name}", which has no place in a data directory.`)
  }
}
