import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LoadOrder, LoadReport } from './load.ts'

/** Makes calls from a process of its own. Rejects when that process fails. */
export async function runLoad(order: LoadOrder): Promise<LoadReport> {
  const child = fork(join(import.meta.dirname, 'load.ts'), [JSON.stringify(order)])
  const reported = once(child, 'message')
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the load process ended with ${code}`)
  })
  ended.catch(() => {})
  const [report] = await Promise.race([reported, ended])
  return report as LoadReport
}
