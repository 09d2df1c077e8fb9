import type { EngineCall, EngineOutcome, Metrics } from '../metrics.ts'
import { type Engine, NotAccepted } from './engine.ts'

/**
 * The same engine, whose calls are timed under its configured name. A call that this server gave up, because the task was
 * cancelled or the process stops, says nothing of the engine and is not counted.
 */
export function observe(engine: Engine, name: string, metrics: Pick<Metrics, 'engineCalled'>): Engine {
  async function timed<T>(call: EngineCall, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now()
    const told = (outcome: EngineOutcome) =>
      metrics.engineCalled(name, call, outcome, (performance.now() - startedAt) / 1000)
    try {
      const result = await work()
      told('ok')
      return result
    } catch (error) {
      if (!isGivenUp(signal)) told(error instanceof NotAccepted && error.fault !== 'engine' ? 'refused' : 'failed')
      throw error
    }
  }
  // Delegates call by call: capabilities may be learned from the engine's server later, and an engine may be a class.
  return {
    get capabilities() {
      return engine.capabilities
    },
    start: (job, signal) => timed('start', signal, () => engine.start(job, signal)),
    poll: (operation, signal) => timed('poll', signal, () => engine.poll(operation, signal)),
    cancel:
      engine.cancel && ((operation, signal) => timed('cancel', signal, async () => engine.cancel?.(operation, signal))),
    probe: engine.probe?.bind(engine),
    close: engine.close?.bind(engine),
  }
}

/** Whether the call ended because this server gave it up, other than for having waited long enough. */
const isGivenUp = ({ aborted, reason }: AbortSignal): boolean =>
  aborted && (reason as Error | undefined)?.name !== 'TimeoutError'
