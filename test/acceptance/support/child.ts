/** A program run as a child process: its output as text, lines to wait for, its end. */
import { type ChildProcess, spawn } from 'node:child_process'

/** No wait of these tests is longer. */
export const deadlineMilliseconds = 120_000

export interface Exit {
  /** Null when a signal ended it. */
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Child {
  process: ChildProcess
  /** Resolves with the match of the first line, on either output, that the pattern fits; rejects when it ends before. */
  line(pattern: RegExp, milliseconds?: number): Promise<RegExpExecArray>
  /** Resolves when it has ended and all its output is read. Past the deadline it is killed, and this rejects. */
  exit(milliseconds?: number): Promise<Exit>
}

/** Starts a program with exactly `env`. It never outlives this process. */
export function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
      for (const listener of listeners) listener()
    })
  }
  const exited = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, ...output }))
  })
  exited.catch(() => {})
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('close', () => process.off('exit', kill))

  const told = () => `${command} ${args.join(' ').slice(0, 200)}\n${output.stdout}${output.stderr}`
  return {
    process: child,
    async line(pattern, milliseconds = deadlineMilliseconds) {
      const found = Promise.withResolvers<RegExpExecArray>()
      const look = () => {
        const match = pattern.exec(output.stdout) ?? pattern.exec(output.stderr)
        if (match) found.resolve(match)
      }
      listeners.add(look)
      look()
      const ended = exited.then(({ code }) =>
        Promise.reject(new Error(`ended with ${code} before ${pattern}: ${told()}`)),
      )
      try {
        return await within(milliseconds, Promise.race([found.promise, ended]), () => `no ${pattern}: ${told()}`)
      } finally {
        listeners.delete(look)
      }
    },
    async exit(milliseconds = deadlineMilliseconds) {
      try {
        return await within(milliseconds, exited, () => `did not end: ${told()}`)
      } catch (error) {
        kill()
        throw error
      }
    },
  }
}

/** Runs a program to its end. */
export const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Exit> =>
  start(command, args, env).exit()

/** Rejects with `message` when the promise takes longer. */
export async function within<T>(milliseconds: number, promise: Promise<T>, message: () => string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`after ${milliseconds} ms: ${message()}`)), milliseconds)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
