/**
 * Hosts of callbacks that do not answer, as far as this process knows. An attempt at one that hangs holds a slot for ten
 * seconds: those of a dozen accounts would leave the others hardly any.
 *
 *     answers --(three in a row without an answer)--> rests --(a pause)--> one attempt is made
 *        ^                                              ^                    |
 *        +-------------------- an answer ---------------+-- none, and the next pause
 *
 * Any status is an answer: one address of a host may be wrong and another right. It is a hint, kept in memory: a wrong one
 * costs a pause, never a delivery.
 */
export interface RestingHosts {
  /** Whether a receiver, by its `receiverGroup`, may be tried now; else the seconds until it may. */
  admits(receiver: string): number | 'yes'
  /** Notes what came of an attempt. Returns the seconds for which the host rests now, where it begins to. */
  tried(receiver: string, answered: boolean): number | undefined
}

const patience = 3
const mostRestSeconds = 3600
/** Of all those that do not answer; the one that was tried least recently is forgotten for another. */
const mostHosts = 10_000

export interface RestingHostsOptions {
  /** The first pause, the second and so on; the last goes on. Without any, no host rests. */
  pauseSeconds: readonly number[]
  /** Longer than an attempt takes: meanwhile the others wait for what comes of it. */
  probeSeconds: number
  /** Milliseconds of a clock that does not jump; default performance.now. */
  now?: () => number
}

export function createRestingHosts({
  pauseSeconds,
  probeSeconds,
  now = () => performance.now(),
}: RestingHostsOptions): RestingHosts {
  const silent = new Map<string, { failures: number; until: number; isTried: boolean }>()
  const pauseAfter = (failures: number): number =>
    Math.min(mostRestSeconds, pauseSeconds[Math.min(failures - patience, pauseSeconds.length - 1)] ?? 0)

  return {
    admits(receiver) {
      const host = silent.get(receiver)
      if (!host || host.failures < patience) return 'yes'
      if (now() < host.until) return (host.until - now()) / 1000
      host.until = now() + probeSeconds * 1000
      host.isTried = true
      return 'yes'
    },
    tried(receiver, answered) {
      const host = silent.get(receiver) ?? { failures: 0, until: 0, isTried: false }
      // Attempts that were under way when the rest began say nothing new.
      if (!answered && !host.isTried && now() < host.until) return undefined
      silent.delete(receiver)
      if (answered) return undefined
      const failures = host.failures + 1
      const pause = failures < patience ? 0 : pauseAfter(failures)
      silent.set(receiver, { failures, until: now() + pause * 1000, isTried: false })
      const [oldest] = silent.keys()
      if (silent.size > mostHosts && oldest !== undefined) silent.delete(oldest)
      return pause > 0 ? pause : undefined
    },
  }
}
