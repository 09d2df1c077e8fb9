/**
 * A signal that aborts at Ctrl-C or SIGTERM, so that a command can clean up after itself, until it is disposed of. `then` says
 * what became of its work.
 */
export function untilInterrupted(then: string): Disposable & { signal: AbortSignal } {
  const stopping = new AbortController()
  const stop = () => stopping.abort(new Error(`interrupted; ${then}.`))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return {
    signal: stopping.signal,
    [Symbol.dispose]() {
      process.off('SIGINT', stop).off('SIGTERM', stop)
    },
  }
}
