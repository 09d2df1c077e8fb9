/**
 * The data directory belongs to one process at a time. Who has it listens on a socket in it, which the system takes away
 * when that process dies, however it dies; whoever connects is told where the server is.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ConfigError } from './errors.ts'

/** Unix sockets have paths of at most about 100 bytes. */
const maxSocketPathBytes = 100
const askTimeoutMilliseconds = 2_000

export interface RunningServer {
  /** Where it answers; empty while it starts. */
  url: string
  pid: number
}

export interface DataDirectory {
  /** `secret` of the configuration, or the one that was made for this directory. */
  secret: string
  /** Tells whoever asks that the server answers at this address. */
  announce(url: string): void
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
  const path = await socketPathOf(directory)
  const answer: RunningServer = { url: '', pid: process.pid }
  const server = createServer((socket) => socket.on('error', () => {}).end(JSON.stringify(answer)))
  if (!(await listen(server, path))) {
    const other = await askPath(path)
    if (other) {
      throw new ConfigError(
        `RUSHES_DATA_DIR: the process ${other.pid} is using this directory; stop it, or choose another directory.`,
      )
    }
    // Left behind by a process that was killed.
    await rm(path, { force: true })
    if (!(await listen(server, path)))
      throw new ConfigError('RUSHES_DATA_DIR: another process just took this directory.')
  }
  server.unref()
  return {
    secret: configuredSecret ?? (await keptSecret(directory)),
    announce(url) {
      answer.url = url
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The server that has the directory, if one has. */
export async function findRunningServer(directory: string): Promise<RunningServer | undefined> {
  try {
    return await askPath(await socketPathOf(directory))
  } catch {
    return undefined
  }
}

/** The secret that signs links: made once, readable by its owner only. */
export async function keptSecret(directory: string): Promise<string> {
  const path = join(directory, 'secret')
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const secret = randomBytes(32).toString('hex')
  await writeFile(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return secret
}

async function socketPathOf(directory: string): Promise<string> {
  const real = await realpath(directory)
  const name = `rushes-${createHash('sha256').update(real).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const inside = join(real, 'server.sock')
  return Buffer.byteLength(inside) <= maxSocketPathBytes ? inside : join(tmpdir(), `${name}.sock`)
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

async function askPath(path: string): Promise<RunningServer | undefined> {
  const socket = connect(path)
  socket.setTimeout(askTimeoutMilliseconds, () => socket.destroy())
  try {
    return JSON.parse(await text(socket)) as RunningServer
  } catch {
    return undefined
  }
}
