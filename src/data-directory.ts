/** The data directory: which server has it, its secret, and what a backup of it reads. */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { connectToHolder, type Holder, holderOf, lockDirectory } from './directory-lock.ts'
import { ConfigError } from './errors.ts'

const snapshotTimeoutMilliseconds = 600_000
const minSecretCharacters = 32
/** The folder in which `rushes restore` puts everything first; it goes last, when all is in its place. */
export const restoringPrefix = 'restoring-'

/** A copy of the data directory's contents at one moment. */
export interface Snapshot {
  directory: string
  /** What the database has been migrated by. */
  migrations: string[]
}

export interface DataDirectory {
  /** `secret` of the configuration, or the one that was made for this directory. */
  secret: string
  /** Tells whoever asks that the server answers at this address. */
  announce(url: string): void
  /** Makes a snapshot whenever `rushes backup` asks for one; rejects with a sentence for it. */
  offerSnapshots(make: () => Promise<Snapshot>): void
  release(): Promise<void>
}

/** Takes the directory, making it when it is not there. Throws ConfigError when another process has it. */
export async function lockDataDirectory(
  directory: string,
  configuredSecret: string | undefined,
): Promise<DataDirectory> {
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    throw new ConfigError(`RUSHES_DATA_DIR cannot be made: ${cause.message}`, { cause })
  })
  await refuseHalfRestored(directory)
  const holder: Holder = { url: '', pid: process.pid }
  let makeSnapshot: () => Promise<Snapshot> = async () => {
    throw new Error('the server is still starting; try again in a moment.')
  }
  const backups = new Set<Socket>()
  const release = await lockDirectory(directory, (socket, asked) => {
    if (asked === 'snapshot') void lendSnapshot(socket, backups, makeSnapshot)
    else socket.end(JSON.stringify(holder))
  })
  return {
    secret: configuredSecret ?? (await keptSecret(directory)),
    announce(url) {
      holder.url = url
    },
    offerSnapshots(make) {
      makeSnapshot = make
    },
    async release() {
      const released = release()
      // A backup goes on without the server, and removes its snapshot itself.
      const left = [...backups]
      backups.clear()
      for (const socket of left) socket.destroy()
      await released
    },
  }
}

/** The snapshot is there for as long as who asked for it stays connected: a backup that is killed leaves none. */
async function lendSnapshot(socket: Socket, backups: Set<Socket>, make: () => Promise<Snapshot>): Promise<void> {
  backups.add(socket)
  const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()))
  try {
    const snapshot = await make()
    socket.write(`${JSON.stringify(snapshot)}\n`)
    if (!socket.destroyed) await closed
    if (backups.has(socket)) await rm(snapshot.directory, { recursive: true, force: true })
  } catch (error) {
    socket.end(JSON.stringify({ error: (error as Error).message }))
  } finally {
    backups.delete(socket)
  }
}

/** A directory into which a restore was broken off, or is under way, has a part of its data only. */
async function refuseHalfRestored(directory: string): Promise<void> {
  if (!(await readdir(directory)).some((name) => name.startsWith(restoringPrefix))) return
  throw new ConfigError(
    `RUSHES_DATA_DIR: ${directory} holds a part of a backup only, because "rushes restore" has not come to its end there; ` +
      'if it does not run any more, delete the directory and restore again.',
  )
}

/** The server that has the directory, if one has. */
export async function findRunningServer(directory: string): Promise<Holder | undefined> {
  const found = await holderOf(directory)
  return typeof found === 'string' ? undefined : found
}

/** Holds a snapshot, so that no server that starts meanwhile removes it; it goes when it is disposed of. */
export async function holdSnapshot(snapshot: Snapshot): Promise<Snapshot & AsyncDisposable> {
  const release = await lockDirectory(snapshot.directory)
  return {
    ...snapshot,
    async [Symbol.asyncDispose]() {
      await release()
      await rm(snapshot.directory, { recursive: true, force: true })
    },
  }
}

/**
 * Asks the server that has the directory for a snapshot, which is removed when it is disposed of; undefined when none has it.
 * Throws the server's sentence when it can make none, or when it has not answered in ten minutes.
 */
export async function askForSnapshot(directory: string): Promise<(Snapshot & AsyncDisposable) | undefined> {
  if (!(await findRunningServer(directory))) return undefined
  const socket = await connectToHolder(directory)
  socket.setTimeout(snapshotTimeoutMilliseconds, () =>
    socket.destroy(new Error('the server made no snapshot in time.')),
  )
  socket.write('snapshot\n')
  const answer = JSON.parse(await firstLine(socket)) as Snapshot | { error: string }
  if ('error' in answer) throw new Error(answer.error)
  socket.setTimeout(0).on('error', () => {})
  const held = await holdSnapshot(answer)
  return {
    ...held,
    async [Symbol.asyncDispose]() {
      await held[Symbol.asyncDispose]()
      socket.destroy()
    },
  }
}

/** Leaves the connection open. */
async function firstLine(socket: Socket): Promise<string> {
  let line = ''
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    line += chunk
    if (line.endsWith('\n')) break
  }
  return line
}

/** The secret that signs links: made once, whole or not at all, readable by its owner only. */
export async function keptSecret(directory: string): Promise<string> {
  const path = join(directory, 'secret')
  const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  if (known === undefined) {
    const making = `${path}.${process.pid}`
    await writeFile(making, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
    await rename(making, path)
    return keptSecret(directory)
  }
  const secret = known.trim()
  if (secret.length >= minSecretCharacters) return secret
  throw new ConfigError(`RUSHES_DATA_DIR: the file ${path} is damaged; delete it, and links made before stop working.`)
}
