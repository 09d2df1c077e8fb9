import { fork } from 'node:child_process'
import { once } from 'node:events'

/** Runs a script in a process of its own and resolves with the one message that it sends. Rejects when it ends without. */
export async function runFork<Report>(script: string, args: string[]): Promise<Report> {
  const child = fork(script, args)
  const reported = once(child, 'message').then(([report]) => report as Report)
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`${script} ended with ${code}`)
  })
  ended.catch(() => {})
  return Promise.race([reported, ended])
}
