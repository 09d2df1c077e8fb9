import type { KeyFinder } from '../auth/keys.ts'
import type { Mailer } from '../auth/mail.ts'
import type { People } from '../auth/people.ts'
import type { RateLimits } from '../auth/rate-limit.ts'
import type { Billing } from '../billing/billing.ts'
import type { Dispatch } from '../dispatch/dispatch.ts'
import type { Waiters } from '../dispatch/wait-for-task.ts'
import type { Metrics } from '../metrics.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import type { ServiceOffer } from './service-offer.ts'

/** Enough for any body without images in it. */
export const smallBodyBytes = 1_000_000

/** What the doors work with; the composition root makes it. */
export interface ApiContext {
  dispatch: Dispatch
  billing: Billing
  waiters: Waiters
  /** Who holds a key. */
  keyFinder: KeyFinder
  people: People
  mailer: Mailer
  rateLimits: RateLimits
  offer: ServiceOffer
  /** Where callers reach the server; without a slash at the end. */
  publicUrl: string
  /** Where the console was built; its usual place when undefined. */
  consoleDirectory: string | undefined
  /** The way out, where this server's own links and inboxes lead inside. */
  guardedFetch: GuardedFetch
  /** Bytes of an uploaded image and video, and of all of an account's. */
  uploadLimits: { imageBytes: number; videoBytes: number; accountBytes: number }
  /** The most bytes of a request's body. */
  bodyBytes: number
  /** What fetching and checking a request's references may take, in all. */
  acceptSeconds: number
  /** The longest a synchronous call is held open. */
  syncTimeoutSeconds: number
  /** How many streams of task events are open, by account. */
  taskStreams: Map<string, number>
  /** The longest an ndjson answer stays silent. */
  heartbeatSeconds: number
  /** Lets whoever runs the server manage it. */
  operatorToken: string
  metrics: Metrics
  /** Whether this process takes work. */
  isReady: () => boolean
  /** Aborts when the server begins to stop: held calls end then. */
  stopping: AbortSignal
}
