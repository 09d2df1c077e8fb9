/**
 * What a monitoring system reads. Labels are bounded: names from the configuration, words of this code, and the routes
 * that are registered; never an id, a prompt or an address.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type EngineCall = 'start' | 'poll' | 'cancel'
export type CallOutcome = 'ok' | 'failed'
/** `refused`: the engine answered that it does not take the job, or is full. */
export type EngineOutcome = CallOutcome | 'refused'

/** A gauge's values at the moment it is read. */
export type Reading = { labels: Record<string, string>; value: number }[]

export interface Metrics {
  /** A request was answered; `route` as it is registered, such as `/v1/videos/:id`. */
  answered(method: string, route: string, status: number, seconds: number): void
  /** An engine was asked something. */
  engineCalled(engine: string, call: EngineCall, outcome: EngineOutcome, seconds: number): void
  /** Something happened to a task: an event of its history. */
  taskHad(event: string, task: { engine: string; model: string }): void
  /** A task has ended: what it waited before an engine began, and what it took from there; null when none began. */
  taskEnded(task: { engine: string; state: string }, waitedSeconds: number | null, workedSeconds: number | null): void
  /** An attempt to tell an outcome was made, that many seconds after it was due. */
  delivered(to: 'callback' | 'endpoint', outcome: CallOutcome, lateSeconds: number): void
  /** Registers gauges that are read together, by one call of `read` a scrape: name to help, and what they say. */
  gauges<Name extends string>(
    definitions: Record<Name, { help: string; labels: readonly string[] }>,
    read: () => Promise<Record<Name, Reading>>,
  ): void
  /** In Prometheus' text format. */
  text(): Promise<string>
  contentType: string
}

const answerSeconds = [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 300]
const callSeconds = [0.01, 0.05, 0.25, 1, 5, 30]
const taskSeconds = [1, 5, 15, 60, 180, 600, 1800, 7200]
const lateSeconds = [0.05, 0.25, 1, 5, 30, 300]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'rushes_http_request_seconds',
    help: 'Time to answer a request; synchronous calls are held until their film is there.',
    labelNames: ['method', 'route', 'status'],
    buckets: answerSeconds,
    registers,
  })
  const engineCalls = new Histogram({
    name: 'rushes_engine_call_seconds',
    help: 'Time an engine took to answer a call.',
    labelNames: ['engine', 'call', 'outcome'],
    buckets: callSeconds,
    registers,
  })
  const taskEvents = new Counter({
    name: 'rushes_task_events_total',
    help: 'What happened to tasks: created, submitting, running, storing, succeeded, failed, cancelled and the like.',
    labelNames: ['event', 'engine', 'model'],
    registers,
  })
  const waits = new Histogram({
    name: 'rushes_task_wait_seconds',
    help: 'From acceptance until an engine began, of tasks that have ended.',
    labelNames: ['engine', 'state'],
    buckets: taskSeconds,
    registers,
  })
  const works = new Histogram({
    name: 'rushes_task_work_seconds',
    help: 'From when an engine began until the end, storing included, of tasks that have ended.',
    labelNames: ['engine', 'state'],
    buckets: taskSeconds,
    registers,
  })
  const deliveries = new Histogram({
    name: 'rushes_delivery_late_seconds',
    help: 'How long after it was due an attempt to tell an outcome was over.',
    labelNames: ['to', 'outcome'],
    buckets: lateSeconds,
    registers,
  })
  const failedReadings = new Counter({
    name: 'rushes_metrics_read_failures_total',
    help: 'Gauges that could not be read, such as while the database did not answer; they are left out.',
    registers,
  })
  const readers: (() => Promise<void>)[] = []

  return {
    answered: (method, route, status, seconds) =>
      answers.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    engineCalled: (engine, call, outcome, seconds) => engineCalls.observe({ engine, call, outcome }, seconds),
    taskHad: (event, { engine, model }) => taskEvents.inc({ event, engine, model }),
    taskEnded({ engine, state }, waitedSeconds, workedSeconds) {
      if (waitedSeconds !== null) waits.observe({ engine, state }, waitedSeconds)
      if (workedSeconds !== null) works.observe({ engine, state }, workedSeconds)
    },
    delivered: (to, outcome, seconds) => deliveries.observe({ to, outcome }, seconds),
    gauges(definitions, read) {
      const names = Object.keys(definitions) as (keyof typeof definitions)[]
      const gauges = names.map((name) => {
        const { help, labels } = definitions[name]
        return [name, new Gauge({ name, help, labelNames: [...labels], registers })] as const
      })
      readers.push(async () => {
        const readings = await read().catch(() => failedReadings.inc())
        for (const [name, gauge] of gauges) {
          gauge.reset()
          // Reset alone leaves a zero where there are no labels; what is not known is not said.
          gauge.remove({})
          for (const { labels, value } of readings?.[name] ?? []) gauge.set(labels, value)
        }
      })
    },
    async text() {
      await Promise.all(readers.map((read) => read()))
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
