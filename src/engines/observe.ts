import type { Metrics } from '../metrics.ts'
import type { Engine } from './engine.ts'

/** The same engine, whose calls are timed under its configured name. */
export function observe(engine: Engine, name: string, metrics: Metrics): Engine {
  const timed = async <T>(call: 'start' | 'poll' | 'cancel', work: Promise<T>): Promise<T> => {
    const startedAt = performance.now()
    const told = (outcome: 'ok' | 'failed') =>
      metrics.engineCalled(name, call, outcome, (performance.now() - startedAt) / 1000)
    try {
      const result = await work
      told('ok')
      return result
    } catch (error) {
      told('failed')
      throw error
    }
  }
  const { cancel } = engine
  // Delegates instead of copying: capabilities may be learned from the engine's server later.
  return Object.assign(Object.create(engine) as Engine, {
    start: (job, signal) => timed('start', engine.start(job, signal)),
    poll: (operation, signal) => timed('poll', engine.poll(operation, signal)),
    ...(cancel && { cancel: (operation, signal) => timed('cancel', cancel.call(engine, operation, signal)) }),
  } satisfies Partial<Engine>)
}
