/**
 * Traces for OpenTelemetry. The trace id that a caller is told, and that stands with the task, is the id of the trace on
 * the wire, and the ids of spans that others hang on follow from it and from the task's: every process that works on a
 * task, also after a restart, adds to the same trace without handing anything on.
 *
 *     the request -> generate video -> wait in the queue, engine start, engine work, store the film
 *                                   -> deliver, an attempt each
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { packageVersion as version } from './version.ts'

const flushMilliseconds = 2_000

/** Something that has ended. */
export interface Span {
  name: string
  /** A UUID. */
  traceId: string
  /** 16 hexadecimal digits, as of its parent; the request's where the parent is absent. */
  id: string
  parentId?: string | undefined
  kind: 'server' | 'client' | 'internal'
  start: Date
  end: Date
  /** Bounded values, none of them secret. */
  attributes: Record<string, string | number>
  failed: boolean
  /** The caller's own span, by its `traceparent`. */
  caller?: CallerSpan | undefined
}

export interface CallerSpan {
  traceId: string
  spanId: string
}

/** Where something belongs: a trace, and the span of it that it is part of. */
export type Place = Pick<Span, 'traceId' | 'id'>

export interface Tracing {
  ended(span: Span): void
  /** Does work as part of a span, which `headers` then stands for. */
  within<T>(place: Place, work: () => Promise<T>): Promise<T>
  /**
   * The headers that tell a server which span a request to it belongs to, in the forms that OTEL_PROPAGATORS names:
   * `traceparent` (https://www.w3.org/TR/trace-context) unless it says otherwise. None outside of `within`.
   */
  headers(place?: Place): Record<string, string>
  /** Sends what is left. */
  close(): Promise<void>
}

/** The span of the request that began a trace. */
export const requestSpanId = (traceId: string): string => traceId.replaceAll('-', '').slice(-16)
/** The span of a task, from its creation to its end. */
export const taskSpanId = (taskId: string): string => taskId.replaceAll('-', '').slice(-16)
export const newSpanId = (): string => randomBytes(8).toString('hex')

/** Reads a caller's `traceparent`; undefined for none, or one that is malformed. */
export function readTraceparent(header: unknown): CallerSpan | undefined {
  const [, traceId, spanId] =
    /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(?:-|$)/.exec(
      typeof header === 'string' && header.length <= 200 ? header : '',
    ) ?? []
  return traceId && spanId ? { traceId, spanId } : undefined
}

/**
 * Sends spans by OTLP over HTTP. Where to, how many and under which name say the standard variables, which the SDK reads
 * (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables). It is loaded only here.
 */
export async function createTracing(): Promise<Tracing> {
  const [{ defaultTextMapSetter, ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace }, core] = await Promise.all(
    [import('@opentelemetry/api'), import('@opentelemetry/core')],
  )
  const ids = { trace: '', span: '' }
  const provider = await createProvider(ids)
  const tracer = provider.getTracer('rushes', version)
  const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL }
  const known = { traceFlags: TraceFlags.SAMPLED, isRemote: true }
  const propagator = new core.W3CTraceContextPropagator()
  const tells = (core.getStringListFromEnv('OTEL_PROPAGATORS') ?? ['tracecontext']).includes('tracecontext')
  const current = new AsyncLocalStorage<Place>()

  /** A span as if it were the first of its trace: whether a trace is kept follows from its id, in every process alike. */
  function firstSpan(name: string, { traceId, id }: Place) {
    ids.trace = traceId.replaceAll('-', '')
    ids.span = id
    return tracer.startSpan(name, { root: true }, ROOT_CONTEXT)
  }

  return {
    within: (place, work) => current.run(place, work),
    headers(place = current.getStore()) {
      if (!place || !tells) return {}
      const headers: Record<string, string> = {}
      propagator.inject(trace.setSpan(ROOT_CONTEXT, firstSpan('', place)), headers, defaultTextMapSetter)
      return headers
    },
    ended({ name, traceId, id, parentId, kind, start, end, attributes, failed, caller }) {
      if (!firstSpan(name, { traceId, id }).isRecording()) return
      const within = parentId
        ? trace.setSpanContext(ROOT_CONTEXT, { traceId: ids.trace, spanId: parentId, ...known })
        : ROOT_CONTEXT
      const links = caller ? [{ context: { ...caller, ...known } }] : []
      const span = tracer.startSpan(name, { kind: kinds[kind], startTime: start, attributes, links }, within)
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(end)
    },
    async close() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, flushMilliseconds).unref())
      await Promise.race([provider.shutdown().catch(() => {}), late])
    },
  }
}

/** Its next span has the ids that `ids` hold then. */
async function createProvider(ids: { readonly trace: string; readonly span: string }) {
  const [sdk, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const named = resources.resourceFromAttributes({ 'service.name': 'rushes', 'service.version': version })
  return new sdk.BasicTracerProvider({
    resource: named.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    idGenerator: { generateTraceId: () => ids.trace, generateSpanId: () => ids.span },
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
  })
}
