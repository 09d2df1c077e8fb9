import { setTimeout as delay } from 'node:timers/promises'

export interface QueueWatch {
  stop(): Promise<void>
}

/**
 * Looks every `seconds` for jobs whose worker has died. Whoever looks says first that it lives: after the process stood
 * still, as on a computer that slept, or the clock jumped ahead, it would find its own jobs given up and start them twice.
 *
 * @param touch marks this process's jobs alive; where it rejects nobody is looked for
 * @param look hands out again what was not heard from for too long
 */
export function watchQueue(
  { touch, look, seconds }: { touch: () => Promise<unknown>; look: () => Promise<void>; seconds: number },
  onError: (error: Error) => void,
): QueueWatch {
  const stopping = new AbortController()
  const loop = watch()

  async function watch(): Promise<void> {
    for (;;) {
      await delay(seconds * 1000, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
      if (stopping.signal.aborted) return
      try {
        await touch()
        if (!stopping.signal.aborted) await look()
      } catch (error) {
        if (!stopping.signal.aborted) onError(error as Error)
      }
    }
  }

  return {
    stop() {
      stopping.abort()
      return loop
    },
  }
}
