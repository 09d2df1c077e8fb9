/**
 * Whether an engine is worth asking.
 *
 *     closed --(failures in a row)--> open --(a while)--> half open: one start is let through as a trial
 *       ^                               ^                    |
 *       +---------- a success ----------+------ a failure ---+
 *
 * It is a hint of this process, kept in memory: a wrong one costs a detour, never a task.
 */
export interface Circuit {
  /** Whether the engine is out of order as far as is known; choices are made by it. */
  isOpen(): boolean
  /** Whether a start may go through now; after a while one may, to see. */
  admits(): boolean
  succeeded(): void
  failed(reason: string): void
  /** What the last failure said; for the operator. */
  lastFailure(): string | undefined
}

export interface CircuitOptions {
  /** Failures in a row that open it. */
  failures: number
  openMilliseconds: number
  /** Milliseconds of a clock that does not jump; default performance.now. */
  now?: () => number
}

export function createCircuit({ failures, openMilliseconds, now = () => performance.now() }: CircuitOptions): Circuit {
  let inARow = 0
  let trialAt = 0
  let reason: string | undefined
  const tripped = () => inARow >= failures
  return {
    isOpen: () => tripped() && now() < trialAt,
    admits() {
      if (!tripped()) return true
      if (now() < trialAt) return false
      // This one is the trial; the others wait for what becomes of it.
      trialAt = now() + openMilliseconds
      return true
    },
    succeeded() {
      inARow = 0
      reason = undefined
    },
    failed(why) {
      inARow++
      reason = why
      if (tripped()) trialAt = now() + openMilliseconds
    },
    lastFailure: () => reason,
  }
}
