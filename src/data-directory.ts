/**
 * The data directory belongs to one process at a time. Who has it listens on a socket in it, which the system takes away
 * when that process dies, however it dies; whoever connects is told where the server is.
 */
import { createHash, randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ConfigError } from './errors.ts'

/** Unix sockets have paths of at most about 100 bytes. */
const maxSocketPathBytes = 100
const askTimeoutMilliseconds = 2_000
const snapshotTimeoutMilliseconds = 600_000
const staleTakeoverMilliseconds = 10_000
const minSecretCharacters = 32
/** The folder in which `rushes restore` puts everything first; it goes last, when all is in its place. */
export const restoringPrefix = 'restoring-'

export interface RunningServer {
  /** Where it answers; empty while it starts. */
  url: string
  pid: number
}

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
  const path = await socketPathOf(directory)
  const answer: RunningServer = { url: '', pid: process.pid }
  let makeSnapshot: () => Promise<Snapshot> = async () => {
    throw new Error('the server is still starting; try again in a moment.')
  }
  const backups = new Set<Socket>()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', async (asked) => {
      if (String(asked).trim() === 'snapshot') await lendSnapshot(socket, backups, makeSnapshot)
      else socket.end(JSON.stringify(answer))
    })
  })
  if (!(await listen(server, path))) await takeOver(server, path)
  server.unref()
  return {
    secret: configuredSecret ?? (await keptSecret(directory)),
    announce(url) {
      answer.url = url
    },
    offerSnapshots(make) {
      makeSnapshot = make
    },
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // A backup goes on without the server, and removes its snapshot itself.
        const left = [...backups]
        backups.clear()
        for (const socket of left) socket.destroy()
      }),
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

/** Takes a socket that a killed process left behind; one process at a time, and not from one that lives. */
async function takeOver(server: Server, path: string): Promise<void> {
  const turn = `${path}.takeover`
  try {
    await mkdir(turn)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    // A time that is yet to come is no new one: the clock was set back since.
    const age = Math.abs(Date.now() - (await stat(turn)).mtimeMs)
    if (age < staleTakeoverMilliseconds) throw inUse('another process')
    await rm(turn, { recursive: true, force: true })
    return takeOver(server, path)
  }
  try {
    const other = await askPath(path)
    if (other !== 'nobody') throw inUse(other === 'silent' ? 'another process' : `the process ${other.pid}`)
    await rm(path, { force: true })
    if (!(await listen(server, path))) throw inUse('another process')
  } finally {
    await rm(turn, { recursive: true, force: true })
  }
}

const inUse = (who: string): ConfigError =>
  new ConfigError(`RUSHES_DATA_DIR: ${who} is using this directory; stop it, or choose another directory.`)

/** The server that has the directory, if one has. */
export async function findRunningServer(directory: string): Promise<RunningServer | undefined> {
  if (!(await stat(directory).catch(() => undefined))) return undefined
  const found = await askPath(await socketPathOf(directory))
  return typeof found === 'string' ? undefined : found
}

/**
 * Asks the server that has the directory for a snapshot, which is removed when it is disposed of; undefined when none has it.
 * Throws the server's sentence when it can make none, or when it has not answered in ten minutes.
 */
export async function askForSnapshot(directory: string): Promise<(Snapshot & AsyncDisposable) | undefined> {
  if (!(await findRunningServer(directory))) return undefined
  const socket = connect(await socketPathOf(directory))
  socket.setTimeout(snapshotTimeoutMilliseconds, () =>
    socket.destroy(new Error('the server made no snapshot in time.')),
  )
  socket.write('snapshot\n')
  const answer = JSON.parse(await firstLine(socket)) as Snapshot | { error: string }
  if ('error' in answer) throw new Error(answer.error)
  socket.setTimeout(0).on('error', () => {})
  return {
    ...answer,
    async [Symbol.asyncDispose]() {
      await rm(answer.directory, { recursive: true, force: true })
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

async function socketPathOf(directory: string): Promise<string> {
  const real = await realpath(directory)
  const name = createHash('sha256').update(real).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\rushes-${name}`
  const inside = join(real, 'server.sock')
  if (Buffer.byteLength(inside) <= maxSocketPathBytes) return inside
  return join(await ownTemporaryDirectory(), `${name}.sock`)
}

/** A folder for sockets that nobody else on this machine can put one into. */
async function ownTemporaryDirectory(): Promise<string> {
  const uid = process.getuid?.()
  const path = join(tmpdir(), `rushes-${uid}`)
  await mkdir(path, { recursive: true, mode: 0o700 })
  const found = await lstat(path)
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return path
  throw new ConfigError(
    `RUSHES_DATA_DIR: its path is too long, and ${path} belongs to somebody else; choose a shorter one.`,
  )
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(new ConfigError(`RUSHES_DATA_DIR cannot be used: ${error.message}`, { cause: error }))
    })
    server.listen(path, () => resolve(true))
  })
}

/**
 * Who listens there. Only a refused connection says that nobody does: a process that lives may be too busy to answer, and
 * then it is `silent`.
 */
async function askPath(path: string): Promise<RunningServer | 'silent' | 'nobody'> {
  const socket = connect(path)
  socket.setTimeout(askTimeoutMilliseconds, () => socket.destroy())
  socket.write('where\n')
  try {
    return JSON.parse(await text(socket)) as RunningServer
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ECONNREFUSED' || code === 'ENOENT' ? 'nobody' : 'silent'
  }
}
