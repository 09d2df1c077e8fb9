/**
 * A directory belongs to one process at a time. Who has it listens on a socket in it, which the system takes away when that
 * process dies, however it dies; whoever connects is told who has it.
 */
import { createHash } from 'node:crypto'
import { lstat, mkdir, realpath, rm, stat } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ConfigError } from './errors.ts'

/** Unix sockets have paths of at most about 100 bytes. */
const maxSocketPathBytes = 100
const askTimeoutMilliseconds = 2_000
const staleTakeoverMilliseconds = 10_000
const socketName = 'server.sock'

export interface Holder {
  /** Where its server answers; empty while it starts, and of one that is no server. */
  url: string
  pid: number
}

/** Whether a name in a directory is that of its lock, held or left by a process that was killed. */
export const isLock = (name: string): boolean => name === socketName || name === takeoverOf(socketName)

const tellPid = (socket: Socket): void => {
  socket.end(JSON.stringify({ url: '', pid: process.pid } satisfies Holder))
}

/**
 * Takes a directory, which must be there; resolves with what gives it back. `answer` speaks with whoever connects and has
 * said something, and must end the connection; absent, a Holder is told. Throws ConfigError when another process has it.
 */
export async function lockDirectory(
  directory: string,
  answer: (socket: Socket, asked: string) => void = tellPid,
): Promise<() => Promise<void>> {
  const path = await socketPathOf(directory)
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (asked) => answer(socket, String(asked).trim()))
  })
  if (!(await listen(server, path))) await takeOver(server, path)
  server.unref()
  return () => new Promise((resolve) => void server.close(() => resolve()))
}

/** Who has a directory: `silent` lives but is too busy to answer; nobody has one that is not there. */
export async function holderOf(directory: string): Promise<Holder | 'silent' | 'nobody'> {
  if (!(await stat(directory).catch(() => undefined))) return 'nobody'
  return askPath(await socketPathOf(directory))
}

/** A connection to who has the directory. */
export const connectToHolder = async (directory: string): Promise<Socket> => connect(await socketPathOf(directory))

/** Takes a socket that a killed process left behind; one process at a time, and not from one that lives. */
async function takeOver(server: Server, path: string): Promise<void> {
  const turn = takeoverOf(path)
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

const takeoverOf = (path: string): string => `${path}.takeover`

const inUse = (who: string): ConfigError =>
  new ConfigError(`RUSHES_DATA_DIR: ${who} is using this directory; stop it, or choose another directory.`)

async function socketPathOf(directory: string): Promise<string> {
  const real = await realpath(directory)
  const name = createHash('sha256').update(real).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\rushes-${name}`
  const inside = join(real, socketName)
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
async function askPath(path: string): Promise<Holder | 'silent' | 'nobody'> {
  const socket = connect(path)
  socket.setTimeout(askTimeoutMilliseconds, () => socket.destroy())
  socket.write('where\n')
  try {
    return JSON.parse(await text(socket)) as Holder
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ECONNREFUSED' || code === 'ENOENT' ? 'nobody' : 'silent'
  }
}
