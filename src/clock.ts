import { setTimeout as delay } from 'node:timers/promises'

/** Resolves after `milliseconds`, rejects with the signal's reason as soon as the signal aborts. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal })
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  }
}

/**
 * A signal that aborts when one of `signals` does, with its reason, until it is disposed of. For what is made often under
 * signals that live long: those hold AbortSignal.any's by weak references, and whatever hangs on them stays in memory
 * until the next full collection of garbage.
 */
export function followSignals(signals: readonly AbortSignal[]): Disposable & { signal: AbortSignal } {
  const follower = new AbortController()
  const stops = signals.map((signal) => {
    const abort = () => follower.abort(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    if (signal.aborted) abort()
    return () => signal.removeEventListener('abort', abort)
  })
  return {
    signal: follower.signal,
    [Symbol.dispose]() {
      for (const stop of stops) stop()
    },
  }
}

/** A signal that aborts `milliseconds` after `signal` does, for its reason. */
export function abortLater(signal: AbortSignal, milliseconds: number): { signal: AbortSignal } & Disposable {
  const later = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const begin = () => {
    timer = setTimeout(() => later.abort(signal.reason), milliseconds)
  }
  if (signal.aborted) begin()
  else signal.addEventListener('abort', begin, { once: true })
  return {
    signal: later.signal,
    [Symbol.dispose]() {
      clearTimeout(timer)
      signal.removeEventListener('abort', begin)
    },
  }
}
