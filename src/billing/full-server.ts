import type { Database } from '../db/connect.ts'
import { countAllOpenTasks } from '../db/tasks.ts'
import { RushesError } from '../errors.ts'

/** How old a count may be; what this process has accepted since is added to it. */
const countMilliseconds = 1_000
/** Callers that are sent away come back spread over this time, not together. */
const retrySeconds = { least: 15, most: 45 }

/** Sends callers away while the server has as many open tasks as it may have, before the database suffers. */
export interface FullServer {
  /** Throws `too_many_requests` while it is full. */
  refuse(): Promise<void>
  /** A task was accepted here. */
  accepted(): void
}

/**
 * Counts by one statement a second, whatever comes in: several processes may together pass `most` by what they accept
 * within that second.
 */
export function createFullServer(db: Database, most: number): FullServer {
  let counting: Promise<number> | undefined
  let countedAt = Number.NEGATIVE_INFINITY
  let acceptedSince = 0
  return {
    async refuse() {
      if (performance.now() - countedAt > countMilliseconds) {
        countedAt = performance.now()
        acceptedSince = 0
        counting = countAllOpenTasks(db.root, most)
      }
      const open = ((await counting) ?? 0) + acceptedSince
      if (open < most) return
      const { least, most: latest } = retrySeconds
      const sentence = `The server has ${most} open tasks, which is as many as it takes; send the request again later.`
      throw new RushesError('too_many_requests', sentence, {
        retryAfterSeconds: Math.round(least + Math.random() * (latest - least)),
      })
    },
    accepted() {
      acceptedSince++
    },
  }
}
