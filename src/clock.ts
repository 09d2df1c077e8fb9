import { setTimeout as delay } from 'node:timers/promises'

/** Time as the server sees it. Leases and schedules use the database's clock; this one is for links and waits. */
export interface Clock {
  now(): Date
  /** Resolves after `milliseconds`, rejects with the signal's reason as soon as the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(milliseconds, signal) {
    try {
      await delay(milliseconds, undefined, { signal })
    } catch (error) {
      throw signal.aborted ? signal.reason : error
    }
  },
}
