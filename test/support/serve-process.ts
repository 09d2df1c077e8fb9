/** One server in a process of its own, which a test can stop and kill and start again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
export const deadlineMilliseconds = 60_000

export interface LogLine {
  msg?: string
  task_id?: string
  time?: string
}

export interface ServeProcess {
  /** Where it answers; empty before it was ready for the first time. */
  readonly url: string
  /** Of the process that runs. */
  readonly pid: number
  /** What all its runs have logged. */
  readonly lines: readonly LogLine[]
  /** Starts the process and resolves when it is ready; rejects when it ends before. */
  start(): Promise<void>
  /** Resolves when a line of the running process, or one that is yet to come, is such a one. */
  logged(isOne: (line: LogLine) => boolean, what: string): Promise<void>
  /** The same of a line that is yet to come. */
  loggedNext(message: string): Promise<void>
  /** Sends the signal and waits until the process is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/** What is started, in which environment. */
export interface Program {
  file: string
  arguments: readonly string[]
  environment: Readonly<Record<string, string | undefined>>
  directory?: string
  /** Whose process it is, when it is not the test's own user. */
  userId?: number
}

/** `rushes serve` of this project, in the test's own environment but for what is given. */
export function createServeProcess(
  environment: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): ServeProcess {
  return createServerProcess({
    file: process.execPath,
    arguments: [main, 'serve', ...options],
    environment: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...environment },
  })
}

export function createServerProcess(program: Program): ServeProcess {
  const lines: LogLine[] = []
  const listeners = new Set<() => void>()
  let child: ChildProcess | undefined
  let url = ''
  let firstLineOfProcess = 0

  function until(find: () => boolean, what: string, gone = () => false): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        clearTimeout(timer)
        listeners.delete(look)
        reject(new Error(`waited in vain for: ${what}\n${lines.map((line) => JSON.stringify(line)).join('\n')}`))
      }
      const timer = setTimeout(giveUp, deadlineMilliseconds)
      const look = () => {
        if (!find()) return gone() ? giveUp() : undefined
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
    lookAgain()
  }

  function lookAgain(): void {
    for (const look of [...listeners]) look()
  }

  const logged = (isOne: (line: LogLine) => boolean, what: string) =>
    until(() => lines.slice(firstLineOfProcess).some(isOne), what)

  return {
    get url() {
      return url
    },
    get pid() {
      return child?.pid ?? 0
    },
    lines,
    async start() {
      firstLineOfProcess = lines.length
      const { userId } = program
      const starting = spawn(program.file, program.arguments, {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: program.environment,
        cwd: program.directory,
        ...(userId !== undefined && { uid: userId, gid: userId }),
      })
      child = starting
      createInterface({ input: starting.stdout }).on('line', read)
      starting.once('exit', lookAgain)
      const isReady = () => lines.slice(firstLineOfProcess).some(({ msg }) => msg === 'ready')
      await until(isReady, 'ready', () => starting.exitCode !== null || starting.signalCode !== null)
    },
    logged,
    loggedNext(message) {
      const known = lines.length
      return until(() => lines.slice(known).some((line) => line.msg === message), message)
    },
    async end(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}
