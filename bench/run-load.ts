import { join } from 'node:path'
import { runFork } from './fork.ts'
import type { LoadOrder, LoadReport } from './load.ts'

/** Makes calls from a process of its own. Rejects when that process fails. */
export const runLoad = (order: LoadOrder): Promise<LoadReport> =>
  runFork(join(import.meta.dirname, 'load.ts'), [JSON.stringify(order)])
