/** A server in a process of its own, on data of its own, which a test can kill. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConfigFile } from '../../src/config.ts'
import { connect, type Database } from '../../src/db/connect.ts'
import { createLogger } from '../../src/logger.ts'
import { createTestDatabase } from './database.ts'
import { createServeProcess, deadlineMilliseconds, type LogLine } from './serve-process.ts'

const key = 'test-key-of-a-spawned-server'
const ends = ['task succeeded', 'task failed']

export interface SpawnedServer {
  dataDirectory: string
  /** Of the process that runs. */
  readonly pid: number
  /** Starts the process and resolves when it is ready. */
  start(): Promise<void>
  /** Resolves when a log line of the running process says `message`, of this task when one is given. */
  logged(message: string, taskId?: string): Promise<void>
  /** The same of a line that is yet to come. */
  loggedNext(message: string): Promise<void>
  /** How often the log, over all processes, said it. */
  countLogged(message: string, taskId: string): number
  /** Kills the process with -9 and waits until it is gone. */
  kill(): Promise<void>
  /** Asks the process to stop and waits until it is gone. */
  stop(): Promise<void>
  /** Opens its database while no process runs. */
  withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T>
  post(path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }>
  get(path: string): Promise<{ status: number; body: Record<string, unknown> }>
  /** Resolves when every task has ended, with their records. */
  allEnded(): Promise<{ items: Record<string, unknown>[] }>
  [Symbol.asyncDispose](): Promise<void>
}

export async function createSpawnedServer(
  file: ConfigFile,
  environment: Readonly<Record<string, string>> = {},
): Promise<SpawnedServer> {
  const database = await createTestDatabase()
  const configPath = join(database.dataDirectory, 'rushes.config.json')
  await writeFile(configPath, JSON.stringify(file))
  const running = createServeProcess({
    RUSHES_DATA_DIR: database.dataDirectory,
    RUSHES_API_KEY: key,
    RUSHES_CONFIG: configPath,
    ...environment,
    ...(database.databaseUrl && { DATABASE_URL: database.databaseUrl }),
  })

  async function call(path: string, init: RequestInit) {
    const response = await fetch(`${running.url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...(init.body && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(deadlineMilliseconds),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  const server: SpawnedServer = {
    dataDirectory: database.dataDirectory,
    get pid() {
      return running.pid
    },
    start: running.start,
    logged: (message, taskId) =>
      running.logged(
        (line) => line.msg === message && (!taskId || line.task_id === taskId),
        `${message} ${taskId ?? ''}`,
      ),
    loggedNext: running.loggedNext,
    countLogged: (message, taskId) =>
      running.lines.filter((line) => line.msg === message && line.task_id === taskId).length,
    kill: () => running.end('SIGKILL'),
    stop: () => running.end('SIGTERM'),
    async withDatabase(work) {
      const db = await connect({ ...database, poolSize: 2 }, createLogger('silent'))
      try {
        return await work(db)
      } finally {
        await db.close()
      }
    },
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
    get: (path) => call(path, {}),
    async allEnded() {
      const { body } = await server.post('/sora/tasks', { action: 'retrieve_batch' })
      const ids = (body.items as { id: string }[]).map(({ id }) => id)
      // A task that ended in an earlier process said so there, unless that was its last word.
      for (const id of ids) {
        const { body } = await server.post('/sora/tasks', { id })
        if ((body.response as { success?: boolean }).success !== undefined) continue
        const isEnd = ({ msg, task_id }: LogLine) => task_id === id && ends.some((end) => msg === end)
        await running.logged(isEnd, `the end of ${id}`)
      }
      const ended = await server.post('/sora/tasks', { action: 'retrieve_batch' })
      return { items: ended.body.items as Record<string, unknown>[] }
    },
    async [Symbol.asyncDispose]() {
      await server.kill()
      await database.remove()
    },
  }
  return server
}
