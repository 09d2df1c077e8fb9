/** A server in a process of its own, which a test can kill. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ConfigFile } from '../../src/config.ts'
import { createTestDatabase } from './database.ts'

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
const key = 'test-key-of-a-spawned-server'
const deadlineMilliseconds = 60_000

interface LogLine {
  msg?: string
  task_id?: string
}

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
  const lines: LogLine[] = []
  const listeners = new Set<() => void>()
  let child: ChildProcess | undefined
  let url = ''
  let firstLineOfProcess = 0

  function until(find: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        listeners.delete(look)
        reject(new Error(`waited in vain for: ${what}\n${lines.map((line) => JSON.stringify(line)).join('\n')}`))
      }, deadlineMilliseconds)
      const look = () => {
        if (!find()) return
        clearTimeout(timer)
        listeners.delete(look)
        resolve()
      }
      listeners.add(look)
      look()
    })
  }

  function read(line: string): void {
    if (!line.startsWith('{')) return
    const parsed = JSON.parse(line) as LogLine & { url?: string }
    if (parsed.msg === 'ready') url = parsed.url ?? ''
    lines.push(parsed)
    for (const look of [...listeners]) look()
  }

  const server: SpawnedServer = {
    async start() {
      firstLineOfProcess = lines.length
      child = spawn(process.execPath, [main, 'serve'], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          ...process.env,
          HOST: '127.0.0.1',
          PORT: '0',
          RUSHES_DATA_DIR: database.dataDirectory,
          RUSHES_API_KEY: key,
          RUSHES_CONFIG: configPath,
          ...environment,
          ...(database.databaseUrl && { DATABASE_URL: database.databaseUrl }),
        },
      })
      if (child.stdout) createInterface({ input: child.stdout }).on('line', read)
      await server.logged('ready')
    },
    logged: (message, taskId) =>
      until(
        () =>
          lines.slice(firstLineOfProcess).some((line) => line.msg === message && (!taskId || line.task_id === taskId)),
        `${message} ${taskId ?? ''}`,
      ),
    loggedNext(message) {
      const known = lines.length
      return until(() => lines.slice(known).some((line) => line.msg === message), message)
    },
    countLogged: (message, taskId) => lines.filter((line) => line.msg === message && line.task_id === taskId).length,
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    async post(path, body) {
      const response = await fetch(`${url}${path}`, {
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
