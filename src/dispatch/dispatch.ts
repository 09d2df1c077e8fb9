import type { Reached } from '../crash-points.ts'
import type { Database } from '../db/connect.ts'
import type { Queue } from '../db/queue.ts'
import type { Registry } from '../engines/registry.ts'
import type { Logger } from '../logger.ts'
import type { Media } from '../media/media.ts'
import type { Metrics } from '../metrics.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import type { LinkSigner } from '../storage/signed-url.ts'
import type { Store } from '../storage/store.ts'
import type { Tracing } from '../tracing.ts'
import type { ContentPolicy } from './content-policy.ts'
import type { ProgressBoard } from './progress-board.ts'
import type { TaskBatches } from './task-batches.ts'

/** What the functions of this folder work with; the composition root makes it. */
export interface Dispatch {
  db: Database
  queue: Queue
  registry: Registry
  /** The way to results that lie on hosts the operator named. */
  engineFetch: GuardedFetch
  media: Media
  progress: ProgressBoard
  together: TaskBatches
  policy: ContentPolicy
  store: Store
  links: LinkSigner
  /** Throws a RushesError for a URL that this server must not call, as far as its text can tell. */
  checkUrl(url: string): void
  logger: Logger
  metrics: Metrics
  /** Absent where nobody wants traces. */
  tracing: Tracing | undefined
  /** The folder for files under way, a folder a task. */
  workDirectory: string
  workerName: string
  retentionDays: number
  /** Says that a crash point is reached. */
  reached: Reached
}

/** Each engine has a queue of its own, so that a slow one holds up no other. */
export const queueOf = (engine: string): string => `generate.${engine}`
