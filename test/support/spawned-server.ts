/** A server in a process of its own, on data of its own, which a test can kill. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConfigFile } from '../../src/config.ts'
import { createTestDatabase } from './database.ts'
import { createServeProcess, deadlineMilliseconds } from './serve-process.ts'

const key = 'test-key-of-a-spawned-server'

export interface SpawnedServer {
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
  post(path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }>
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

  const server: SpawnedServer = {
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
    async post(path, body) {
      const response = await fetch(`${running.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(deadlineMilliseconds),
      })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
    async allEnded() {
      const { body } = await server.post('/sora/tasks', { action: 'retrieve_batch' })
      const ids = (body.items as { id: string }[]).map(({ id }) => id)
      // A task that ended in an earlier process said so there, unless that was its last word.
      for (const id of ids) {
        const { body } = await server.post('/sora/tasks', { id })
        if ((body.response as { success?: boolean }).success !== undefined) continue
        await Promise.race([server.logged('task succeeded', id), server.logged('task failed', id)])
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
