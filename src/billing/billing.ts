import type { Batches } from '../batches.ts'
import type { PriceRule } from '../config.ts'
import type { NewTask } from '../db/accepted-tasks.ts'
import type { Dispatch } from '../dispatch/dispatch.ts'
import type { Verdict } from './accept-together.ts'
import type { FullServer } from './full-server.ts'

/** What the functions of this folder work with; the composition root makes it. */
export interface Billing {
  dispatch: Dispatch
  /** The first that fits a request says its price; the last fits all. */
  prices: readonly PriceRule[]
  /** What an account's first application gets. */
  freeCredits: number
  /** Makes tasks of requests that come together, together. */
  accepting: Batches<NewTask, Verdict>
  /** Of all accounts together. */
  fullServer: FullServer
}
