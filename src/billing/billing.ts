import type { PriceRule } from '../config.ts'
import type { Dispatch } from '../dispatch/dispatch.ts'
import type { FullServer } from './full-server.ts'

/** What the functions of this folder work with; the composition root makes it. */
export interface Billing {
  dispatch: Dispatch
  /** The first that fits a request says its price; the last fits all. */
  prices: readonly PriceRule[]
  /** What an account's first application gets. */
  freeCredits: number
  /** Open tasks, running and waiting, that a key and an account with all its keys may have. */
  openTasks: { ofKey: number; ofAccount: number }
  /** Of all accounts together. */
  fullServer: FullServer
}
