import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ConfigFile } from '../src/config.ts'

const main = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')
const key = 'key-of-the-bench-server'
const filmDeadlineMilliseconds = 120_000

export interface BenchServer {
  firstStartMilliseconds: number
  /** Where it answers now, and the key that it takes. */
  url: string
  key: string
  /** Of the process that runs now. */
  pid: number
  /** Stops the server, starts it on the same data and returns the milliseconds until it is ready. */
  restart(): Promise<number>
  /** A create call, with an idempotency key where one is given; its answer, whatever it is. */
  create(body: object, idempotencyKey?: string): Promise<Record<string, unknown>>
  /** A synchronous create call; throws unless it answers with a video. */
  makeFilm(body: object): Promise<void>
  /** Milliseconds of one GET /healthz. */
  healthMilliseconds(): Promise<number>
  [Symbol.asyncDispose](): Promise<void>
}

/** A server in a process of its own on a free port, with a data directory that `prepare` may fill, and what else of the environment is named. */
export async function startBenchServer(
  file: ConfigFile = {},
  environment: Record<string, string> = {},
  prepare: (dataDirectory: string) => Promise<void> = async () => {},
): Promise<BenchServer> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'rushes-bench-'))
  const configPath = join(dataDirectory, 'rushes.config.json')
  await writeFile(configPath, JSON.stringify(file))
  await prepare(dataDirectory)
  let url = ''
  let child: ChildProcess | undefined

  async function start(): Promise<number> {
    const started = performance.now()
    // By its first line, as operators start it: with the settings of the heap that stand there.
    child = spawn(main, ['serve'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...environment,
        HOST: '127.0.0.1',
        PORT: '0',
        RUSHES_DATA_DIR: dataDirectory,
        RUSHES_API_KEY: key,
        RUSHES_CONFIG: configPath,
      },
    })
    if (!child.stdout) throw new Error('the server has no output')
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('{')) continue
      const { msg, url: readyUrl } = JSON.parse(line) as { msg: string; url?: string }
      if (msg !== 'ready') continue
      url = readyUrl ?? ''
      break
    }
    child.stdout.resume()
    return performance.now() - started
  }

  async function stop(): Promise<void> {
    if (!child || child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }

  async function create(body: object, idempotencyKey?: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${url}/sora/videos`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(filmDeadlineMilliseconds),
    })
    return (await response.json()) as Record<string, unknown>
  }

  return {
    firstStartMilliseconds: await start(),
    async restart() {
      await stop()
      return start()
    },
    key,
    get url() {
      return url
    },
    get pid() {
      return child?.pid ?? 0
    },
    create,
    async makeFilm(body) {
      const answer = await create(body)
      if (answer.success !== true) throw new Error(`no film: ${JSON.stringify(answer)}`)
    },
    async healthMilliseconds() {
      const started = performance.now()
      await (await fetch(`${url}/healthz`)).text()
      return performance.now() - started
    },
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}
